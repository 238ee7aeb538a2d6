import CellGrid
import Testing

@Suite struct TextBufferTests {
  private func typed(_ text: String, multiline: Bool = false, limit: Int? = nil) -> TextBuffer {
    var buffer = TextBuffer(isMultiline: multiline, limit: limit)
    for character in text { _ = buffer.handle(character == "\n" ? .enter : .character(character)) }
    return buffer
  }

  private func pressing(_ keys: [Key], in buffer: TextBuffer, width: Int = 80) -> TextBuffer {
    var buffer = buffer
    for key in keys { _ = buffer.handle(key, width: width) }
    return buffer
  }

  private func press(
    _ key: Key, in buffer: inout TextBuffer, gives expected: TextBuffer.Outcome,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let outcome = buffer.handle(key)
    #expect(outcome == expected, sourceLocation: sourceLocation)
  }

  @Test func shellKeysEdit() {
    let start = typed("one two three")
    #expect(pressing([.ctrl("w")], in: start).text == "one two ")
    #expect(pressing([.alt("b"), .alt("b"), .ctrl("k")], in: start).text == "one ")
    #expect(pressing([.alt("b"), .ctrl("u")], in: start).text == "three")
    #expect(pressing([.ctrl("w"), .ctrl("a"), .ctrl("y")], in: start).text == "threeone two ")
    #expect(pressing([.home, .delete, .right, .backspace], in: start).text == "e two three")
    #expect(pressing([.ctrl("a"), .alt("f"), .alt("d")], in: start).text == "one three")
    #expect(pressing([.modified(.ctrl, .left), .character("x")], in: start).text == "one two xthree")
  }

  @Test func typingIsUndoneInWords() {
    var buffer = typed("one two")
    press(.ctrl("_"), in: &buffer, gives: .changed)
    #expect(buffer.text == "one ")
    buffer.undo()
    #expect(buffer.text == "")
    #expect(!buffer.canUndo)
    buffer.redo()
    press(.alt("_"), in: &buffer, gives: .changed)
    #expect(buffer.text == "one two")
    #expect(!buffer.canRedo)
  }

  @Test func aSingleLineHasNoLineBreaks() {
    var buffer = typed("")
    press(.paste("two\r\nlines\u{1B}[31m\tand\u{202E} more\n"), in: &buffer, gives: .changed)
    #expect(buffer.text == "two lines[31m and more ")
    press(.enter, in: &buffer, gives: .ignored)
    press(.up, in: &buffer, gives: .ignored)
    press(.function(1), in: &buffer, gives: .ignored)
    press(.ctrl("s"), in: &buffer, gives: .ignored)
  }

  @Test func whatIsOverTheLimitStaysAndIsCounted() {
    var buffer = typed("1234", limit: 6)
    #expect(buffer.room == 2 && buffer.excess == 0)
    press(.paste("567"), in: &buffer, gives: .changed)
    #expect(buffer.text == "1234567")
    #expect(buffer.room == 0 && buffer.excess == 1)
    press(.backspace, in: &buffer, gives: .changed)
    #expect(buffer.excess == 0)
    press(.paste(String(repeating: "x", count: TextBuffer.most)), in: &buffer, gives: .full)
    #expect(buffer.text == "123456", "all or nothing")
  }

  @Test func severalRowsNeedNotHaveBreaks() {
    var buffer = TextBuffer(isMultiline: true, hasBreaks: false)
    press(.paste("one two\nthree"), in: &buffer, gives: .changed)
    #expect(buffer.text == "one two three")
    press(.enter, in: &buffer, gives: .ignored)
    _ = buffer.handle(.up, width: 8)
    #expect(buffer.caretPosition(width: 8).row == 0, "rows as shown")
  }

  // MARK: Pointing

  private func pointed(_ text: String, at point: Point, in rect: Rect, multiline: Bool = false) -> TextBuffer {
    var buffer = TextBuffer(text, isMultiline: multiline)
    buffer.moveCaret(to: point, in: buffer.window(in: rect, isActive: true))
    return buffer
  }

  @Test func aPlaceOnTheScreenIsAPlaceInTheText() {
    let line = Rect(x: 10, y: 5, width: 20, height: 1)
    #expect(pointed("one two", at: Point(x: 14, y: 5), in: line).caret == 4)
    #expect(pointed("one two", at: Point(x: 28, y: 5), in: line).caret == 7, "behind the end")
    // Wide characters and those of several scalars.
    for (x, caret) in [(10, 0), (11, 0), (12, 1), (13, 1), (14, 2), (15, 3), (16, 3), (17, 4)] {
      #expect(pointed("漢字a👩🏽‍⚕️b", at: Point(x: x, y: 5), in: line).caret == caret, "\(x)")
    }
    let box = Rect(x: 2, y: 1, width: 11, height: 3)
    // "one two " / "three four" / "five"
    let text = "one two three four\nfive"
    #expect(pointed(text, at: Point(x: 4, y: 2), in: box, multiline: true).caret == 10)
    #expect(pointed(text, at: Point(x: 12, y: 1), in: box, multiline: true).caret == 7, "the end of a soft row")
    #expect(pointed(text, at: Point(x: 12, y: 3), in: box, multiline: true).caret == text.count)
  }

