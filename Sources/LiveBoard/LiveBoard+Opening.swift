import BoardUI
import Foundation
import IdeaPipeline
import SharedStore

extension LiveBoard {
  func loadBoards() {
    send(.boards(world.boards().map(listing).sorted(by: Self.latestFirst)))
  }

  private func listing(_ location: BoardLocation) -> BoardListing {
    do {
      let store = try BoardStore.open(location, waitingAtMost: .seconds(1), clock: world.clock)
      defer { store.close() }
      let summary = try store.summary(for: .everyone)
      let last = try store.recentChanges(limit: 1, for: .everyone).first
      return BoardListing(
        name: location.name, title: summary.title, people: summary.people,
        ideas: summary.counts.values.reduce(0, +), lastActivity: last?.at)
    } catch {
      return BoardListing(
        name: location.name, title: location.name, people: 0, ideas: 0, lastActivity: nil, trouble: sentence(error))
    }
  }

  private static func latestFirst(_ one: BoardListing, _ other: BoardListing) -> Bool {
    switch (one.lastActivity, other.lastActivity) {
    case (let first?, let second?) where first != second: first > second
    case (.some, nil): true
    case (nil, .some): false
    default: one.name < other.name
    }
  }

  func open(_ name: String) {
    do {
      let store = try BoardStore.open(world.locate(name), clock: world.clock)
      do {
        try begin(store, name: name)
      } catch {
        store.close()
        throw error
      }
    } catch {
      send(.notOpened(name: name, sentence(error)))
    }
  }

  private func begin(_ store: BoardStore, name: String) throws {
    let person = try world.identify(store)
    let summary = try store.summary(for: .person(person.id))
    let board = try store.identity()
    let lastVisit = LastVisit(board: board, person: person.handle, environment: world.environment)
    let visit = Visit(
      store, person: person.id,
      drafts: DraftStore(board: board, person: person.handle, environment: world.environment), lastVisit: lastVisit,
      // Being here is a courtesy: a full disk or a read-only folder must not keep anybody out.
      presence: try? PresenceHolder(person.handle, at: store.location, now: world.clock().wall.date), seq: summary.seq)
    let bell = try Bell(store.location) { [weak self, weak visit] in
      guard let self, let visit else { return }
      self.reading.async { self.bellRang(visit) }
    }
    visit.learn(try store.naming(), world.clock().wall)
    visit.listen(with: bell)
    replaceVisit(with: visit)
    let seen = lastVisit.read()
    send(
      .opened(
        BoardOpening(
          name: name, summary: summary, lastVisit: seen, hasSeenStep: try hasSeenStep(summary, since: seen, visit))))
    send(.here(visit.here))
    // What was written between the summary and the bell.
    bellRang(visit)
  }

  /// Whether the step the room is in was begun before the end of the last visit. Looks back over so much of the feed only.
  private func hasSeenStep(_ summary: BoardSummary, since seen: Int?, _ visit: Visit) throws -> Bool {
    guard summary.room?.step != nil else { return true }
    guard let seen else { return false }
    let recent = try visit.store.recentChanges(limit: Self.changesAtOnce, for: visit.viewer).filter { $0.seq > seen }
    return recent.count < Self.changesAtOnce && !recent.contains { $0.kind == StartStep.kind }
  }

  /// Tells what is new. More than one message at most holds is told at once by the next: the order is kept.
  private func bellRang(_ visit: Visit) {
    guard visit === current else { return }
    do {
      // Before anybody is told that the step has changed: what they do then is kept as the new one has it.
      visit.learn(try visit.store.naming(), world.clock().wall)
      var changes = try visit.news(limit: Self.changesAtOnce)
      // What others write in private is told to nobody, but counted.
      if changes.isEmpty { send(.stirred) }
      while !changes.isEmpty {
        send(.changes(changes))
        changes = changes.count < Self.changesAtOnce ? [] : try visit.news(limit: Self.changesAtOnce)
      }
    } catch {
      send(.storeTrouble(sentence(error)))
    }
    send(.here(visit.here))
  }

  private static let changesAtOnce = 500

  /// Every error of the parts below reads as a sentence.
  func sentence(_ error: any Error) -> String {
    switch error {
    case let refusal as Refusal: refusal.sentence
    case let trouble as StoreError: trouble.description
    case let described as any LocalizedError: described.errorDescription ?? "\(error)"
    default: "\(error)"
    }
  }
}

extension Timestamp {
  /// The same moment, as Foundation has it.
  var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
