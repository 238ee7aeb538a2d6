import IdeaPipeline
import TestSupport
import Testing

@Suite struct TagAndLinkTests {
  let room: Fixture
  private let study = EvidenceLink(url: "https://example.org/study")
  init() throws { room = try Fixture() }

  @Test func tagsAreReplacedAsASet() throws {
    let stamp = try room.run(TagIdea(idea: room.desk, old: [], new: ["triage", "night"]), by: room.jo)
    #expect(try room.idea(room.desk).tags == ["triage", "night"])
    #expect(try room.idea(room.desk).tagsFrom == stamp.id)
    #expect(room.said == "changed the tags of 1 “Shared desk”")
  }

  @Test func linksAreReplacedAsASet() throws {
    let stamp = try room.run(LinkEvidence(idea: room.desk, old: [], new: [study]), by: room.jo)
    #expect(try room.idea(room.desk).links == [study])
    #expect(try room.idea(room.desk).linksFrom == stamp.id)
    #expect(room.said == "changed the links of 1 “Shared desk”")
  }

  @Test func whoLookedAtOlderOnesIsTold() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    expectRefusal(.rule, "The tags of 1 “Shared desk” were changed meanwhile") {
      try room.run(TagIdea(idea: room.desk, old: [], new: ["night"]))
    }
    try room.run(LinkEvidence(idea: room.desk, old: [], new: [study]), by: room.jo)
    expectRefusal(.rule, "The links of 1 “Shared desk” were changed meanwhile") {
      try room.run(LinkEvidence(idea: room.desk, old: [], new: [EvidenceLink(url: "https://example.org")]))
    }
  }

  @Test func theSameSetIsNoChange() throws {
    expectRefusal(.rule, "has these tags already") { try room.run(TagIdea(idea: room.desk, old: [], new: [])) }
    expectRefusal(.rule, "has these links already") { try room.run(LinkEvidence(idea: room.desk, old: [], new: [])) }
  }

  @Test func whoMayAndWhatFits() {
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(TagIdea(idea: room.desk, old: [], new: ["a"]), by: room.sam)
    }
    expectRefusal(.notPermitted, "somebody else wrote it", remedy: .askFacilitator) {
      try room.run(LinkEvidence(idea: room.desk, old: [], new: [study]), by: room.sam)
    }
    expectRefusal(.badInput, "cannot be a tag") { try room.run(TagIdea(idea: room.desk, old: [], new: ["A b"])) }
    expectRefusal(.badInput, "starts with https://") {
      try room.run(LinkEvidence(idea: room.desk, old: [], new: [EvidenceLink(url: "file:///etc/passwd")]))
    }
  }

  @Test func undo() throws {
    try room.run(TagIdea(idea: room.desk, old: [], new: ["triage"]), by: room.jo)
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(TagIdea(idea: room.desk, old: ["triage"], new: ["triage", "night"]), by: room.jo)
    }
    try expectUndo(on: room.builder, by: room.jo) {
      try room.run(LinkEvidence(idea: room.desk, old: [], new: [study]), by: room.jo)
    }
  }
}
