import IdeaPipeline
import TestSupport
import Testing

/// The tables in SQLite keep the same contract as those in memory.
@Suite struct SQLiteBoardTests {
  @Test(arguments: BoardAccessContract.all.map(\.name), [true, false])
  func keepsTheContract(_ name: String, remembering: Bool) throws {
    let check = try #require(BoardAccessContract.all.first { $0.name == name }?.check)
    try check { body in try BareBoard.lend(remembering: remembering, body) }
  }

  @Test(arguments: [true, false]) func propertiesHoldWhateverPeopleDo(remembering: Bool) throws {
    let seed = RandomSeed.fresh("random days on SQLite")
    try BoardAccessContract.verifyProperties(seed: seed, runs: remembering ? 30 : 15, length: 80) { body in
      try BareBoard.lend(remembering: remembering, body)
    }
  }

  /// `put` changes the row that is there: what points at it, and what follows it, stays.
  @Test func puttingAnewLeavesTheRowInItsPlace() throws {
    try BareBoard.lend(remembering: false) { board in
      let builder = try BoardBuilder.created(on: board)
      let idea = try builder.idea("Desk")
      try builder.run(TagIdea(idea: idea, old: [], new: ["night"]))
      let comment = try builder.comment("Who pays?", on: idea)
      var changed = try #require(board.get(idea))
      changed.title = "Shared desk"
      board.put(changed)
      #expect(board.get(comment)?.idea == idea)
      #expect(board.all(Idea.self).map(\.title) == ["Shared desk"])
    }
  }
}
