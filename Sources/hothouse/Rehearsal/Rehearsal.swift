import Foundation
import IdeaPipeline
import SharedStore

/// The board of a rehearsal and the people that are simulated on it.
struct Rehearsal {
  let visit: Visit
  let hand: Hand
  /// Whether this is a copy of the board that was named.
  let isCopy: Bool

  /// The name of the copy that a board is rehearsed on.
  static func copyName(of board: String) -> String {
    let end = ".\(BoardLocation.fileExtension)"
    return board.hasSuffix(end) ? "\(board.dropLast(end.count))-rehearsal\(end)" : "\(board)-rehearsal"
  }

  /// On the board itself, or on a copy: where others than simulated people have posted, and where that is asked for.
  /// - Parameter place: true for a copy, false for the board itself; nil to decide by what is on it.
  init(_ board: BoardArgument, onCopy place: Bool?, _ options: ManagingOptions, in shell: Shell) throws {
    let original = try Visit(board, in: shell)
    isCopy = try place ?? original.hasRealPosts()
    visit = isCopy ? try Self.copy(of: original, in: shell) : original
    hand = try visit.hand(options)
  }

  private static func copy(of original: Visit, in shell: Shell) throws -> Visit {
    let name = copyName(of: original.name)
    let location = try BoardLocation(name, environment: shell.environment)
    if !FileManager.default.fileExists(atPath: location.path) { try original.store.backup(to: location.path) }
    return Visit(try BoardStore.open(location, clock: shell.clock), named: name, in: shell)
  }

  /// Brings so many simulated people onto the board, those that are there already among them, spread over teams and
  /// perspectives.
  func enter(_ count: Int) throws -> [String] {
    let summary = try visit.reading.summary(for: hand.viewer)
    let known = Dictionary(uniqueKeysWithValues: try visit.reading.people(for: hand.viewer).map { ($0.handle, $0) })
    let newcomers = (1...count).filter { known[RehearsalNames.handle($0)] == nil }.map { number in
      AddPerson(
        handle: RehearsalNames.handle(number),
        profile: PersonProfile(
          name: RehearsalNames.name(number), team: summary.teams.cyclic(number)?.id, organisation: "Rehearsal",
          perspective: summary.perspectives.cyclic(number)),
        role: RehearsalNames.role(number))
    }
    if !newcomers.isEmpty { try visit.submit(all: newcomers, by: hand) }
    try comeBack(known.values.filter { RehearsalNames.isRehearsed($0.handle) && $0.role == .observer })
    return (1...count).map(RehearsalNames.handle)
  }

  /// Those who were taken away after an earlier rehearsal take part again.
  private func comeBack(_ people: [PersonRow]) throws {
    let operations = people.map { SetRole(person: $0.id, old: .observer, new: .participant) }
    if !operations.isEmpty { try visit.submit(all: operations, by: hand) }
  }
}

extension Array {
  /// The element at a place, counted round and round; nil of none.
  fileprivate func cyclic(_ number: Int) -> Element? { isEmpty ? nil : self[number % count] }
}

extension Visit {
  /// Whether others than simulated people have posted.
  fileprivate func hasRealPosts() throws -> Bool {
    try reading.ideas(IdeaQuery(includesInactive: true, limit: .max), for: .everyone).rows.contains {
      !$0.title.hasPrefix(RehearsalNames.mark)
    }
  }
}
