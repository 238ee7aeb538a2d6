import CellGrid
import Foundation
import TestSupport
import Testing

/// Whatever arrives at the real program from a terminal, it goes on or ends as it should, and the board is unharmed.
@Suite(.timeLimit(.minutes(10))) struct RandomBytesTests {
  @Test func threeThousandRandomKeys() async throws {
    let home = try await BoardsHome.withSpringBoard()
    var keys = RandomBytes(seed: RandomSeed.fresh("3,000 random keys"))
    var terminal = try Self.open(home)
    defer { terminal.close() }
    var count = 0
    while count < 3_000 {
      terminal.send(bytes: keys.next(25))
      count += 25
      guard terminal.ending != nil else { continue }
      try Self.expectEnded(terminal, "after \(count) keys")
      terminal.close()
      terminal = try Self.open(home)
    }
    // It still answers: asked to go, it goes.
    try Self.leave(terminal)
    try Self.expectEnded(terminal, "at the end")
    #expect(try await home.succeed("check", "spring").output.contains("in order"))
  }

  private static func open(_ home: BoardsHome) throws -> TmuxTerminal {
    let environment = home.environment.merging(["EDITOR": "true", "VISUAL": "true"]) { $1 }
    let terminal = try TmuxTerminal(
      [RunningProgram.path, "open", "spring", "--as", "ann"], environment: environment)
    try terminal.waitFor("1 here")
    return terminal
  }

  /// Asks until the question stands there, then says yes. Each key waits for its answer: one pressed at a screen that is
  /// behind would take back the one before. A key may be part of a sequence or a paste that has not ended yet.
  private static func leave(_ terminal: TmuxTerminal) throws {
    try terminal.poll("the program to leave when asked to") { () -> Bool? in
      terminal.press("ctrl-c")
      let asks = try? terminal.waitFor("“Leave?”", within: .seconds(5)) {
        $0.contains("Leave?") || terminal.ending != nil
      }
      guard asks != nil else { return nil }
      terminal.press("Enter")
      return (try? terminal.waitForEnding(within: .seconds(5))).map { _ in true }
    }
  }

  private static func expectEnded(_ terminal: TmuxTerminal, _ when: String) throws {
    #expect(try terminal.waitForEnding() == .exited(0), "\(when)\n\(terminal.screen)")
    #expect(terminal.state("#{alternate_on}#{mouse_any_flag}#{keypad_cursor_flag}") == "000", "\(when)")
  }
}

/// What a keyboard, a mouse and a clipboard send, whole and in pieces.
private struct RandomBytes {
  private var generator: SplitMix64
  /// The second half of a sequence that was split.
  private var rest: [UInt8] = []

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// The bytes of so many keys. They may end in the middle of one.
  mutating func next(_ count: Int) -> [UInt8] {
    var bytes = rest
    rest = []
    for _ in 1..<count { bytes += key() }
    let last = key()
    let half = Int.random(in: 0...last.count, using: &generator)
    rest = Array(last[half...])
    return bytes + last[..<half]
  }

  private mutating func key() -> [UInt8] {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<50: [UInt8.random(in: 0x20...0x7E, using: &generator)]
    case 50..<60: control()
    case 60..<66: Array("é漢👩🏽‍⚕️ßع\u{301}".randomElement(using: &generator).map(String.init)?.utf8 ?? "".utf8)
    case 66..<68: [UInt8.random(in: 0x80...0xFF, using: &generator)]
    case 68..<86: Array("\u{1B}\(Self.sequences.randomElement(using: &generator) ?? "")".utf8)
    case 86..<92: mouse()
    case 92..<95: paste()
    default: [[0x0D], [0x1B], [0x09]].randomElement(using: &generator) ?? []
    }
  }

  /// Any but Ctrl-Z; Ctrl-C seldom, since leaving is tried often enough with q.
  private mutating func control() -> [UInt8] {
    let byte = UInt8.random(in: 0x00...0x1F, using: &generator)
    return byte == 0x1A || (byte == 0x03 && Bool.random(using: &generator)) ? [0x1B] : [byte]
  }

  /// Arrows and their like as several terminals send them, function keys, and what is no key at all.
  private static let sequences =
    ["[A", "[B", "[C", "[D", "OA", "OB", "OC", "OD", "[H", "[F", "[5~", "[6~", "[3~", "[2~", "[Z"]
    + ["OP", "OQ", "OR", "OS", "[15~", "[24~", "[1;5A", "[1;2D", "[1;3C", "b", "f", "x", "OM", "Op"]
    + ["[", "O", "[1;", "[?", "[200", "[999;999;999q", "[201~", "]0;title\u{7}", "P1$r0m\u{1B}\\", "[M", "[I", "[<0;1"]

  private mutating func mouse() -> [UInt8] {
    let place = (Int.random(in: 0...250, using: &generator), Int.random(in: 0...100, using: &generator))
    let button = [0, 0, 0, 1, 2, 64, 65, 35, 128].randomElement(using: &generator) ?? 0
    if Int.random(in: 0..<8, using: &generator) == 0 { return Array("\u{1B}[M !!".utf8) }
    return Array("\u{1B}[<\(button);\(place.0);\(place.1)\(Bool.random(using: &generator) ? "M" : "m")".utf8)
  }

  /// A few words, many lines, or one that never ends.
  private mutating func paste() -> [UInt8] {
    let text = ["q", "two\r\nlines :q\r", "\u{1B}[31mred\u{7}\u{0}", String(repeating: "long ", count: 300)]
      .randomElement(using: &generator)
    let end = Int.random(in: 0..<10, using: &generator) == 0 ? "" : "\u{1B}[201~"
    return Array("\u{1B}[200~\(text ?? "")\(end)".utf8)
  }
}
