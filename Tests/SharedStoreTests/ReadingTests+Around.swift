import GRDB
import IdeaPipeline
import Testing

@testable import SharedStore

/// What stands around an idea: comments, what undo would take back, merges, lineage.
extension ReadingTests {
  @Test func aMergePreviewCountsWhatOneMaySee() throws {
    let jo = try person("jo")
    let (one, two) = (try room.post("One"), try room.post("Two"))
    let standing = try #require(try store.connections.read { SQLiteBoard($0).first(.open) })
    for idea in [one, one, two, two] { try room.submit(GiveDot(round: standing.id, idea: idea), by: jo) }
    let seen = try store.mergePreview(of: [two], into: one, for: .person(jo))
    #expect(seen == MergePreview(tally: .dots(3, own: 3), refunded: 1))
    try change(two) { $0.hidden = Samples.hiding }
    #expect(try store.mergePreview(of: [two], into: one, for: .person(jo)).tally == .dots(2, own: 2))
    #expect(try store.mergePreview(of: [one], into: two, for: .person(jo)) == MergePreview())
  }

  @Test func theLineageIsTheWholeTree() throws {
    let jo = try person("jo")
    let root = try room.post("Root")
    func build(_ title: String, on parent: IdeaID) throws -> IdeaID {
      IdeaID(madeBy: try room.submit(PostIdea(title: title, buildsOn: parent), by: jo).stamp.id)
    }
    let left = try build("Left", on: root)
    let leaf = try build("Leaf", on: left)
    let right = try build("Right", on: root)
    func tree(_ idea: IdeaID, _ viewer: Viewer) throws -> [String]? {
      try store.idea(.id(idea), for: viewer)?.lineage.map { "\($0.depth) \($0.row.title)" }
    }
    for idea in [root, left, leaf, right] {
      #expect(try tree(idea, owner) == ["0 Root", "1 Left", "2 Leaf", "1 Right"])
    }
    try change(left) { $0.hidden = Samples.hiding }
    #expect(try tree(root, .person(jo)) == ["0 Root", "1 Right"])
    #expect(try tree(leaf, .person(jo)) == [], "what it builds on is out of sight")
    #expect(try tree(try room.post("Alone"), owner) == [])
  }

  @Test func whatAPersonMayDoWithACommentGoesByRole() throws {
    let (jo, sam) = (try person("jo"), try person("sam"))
    let idea = try room.post("One")
    try room.submit(PostComment(idea: idea, text: "Yes"), by: jo)
    func mayEdit(_ viewer: Viewer) throws -> [Bool]? { try store.idea(.id(idea), for: viewer)?.comments.map(\.mayEdit) }
    #expect(try mayEdit(.person(jo)) == [true])
    #expect(try mayEdit(.person(sam)) == [false])
    #expect(try mayEdit(owner) == [true], "a facilitator may change any")
    #expect(try mayEdit(.everyone) == [false])
  }

  @Test func undoIsOfferedForOnesOwnLastChange() throws {
    let jo = try person("jo")
    #expect(try store.undoOffer(for: .person(jo)) == .nothing(UndoRule.nothing.sentence))
    let posted = try room.submit(PostIdea(title: "One"), by: jo).stamp
    try room.post("Two")
    let idea = IdeaID(madeBy: posted.id)
    _ = try store.submit([Submission(id: room.newID(), PostIdea(title: "Three"), by: .sealed, asker: jo)])
    #expect(
      try store.undoOffer(for: .person(jo))
        == .deed([posted.id], at: posted.at, activity: Activity("posted 1 “One”", idea: idea)))
    let said = try room.submit(PostComment(idea: idea, text: "Yes"), by: jo).stamp
    guard case .deed([said.id], said.at, let activity) = try store.undoOffer(for: .person(jo)) else {
      Issue.record("the comment is the last change")
      return
    }
    #expect(activity.words == "commented on 1 “One”")
    _ = try store.undo(said.id, by: jo, id: room.newID(), others: room.newID)
    guard case .deed([posted.id], _, _) = try store.undoOffer(for: .person(jo)) else {
      Issue.record("what was taken back is not offered again")
      return
    }
    #expect(try store.undoOffer(for: .everyone) == .nothing(UndoRule.nothing.sentence))
  }
}
