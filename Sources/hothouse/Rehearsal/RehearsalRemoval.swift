import Foundation
import IdeaPipeline
import SharedStore

/// Takes away what rehearsals left: the copy with everything in it, and on the board itself what simulated people posted.
///
/// The log keeps everything, so on the board itself this can only take things out of sight and people out of the counts.
struct RehearsalRemoval {
  private(set) var hasDeletedCopy = false
  private(set) var ideas = 0
  private(set) var comments = 0
  private(set) var people = 0

  /// Takes away what there is.
  init(_ board: BoardArgument, _ options: ManagingOptions, in shell: Shell) throws {
    try deleteCopy(of: board.board, in: shell)
    let visit = try Visit(board, in: shell)
    let simulated = try visit.reading.people(for: visit.viewer(options)).filter {
      RehearsalNames.isRehearsed($0.handle) && $0.role != .observer
    }
    guard !simulated.isEmpty else { return }
    let hand = try visit.hand(options)
    var operations = try hideIdeas(visit, hand)
    operations += try withdrawComments(visit, simulated)
    for person in simulated {
      if person.team != nil { operations.append(JoinTeam(team: nil, person: person.id)) }
      operations.append(SetRole(person: person.id, old: person.role, new: .observer))
    }
    people = simulated.count
    try visit.submit(all: operations, by: hand)
  }

  private mutating func deleteCopy(of board: String, in shell: Shell) throws {
    let copy = try BoardLocation(Rehearsal.copyName(of: board), environment: shell.environment)
    guard FileManager.default.fileExists(atPath: copy.path) else { return }
    let guests = Presence.list(at: copy).map(\.handle)
    guard guests.isEmpty else {
      throw Complaint(
        .refused,
        "Somebody is still at the copy \(copy.name): \(Set(guests).sorted().prefix(3).joined(separator: ", ")). Leave it first."
      )
    }
    let file = (copy.path as NSString).lastPathComponent
    for name in try FileManager.default.contentsOfDirectory(atPath: copy.directory)
    where name == file || name.hasPrefix(file + "-") {
      try FileManager.default.removeItem(atPath: "\(copy.directory)/\(name)")
    }
    hasDeletedCopy = true
  }

  /// Ideas of simulated people, also those without a name: they are known by their mark.
  private mutating func hideIdeas(_ visit: Visit, _ hand: Hand) throws -> [any IdeaPipeline.Operation] {
    let rows = try visit.reading.ideas(IdeaQuery(limit: .max), for: hand.viewer).rows.filter {
      $0.title.hasPrefix(RehearsalNames.mark)
    }
    ideas = rows.count
    return rows.map { HideIdea(idea: $0.id, reason: "Part of a rehearsal.") }
  }

  /// Comments of simulated people on the ideas of others.
  private mutating func withdrawComments(_ visit: Visit, _ people: [PersonRow]) throws -> [any IdeaPipeline.Operation] {
    var operations: [any IdeaPipeline.Operation] = []
    let rows = try visit.reading.ideas(IdeaQuery(limit: .max), for: .everyone).rows
    for row in rows where row.comments > 0 && !row.title.hasPrefix(RehearsalNames.mark) {
      let said = try visit.reading.idea(.id(row.id), for: .everyone)?.comments ?? []
      operations += said.filter { $0.idea == row.id && ($0.text ?? "").hasPrefix(RehearsalNames.mark) }.map {
        HideComment(comment: $0.id, reason: "Part of a rehearsal.")
      }
    }
    comments = operations.count
    return operations
  }

  /// What was taken away, in sentences.
  var sentences: [String] {
    let copy = hasDeletedCopy ? ["The copy and everything in it is deleted."] : []
    if people == 0 { return copy.isEmpty ? ["Nothing is left of any rehearsal."] : copy }
    return copy + [
      "\(counted(people, "simulated person", "simulated people")) now only look on, and \(counted(ideas, "idea")) and \(counted(comments, "comment")) of theirs are hidden.",
      "The log keeps them; a rehearsal on a copy leaves nothing behind.",
    ]
  }
}
