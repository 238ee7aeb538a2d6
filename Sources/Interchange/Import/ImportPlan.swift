import IdeaPipeline

/// What an import asks of the board: all of it in one transaction, or nothing.
public struct ImportPlan: Sendable {
  /// In the order they have to be carried out. Identities are chosen already.
  public private(set) var submissions: [Submission] = []
  public internal(set) var summary = ImportSummary()
  private var origins: [RowOrigin] = []

  /// What to tell when the board refuses the submission at `place` of the array.
  public func mistake(at place: Int, _ refusal: Refusal) -> RowMistake { origins[place].mistake(refusal.sentence) }

  mutating func add(_ submission: Submission, from origin: RowOrigin) {
    submissions.append(submission)
    origins.append(origin)
  }
}

/// Where something that is imported comes from.
struct RowOrigin: Hashable, Sendable {
  let file: String
  let place: RowMistake.Place

  func mistake(_ what: String) -> RowMistake { RowMistake(file: file, place: place, what: what) }
}

/// What an import does, for the person who asked for it.
public struct ImportSummary: Hashable, Sendable, CustomStringConvertible {
  /// Each on a line of its own.
  public internal(set) var sentences: [String] = []
  /// Rows that were left out because somebody asked for the rest.
  public var skipped: [RowMistake] = []

  /// The sentences, then the rows that were left out.
  public var description: String {
    guard !skipped.isEmpty else { return sentences.joined(separator: "\n") }
    return (sentences + ["Left out: \(skipped.count.of("row"))."] + skipped.map { "  \($0)" }).joined(separator: "\n")
  }
}

/// The board that something is imported into, as far as an import has to know it.
public struct ImportGround: Sendable {
  /// Who imports: a facilitator, since most of it is entered for others.
  public let importer: PersonID
  /// By handle.
  public let people: [String: PersonRow]
  /// By name.
  public let teams: [String: TeamID]
  /// By number.
  public let challenges: [Int: ChallengeID]
  /// Where new ideas enter.
  public let entryStage: Stage

  /// Ground as given.
  public init(
    importer: PersonID, people: [String: PersonRow] = [:], teams: [String: TeamID] = [:],
    challenges: [Int: ChallengeID] = [:], entryStage: Stage = .empathise
  ) {
    self.importer = importer
    self.people = people
    self.teams = teams
    self.challenges = challenges
    self.entryStage = entryStage
  }

  /// The ground that a board is, as the importer sees it.
  public init(of board: some BoardReading, importer: PersonID) throws {
    let summary = try board.summary(for: .person(importer))
    let people = try board.people(for: .person(importer))
    self.init(
      importer: importer, people: Dictionary(people.map { ($0.handle, $0) }) { first, _ in first },
      teams: Dictionary(summary.teams.map { ($0.name, $0.id) }) { first, _ in first },
      challenges: Dictionary(summary.challenges.map { ($0.challenge.number, $0.challenge.id) }) { first, _ in first },
      entryStage: summary.entryStage)
  }
}

extension Int {
  /// "1 idea", "14,995 ballots".
  func of(_ thing: String, plural: String? = nil) -> String {
    "\(grouped) \(self == 1 ? thing : plural ?? thing + "s")"
  }

  /// With commas between the thousands.
  private var grouped: String {
    let digits = Array(String(self))
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 && digits[place - 1] != "-" ? ",\(digit)" : String(digit)
    }.joined()
  }
}
