import CellGrid
import Testing

@testable import BoardUI

@Suite("Keys somebody chose")
struct KeymapChoicesTests {
  private func keymap(_ choices: (Key?, String)...) throws -> Keymap {
    var made = KeymapChoices()
    for (key, name) in choices { try made.choose(key, for: name) }
    return made.keymap
  }

  private func refusal(_ key: Key, _ name: String, after others: (Key?, String)...) -> String? {
    var made = KeymapChoices()
    do throws(KeymapChoices.Refusal) {
      for (key, name) in others { try made.choose(key, for: name) }
      try made.choose(key, for: name)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("Without choices the keys are the standard ones")
  func none() throws { #expect(try keymap() == .standard) }

  @Test("A command with keys of its own loses the standard ones, and shows the first")
  func replaced() throws {
    let keymap = try keymap((.function(7), "advance"), (.ctrl("a"), "advance"))
    #expect(keymap.command(for: .function(7)) == .advance)
    #expect(keymap.command(for: .ctrl("a")) == .advance)
    #expect(keymap.command(for: .character(">")) == nil)
    #expect(keymap.labels(.advance) == ["F7", "Ctrl-A"])
  }

  @Test("A key is taken from the command that had it")
  func taken() throws {
    let keymap = try keymap((.character("x"), "advance"))
    #expect(keymap.command(for: .character("x")) == .advance)
    #expect(keymap.labels(.withdraw) == [])
  }

  @Test("A command may be left without a key; the palette still has it")
  func cleared() throws {
    let keymap = try keymap((nil, "withdraw"))
    #expect(keymap.command(for: .character("x")) == nil)
  }

  @Test("What every screen tells people to press stays")
  func fixed() throws {
    #expect(refusal(.escape, "advance")?.hasPrefix("Esc stays as it is") == true)
    #expect(refusal(.ctrl("p"), "advance")?.hasPrefix("Ctrl-P stays as it is") == true)
    let keymap = try keymap((.character("z"), "back"), (nil, "help"))
    #expect(keymap.labels(.back) == ["z", "Esc"])
    #expect(keymap.labels(.help) == ["F1"])
  }

  @Test("Two commands cannot have one key, nor a command a digit, nor a form a letter")
  func conflicts() {
    #expect(
      refusal(.character("z"), "advance", after: (.character("z"), "edit")) == "z is given to “edit” already.")
    #expect(refusal(.character("7"), "advance")?.hasPrefix("Digits go to an idea") == true)
    #expect(refusal(.character("s"), "post")?.contains("is text while one writes") == true)
    #expect(refusal(.function(2), "post", after: (.function(2), "edit")) == nil)
    #expect(refusal(.character("z"), "go_to_number") == "There is no command “go_to_number”.")
  }

  @Test("Names are those of the commands, words apart")
  func names() {
    #expect(KeymapChoices.names.contains("send_back"))
    #expect(!KeymapChoices.names.contains("go_to_number"))
    #expect(Set(KeymapChoices.names).count == Command.allCases.count - 1)
  }
}
