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

  /// Marks the ideas again that a draft of tags is about, then asks for the tags.
  mutating func tagAgain(_ draft: Draft) {
    board?.marks.wanted = draft.ideas ?? []
    board?.loads.invalidate([.marked])
    if board?.marks.wanted.isEmpty == true { askAgain() }
  }

  /// Takes in an idea that is to be marked again; nil where it is not there any more.
  mutating func markAgain(_ row: IdeaRow?) {
    guard board?.marks.wanted.isEmpty == false else { return }
    board?.marks.wanted.removeFirst()
    if let row, row.state == .active, board?.marks.contains(row.id) == false { board?.marks.toggle(row) }
    if board?.marks.wanted.isEmpty == true { askAgain() }
  }

  private mutating func askAgain() {
    if let first = board?.marks.rows.first { return ask(.tagMarked, about: first) }
    say(
      .refusal,
      "The ideas that were marked are not there any more. Mark others with \(label(.mark)); \(label(.tags)) goes on.")
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
    return submit(
      deeds, Batch.tagged, refused: tagged.map { .init(name: $0.name, sentence: "It has these tags already.") })
  }

  /// Submits something for each of several ideas; what came of it is told when all have been answered.
  mutating func submit(_ deeds: [Batch.Deed], _ verb: String, refused: [Batch.Refused] = []) -> [Effect] {
    board?.batch = Batch(verb: verb, waiting: deeds.count, refused: refused)
    let parts = deeds.compactMap { deed in
      begin(.batch(deed.row.id, name: deed.row.name)).map { Effect.Part(token: $0, operation: deed.operation) }
    }
    let sent: [Effect] = parts.isEmpty ? [] : [.submitEach(parts)]
    return sent + endBatch()
  }

  /// Takes the answer about one of several ideas in.
  mutating func answered(_ id: IdeaID, name: String, _ result: Result<[OperationID], BatchFailure>) -> [Effect] {
    guard var batch = board?.batch else { return [] }
    batch.waiting -= 1
    switch result {
    case .success(let operations):
      batch.done.append(name)
      batch.operations += operations
      board?.marks.remove(id)
    case .failure(let failure): batch.refused.append(Batch.Refused(name: name, sentence: failure.sentence))
    }
    board?.batch = batch
    return endBatch()
  }

  /// Tells what came of it once all have been answered; one undo takes all of it back.
  private mutating func endBatch() -> [Effect] {
    guard let batch = board?.batch, batch.waiting == 0 else { return [] }
    board?.batch = nil
    board?.toldInBatch = Set(batch.operations)
    board?.saving.remember(batch.operations)
    say(batch.refused.isEmpty ? .answer : .refusal, batch.words)
    // What some of them did not take is there to be tried again.
    guard batch.verb == Batch.tagged, batch.refused.isEmpty, board?.drafts.removeValue(forKey: .marked) != nil else {
      return []
    }
    return [.discardDraft(.marked)]
  }
}

/// Why something could not be done with one of several ideas.
struct BatchFailure: Error {
  let sentence: String
}
