import CellGrid
import Testing

@testable import Settings

@Suite("Reading a theme")
struct ThemeReaderTests {
  private func theme(_ text: String) throws -> Theme {
    let sheet = try ThemeSheet.read(text, file: "night.yaml")
    return try ThemeSheet.theme(named: "night", [sheet])
  }

  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try theme(text)
      return []
    } catch SettingsError.mistakes(let mistakes) {
      return mistakes.map { String($0.description.dropFirst("night.yaml:".count)) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Colours in every form, and attributes")
  func forms() throws {
    let theme = try theme(
      """
      light: yes
      palette: { ink: "#0a141e", sky: 33, red: 9 }
      scopes:
        text: ink
        accent: { fg: sky, bg: default, bold: yes, underline: no, italic: true }
        rule: bright-black
        new: red
        own: "#FFffFF"
      """)
    #expect(theme.isLight)
    #expect(theme.name == "night")
    #expect(theme[.text] == Appearance(foreground: .rgb(10, 20, 30)))
    #expect(
      theme[.accent]
        == Appearance(foreground: .fixed(33), background: .terminalDefault, attributes: [.bold, .italic]))
    #expect(theme[.rule].foreground == .ansi(8))
    #expect(theme[.new].foreground == .ansi(9), "a palette may name a colour as the terminal does")
    #expect(theme[.own].foreground == .rgb(255, 255, 255))
  }

  @Test("All mistakes are told, each with its place")
  func allMistakes() {
    let told = mistakes(
      """
      light: maybe
      palette:
        ink: "#12345"
        sky: #336699
        sea: 256
        rose: briht-red
      scopes:
        text: inc
        text.dimm: ink
        accent: { fg: sky, gb: sea, bold: 1 }
        rule: [a]
      """)
    #expect(
      told == [
        "1:8: “light” takes “yes” or “no”, not “maybe”.",
        "3:8: “#12345” is no colour: write \"#rrggbb\", a number from 0 to 255, or a name such as “bright-blue”.",
        "4:3: “sky” has no value. A colour with “#” stands in quotes: \"#3b82f6\".",
        "5:8: “256” is no colour: write \"#rrggbb\", a number from 0 to 255, or a name such as “bright-blue”.",
        "6:9: “briht-red” is no colour: write \"#rrggbb\", a number from 0 to 255, or a name such as “bright-blue”. "
          + "Did you mean “bright-red”?",
        "8:9: There is no colour “inc” in the palette.",
        "9:3: There is no scope “text.dimm”. Did you mean “text.dim”?",
        "10:17: There is no colour “sky” in the palette.",
        "10:22: Unknown key “gb” in a scope. Did you mean “bg”?",
        "10:37: “bold” takes “yes” or “no”, not “1”.",
        "11:9: Here belongs a scope, with a “key: value” on each line; this is a list.",
      ])
  }

  @Test("A palette name that is nearly right gets a suggestion")
  func paletteSuggestion() {
    #expect(
      mistakes("palette: { accent: 79 }\nscopes: { text: acent }") == [
        "2:17: There is no colour “acent” in the palette. Did you mean “accent”?"
      ])
  }
}

@Suite("Themes that inherit")
struct ThemeLibraryTests {
  @Test("A theme may change one colour and keep the scopes of the other")
  func palette() throws {
    let scratch = try Scratch()
    try scratch.write(
      "light: no\npalette: { ink: 7, ground: 0 }\nscopes: { screen: { fg: ink, bg: ground }, accent: 2 }",
      to: "app/share/hothouse/themes/base.yaml")
    try scratch.write(
      "inherits: base\nlight: yes\npalette: { ink: 4 }\nscopes: { accent: { bold: yes } }",
      to: "config/hothouse/themes/mine.yaml")
    let theme = try ThemeLibrary(paths: scratch.paths).theme(named: "mine")
    #expect(theme.isLight)
    #expect(theme[.screen] == Appearance(foreground: .ansi(4), background: .ansi(0)))
    #expect(theme[.accent] == Appearance(attributes: .bold))
  }

  @Test("A theme that inherits from its own name changes the one it hides")
  func ownName() throws {
    let scratch = try Scratch()
    try scratch.write("scopes: { accent: 2, rule: 8 }", to: "app/share/hothouse/themes/dark.yaml")
    try scratch.write("inherits: dark\nscopes: { accent: 5 }", to: "config/hothouse/themes/dark.yaml")
    let theme = try ThemeLibrary(paths: scratch.paths).theme(named: "dark")
    #expect(theme[.accent].foreground == .ansi(5))
    #expect(theme[.rule].foreground == .ansi(8))
  }

