import IdeaPipeline

/// What the room has told on this screen, and what of it was put away.
struct RoomNews: Equatable, Sendable {
  /// Something announced once. It stays until a key is pressed that was not under way already.
  struct Announcement: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
      case step, timeUp, revealed, help, over
    }

    var kind: Kind
    var words: String
    var since: Timestamp
  }

  private(set) var announcements: [Announcement] = []
  /// The line to everybody that was put away.
  var line: OperationID?
  /// The idea everybody was asked to look at, once answered.
  var spotlight: IdeaID?
  /// When that was asked.
  var spotlightSince: Timestamp?
  /// Whether the word that the room is paused was put away.
  var knowsPause = false

  /// Announces something; what was said before of the same kind is not true any more.
  mutating func announce(_ kind: Announcement.Kind, _ words: String, at now: Timestamp) {
    forget(kind)
    announcements.append(Announcement(kind: kind, words: words, since: now))
  }

  mutating func forget(_ kind: Announcement.Kind) { announcements.removeAll { $0.kind == kind } }

  /// Puts away what could be read before a key was pressed.
  mutating func read(at now: Timestamp) { announcements.removeAll { now.seconds(since: $0.since) >= 2 } }

  mutating func dropFirst() { if !announcements.isEmpty { announcements.removeFirst() } }
}

/// A line of the room above the board: what was said, and what can be done about it.
struct RoomBanner: Equatable, Sendable {
  enum Source: Equatable, Sendable {
    case spotlight(IdeaID)
    case line(OperationID)
    case pause
    case announcement
  }

  var source: Source
  var words: String
  /// The keys that answer it; empty where any key does.
  var keys = ""
}

extension OpenBoard {
  var room: RoomView? { summary.room }

  /// What the room says now, the most pressing first.
  /// - Parameter isWriting: nobody is asked to look elsewhere while they write.
  func banners(isWriting: Bool) -> [RoomBanner] {
    guard let room else {
      return news.announcements.map { RoomBanner(source: .announcement, words: $0.words) }
    }
    var banners: [RoomBanner] = []
    if let spot = room.spotlight, news.spotlight != spot.idea, idea?.row?.id != spot.idea, !isWriting {
      let who = room.lead?.name ?? "The facilitator"
      let name = spot.number.map { "\($0) “\(spot.title)”" } ?? "“\(spot.title)”"
      banners.append(
        RoomBanner(
          source: .spotlight(spot.idea), words: "\(who) asks everybody to look at \(name)",
          keys: "Enter to go, Esc to stay"))
    }
    if let line = room.line, news.line != line.id {
      banners.append(
        RoomBanner(source: .line(line.id), words: "\(line.by.subject) to everybody: \(line.text)", keys: "Esc"))
    }
    banners += news.announcements.map { RoomBanner(source: .announcement, words: $0.words) }
    if room.step?.state == .paused, !news.knowsPause {
      banners.append(
        RoomBanner(source: .pause, words: "The room is paused: the clock stands still, you can go on.", keys: "Esc"))
    }
    return banners
  }
}

extension AgendaStep {
  /// Its title, after the stage where it is about one only: "Ideate · Private writing".
  var name: String {
    guard plan.stages.count == 1, let stage = plan.stages.first?.title,
      !plan.title.lowercased().hasPrefix(stage.lowercased())
    else { return plan.title }
    return "\(stage) · \(plan.title)"
  }

  /// What is said when it begins: "Ideate · Private writing: 12 minutes. What did people tell you?"
  var announcement: String {
    let minutes = Phrases.count(runs.last?.minutes ?? plan.minutes, "minute")
    return plan.instruction.isEmpty ? "\(name): \(minutes)." : "\(name): \(minutes). \(plan.instruction)"
  }
}
