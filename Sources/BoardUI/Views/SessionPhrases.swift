import CellGrid
import IdeaPipeline

/// Wording that the parts of the session screen share.
enum SessionPhrases {
  /// A span as a clock shows it: "07:42", "1:07:42"; minutes and seconds as they stand on a stopwatch.
  static func clock(_ milliseconds: Int64) -> String {
    // A countdown shows the second that is running out; what is over counts whole ones.
    let seconds = milliseconds >= 0 ? (milliseconds + 999) / 1000 : -milliseconds / 1000
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    let tail = "\(padded(minutes)):\(padded(seconds % 60))"
    return hours > 0 ? "\(hours):\(tail)" : tail
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Minutes, to the nearest.
  static func minutes(_ milliseconds: Int64) -> Int { Int((milliseconds + 30_000) / 60_000) }

  /// Which session it is.
  static func title(_ board: OpenBoard) -> StyledText {
    guard let row = board.shownSession else {
      if let room = board.room { return StyledText("\(room.number) ", .dim) + StyledText(room.title, .text) }
      return StyledText(board.sessions == nil ? "" : "No session is planned yet", .dim)
    }
    let state = row.session.state == .open ? StyledText() : StyledText(" (\(row.session.state.rawValue))", .dim)
    return StyledText("\(row.session.number) ", .dim) + StyledText(TextLayout.oneLine(row.session.title), .text) + state
  }

  /// Who runs the room, and who else could.
  static func lead(_ board: OpenBoard, isShort: Bool) -> StyledText {
    guard let room = board.room else { return StyledText() }
    guard let lead = room.lead else { return StyledText("nobody runs it", .warning) }
    let name = room.isLead ? "you run it" : "\(first(lead.name)) runs it"
    let others = (board.people ?? []).filter { $0.role == .facilitator && $0.id != lead.id }
    if isShort || others.isEmpty { return StyledText(name, .live) }
    let names = others.prefix(3).map { $0.id == board.viewer?.id ? "you" : first($0.name) }
    let rest = others.count > 3 ? " and \(others.count - 3)" : ""
    return StyledText(name, .live) + StyledText(" · \(names.joined(separator: ", "))\(rest) can take over", .dim)
  }

  static func first(_ name: String) -> String { String(name.prefix { $0 != " " }) }

  /// What holds in a step besides its title: "private writing · hidden from participants".
  static func holds(_ plan: StepPlan) -> String {
    var words = [plan.kind.words]
    if plan.isPrivate, plan.kind != .privateWriting { words.append("private") }
    if plan.naming != .named { words.append(plan.naming == .hidden ? "names hidden" : "no names stored") }
    if plan.hidesOrganisations { words.append("employers hidden") }
    if plan.isHardStop { words.append("no posts after zero") }
    return words.joined(separator: " · ")
  }

  /// How long a request waits: since it was asked for, until somebody came.
  static func waited(_ request: HelpRequest, at moment: HostMoment) -> Int64 {
    (request.arrivedAt ?? request.closedAt ?? moment).milliseconds(since: request.askedAt)
  }

  /// Whether nobody has claimed a request for ten minutes.
  static func isLate(_ request: HelpRequest, at moment: HostMoment) -> Bool {
    request.state == .waiting && waited(request, at: moment) >= 600_000
  }

  /// Where a request stands: "unclaimed", "Dee on the way", "Dee is there".
  static func state(of help: HelpRequestView, at moment: HostMoment) -> String {
    let expert = help.isMine ? "you" : help.expert.map(first) ?? "somebody"
    return switch help.request.state {
    case .waiting: isLate(help.request, at: moment) ? "unclaimed: somebody should go" : "unclaimed"
    case .claimed: "\(expert) on the way"
    case .arrived: help.isMine ? "you are there" : "\(expert) is there"
    case .closed: "closed"
    }
  }

  /// Who asks for help, and who comes.
  static func whoseHelp(_ help: HelpRequestView) -> String {
    let asker = help.isOwn ? "You asked" : "\(help.asker) asks"
    let team = help.team.map { " for \($0)" } ?? ""
    return "\(asker)\(team)" + (help.expert.map { ". \(help.isMine ? "You come" : "\($0) comes")" } ?? "") + "."
  }

  /// What puts an action into a state.
  static func deed(_ state: Action.State) -> String {
    switch state {
    case .open: "Open it again"
    case .done: "It is done"
    case .dropped: "Drop it: it will not be done"
    }
  }

  static func letter(_ state: Action.State) -> Character {
    switch state {
    case .open: "o"
    case .done: "d"
    case .dropped: "x"
    }
  }
}

/// A clock in digits three rows high.
enum ClockDigits {
  private static let shapes: [Character: [String]] = [
    "0": ["┏━┓", "┃ ┃", "┗━┛"], "1": ["━┓ ", " ┃ ", " ┃ "], "2": ["━━┓", "┏━┛", "┗━━"], "3": ["━━┓", " ━┫", "━━┛"],
    "4": ["┃ ┃", "┗━┫", "  ┃"], "5": ["┏━━", "┗━┓", "━━┛"], "6": ["┏━━", "┣━┓", "┗━┛"], "7": ["━━┓", "  ┃", "  ┃"],
    "8": ["┏━┓", "┣━┫", "┗━┛"], "9": ["┏━┓", "┗━┫", "━━┛"], ":": [" ", ":", " "], "+": ["   ", "━╋━", "   "],
  ]

  /// The three rows of a text of digits and colons.
  static func rows(_ text: String) -> [String] {
    (0..<3).map { row in text.compactMap { shapes[$0]?[row] }.joined(separator: " ") }
  }
}

/// A help request as the queue shows it; `HelpView` is what explains a screen.
typealias HelpRequestView = IdeaPipeline.HelpView
