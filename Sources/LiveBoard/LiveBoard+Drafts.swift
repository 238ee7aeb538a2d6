import BoardUI
import Foundation
import IdeaPipeline

extension LiveBoard {
  /// Keeps a draft, in memory where no names are kept; forgets it when there is none any more.
  func keep(_ draft: Draft?, at place: DraftPlace) {
    guard let visit = current else { return }
    let text = draft.flatMap { try? JSONEncoder().encode($0) }.map { String(decoding: $0, as: UTF8.self) }
    if visit.keepsInMemory(text, at: place.description) { return }
    drafts.keep(text, at: place.description, in: visit.drafts) { self.send(.storeTrouble($0)) }
  }

  /// Everything that was typed on this board and not sent. What cannot be read stays where it is.
  func loadDrafts() {
    guard let visit = current else { return }
    reading.async {
      self.drafts.flush()
      var found: [DraftPlace: Draft] = [:]
      let kept = visit.drafts.list().map { ($0.place, $0.text) } + visit.draftsInMemory.map { ($0, $1) }
      for (name, text) in kept {
        guard let place = DraftPlace(name), let draft = try? JSONDecoder().decode(Draft.self, from: Data(text.utf8))
        else { continue }
        found[place] = draft
      }
      self.send(.draftsFound(found))
    }
  }

  /// Shows others that the person is active, and whether they are writing, as far as the step lets that be known.
  func show(isWriting: Bool) {
    guard let visit = current else { return }
    reading.async { visit.show(isWriting: isWriting, self.world.clock().wall) }
  }

  /// A visit that cannot be remembered costs nothing but marks: it is no trouble to tell.
  func markVisited(_ seq: Int) {
    guard let visit = current else { return }
    reading.async { try? visit.lastVisit.record(seq) }
  }
}
