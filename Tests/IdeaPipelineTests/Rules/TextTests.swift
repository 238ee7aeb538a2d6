import IdeaPipeline
import Testing

@Suite struct TextTests {
  static let hostile: [(String, String, String)] = [
    ("NUL", "a\u{0}b", "ab"),
    ("escape sequence", "a\u{1B}[31mred", "a[31mred"),
    ("title sequence", "\u{1B}]0;gone\u{7}x", "]0;gonex"),
    ("C1", "a\u{9B}31mb", "a31mb"),
    ("DEL", "a\u{7F}b", "ab"),
    ("right-to-left override", "a\u{202E}b\u{202C}", "ab"),
    ("isolates", "\u{2066}a\u{2069}b", "ab"),
    ("tag characters", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}"),
    ("backspaces", "a\u{8}\u{8}b", "ab"),
  ]

  @Test(arguments: hostile)
  func whatDisturbsATerminalGoes(_ name: String, _ text: String, _ clean: String) throws {
    for rule in [TextRule.title, .body, .comment, .name, .reason] {
      #expect(rule.clean(text) == clean, "\(name)")
      try rule.check(rule.clean(text))
      expectRefusal(.badInput, "control character (U+") { try rule.check(text) }
    }
  }

  @Test func combiningMarksDoNotPileUp() throws {
    let pile = "a" + String(repeating: "\u{301}", count: 100)
    expectRefusal(.badInput, "too many combining marks") { try TextRule.title.check(pile) }
    let clean = TextRule.title.clean(pile)
    #expect(clean.unicodeScalars.count == 9)
    try TextRule.title.check(clean)
    let joined = "a" + String(repeating: "\u{301}\u{200D}", count: 50)
    #expect(TextRule.title.clean(joined).unicodeScalars.count { $0 == "\u{301}" } == 8)
    // Marks that enclose have no combining class, and pile up just as high.
    let circles = "a" + String(repeating: "\u{489}\u{20DD}", count: 50)
    #expect(TextRule.title.clean(circles).unicodeScalars.count == 9)
    expectRefusal(.badInput, "too many combining marks") { try TextRule.title.check(circles) }
  }

  @Test func marksWithNothingToStandOnGo() {
    #expect(TextRule.body.clean("\u{301}\u{302}a") == "a")
    #expect(TextRule.body.clean("a\n\u{301}b") == "a\nb")
  }

  @Test(arguments: [
    "👩‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "🇬🇧", "e\u{301}", "हिन्दी", "ไทยนี้", "العربية", "עברית", "Zoë O’Neil", "a‌b", "①",
  ])
  func ordinaryTextStaysWhole(_ text: String) throws {
    #expect(TextRule.title.clean(text) == text)
    try TextRule.title.check(text)
  }

  @Test func longEmojiSequencesAreOneCharacterButNotEndless() throws {
    try TextRule.title.check(String(repeating: "👩‍👩‍👧‍👦", count: 80))
    let endless = "👩" + String(repeating: "\u{200D}👩", count: 1_000)
    #expect(endless.count == 1)
    expectRefusal(.badInput, "too long") { try TextRule.title.check(endless) }
  }

  @Test func lineBreaksAreOneKindAndOnlyWhereTheyBelong() {
    #expect(TextRule.body.clean("a\r\nb\rc\nd\u{85}e\u{2028}f\u{B}g") == "a\nb\nc\nd\ne\nf\ng")
    #expect(TextRule.body.clean("a\r\n\r\nb") == "a\n\nb")
    #expect(TextRule.title.clean("a\r\nb\nc") == "a b c")
    #expect(TextRule.title.clean("a\tb") == "a b")
    expectRefusal(.badInput, "control character (U+A)") { try TextRule.title.check("a\nb") }
  }

  @Test func whiteSpaceAroundGoes() {
    #expect(TextRule.body.clean("  \n a b \u{A0}\n") == "a b")
    #expect(TextRule.title.clean(" \t ") == "")
  }

  @Test(arguments: ["", "   ", "\u{200B}", "\u{2060}\u{FEFF}", "\u{3164}", "\u{200D}\u{FE0F}", "\u{2800}"])
  func whatShowsNothingIsEmpty(_ text: String) throws {
    expectRefusal(.badInput, "The title is empty") { try TextRule.title.check(text) }
  }

  @Test func onlyABodyMayBeEmpty() throws {
    try TextRule.body.check("", mayBeEmpty: true)
    expectRefusal(.badInput, "The text is empty") { try TextRule.body.check("") }
  }

  @Test(arguments: [
    (TextRule.title, 140), (.body, 4_000), (.comment, 2_000), (.reason, 500), (.answer, 2_000), (.name, 80),
    (.tag, 40), (.question, 200),
  ])
  func limitsCountWhatPeopleCount(_ rule: TextRule, _ limit: Int) throws {
    #expect(rule.limit == limit)
    try rule.check(String(repeating: "é", count: limit))
    expectRefusal(.badInput, "has \(limit + 1) characters; at most \(limit) fit") {
      try rule.check(String(repeating: "e\u{301}", count: limit + 1))
    }
  }

  @Test func cleaningTwiceChangesNothing() {
    for (_, text, _) in Self.hostile {
      let once = TextRule.body.clean(text)
      #expect(TextRule.body.clean(once) == once)
    }
    // What is left when something goes from between two halves is looked at as well.
    #expect(TextRule.body.clean("a\u{202E}\u{301}") == "a\u{301}")
    #expect(TextRule.body.clean("\r\u{202E}\n") == "")
  }
}
