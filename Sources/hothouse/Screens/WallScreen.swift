import BoardUI
import CellGrid
import CursesTerminal
import Foundation
import IdeaPipeline
import Settings
import SharedStore
import Synchronization

/// The run loop of the wall: rings and seconds in, grids out. It only reads, and takes no key but those that end it.
final class WallScreen {
  /// A storm of changes is read this often; the clock goes on in between.
  private static let gap = Duration.milliseconds(200)

  private let visit: Visit
  private let terminal: CursesTerminal
  private let theme: Theme
  private let rings = Rings()
  private var wall: WallState
  private var earliestReading = ContinuousClock.now

  /// Shows the wall until somebody presses q or Ctrl-C, or the terminal goes away.
  static func run(_ visit: Visit, joinLine: String?, look: LookOptions) throws {
    let preferences = Preferences(visit.shell)
    let themes = ThemeSet(
      ThemeLibrary(paths: visit.shell.settings), asked: look.theme, configured: preferences.configuration.theme,
      chosen: ChosenTheme(environment: visit.shell.environment))
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(preferences.terminal)
    } catch {
      throw Complaint(.failedIO, "\(error.description) “hothouse wall \(visit.name) | cat” needs no screen.")
    }
    // Whatever happens below, the terminal is given back before anything is said at the shell.
    defer { terminal.restore() }
    try WallScreen(visit, terminal, themes[themes.first], joinLine).loop()
  }

  private init(_ visit: Visit, _ terminal: CursesTerminal, _ theme: Theme, _ joinLine: String?) {
    self.visit = visit
    self.terminal = terminal
    self.theme = theme
    wall = WallState(
      board: visit.name, joinLine: joinLine, utcOffset: TimeZone.current.secondsFromGMT(),
      moment: visit.shell.clock())
  }

  private func loop() throws {
    let waker = terminal.waker
    let bell = try Bell(visit.store.location) { [rings] in
      rings.hasRung.store(true, ordering: .releasing)
      waker.wake()
    }
    defer { bell.stop() }
    terminal.setTitle("\(visit.name) – the wall")
    while true {
      readIfRung()
      wall.take(.tick(visit.shell.clock()))
      terminal.present(render(wall, theme: theme, size: terminal.size))
      if case .key(let key) = terminal.nextEvent(until: nextTurn), ends(key) { return }
    }
  }

  private func ends(_ key: Key) -> Bool {
    [.hangUp, .ctrl("c"), .character("q"), .character("Q")].contains(key)
  }

  /// When the clock shows another second, or what rang may be read.
  private var nextTurn: ContinuousClock.Instant {
    let left = wall.step?.left(at: wall.moment) ?? -wall.moment.wall.milliseconds
    let rest = left > 0 ? (left - 1) % 1_000 + 1 : 1_000 - (-left) % 1_000
    let nextSecond = ContinuousClock.now + .milliseconds(rest)
    return rings.hasRung.load(ordering: .acquiring) ? min(nextSecond, earliestReading) : nextSecond
  }

  private func readIfRung() {
    guard ContinuousClock.now >= earliestReading, rings.hasRung.exchange(false, ordering: .acquiringAndReleasing) else {
      return
    }
    wall.take(visit.wallMessage())
    earliestReading = .now + Self.gap
  }
}

/// Whether the bell has rung since the board was read; begins as if it had.
private final class Rings: Sendable {
  let hasRung = Atomic<Bool>(true)
}

extension Visit {
  /// As many posts as the tallest wall holds.
  private static let posts = 80

  /// What everyone may see now, for a wall.
  func wallMessage() -> WallState.Message {
    do {
      let latest = try reading.ideas(IdeaQuery(sort: .new, limit: Self.posts), for: .everyone).rows
      let here = Set(Presence.list(at: store.location).map(\.handle)).count
      return .read(try reading.summary(for: .everyone), latest: latest, here: here)
    } catch {
      return .trouble(Complaint(error).sentence)
    }
  }
}
