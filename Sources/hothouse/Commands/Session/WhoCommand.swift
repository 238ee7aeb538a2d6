import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange
import SharedStore

/// Shows who is here.
struct WhoCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Show who is at the board now, and whose perspective is missing.",
    discussion: """
      Somebody who has done nothing for two minutes is shown as away.

      \(examples: "hothouse who clinic", "hothouse who clinic --json")
      """)

  @OptionGroup var board: BoardArgument
  @OptionGroup var viewing: ViewingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let attendance = try Attendance(visit, for: visit.viewer(viewing))
    if output.isJSON { return try shell.printJSON(AttendanceJSON(attendance)) }
    try shell.print { attendance.draw(on: &$0, board: visit.name) }
  }
}

/// Who is at a board now, and which of the perspectives that are wanted are not.
private struct Attendance {
  /// Somebody who is here, with what they did last on any of their screens.
  struct Guest {
    let person: PersonRow
    let since: Timestamp
    let lastActive: Timestamp
    let isAway: Bool
  }

  /// By team, then by name.
  let guests: [Guest]
  /// Everybody on the board.
  let people: Int
  let perspectives: [(name: String, here: Int)]

  init(_ visit: Visit, for viewer: Viewer) throws {
    let now = visit.shell.now()
    let known = try visit.reading.people(for: viewer)
    let screens = Dictionary(grouping: Presence.list(at: visit.store.location), by: \.handle)
    guests = known.compactMap { person in
      guard let own = screens[person.handle], let first = own.map(\.since).min(),
        let last = own.map(\.lastActive).max()
      else { return nil }
      return Guest(
        person: person, since: Timestamp(first), lastActive: Timestamp(last), isAway: Timestamp(last).isAway(now))
    }.sorted { ($0.person.team ?? "~", $0.person.name) < ($1.person.team ?? "~", $1.person.name) }
    people = known.count
    let here = guests.filter { !$0.isAway }
    perspectives = try visit.reading.summary(for: viewer).perspectives.map { wanted in
      (wanted, here.count { $0.person.perspective?.lowercased() == wanted.lowercased() })
    }
  }

  var missing: [String] { perspectives.filter { $0.here == 0 }.map(\.name) }

  func draw(on page: inout Page, board: String) {
    guard !guests.isEmpty else {
      page.line("Nobody is at the board now; \(counted(people, "person is", "people are")) on it.")
      return drawMissing(on: &page, board)
    }
    let away = guests.count(where: \.isAway)
    page.line("\(guests.count) of \(counted(people, "person", "people")) here\(away > 0 ? ", \(away) away" : "").")
    page.gap()
    var table = Table([
      .text("Team"), .flexible("Name"), .text("Role", leaving: 1), .text("Perspective", leaving: 2), .text("State"),
    ])
    for guest in guests {
      table.row([
        Span(guest.person.team ?? ""), .strong(guest.person.name), Span(guest.person.role.rawValue),
        Span(guest.person.perspective ?? ""), guest.isAway ? "away" : "here",
      ])
    }
    page.table(table)
    drawMissing(on: &page, board)
  }

  private func drawMissing(on page: inout Page, _ board: String) {
    guard !missing.isEmpty else { return }
    page.gap()
    page.line(.strong("Not in the room: "), Span(missing.joined(separator: ", ")))
    page.line("Make it somebody’s task: hothouse action \(board) add \"Invite …\" --due 2026-05-04")
  }
}

extension Timestamp {
  fileprivate init(_ date: Date) { self.init(milliseconds: Int64(date.timeIntervalSince1970 * 1000)) }

  /// Whether somebody who was last active then is away. It was noted to the minute, rounded down.
  fileprivate func isAway(_ now: Timestamp) -> Bool { now.milliseconds - milliseconds >= 180_000 }
}

private struct AttendanceJSON: Encodable {
  let people: [GuestJSON]
  let perspectives: [PerspectiveJSON]
  let missing: [String]

  init(_ attendance: Attendance) {
    people = attendance.guests.map(GuestJSON.init)
    perspectives = attendance.perspectives.map { PerspectiveJSON(name: $0.name, here: $0.here) }
    missing = attendance.missing
  }

  struct PerspectiveJSON: Encodable {
    let name: String
    let here: Int
  }

  struct GuestJSON: Encodable {
    let handle: String
    let name: String
    let role: String
    @OrNull var team: String?
    @OrNull var perspective: String?
    let sinceAt: String
    /// To the minute.
    let lastActiveAt: String
    let away: Bool

    init(_ guest: Attendance.Guest) {
      handle = guest.person.handle
      name = guest.person.name
      role = guest.person.role.rawValue
      sinceAt = guest.since.iso8601
      lastActiveAt = guest.lastActive.iso8601
      away = guest.isAway
      _team = OrNull(wrappedValue: guest.person.team)
      _perspective = OrNull(wrappedValue: guest.person.perspective)
    }
  }
}
