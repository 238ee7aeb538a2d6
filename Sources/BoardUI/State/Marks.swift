import IdeaPipeline

/// Ideas marked to have something done with all of them.
struct Marks: Equatable, Sendable {
  /// In the order in which they were marked, as they were read last.
  private(set) var rows: [IdeaRow] = []

  /// Ideas that are marked again, one after the other, as they are read: those a draft is about.
  var wanted: [IdeaID] = []

  var isEmpty: Bool { rows.isEmpty }
  var count: Int { rows.count }

  func contains(_ id: IdeaID) -> Bool { rows.contains { $0.id == id } }

  mutating func toggle(_ row: IdeaRow) {
    if contains(row.id) { remove(row.id) } else { rows.append(row) }
  }

  mutating func remove(_ id: IdeaID) { rows.removeAll { $0.id == id } }

  /// Takes in ideas as they are now.
  mutating func refresh(_ read: [IdeaRow]) {
    for row in read {
      if let place = rows.firstIndex(where: { $0.id == row.id }) { rows[place] = row }
    }
  }
}

/// One command about several ideas. Each is submitted by itself, so that a refusal of one does not stop the others.
struct Batch: Equatable, Sendable {
  /// One idea and what is to be done with it.
  struct Deed {
    let row: IdeaRow
    let operation: any Operation
  }

  /// An idea with which it could not be done, and why.
  struct Refused: Equatable, Sendable {
    let name: String
    let sentence: String
  }

  static let tagged = "tagged"

  /// What was done, after the number of ideas: "advanced".
  let verb: String
  var waiting: Int
  var done: [String] = []
  var refused: [Refused] = []
  var operations: [OperationID] = []

  /// What came of it, idea by idea.
  var words: String {
    var parts: [String] = []
    if !done.isEmpty { parts.append("\(done.count) \(verb) (\(done.joined(separator: ", "))).") }
    let shown = refused.prefix(3).map { refused in
      refused.sentence.hasPrefix(refused.name) ? refused.sentence : "\(refused.name): \(refused.sentence)"
    }
    parts += shown
    if refused.count > 3 { parts.append("And \(refused.count - 3) more were refused; they are still marked.") }
    return parts.joined(separator: " ")
  }
}
