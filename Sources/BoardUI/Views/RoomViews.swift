import CellGrid
import IdeaPipeline

extension Phrases {
  /// What is left of a step: "07:42", over an hour "1:02:00"; when it is over, how much: "2:10".
  /// - Parameter left: milliseconds, negative when over.
  static func clock(_ left: Int64) -> String {
    let seconds = left > 0 ? (left + 999) / 1000 : -left / 1000
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let end = padded(seconds % 60)
    if hours > 0 { return "\(hours):\(padded(minutes)):\(end)" }
    return left > 0 ? "\(padded(minutes)):\(end)" : "\(minutes):\(end)"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The clock of a step with the word that says what it is.
  /// - Parameter isShort: where there is little room the time comes without the word for it.
  static func clock(of step: AgendaStep, at moment: HostMoment, isShort: Bool = false) -> StyledText? {
    guard let left = step.left(at: moment) else { return nil }
    if step.state == .paused {
      return StyledText(isShort ? "paused" : "\(clock(left)) paused", .headerClockLate)
    }
    if left <= 0 { return StyledText("\(clock(left)) over", .headerClockLate) }
    return StyledText(clock(left) + (isShort ? "" : " left"), .headerClock)
  }

  /// The place in a queue: "2nd".
  static func place(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}

/// What the room says, between header and board.
struct BannerView {
  let state: AppState

  /// Rows it would like to have, at a width.
  static func rows(_ state: AppState) -> Int {
    let most = state.size.height < 10 ? 1 : state.size.height < 16 ? 2 : state.size.height < 30 ? 3 : 4
    return min(most, lines(state).count)
  }

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard !rect.isEmpty else { return }
    grid.fill(rect, .screen)
    let lines = Self.lines(state)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let isCut = row == rect.height - 1 && lines.count > rect.height
      grid.draw("▌", at: Point(x: rect.x, y: rect.y + row), .accent)
      let area = rect.row(row).inset(left: 2, right: 1)
      grid.draw(isCut ? (line + StyledText(" …", .dim)).clipped(to: area.width) : line, in: area)
    }
    guard let first = state.banners.first, !first.keys.isEmpty else { return }
    if case .spotlight = first.source {
      grid.touch(rect.row(0), .key(.enter))
    } else {
      grid.touch(rect.row(0), .key(.escape))
    }
  }

  /// All that is said, wrapped. The keys stand behind the first only: they answer that one.
  private static func lines(_ state: AppState) -> [StyledText] {
    let width = max(8, state.size.width - 3)
    return state.banners.enumerated().flatMap { place, banner in
      let keys = place == 0 && !state.isInForm ? banner.keys : ""
      let room = keys.isEmpty ? width : width - TextWidth.columns(of: keys) - 2
      let words = Phrases.fitting(TextLayout.oneLine(banner.words), width: room)
      var lines = TextLayout.wrap(words, width: width).map { StyledText($0, .strong) }
      guard !keys.isEmpty, let last = lines.last else { return lines }
      // The keys are read in one piece.
      if last.columns <= room {
        lines[lines.count - 1] = last + StyledText("  ") + StyledText(keys, .footerKey)
      } else {
        lines.append(StyledText(keys, .footerKey))
      }
      return lines
    }
  }
}

/// What is asked in the step, and how the room stands, in one line.
struct RoomLineView {
  let state: AppState

  /// Whether there is anything to say in it.
  var isEmpty: Bool { state.board?.room.map { asked($0).runs.isEmpty && status($0).isEmpty } ?? true }

  func draw(in rect: Rect, _ grid: inout Grid) {
    guard let room = state.board?.room, !rect.isEmpty else { return }
    let right = StyledText(joining: status(room), separator: StyledText(" · ", .dim))
    grid.draw(left: asked(room), right: right, in: rect.inset(horizontal: 1))
    grid.touch(rect, .whereWeAre, state.keymap)
  }

  private func asked(_ room: RoomView) -> StyledText {
    guard let step = room.step else { return StyledText("Session “\(room.title)”: no step is running.", .dim) }
    // While the banner above says it, once is enough.
    let isAnnounced = state.board?.news.announcements.contains { $0.kind == .step } ?? false
    return isAnnounced ? StyledText() : StyledText(TextLayout.oneLine(step.plan.instruction), .text)
  }

  /// Counts that name nobody, and what the viewer has under way.
  private func status(_ room: RoomView) -> [StyledText] {
    var parts: [StyledText] = []
    if let help = room.ownHelp { parts.append(StyledText(help, .live)) }
    if room.hands.contains(where: \.isOwn) { parts.append(StyledText("your hand is up", .live)) }
    if room.step != nil, room.isPrivate {
      parts.append(StyledText(writing(room), .dim))
    } else if room.step != nil, room.ready.count > 0 || room.isReady {
      let own = room.isReady ? "✓ you and " : ""
      let others = room.ready.count - (room.isReady ? 1 : 0)
      parts.append(StyledText("\(own)\(others) of \(room.ready.of) ready", room.isReady ? .own : .dim))
    }
    return parts
  }

  /// "38 people writing, 23 posted"; without names only what was posted.
  private func writing(_ room: RoomView) -> String {
    let posted = "\(Phrases.grouped(room.posted)) posted"
    guard room.naming != .sealed, let here = state.board?.here else { return posted }
    return "\(Phrases.count(here, "person", "people")) writing, \(posted)"
  }
}

extension RoomView {
  /// Open requests for help, in the order in which they were made.
  var queue: [IdeaPipeline.HelpView] { help.filter { $0.request.isOpen } }

  /// The viewer's own open request.
  var ownRequest: IdeaPipeline.HelpView? { queue.first(where: \.isOwn) }

  /// Where it stands, in a few words.
  var ownHelp: String? {
    guard let own = ownRequest else { return nil }
    switch own.request.state {
    case .claimed: return "\(own.expert ?? "somebody") is on the way"
    case .arrived: return "\(own.expert ?? "somebody") is with you"
    case .waiting, .closed:
      let before = queue.filter { $0.request.state == .waiting }
      let place = before.firstIndex { $0.request.id == own.request.id } ?? 0
      return "help: \(Phrases.place(place + 1)) in the queue"
    }
  }
}
