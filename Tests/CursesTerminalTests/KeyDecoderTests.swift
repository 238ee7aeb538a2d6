import CellGrid
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
  private let start = ContinuousClock.now

  private func decode(_ text: String) -> [Key] {
    decode(Array(text.utf8))
  }

  /// The keys of these bytes when they come at once and nothing after them.
  private func decode(_ bytes: [UInt8], with sequences: KeySequences = KeySequences()) -> [Key] {
    var decoder = KeyDecoder(sequences: sequences)
    return decoder.feed(bytes, at: start) + decoder.expire(at: start + .seconds(60))
  }

  static let sequences: [(String, Key)] = [
    ("a", .character("a")), ("é", .character("é")), ("漢", .character("漢")), ("👩‍💻", .character("👩‍💻")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{13}", .ctrl("s")), ("\u{1F}", .ctrl("_")), ("\u{0}", .ctrl("@")), ("\u{1B}", .escape),
    ("\u{1B}b", .alt("b")), ("\u{1B}é", .alt("é")), ("\u{1B}\u{7F}", .modified(.alt, .backspace)),
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .modified(.ctrl, .right)),
    ("\u{1B}[1;4D", .modified([.shift, .alt], .left)), ("\u{1B}\u{1B}[A", .modified(.alt, .up)),
    ("\u{1B}[Z", .backTab), ("\u{1B}[3~", .delete), ("\u{1B}[3;5~", .modified(.ctrl, .delete)),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[7~", .home), ("\u{1B}OF", .end), ("\u{1B}OP", .function(1)),
    ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}O", .alt("O")), ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")),
    ("\u{1B}[115;5u", .ctrl("s")), ("\u{1B}[9;2u", .backTab),
    ("\u{1B}[200~two\rlines\u{1B}[A\u{1B}[201~", .paste("two\nlines\u{1B}[A")), ("\u{1B}[200~\u{1B}[201~", .paste("")),
    ("\u{1B}[<0;10;5M", .mouse(Mouse(.press, button: .left, at: Point(x: 9, y: 4)))),
    ("\u{1B}[<2;300;5m", .mouse(Mouse(.release, button: .right, at: Point(x: 299, y: 4)))),
    ("\u{1B}[<64;1;1M", .mouse(Mouse(.wheelUp, at: .zero))), ("\u{1B}[<69;1;1M", .mouse(Mouse(.wheelDown, at: .zero))),
    ("\u{1B}[M !!", .mouse(Mouse(.press, button: .left, at: .zero))),
    ("\u{1B}[M#!!", .mouse(Mouse(.release, at: .zero))),
  ]

  @Test(arguments: sequences)
  func readsASequence(bytes: String, key: Key) {
    #expect(decode(bytes) == [key])
  }

  /// However a slow link cuts a sequence up, short of the Esc key's own delay.
  @Test(arguments: sequences)
  func readsASequenceByteByByte(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    var now = start
    var keys: [Key] = []
    for byte in bytes.utf8 {
      now += .milliseconds(40)
      keys += decoder.expire(at: now)
      keys += decoder.feed([byte], at: now)
    }
    keys += decoder.expire(at: now + .seconds(60))
    // Parts of one character that come apart are keys of their own, which an editor joins.
    if case .character(let character) = key, character.unicodeScalars.count > 1 {
      #expect(keys == character.unicodeScalars.map { .character(Character($0)) })
    } else {
      #expect(keys == [key])
    }
  }

  @Test(arguments: ["\u{1B}[A", "\u{1B}[1;5C", "\u{1B}OB", "\u{1B}[15~", "\u{1B}[<0;10;5M", "\u{1B}[200~n\u{1B}[201~"])
  func lettersOfASplitSequenceAreNeverCommands(sequence: String) {
    // 200 ms between any two bytes: the ESC has been taken for the Esc key by then.
    var decoder = KeyDecoder()
    var now = start
    var keys: [Key] = []
    for byte in sequence.utf8 {
      keys += decoder.feed([byte], at: now)
      now += .milliseconds(200)
      keys += decoder.expire(at: now)
    }
    keys += decoder.expire(at: now + .seconds(60))
    #expect(keys == [.escape] + decode(sequence))
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;", "\u{1B}[<0;10", "\u{1B}[M !", "\u{1B}[?"])
  func aSequenceWithoutItsEndIsDropped(sequence: String) {
    #expect(decode(sequence) == [])
    var decoder = KeyDecoder()
    _ = decoder.feed(sequence.utf8, at: start)
    _ = decoder.expire(at: start + .seconds(3))
    #expect(decoder.feed("n".utf8, at: start + .seconds(3)) == [.character("n")])
  }

  @Test func escapeIsAnsweredAfterItsDelay() throws {
    var decoder = KeyDecoder()
    decoder.escapeDelay = .milliseconds(30)
    #expect(decoder.deadline == nil)
    #expect(decoder.feed([0x1B], at: start) == [])
    #expect(decoder.deadline == start + .milliseconds(30))
    #expect(decoder.expire(at: start + .milliseconds(29)) == [])
    #expect(decoder.expire(at: start + .milliseconds(30)) == [.escape])
    #expect(decoder.deadline == nil)
    // A bracket long after it is a bracket.
    #expect(decoder.feed("[".utf8, at: start + .seconds(1)) == [.character("[")])
  }

  @Test func aBracketSoonAfterEscapeWaitsForItsSequence() {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B], at: start)
    _ = decoder.expire(at: start + .milliseconds(60))
    #expect(decoder.feed("[".utf8, at: start + .milliseconds(300)) == [])
    #expect(decoder.expire(at: start + .milliseconds(900)) == [.character("[")])
    #expect(decoder.feed("x".utf8, at: start + .seconds(1)) == [.character("x")])
  }

  @Test func aPasteWithoutItsEndTimesOut() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~rm -rf".utf8, at: start) == [])
    #expect(decoder.expire(at: start + .seconds(1)) == [])
    #expect(decoder.expire(at: start + .seconds(2)) == [.paste("rm -rf")])
    #expect(decoder.feed("n".utf8, at: start + .seconds(2)) == [.character("n")])
  }

  @Test func anEndlessPasteIsCut() {
    var decoder = KeyDecoder()
    var keys = decoder.feed("\u{1B}[200~".utf8, at: start)
    for _ in 0..<24 { keys += decoder.feed(String(repeating: "x", count: 65_536).utf8, at: start) }
    keys += decoder.feed("\u{1B}[201~n".utf8, at: start)
    #expect(keys == [.paste(String(repeating: "x", count: KeyDecoder.longestPaste)), .character("n")])
  }

  @Test func clicksAreCounted() {
    var decoder = KeyDecoder()
    func clicks(_ text: String, after: Duration) -> [Int] {
      decoder.feed(text.utf8, at: start + after).map {
        if case .mouse(let mouse) = $0 { mouse.clicks } else { 0 }
      }
    }
    #expect(clicks("\u{1B}[<0;5;5M", after: .zero) == [1])
    #expect(clicks("\u{1B}[<0;5;5M", after: .milliseconds(200)) == [2])
    #expect(clicks("\u{1B}[<0;6;5M", after: .milliseconds(300)) == [1])
    #expect(clicks("\u{1B}[<0;6;5M", after: .milliseconds(900)) == [1])
  }

  @Test func whatTerminfoSaysComesFirst() {
    var sequences = KeySequences()
    sequences.add(Array("\u{1B}Od".utf8), .modified(.ctrl, .left))
    sequences.add(Array("\u{1B}[@x".utf8), .home)
    sequences.add([0x7F], .home)
    #expect(decode(Array("\u{1B}Od".utf8), with: sequences) == [.modified(.ctrl, .left)])
    #expect(decode(Array("\u{1B}[@x".utf8), with: sequences) == [.home])
    #expect(decode([0x7F], with: sequences) == [.backspace])
  }

  @Test func brokenTextIsDropped() {
    #expect(decode([0xFF, 0x61]) == [.character("a")])
    #expect(decode([0xC3, 0x61]) == [.character("a")])
    #expect(decode([0xC0, 0xAF]) == [])
    #expect(decode([0xED, 0xA0, 0x80, 0x62]) == [.character("b")])
    #expect(decode([0xC2, 0x9B, 0x62]) == [.character("b")])
  }

  /// Any bytes in any pieces: no trap, nothing held for ever, and the keyboard works afterwards.
  @Test(arguments: [UInt64(51), 52, 53])
  func anyBytesLeaveAWorkingKeyboard(seed: UInt64) {
    var state = seed
    func next(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    let likely = Array("\u{1B}[]O<M;01259~ABmu n\u{7F}é漢".utf8) + [0xFF, 0x80]
    for _ in 0..<200 {
      var decoder = KeyDecoder()
      var now = start
      for _ in 0..<next(60) {
        _ = decoder.feed([likely[Int(next(UInt64(likely.count)))]], at: now)
        now += .milliseconds(Int(next(400)))
        _ = decoder.expire(at: now)
      }
      now += .seconds(10)
      _ = decoder.expire(at: now)
      #expect(decoder.deadline == nil, "seed \(seed)")
      #expect(decoder.feed("n".utf8, at: now) == [.character("n")], "seed \(seed)")
    }
  }
}
