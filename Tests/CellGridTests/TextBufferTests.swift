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

  @Test func theLimitIsKept() {
    var buffer = typed("1234", limit: 6)
    #expect(buffer.room == 2)
    press(.paste("567"), in: &buffer, gives: .full)
    #expect(buffer.text == "123456")
    press(.character("7"), in: &buffer, gives: .full)
    press(.backspace, in: &buffer, gives: .changed)
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

  /// Whatever is pressed: the caret is in the text, the clusters are those of the text, the limit holds, undoing
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
        #expect(buffer.count <= 60, "seed \(seed)")
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
