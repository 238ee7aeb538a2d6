import IdeaPipeline

/// How simulated people and what they write are marked, so that nobody takes them for real.
enum RehearsalNames {
  /// What the texts of simulated people begin with: what has no name is still known by it.
  static let mark = "Rehearsal: "

  /// "rehearsal-07".
  static func handle(_ number: Int) -> String { "rehearsal-\(number < 10 ? "0" : "")\(number)" }

  /// "Rehearsal 07".
  static func name(_ number: Int) -> String { "Rehearsal \(number < 10 ? "0" : "")\(number)" }

  /// Whether a handle is one of a simulated person.
  static func isRehearsed(_ handle: String) -> Bool {
    handle.wholeMatch(of: #/rehearsal-\d+/#) != nil
  }

  /// One in twelve coaches, so that somebody answers who asks for help.
  static func role(_ number: Int) -> Role { number % 12 == 0 ? .coach : .participant }

  private static let whats = [
    "one number", "a shared list", "a falls car", "a kitchen table", "a Thursday round", "a named person",
    "a plain letter", "an open door", "a map of lifts", "a second key", "a night rota", "a walk to the shop",
  ]
  private static let whos = [
    "for carers", "for people on the ninth floor", "for the night staff", "for grandparents at the gate",
    "for whoever rings first", "for people who never ring", "for the drivers", "for new neighbours",
  ]
  private static let says = [
    "Who would do it at weekends?", "We tried this once and it held for a month.", "My neighbour would use it.",
    "What does it cost in visits?", "I would start with one street.", "Somebody should ask the drivers.",
  ]

  /// The title of an idea.
  static func title(using generator: inout some RandomNumberGenerator) -> String {
    let number = Int.random(in: 2...9_999, using: &generator)
    return "\(mark)\(pick(whats, &generator)) \(pick(whos, &generator)), no. \(number)"
  }

  /// Something to say.
  static func remark(using generator: inout some RandomNumberGenerator) -> String { mark + pick(says, &generator) }

  private static func pick(_ words: [String], _ generator: inout some RandomNumberGenerator) -> String {
    words.randomElement(using: &generator) ?? ""
  }
}
