import CellGrid
import Testing

@Suite("Selecting lines")
struct LineSelectionTests {
  private func buffer(_ text: String, caret: Int, _ keys: Key...) -> TextBuffer {
    var buffer = TextBuffer(text, isMultiline: true)
    buffer.moveCaret(to: caret)
    for key in keys { _ = buffer.handle(key, width: 40) }
    return buffer
  }

  private let text = "one\ntwo\nthree"

  @Test("Alt-L selects the caret’s line, then one more each time; Shift with the arrows does the same both ways")
  func extent() {
    #expect(buffer(text, caret: 5, .alt("l")).selection == 4..<8)
    #expect(buffer(text, caret: 5, .alt("l"), .alt("l")).selection == 4..<13)
    #expect(buffer(text, caret: 5, .alt("l"), .alt("l")).selectedLines == 2)
    #expect(buffer(text, caret: 5, .modified(.shift, .down)).selection == 4..<8)
    #expect(buffer(text, caret: 5, .modified(.shift, .up), .modified(.shift, .up)).selection == 0..<8)
    #expect(buffer(text, caret: 1, .alt("l"), .alt("l"), .alt("l"), .alt("l")).selection == 0..<13)
    #expect(buffer("", caret: 0, .alt("l")).selectedLines == 1)
    #expect(buffer("a\n", caret: 2, .alt("l"), .backspace).text == "a\n")
  }

  @Test("Backspace takes the lines out, Ctrl-Y puts them in elsewhere, undo brings them back")
  func cutAndPaste() {
    var cut = buffer(text, caret: 0, .alt("l"), .backspace)
    #expect(cut.text == "two\nthree")
    #expect(cut.selection == nil)
    _ = cut.handle(.modified(.ctrl, .end))
    _ = cut.handle(.enter)
    _ = cut.handle(.ctrl("y"))
    #expect(cut.text == "two\nthree\none\n")
    for _ in 0..<3 { _ = cut.handle(.ctrl("_")) }
    #expect(cut.text == text)
  }

  @Test("Alt-W copies, typing replaces, Esc and moving let go")
  func others() {
    #expect(buffer(text, caret: 0, .alt("l"), .alt("w"), .ctrl("y")).text == "one\n" + text)
    #expect(buffer(text, caret: 4, .alt("l"), .character("x")).text == "one\nxthree")
    #expect(buffer(text, caret: 4, .alt("l"), .paste("a\nb\n")).text == "one\na\nb\nthree")
    #expect(buffer(text, caret: 4, .alt("l"), .escape).selection == nil)
    #expect(buffer(text, caret: 4, .alt("l"), .left).selection == nil)
    var single = TextBuffer("one")
    _ = single.handle(.alt("l"))
    #expect(single.selection == 0..<3, "a single line is selected whole")
  }
}
