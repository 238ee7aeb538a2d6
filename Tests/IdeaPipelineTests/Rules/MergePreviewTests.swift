import IdeaPipeline
import TestSupport
import Testing

@Suite struct MergePreviewTests {
  let room: Fixture
  init() throws { room = try Fixture() }

  private func round() throws -> Round { try #require(room.board.first(.open)) }

  private func preview(_ viewer: PersonID?) throws -> MergePreview {
    room.board.previewMerge(of: [room.rota], into: room.desk, in: try round(), seenBy: viewer)
  }

  @Test func itSaysWhatTheMergeThenDoes() throws {
    try room.builder.dots(3, on: room.desk, by: room.jo)
    try room.builder.dots(2, on: room.rota, by: room.jo)
    try room.builder.dots(1, on: room.rota, by: room.sam)
    let tallies = room.board.all(Tally.self)
    #expect(try preview(room.jo) == MergePreview(tally: .dots(4, own: 3), refunded: 2))
    #expect(try preview(nil).tally == .dots(4, own: 0))
    #expect(room.board.all(Tally.self) == tallies, "nothing is merged")
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    #expect((room.board.fetch(.of(room.desk)) as [Tally]).last?.dots == 4)
  }

  @Test func whatWasMergedBeforeCountsToo() throws {
    let third = try room.builder.idea("Falls car")
    try room.builder.dots(2, on: third, by: room.jo)
    try room.builder.dots(2, on: room.desk, by: room.jo)
    try room.run(MergeIdea(idea: third, into: room.rota))
    #expect(try preview(room.jo) == MergePreview(tally: .dots(3, own: 3), refunded: 1))
  }

  @Test func aBlindRoundShowsOnlyOnesOwnAndTheMergeWaits() throws {
    let opened = try room.run(OpenRound(title: "Vote", round: .dots(budget: 5, cap: 3)))
    try room.run(GiveDot(round: RoundID(madeBy: opened.id), idea: room.desk), by: room.jo)
    try room.run(GiveDot(round: RoundID(madeBy: opened.id), idea: room.rota), by: room.sam)
    #expect(try preview(room.jo) == MergePreview(tally: .own(dots: 1, position: nil), waits: true))
    #expect(try preview(nil) == MergePreview(tally: .own(dots: 0, position: nil), waits: true))
  }

  @Test func inARoundOfAgreementTheLastPositionOfAPersonCounts() throws {
    let opened = try room.run(OpenRound(title: "Vote", round: .consensus))
    let id = RoundID(madeBy: opened.id)
    try room.run(CastPosition(round: id, idea: room.desk, position: .agree), by: room.jo)
    try room.run(CastPosition(round: id, idea: room.rota, position: .disagree), by: room.jo)
    try room.run(CastPosition(round: id, idea: room.rota, position: .pass), by: room.sam)
    try room.run(CloseRound(round: id))
    let round = try #require(room.board.get(id))
    let preview = room.board.previewMerge(of: [room.rota], into: room.desk, in: round, seenBy: room.jo)
    #expect(preview == MergePreview(tally: .consensus(agree: 0, disagree: 1, pass: 1, own: .disagree)))
    try room.run(MergeIdea(idea: room.rota, into: room.desk))
    let tally = try #require(room.board.get(Tally.identity(round: id, idea: room.desk)))
    #expect((tally.agree, tally.disagree, tally.pass) == (0, 1, 1))
  }
}
