import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// No sequence of keys and messages, whatever the size of the screen, makes the screens trap or grow without bounds.
@Suite struct RandomKeysTests {
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func nothingTraps(seed: UInt64) {
    print("random keys from seed \(seed)")
    var generator = SplitMix(seed: seed)
    let board: SampleBoard = [.empty, .typical, .overfull, SampleBoard.typical.seen(as: .facilitator)][Int(seed % 4)]
    var walk = seed == 8 ? Walk(lobby: nil) : Walk(board)
    for step in 0..<400 {
      walk.take(message(step, walk, &generator))
      let grid = walk.screen()
      #expect(grid.size == walk.state.size)
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor), "step \(step), seed \(seed)") }
      if walk.quits { walk = Walk(board, width: 80, height: 24) }
    }
  }

  private static let keys: [Key] =
    "abcdeghijklmnopqrstuvwxyzGHLMRSTVW<>/:?+-0123456789 #@é漢".map { .character($0) } + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .escape, .escape, .tab, .tab,
      .backTab,
      .backspace, .delete, .insert, .ctrl("s"), .ctrl("p"), .ctrl("l"), .ctrl("w"), .ctrl("u"), .ctrl("z"), .alt("b"),
      .function(1), .function(5), .modified(.ctrl, .left), .paste("three\nlines\u{1B}[31m of 👩🏽‍⚕️ text"),
      .paste(String(repeating: "x", count: 5_000)),
    ]

  private func message(_ step: Int, _ walk: Walk, _ generator: inout SplitMix) -> Message {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<78: return .key(Self.keys.randomElement(using: &generator) ?? .enter)
    case 78..<82:
      let size = Size(width: .random(in: 0...160, using: &generator), height: .random(in: 0...50, using: &generator))
      return .key(.resize(size))
    case 82..<86:
      let point = Point(x: .random(in: -2...170, using: &generator), y: .random(in: -2...55, using: &generator))
      let action: Mouse.Action = Bool.random(using: &generator) ? .press : .wheelDown
      return .key(.mouse(Mouse(action, button: .left, at: point, clicks: .random(in: 1...2, using: &generator))))
    case 86..<90: return .tick(walk.state.moment.adding(1_000))
    case 90..<94: return answer(walk, &generator)
    default:
      let id = SampleBoard.id(.random(in: 1...40, using: &generator))
      return .changes([walk.board.change(by: SampleBoard.jo, "did something", id, seq: 1_100 + step)])
    }
  }

  /// What the store says to the last submission.
  private func answer(_ walk: Walk, _ generator: inout SplitMix) -> Message {
    guard let token = walk.submission?.token else { return .waiting(holder: nil) }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: return .submitted(token, Receipt(operations: [OperationID(rawValue: 5_000)], seq: 99))
    case 2: return .refused(token, Refusal(.rule, "No.", remedy: .answerWorksheet))
    case 3:
      return .refused(
        token, Refusal(.stale(TextClash(revision: 3, title: "Other", body: "text")), "Changed.", remedy: .compareTexts))
    default: return .notSaved(token, "The disk is full.")
    }
  }
}
