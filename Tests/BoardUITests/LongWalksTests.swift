import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// Thousands of keys one after the other, in windows of any size, leave the screens in order: something is selected where
/// there is something, boxes do not pile up, and what is being written is kept with every key.
@Suite(.timeLimit(.minutes(10))) struct LongWalksTests {
  private static let walks = 3
  private static let keysPerWalk = 3_000
  /// Boxes that one may have opened over each other on purpose.
  private static let mostBoxes = 6

  @Test func threeThousandKeysAtATime() {
    let seed = RandomSeed.fresh("long walks")
    for walk in 0..<UInt64(Self.walks) { Self.go(seed: seed &+ walk) }
  }

  private static func go(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let boards: [SampleBoard] = [.typical, .empty, SampleBoard.typical.seen(as: .facilitator)]
    let board = boards[Int(seed % 3)]
    var walk = Walk(board)
    var kept = KeptDrafts()
    for step in 0..<keysPerWalk {
      let before = walk.state.writing
      walk.take(.key(key(&generator)))
      if walk.quits { (walk, kept) = (Walk(board), KeptDrafts()) }
      kept.take(walk.effects)
      let place: Testing.Comment = "step \(step) of HOTHOUSE_SEED=\(seed)"
      if let now = walk.state.writing {
        if before?.place != now.place { kept.begin(now.text, at: now.place) }
        if let before, before.place == now.place, before.text != now.text {
          #expect(now.isBlank || kept.has(now.text, at: now.place), place)
        }
      }
      #expect(walk.state.overlays.count <= mostBoxes, place)
      if let list = walk.state.board?.list, !list.rows.isEmpty {
        #expect(list.rows.contains { $0.id == list.selected } || list.wantedPlace != nil, place)
      }
      // Drawing each time would take most of the minutes.
      if step % 5 == 0 { #expect(walk.screen().size == walk.state.size, place) }
    }
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHLMRSTVWX<>/:?+-0123456789 #@é漢".map(Key.character)

  private static let others: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .enter, .escape, .escape, .tab, .tab,
    .backTab, .backspace, .delete, .insert, .ctrl("s"), .ctrl("p"), .ctrl("l"), .ctrl("w"), .ctrl("u"), .ctrl("k"),
    .ctrl("a"), .ctrl("e"), .ctrl("y"), .ctrl("_"), .ctrl("g"), .ctrl("c"), .alt("b"), .alt("d"), .function(1),
    .function(9), .modified(.ctrl, .left), .modified(.shift, .down), .paste("q\nlines\u{1B}[31m of 👩🏽‍⚕️ text"), .paste(""),
  ]

  private static func key(_ generator: inout SplitMix64) -> Key {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<55: return letters.randomElement(using: &generator) ?? .enter
    case 55..<90: return others.randomElement(using: &generator) ?? .enter
    case 90..<95:
      return .resize(
        Size(width: .random(in: 0...160, using: &generator), height: .random(in: 0...50, using: &generator)))
    default:
      let point = Point(x: .random(in: -2...170, using: &generator), y: .random(in: -2...55, using: &generator))
      let action: Mouse.Action = [.press, .release, .wheelUp, .wheelDown].randomElement(using: &generator) ?? .press
      return .mouse(Mouse(action, button: .left, at: point, clicks: .random(in: 1...3, using: &generator)))
    }
  }
}

/// What the program has been asked to keep of what was written.
private struct KeptDrafts {
  private var texts: [DraftPlace: [String]] = [:]
  /// What stood there at first, such as the text that is edited: it needs no keeping.
  private var beginnings: [DraftPlace: [String]] = [:]
  private var taken = 0

  mutating func take(_ effects: [Effect]) {
    for effect in effects.dropFirst(taken) {
      switch effect {
      case .saveDraft(let place, let draft): texts[place] = [draft.title, draft.body]
      case .discardDraft(let place): texts[place] = nil
      default: break
      }
    }
    taken = effects.count
  }

  mutating func begin(_ text: [String], at place: DraftPlace) {
    if texts[place] == nil { beginnings[place] = text }
  }

  func has(_ text: [String], at place: DraftPlace) -> Bool { (texts[place] ?? beginnings[place]) == text }
}

extension AppState {
  /// What stands in the composer that has the keys.
  fileprivate var writing: (place: DraftPlace, text: [String], isBlank: Bool)? {
    guard case .composer(let composer)? = overlays.last, composer.phase == .writing else { return nil }
    let text = [composer.title.text, composer.body.text]
    return (composer.place, text, text.allSatisfy { $0.allSatisfy(\.isWhitespace) })
  }
}
