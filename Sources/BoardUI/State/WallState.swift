import IdeaPipeline

/// What a projector shows of a board: only what everyone may see.
public struct WallState: Hashable, Sendable {
  /// The board as people type it.
  public let board: String
  /// How to join, in a line; nil for the command that opens the board.
  public let joinLine: String?
  /// Seconds east of Greenwich, for the time of day.
  public let utcOffset: Int
  public internal(set) var moment: HostMoment
  /// Nil until it was read.
  public internal(set) var summary: BoardSummary?
  /// The newest first.
  public internal(set) var latest: [IdeaRow]
  /// People at the board now.
  public internal(set) var here: Int
  /// Why it could not be read just now.
  public internal(set) var trouble: String?

  /// A wall that has read nothing yet.
  public init(board: String, joinLine: String? = nil, utcOffset: Int = 0, moment: HostMoment) {
    self.board = board
    self.joinLine = joinLine
    self.utcOffset = utcOffset
    self.moment = moment
    latest = []
    here = 0
  }

  /// What happens to a wall.
  public enum Message: Hashable, Sendable {
    case tick(HostMoment)
    /// The board as everyone may see it, the newest ideas first, and how many people are there.
    case read(BoardSummary, latest: [IdeaRow], here: Int)
    /// It could not be read, in a sentence.
    case trouble(String)
  }

  /// Takes in what happened.
  public mutating func take(_ message: Message) {
    switch message {
    case .tick(let moment): self.moment = moment
    case .trouble(let sentence): trouble = sentence
    case .read(let summary, let latest, let here):
      self.summary = summary
      self.latest = latest
      self.here = here
      trouble = nil
    }
  }

  /// How to join.
  public var invitation: String { joinLine ?? "Join: \(command)" }

  /// What opens the board at a shell.
  var command: String { "hothouse open \(board)" }

  /// The step the room is in.
  public var step: AgendaStep? { summary?.room?.step }

  /// The clock: what is left of the step, how far it is over, or the time of day where no step is running.
  public var clock: (text: String, isLate: Bool) {
    guard let left = step?.left(at: moment) else { return (timeOfDay, false) }
    // Up to the full second, so that a step begins with all its minutes and is over at 0:00.
    let seconds = left > 0 ? (left + 999) / 1000 : -left / 1000
    let isLate = left < 0
    return ((isLate ? "+" : "") + Self.clock(seconds), isLate)
  }

  private static func clock(_ seconds: Int64) -> String {
    let padded = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    return hours > 0 ? "\(hours):\(padded(minutes)):\(padded(rest))" : "\(minutes):\(padded(rest))"
  }

  private var timeOfDay: String {
    let local = moment.wall.milliseconds / 60_000 + Int64(utcOffset) / 60
    let minutes = (local % 1_440 + 1_440) % 1_440
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
