import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// One table: keymap, footer, help, palette and README cannot say different things.
@Suite struct CommandTableTests {
  @Test func everyCommandHasItsRowAndItsKey() {
    #expect(Set(CommandTable.entries.map(\.command)) == Set(Command.allCases))
    #expect(CommandTable.entries.count == Command.allCases.count)
    for entry in CommandTable.entries {
      #expect(!entry.name.isEmpty && !entry.hint.isEmpty && !entry.places.isEmpty)
      #expect(entry.help.hasSuffix("."), "\(entry.command)")
      // What one does once an hour is found in the palette.
      if ![.goToNumber, .joinTeam, .scribe].contains(entry.command) {
        #expect(!Keymap.standard.keys(for: entry.command).isEmpty, "\(entry.command)")
      }
    }
  }

  @Test func noKeyMeansTwoThings() {
    for command in Command.allCases {
      for key in Keymap.standard.keys(for: command) {
        let owner = Keymap.standard.command(for: key)
        let isFieldKey = CommandTable.entry(command).places == [.writing]
        if CommandTable.entry(command).places == [.session] { continue }
        #expect(owner == command || isFieldKey, "\(key) is \(owner.map(\.rawValue) ?? "nothing")")
      }
    }
  }

  /// The session screen has keys of its own; what else can be done there keeps its key.
  @Test func noKeyMeansTwoThingsOnTheSessionScreen() {
    let entries = CommandTable.entries.filter { $0.places.contains(.session) && $0.command != .goToNumber }
    let keys = entries.flatMap { Keymap.standard.keys(for: $0.command) }
    #expect(Set(keys).count == keys.count)
  }

  @Test func theKeysAreThoseOfTheDesign() {
    let keys: [(Command, [String])] = [
      (.up, ["Up", "k"]), (.down, ["Down", "j"]), (.left, ["Left", "h"]), (.right, ["Right", "l"]),
      (.newIdea, ["n"]), (.edit, ["e"]), (.comment, ["c"]), (.buildOn, ["b"]), (.giveDot, ["v"]),
      (.takeBackDot, ["V"]), (.agree, ["+"]), (.disagree, ["-"]), (.pass, ["0"]), (.advance, [">", "L"]),
      (.sendBack, ["<", "H"]), (.worksheet, ["w"]), (.tags, ["t"]), (.withdraw, ["x"]), (.hide, ["X"]), (.merge, ["m"]),
      (.outcome, ["o"]), (.mark, ["Space"]), (.coAuthors, ["A"]), (.links, ["E"]),
      (.rounds, ["r"]), (.whereWeAre, ["i"]), (.ready, ["d"]), (.hand, ["!"]), (.askForHelp, ["s"]), (.ownPosts, ["Y"]),
      (.filter, ["/"]), (.search, ["f"]),
      (.undo, ["u"]), (.palette, [":", "ctrl-p"]), (.activity, ["a"]), (.reference, ["y"]), (.theme, ["T"]),
      (.mouse, ["M"]), (.help, ["?", "F1"]), (.redraw, ["ctrl-l"]), (.suspend, ["ctrl-z"]), (.leave, ["ctrl-c"]),
      (.open, ["Enter"]), (.back, ["Esc"]), (.quit, ["q"]), (.nextPane, ["Tab"]), (.previousPane, ["shift-tab"]),
      (.post, ["ctrl-s"]),
    ]
    for (command, names) in keys {
      #expect(Keymap.standard.keys(for: command) == names.compactMap(Key.init(name:)), "\(command)")
    }
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func helpNamesEveryCommandOfTheScreen(width: Int, height: Int) {
    var walk = Walk(width: width, height: height)
    walk.press("?")
    var text = walk.text
    for _ in 0..<200 {
      walk.press("Down")
      text += walk.text
    }
    for entry in CommandTable.entries where entry.places.contains(.board) {
      let words = width < 52 ? String(entry.name.prefix(8)) : entry.name
      let isShared = ["Move", "To the", "A page", "Next", "Stage"].contains { entry.name.hasPrefix($0) }
      if !isShared { #expect(text.contains(words), "\(entry.name)") }
    }
  }

  @Test func thePaletteFindsAndRunsByWords() {
    var walk = Walk()
    walk.press("ctrl-p")
    walk.type("build on")
    walk.press("Enter")
    #expect(walk.text.contains("Build on 19"))
  }

  @Test func thePaletteSaysWhyNot() {
    var walk = Walk(.empty)
    walk.press(":")
    walk.type("give a dot")
    #expect(walk.text.contains("There is no idea here yet: press n to write one."))
    walk.press("Enter")
    #expect(walk.submission == nil)
  }

  @Test func remappedKeysShowEverywhere() {
    var keys = Dictionary(uniqueKeysWithValues: Command.allCases.map { ($0, Keymap.standard.keys(for: $0)) })
    keys[.newIdea] = [.character("N")]
    var (state, _) = AppState.starting(
      at: HostMoment(steady: SampleBoard.now), size: Size(width: 80, height: 24), surroundings: Surroundings(),
      keymap: Keymap(keys),
      board: "demo")
    _ = update(&state, .opened(SampleBoard.empty.opening))
    _ = update(&state, .page(IdeaQuery(stage: .empathise, limit: 300), IdeaPage(rows: [], total: 0, seq: 60)))
    let text = render(state, theme: .plain, size: state.size).text
    #expect(text.contains("N new"))
    #expect(text.contains("Press N to write the first."))
    _ = update(&state, .key(.character("N")))
    #expect(render(state, theme: .plain, size: state.size).text.contains("New idea"))
  }

  @Test func theTableIsMarkdown() {
    let lines = CommandTable.markdown.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
    #expect(CommandTable.markdown.contains("| `n` | **New idea** – "))
    #expect(CommandTable.markdown.contains("`↑` `↓` `k` `j`"))
  }
}
