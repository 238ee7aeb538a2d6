import IdeaPipeline

extension AppState {
  /// Whether a command is about the marked ideas rather than the selected one.
  var hasMarks: Bool { board.map { $0.idea == nil && !$0.marks.isEmpty } ?? false }

  /// Marks the selected idea, or takes the mark away, and goes to the next.
  mutating func mark() {
    guard var board, let row = board.list.selectedRow else { return }
    board.marks.toggle(row)
    board.move(by: 1)
    self.board = board
  }

  /// Does with every marked idea what the command does with one.
  mutating func changeMarked(_ command: Command) -> [Effect] {
    guard let marks = board?.marks else { return [] }
    if board?.batch != nil {
      say(.answer, "The marked ideas are still on their way.")
      return []
    }
    switch command {
    case .advance:
      let ideas = Phrases.count(marks.count, "marked idea")
      confirm(.advanceMarked, title: "Advance \(ideas)?", yes: "Advance each to its next stage")
    case .tags: if let first = marks.rows.first { ask(.tagMarked, about: first) }
    case .merge: return openMerge(marks.rows)
    default: break
    }
    return []
  }

  /// Moves every marked idea a stage on.
  mutating func advanceMarked() -> [Effect] {
    let rows = board?.marks.rows ?? []
    let deeds = rows.compactMap { row in
      row.stage.next.map { Batch.Deed(row: row, operation: AdvanceIdea(idea: row.id, from: row.stage, to: $0)) }
    }
    let last = rows.filter { $0.stage.next == nil }
    return submit(
      deeds, "advanced", refused: last.map { .init(name: $0.name, sentence: "It is in Test, the last stage.") })
  }

  /// Adds tags to every marked idea.
  mutating func tagMarked(_ tags: [String]) -> [Effect] {
    let rows = board?.marks.rows ?? []
    let deeds = rows.compactMap { row -> Batch.Deed? in
      let new = row.tags + tags.filter { !row.tags.contains($0) }
      return new == row.tags ? nil : Batch.Deed(row: row, operation: TagIdea(idea: row.id, old: row.tags, new: new))
    }
    let tagged = rows.filter { row in tags.allSatisfy(row.tags.contains) }
    return submit(deeds, "tagged", refused: tagged.map { .init(name: $0.name, sentence: "It has these tags already.") })
  }

  /// Submits something for each of several ideas; what came of it is told when all have been answered.
  mutating func submit(_ deeds: [Batch.Deed], _ verb: String, refused: [Batch.Refused] = []) -> [Effect] {
    board?.batch = Batch(verb: verb, waiting: deeds.count, refused: refused)
    let effects = deeds.compactMap { deed in
      begin(.batch(deed.row.id, name: deed.row.name)).map { Effect.submit($0, [deed.operation]) }
    }
    endBatch()
    return effects
  }

  /// Takes the answer about one of several ideas in.
  mutating func answered(_ id: IdeaID, name: String, _ result: Result<[OperationID], BatchFailure>) {
    guard var batch = board?.batch else { return }
    batch.waiting -= 1
    switch result {
    case .success(let operations):
      batch.done.append(name)
      batch.operations += operations
      board?.marks.remove(id)
    case .failure(let failure): batch.refused.append(Batch.Refused(name: name, sentence: failure.sentence))
    }
    board?.batch = batch
    endBatch()
  }

  /// Tells what came of it once all have been answered; one undo takes all of it back.
  private mutating func endBatch() {
    guard let batch = board?.batch, batch.waiting == 0 else { return }
    board?.batch = nil
    board?.toldInBatch = Set(batch.operations)
    board?.saving.remember(batch.operations)
    say(batch.refused.isEmpty ? .answer : .refusal, batch.words)
  }
}

/// Why something could not be done with one of several ideas.
struct BatchFailure: Error {
  let sentence: String
}
