import CellGrid
import Testing

@Suite struct KeyTests {
  static let named: [(Key, String)] = [
    (.character("n"), "n"), (.character("N"), "N"), (.character("/"), "/"), (.character("-"), "-"),
    (.character(" "), "Space"), (.ctrl("s"), "ctrl-s"), (.ctrl("_"), "ctrl-_"), (.alt("b"), "alt-b"),
    (.alt("-"), "alt--"), (.backTab, "shift-tab"), (.enter, "Enter"), (.escape, "Esc"), (.function(1), "F1"),
    (.pageUp, "PgUp"), (.modified(.ctrl, .left), "ctrl-Left"),
    (.modified([.shift, .ctrl], .end), "ctrl-shift-End"), (.modified(.alt, .backspace), "alt-Backspace"),
    (.delete, "Del"), (.character("é"), "é"), (.character(">"), ">"),
  ]

  @Test(arguments: named)
  func namesReadBothWays(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    ("CTRL-S", Key.ctrl("s")), ("Ctrl-Shift-end", .modified([.shift, .ctrl], .end)), ("pageup", .pageUp),
    ("Escape", .escape), ("ctrl-i", .tab), ("ctrl-m", .enter), ("f12", .function(12)), ("space", .character(" ")),
  ])
  func otherSpellingsAreUnderstood(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "nonsense", "ctrl-", "ctrl-é", "F0", "F99", "shift-a", "\n", "hyper-x"])
  func whatIsNoKeyIsRefused(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func everyNamedKeyReadsBothWays() {
    for named in NamedKey.allCases {
      #expect(named.key.name.flatMap(Key.init(name:)) == named.key)
      #expect(Key(name: "ctrl-alt-\(named.rawValue)") == .modified([.ctrl, .alt], named))
    }
    #expect(Key.paste("x").name == nil)
  }
}