  @Test("A circle is refused, however long, and told where it closes")
  func circles() throws {
    let scratch = try Scratch()
    for (name, parent) in [("a", "b"), ("b", "c"), ("c", "a"), ("self", "self")] {
      try scratch.write("about: x\ninherits: \(parent)\n", to: "config/hothouse/themes/\(name).yaml")
    }
    let library = ThemeLibrary(paths: scratch.paths)
    let themes = scratch.path + "/config/hothouse/themes"
    let error = #expect(throws: SettingsError.self) { try library.theme(named: "a") }
    #expect(
      error?.description
        == "\(themes)/c.yaml:2:11: Themes inherit from one another in a circle: a → b → c → a.")
    #expect(throws: SettingsError.self) { try library.theme(named: "self") }
  }

  @Test("A broken theme is named and the default used; without that one there are still attributes")
  func fallBack() throws {
    let scratch = try Scratch()
    let library = ThemeLibrary(paths: scratch.paths)
    try scratch.write("inherits: drak", to: "config/hothouse/themes/mine.yaml")
    #expect(library.choice(named: "mine").theme == Theme.plain)
    try scratch.write("scopes: { accent: 2 }", to: "config/hothouse/themes/dark.yaml")
    let choice = library.choice(named: "mine")
    #expect(choice.theme.name == "dark")
    #expect(
      choice.problem
        == "The theme “mine” cannot be used, so “dark” is.\n\(scratch.path)/config/hothouse/themes/mine.yaml:1:11: "
        + "There is no theme “drak” to inherit from. Did you mean “dark”?")
    #expect(library.choice(named: "dark").problem == nil)
    #expect(library.choice(named: nil).theme.name == "dark")
    #expect(library.list().map(\.name) == ["dark", "mine"])
  }
}

@Suite("The themes that come with Hothouse")
struct ShippedThemesTests {
  private static let library = ThemeLibrary(
    paths: SettingsPaths(environment: [:], executable: checkout + "/.build/debug/hothouse"))
  /// What text is written on.
  private static let grounds: [ThemeToken] = [.screen, .selected, .overlay, .field, .fieldActive, .header, .footer]
  /// What may be fainter: lines, and what is said elsewhere too.
  private static let faint: Set<ThemeToken> = [.rule, .ruleStrong, .selectedBar, .dotLeft, .dim, .placeholder]

  @Test("High contrast is at least 7 to 1 everywhere, by fixed colours (WCAG AAA)", arguments: ["", "-light"])
  func highContrast(variant: String) throws {
    let theme = try Self.library.theme(named: "high-contrast" + variant)
    for ground in Self.grounds {
      for token in ThemeToken.allCases {
        let drawn = theme.resolve(Style(token, on: ground))
        let (ink, paper) = (try #require(drawn.foreground), try #require(drawn.background))
        for (ink, paper) in [(ink, paper), (ink.inFixedPalette, paper.inFixedPalette)] {
          #expect(try #require(ink.contrast(with: paper)) >= 7, "\(token.rawValue) on \(ground.rawValue)")
        }
      }
    }
  }

  @Test("Mono has no hue at all, and colour-blind keeps its signals apart for every kind of colour vision")
  func hues() throws {
    let mono = try Self.library.theme(named: "mono")
    for token in ThemeToken.allCases {
      let drawn = mono.resolve(Style(token))
      for colour in [drawn.foreground, drawn.background] {
        let (red, green, blue) = try #require(colour?.components)
        #expect(red == green && green == blue, "\(token.rawValue)")
      }
    }
    let theme = try Self.library.theme(named: "colour-blind")
    let signals = try [ThemeToken.text, .accent, .waiting, .danger].map { token in
      try #require(theme.resolve(Style(token)).foreground?.inFixedPalette.components)
    }
    for vision in ColourVision.allCases {
      for (place, one) in signals.enumerated() {
        for other in signals.dropFirst(place + 1) {
          #expect(vision.difference(one, other) >= 20, "\(vision): \(one) and \(other)")
        }
      }
    }
  }

  @Test("One dark, one light, none broken")
  func list() throws {
    let list = Self.library.list()
    #expect(list.map(\.name).contains("dark"))
    #expect(list.map(\.name).contains("light"))
    #expect(list.count >= 10)
    for listing in list {
      _ = try listing.theme.get()
      #expect(!listing.about.isEmpty)
    }
    #expect(try !Self.library.theme(named: "dark").isLight)
    #expect(try Self.library.theme(named: "light").isLight)
  }

  @Test("Every token has a look of its own or of its scope, with known colours")
  func tokens() throws {
    for listing in Self.library.list() {
      let theme = try listing.theme.get()
      for token in ThemeToken.allCases {
        #expect(theme[token] != Appearance(), "\(listing.name): \(token.rawValue)")
        let drawn = theme.resolve(Style(token))
        #expect(drawn.foreground?.components != nil && drawn.background?.components != nil)
      }
    }
  }

  @Test("Text stands out at least 4.5 to 1 on every ground, what may be faint 3 to 1; among 256 colours too")
  func contrast() throws {
    for listing in Self.library.list() {
      let theme = try listing.theme.get()
      for ground in Self.grounds {
        for token in ThemeToken.allCases {
          let drawn = theme.resolve(Style(token, on: ground))
          let (ink, paper) = (try #require(drawn.foreground), try #require(drawn.background))
          let least = Self.faint.contains(token) ? 3.0 : 4.5
          for (ink, paper) in [(ink, paper), (ink.inFixedPalette, paper.inFixedPalette)] {
            let contrast = try #require(ink.contrast(with: paper))
            #expect(contrast >= least, "\(listing.name): \(token.rawValue) on \(ground.rawValue)")
          }
        }
      }
    }
  }
}
