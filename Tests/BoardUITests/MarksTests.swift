import BoardUI
import IdeaPipeline
import TestSupport
import Testing

/// Several ideas at once.
@Suite struct MarksTests {
  /// Ideas 19, 22 and 16 are marked.
  private func marked(_ role: Role = .coach) -> Walk {
    var walk = Walk(SampleBoard.typical.seen(as: role))
    walk.press("Space", "Space", "Space")
    return walk
  }

  /// The submissions of the last command, oldest first.
  private func submissions(_ walk: Walk) -> [(token: SubmissionToken, operation: any Operation)] {
    walk.effects.flatMap { effect -> [(token: SubmissionToken, operation: any Operation)] in
      guard case .submitEach(let parts) = effect else { return [] }
      return parts.map { ($0.token, $0.operation) }
    }
  }

  @Test func spaceMarksAndEscClears() {
    var walk = marked()
    #expect(walk.text.contains("3 marked"))
    #expect(walk.text.contains("✓ 19") && walk.text.contains("✓ 16"))
    walk.press("Up", "Space")
    #expect(walk.text.contains("2 marked"))
    walk.press("Esc")
    #expect(!walk.text.contains("marked") && !walk.text.contains("✓ 19"))
    #expect(walk.text.contains("▐Ideate 5▌"))
  }

  @Test func whatCameOfItIsToldIdeaByIdea() {
    var walk = marked()
    walk.press(">")
    #expect(walk.text.contains("Advance 3 marked ideas?"))
    walk.press("y")
    let sent = submissions(walk)
    #expect(sent.compactMap { ($0.operation as? AdvanceIdea)?.idea } == [19, 22, 16].map(SampleBoard.id))
    walk.take(.submitted(sent[0].token, Receipt(operations: [OperationID(rawValue: 500)], seq: 1_101)))
    let refusal = Refusal(.rule, "Ideate needs safe to try before Prototype.", remedy: .answerWorksheet)
    walk.take(.refused(sent[1].token, refusal))
    #expect(!walk.text.contains("advanced"), "not before all have answered")
    walk.take(.submitted(sent[2].token, Receipt(operations: [OperationID(rawValue: 501)], seq: 1_102)))
    #expect(walk.text.contains("2 advanced (19, 16). 22: Ideate needs safe to try before Prototype."))
    #expect(walk.text.contains("1 marked"), "what was refused stays marked")
    walk.press("Esc", "u")
    let undo = walk.effects.compactMap { if case .undo(_, let ids) = $0 { ids.map(\.rawValue) } else { nil } }
    #expect(undo == [[500, 501]], "one undo takes all of it back")
  }

  @Test func theFeedDoesNotPushTheResultAway() {
    var walk = marked()
    walk.press(">", "y")
    let sent = submissions(walk)
    for (place, one) in sent.enumerated() {
      walk.take(
        .submitted(one.token, Receipt(operations: [OperationID(rawValue: Int64(1_101 + place))], seq: 1_101 + place)))
    }
    walk.take(
      .changes([walk.board.change(by: SampleBoard.ann, "moved 16 to Prototype", SampleBoard.id(16), seq: 1_103)]))
    #expect(walk.notice == "3 advanced (19, 22, 16).")
  }

  @Test func tagsAreAddedToEach() {
    var walk = Walk(SampleBoard.typical.seen(as: .facilitator))
    walk.press("Space", "G", "Space", "t")
    #expect(walk.text.contains("Tags for 2 marked ideas"))
    walk.type("night one-team")
    walk.press("Enter")
    let tags = submissions(walk).compactMap { $0.operation as? TagIdea }
    #expect(tags.map(\.new) == [["night", "one-team"], ["urgent-care", "one-team", "night"]])
  }

  @Test func manyAreMergedIntoOne() {
    var walk = marked()
    walk.press("m")
    #expect(walk.text.contains("Merge 3 marked ideas into …"))
    walk.type("14")
    walk.press("Enter")
    let merges = submissions(walk).compactMap { $0.operation as? MergeIdea }
    #expect(merges.map(\.idea) == [19, 22, 16].map(SampleBoard.id))
    #expect(Set(merges.map(\.into)) == [SampleBoard.id(14)])
  }

  @Test func theLastStageIsSaidAtOnce() {
    var walk = Walk(SampleBoard.typical.seen(as: .coach))
    walk.press("Right", "Right", "Space", ">", "y")
    #expect(submissions(walk).isEmpty)
    #expect(walk.notice == "9: It is in Test, the last stage.")
  }

  @Test func aParticipantMarksToTag() {
    var walk = marked(.participant)
    #expect(walk.text.contains("t tags") && !walk.text.contains("merge into one"))
    walk.press("m")
    #expect(walk.text.contains("Only coaches and facilitators merge."))
  }
}
