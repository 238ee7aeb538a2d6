import BoardUI
import IdeaPipeline
import SharedStore

extension LiveBoard {
  func load(_ load: Load) {
    guard let visit = current else { return }
    do {
      send(try answer(load, visit))
    } catch {
      send(.loadFailed(load, sentence(error)))
    }
  }

  private func answer(_ load: Load, _ visit: Visit) throws -> Message {
    let (store, viewer) = (visit.store, visit.viewer)
    return switch load {
    case .summary: .summary(try store.summary(for: viewer))
    case .page(let query): .page(query, try store.ideas(query, for: viewer))
    case .idea(let reference): .idea(reference, try store.idea(reference, for: viewer))
    case .people: .people(try store.people(for: viewer))
    case .rounds: .rounds(try store.rounds(for: viewer))
    case .sessions: .sessions(try store.sessions(for: viewer))
    case .teams: .teams(try store.teams(for: viewer))
    case .actions: .actions(try store.actions(for: viewer))
    case .present: .present(visit.present)
    case .mergePreview(let ideas, let parent):
      .mergePreview(try store.mergePreview(of: ideas, into: parent, for: viewer), of: ideas, into: parent)
    case .undoOffer: .undoOffer(try store.undoOffer(for: viewer))
    case .recent(let seq, let limit):
      .recent(try store.recentChanges(before: seq, limit: limit, for: viewer), before: seq)
    case .search(let words): .found(try store.search(words, limit: SearchList.limit, for: viewer), words: words)
    case .similar(let title): .similar(try store.similar(to: title, limit: 6, for: viewer), forTitle: title)
    }
  }

  func submit(_ parts: [Effect.Part]) {
    let deed = parts.count > 1 ? world.identity() : nil
    for part in parts { submit([part.operation], part.token, deed: deed) }
  }

  func submit(_ operations: [any IdeaPipeline.Operation], _ token: SubmissionToken, deed: OperationID? = nil) {
    let operations = operations.map(withRandomOrder)
    write(token) { visit, report in
      let submissions = Submission.together(
        operations, by: .person(visit.person), deed: deed, identity: self.world.identity)
      let stamps = try visit.store.submit(submissions, report: report).map(\.stamp)
      if operations.contains(where: { $0 is StartStep }) { self.backUpStep(of: visit) }
      return stamps
    }
  }

  /// A copy of the board for the case that the rest of the session goes wrong. That there is none stops nothing.
  private func backUpStep(of visit: Visit) {
    backups.async {
      do {
        try visit.store.backUpStep()
      } catch {
        self.send(.storeTrouble("The step goes on, but no backup was made: \(self.sentence(error))"))
      }
    }
  }

  /// Not even that the person is active is shown meanwhile.
  func submitSealed(_ operations: [any IdeaPipeline.Operation], _ token: SubmissionToken) {
    write(token, isSealed: true) { visit, report in
      let submissions = operations.map {
        Submission(id: self.world.identity(), $0, by: .sealed, asker: visit.person, holds: visit.viewer.holds)
      }
      let stamps = try visit.store.submit(submissions, report: report).map(\.stamp)
      visit.hold(stamps.map(\.id))
      return stamps
    }
  }

  /// Carries out, all or none, what is entered for somebody else.
  func submit(_ operations: [any IdeaPipeline.Operation], for person: PersonID, _ token: SubmissionToken) {
    write(token) { visit, report in
      let submissions = Submission.together(
        operations, by: .person(person), enteredBy: visit.person, identity: self.world.identity)
      return try visit.store.submit(submissions, report: report).map(\.stamp)
    }
  }

  /// A reveal in an order that follows from nothing: the screens know no chance.
  private func withRandomOrder(_ operation: any IdeaPipeline.Operation) -> any IdeaPipeline.Operation {
    guard let reveal = operation as? RevealStep else { return operation }
    return RevealStep(step: reveal.step, shuffle: Int(truncatingIfNeeded: world.identity().rawValue))
  }

  func undo(_ operations: [OperationID], _ token: SubmissionToken) {
    write(token) { visit, report in
      try visit.store.undo(operations, by: visit.person, identity: self.world.identity, report: report).map(\.stamp)
    }
  }

  private func write(
    _ token: SubmissionToken, isSealed: Bool = false,
    _ body: @escaping @Sendable (Visit, (QueueEvent) -> Void) throws -> [Stamp]
  ) {
    guard let visit = current else { return send(.notSaved(token, "The board is closed.")) }
    writing.async {
      do {
        let stamps = try body(visit) { self.tell($0) }
        if !isSealed { visit.touch(self.world.clock().wall) }
        self.send(.submitted(token, BoardUI.Receipt(operations: stamps.map(\.id), seq: stamps.last?.seq ?? 0)))
      } catch let refusal as Refusal {
        self.send(.refused(token, refusal))
      } catch {
        self.send(.notSaved(token, self.sentence(error)))
      }
    }
  }

  private func tell(_ event: QueueEvent) {
    if case .waiting(let holder) = event { send(.waiting(holder: holder?.handle)) }
  }
}
