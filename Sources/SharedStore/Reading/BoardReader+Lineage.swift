import IdeaPipeline

extension [Idea] {
  /// In the order in which they were shown to everyone, and within a reveal in that of their numbers: the order of the log
  /// would tell who was first to post in private.
  var inPublicOrder: [Idea] {
    sorted { ($0.shownFrom, $0.number ?? .max, $0.seq) < ($1.shownFrom, $1.number ?? .max, $1.seq) }
  }
}

extension BoardReader {
  /// The most ideas of a tree that are told; a larger one is told from the idea down.
  private static let lineageLimit = 200

  /// The tree of builds the idea is part of, as far as the viewer may see it; empty when it stands alone.
  func lineage(of idea: Idea, _ rows: IdeaRows) throws -> [LineageMember] {
    var ancestors: [Idea] = []
    while let parent = (ancestors.last ?? idea).buildsOn.flatMap({ board.get($0) }), sight.sees(parent),
      ancestors.count < Self.lineageLimit
    {
      ancestors.append(parent)
    }
    var tree = descendants(of: ancestors.last ?? idea, depth: 0, room: Self.lineageLimit)
    if !tree.contains(where: { $0.id == idea.id }) {
      tree = ancestors.reversed().enumerated().map { ($1.id, $0) }
      tree += descendants(of: idea, depth: ancestors.count, room: Self.lineageLimit)
    }
    guard tree.count > 1 else { return [] }
    let read = Dictionary(try rows.rows(tree.map(\.id)).map { ($0.id, $0) }) { $1 }
    return tree.compactMap { member in read[member.id].map { LineageMember(row: $0, depth: member.depth) } }
  }

  private func descendants(of idea: Idea, depth: Int, room: Int) -> [(id: IdeaID, depth: Int)] {
    var tree = [(id: idea.id, depth: depth)]
    for child in board.fetch(.builds(on: idea.id)).inPublicOrder where sight.sees(child) && tree.count < room {
      tree += descendants(of: child, depth: depth + 1, room: room - tree.count)
    }
    return tree
  }
}