  @Test func pointingMovesNothingOutOfPlace() {
    let line = Rect(x: 0, y: 0, width: 10, height: 1)
    var single = TextBuffer("abcdefghijklmnopqrstuvwxyz")
    #expect(single.window(width: 10) == ("rstuvwxyz", 9))
    single.moveCaret(to: Point(x: 2, y: 0), in: single.window(in: line, isActive: true))
    #expect(single.caret == 19)
    #expect(single.window(width: 10) == ("rstuvwxyz", 2))
    let box = Rect(x: 0, y: 0, width: 10, height: 2)
    var rows = TextBuffer("a\nb\nc\nd\ne", isMultiline: true)
    rows.moveCaret(to: Point(x: 0, y: 0), in: rows.window(in: box, isActive: true))
    #expect(rows.caret == 6)
    #expect(rows.window(in: box, isActive: true).start == 3)
    rows.roll(by: -2, in: rows.window(in: box, isActive: true))
    #expect(rows.window(in: box, isActive: true).start == 1)
    #expect(rows.caret == 4, "the caret comes along")
    rows.roll(by: 9, in: rows.window(in: box, isActive: true))
    #expect(rows.window(in: box, isActive: true).start == 3)
  }

  @Test func aLongLineShowsWhatIsBehindTheCaretToo() {
    var buffer = TextBuffer(String(repeating: "x", count: 100) + "END")
    for _ in 0..<20 { _ = buffer.handle(.left) }
    let window = buffer.window(width: 40)
    #expect(window.column <= 30 && window.column > 0)
  }

  @Test func rowsAsShownAreMovedBetween() {
    // In 11 columns, one of them the caret's: "one two " "three four" / "five"
    let start = typed("one two three four\nfive", multiline: true)
    #expect(start.flow(width: 11).rows.map { String($0.characters) } == ["one two ", "three four", "five"])
    #expect(start.caretPosition(width: 11) == (2, 4))
    let up = pressing([.up], in: start, width: 11)
    #expect(up.caretPosition(width: 11) == (1, 4))
    let top = pressing([.up, .up, .up], in: start, width: 11)
    #expect(top.caret == 0)
    let kept = pressing([.up, .end, .down, .up], in: start, width: 11)
    #expect(kept.caretPosition(width: 11) == (1, 10))
    #expect(pressing([.up, .home, .character("x")], in: start, width: 11).text == "one two xthree four\nfive")
  }

  @Test func theCaretStaysInSightOfALongLine() {
    let buffer = typed("abcdefghij")
    #expect(buffer.window(width: 5) == ("ghij", 4))
    #expect(pressing([.home], in: buffer).window(width: 5) == ("abcde", 0))
    #expect(buffer.window(width: 0).column == 0)
  }

  @Test func aMarkJoinsTheCharacterBeforeIt() {
    var buffer = typed("e")
    buffer.insert("\u{301}")
    #expect(buffer.count == 1)
    #expect(buffer.caret == 1)
    press(.backspace, in: &buffer, gives: .changed)
    #expect(buffer.isEmpty)
  }

  /// Whatever is pressed: the caret is in the text, the clusters are those of the text, undoing
  /// everything gives what was there first and redoing everything what was there last.
  @Test(arguments: [UInt64(41), 42, 43, 44, 45])
  func anythingPressedCanBeUndone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let start = TextBuffer(generator.text(upTo: 6), isMultiline: .random(using: &generator), limit: 60)
      var buffer = start
      for _ in 0..<60 {
        _ = buffer.handle(generator.key(), width: Int.random(in: 0...12, using: &generator))
        #expect((0...buffer.count).contains(buffer.caret), "seed \(seed)")
        #expect(Array(buffer.text) == buffer.characters, "seed \(seed)")
        #expect(buffer.excess == max(0, buffer.count - 60), "seed \(seed)")
        #expect(buffer.isMultiline || !buffer.text.contains(where: \.isNewline), "seed \(seed)")
      }
      let last = buffer.text
      while buffer.undo() {}
      #expect(buffer.text == start.text, "seed \(seed)")
      while buffer.redo() {}
      #expect(buffer.text == last, "seed \(seed)")
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func key() -> Key {
    let editing: [Key] = [
      .left, .right, .up, .down, .home, .end, .backspace, .delete, .enter, .ctrl("a"), .ctrl("e"), .ctrl("k"),
      .ctrl("u"), .ctrl("w"), .ctrl("y"), .alt("b"), .alt("f"), .alt("d"), .modified(.ctrl, .right), .escape,
    ]
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return .paste(text(upTo: 4))
    case 1: return text(upTo: 1).first.map { .character($0) } ?? .character("x")
    default: return editing.randomElement(using: &self) ?? .left
    }
  }
}
