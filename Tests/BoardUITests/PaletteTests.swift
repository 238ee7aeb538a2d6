import CellGrid
import TestSupport
import Testing

@testable import BoardUI

/// Every command in words: a few letters or a key find it.
@Suite struct PaletteTests {
  private func names(_ typed: String) -> [String] {
    Palette(query: TextBuffer(typed)).matches(in: CommandTable.entries, keymap: .standard).map(\.entry.name)
  }

  @Test(arguments: [
    ("ni", "New idea"), ("new", "New idea"), ("idea new", "New idea"), ("sb", "Send back a stage"),
    ("build", "Build on it"), ("undo", "Undo my last change"), ("ws", "Worksheet of this stage"),
    ("give a dot", "Give a dot"), ("COLOUR", "Theme"), ("gadot", "Give a dot"),
  ])
  func aFewLettersInOrderFindTheCommand(typed: String, name: String) { #expect(names(typed).first == name) }

  @Test(arguments: [
    (">", "Advance to the next stage"), ("v", "Give a dot"), ("V", "Take a dot back"), ("/", "Filter"),
    ("ctrl-l", "Draw again"), ("F1", "Help"), ("?", "Help"), ("space", "Mark"), ("x", "Withdraw or bring back"),
    ("X", "Hide or show again"),
  ])
  func aKeyFindsItsCommand(typed: String, name: String) { #expect(names(typed).first == name) }

  @Test func lettersOutOfOrderFindNothing() { #expect(names("zqx").isEmpty) }

  /// Wherever equals are, they stay as the table has them; and nothing typed shows everything.
  @Test func theOrderIsStable() {
    let table = CommandTable.entries.map(\.name)
    #expect(names("") == table)
    #expect(names("  ") == table)
    for typed in ["a", "e", "stage", "idea", "st"] {
      #expect(names(typed) == names(typed))
      #expect(Set(names(typed)).count == names(typed).count)
    }
    let stages = names("stage to the").filter { $0.hasPrefix("Stage to the") }
    #expect(stages == ["Stage to the left", "Stage to the right"])
  }

  @Test func theTypedLettersAreMarkedAtTheBeginningsOfWords() {
    let match = Palette(query: TextBuffer("sb")).matches(in: CommandTable.entries, keymap: .standard)[0]
    #expect(match.letters == [0, 5])
    var walk = Walk(width: 80, height: 24)
    walk.press(":")
    walk.type("sb")
    let grid = walk.screen()
    let row = (0..<24).first { grid.row($0).compactMap(\.glyph?.text).joined().contains("Send back a stage") }
    let marked = grid.row(row ?? 0).filter { $0.style.token == .highlight }.compactMap(\.glyph?.text).joined()
    #expect(marked == "Sb")
  }

  @Test func nothingFoundSaysWhatToTry() {
    var walk = Walk()
    walk.press(":")
    walk.type("zqx")
    #expect(walk.text.contains("No command is called that."))
  }
}

/// Help is searched like a page.
@Suite struct HelpTests {
  @Test func itBeginsWithWhatTheScreenIs() {
    var walk = Walk()
    walk.press("?")
    #expect(walk.text.contains("The board: ideas in five stages"))
    #expect(walk.text.contains("Ideas move from left to right through five stages."))
    walk.press("Esc", "Enter", "?")
    #expect(walk.text.contains("An idea: its conversation and its journey"))
  }

  @Test func itIsSearchedAndTheWordsAreMarked() {
    var walk = Walk()
    walk.press("?")
    #expect(!walk.text.contains("Colours: the screen shows"))
    walk.press("/")
    walk.type("colours")
    #expect(walk.text.contains("Colours: the screen shows"))
    #expect(walk.text.contains("1 of 1"))
    let marked = walk.screen().styleMap
    walk.press("Esc")
    #expect(walk.screen().styleMap != marked)
    #expect(walk.text.contains("The board: ideas in five stages"))
  }

  @Test func oneGoesFromMatchToMatch() {
    var walk = Walk()
    walk.press("?", "/")
    walk.type("stage")
    #expect(walk.text.contains(" 1 of "))
    walk.press("Enter", "n", "n")
    #expect(walk.text.contains(" 3 of "))
    walk.press("N", "Enter", "N", "N", "N")
    #expect(!walk.text.contains(" 1 of ") && !walk.text.contains(" 3 of "))
    walk.press("Esc")
    #expect(walk.text.contains("/ finds"))
    walk.press("Esc")
    #expect(!walk.text.contains("The board: ideas in five stages"))
  }

  @Test func whatIsNotThereIsSaid() {
    var walk = Walk()
    walk.press("?", "/")
    walk.type("unicorn")
    #expect(walk.text.contains("not here"))
  }
}
