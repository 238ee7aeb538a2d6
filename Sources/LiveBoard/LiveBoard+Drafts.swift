import BoardUI
import Foundation
import IdeaPipeline

extension LiveBoard {
  /// Keeps a draft; forgets it when there is none any more.
  func keep(_ draft: Draft?, at place: DraftPlace) {
    guard let visit = current else { return }
    let text = draft.flatMap { try? JSONEncoder().encode($0) }.map { String(decoding: $0, as: UTF8.self) }
    drafts.keep(text, at: place.description, in: visit.drafts) { self.send(.storeTrouble($0)) }
  }

  /// Everything that was typed on this board and not sent. What cannot be read stays where it is.
  func loadDrafts() {
    guard let visit = current else { return }
    reading.async {
      self.drafts.flush()
      var found: [DraftPlace: Draft] = [:]
      for kept in visit.drafts.list() {
        guard let place = DraftPlace(kept.place),
          let draft = try? JSONDecoder().decode(Draft.self, from: Data(kept.text.utf8))
        else { continue }
        found[place] = draft
      }
      self.send(.draftsFound(found))
    }
  }

  /// A visit that cannot be remembered costs nothing but marks: it is no trouble to tell.
  func markVisited(_ seq: Int) {
    guard let visit = current else { return }
    reading.async { try? visit.lastVisit.record(seq) }
  }
}
