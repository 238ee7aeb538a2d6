import BoardUI
import CellGrid
import CursesTerminal
import Foundation
import IdeaPipeline
import LiveBoard
import Settings
import SharedStore

/// The run loop: keys and messages in, grids and effects out. Everything happens on the thread that runs it, except what
/// `LiveBoard` does.
final class Screens {
  private let terminal: CursesTerminal
  private let live: LiveBoard
  private let mailbox = Mailbox()
  private let clock: @Sendable () -> HostMoment
  private let themes: ThemeSet
  private var state: AppState
  private let environment: [String: String]
  private var isOver = false
  private var needsDrawing = true
  private var hasHungUp = false

  /// Shows the screens until the person leaves.
  /// - Parameter board: the board to open; nil for the lobby.
  static func run(in shell: Shell, as actingAs: String?, look: LookOptions, board: String?) throws {
    let preferences = Preferences(shell)
    let themes = ThemeSet(
      ThemeLibrary(paths: shell.settings), asked: look.theme, configured: preferences.configuration.theme,
      chosen: ChosenTheme(environment: shell.environment))
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(preferences.terminal)
    } catch {
      let plain = "hothouse open \(board ?? "BOARD") --plain"
      throw Complaint(.failedIO, "\(error.description) “\(plain)” needs no screen.")
    }
    // Whatever happens below, the terminal is given back before anything is said at the shell.
    defer { terminal.restore() }
    let screens = Screens(
      terminal, shell.world(as: actingAs), shell.environment, themes, preferences, shell.clock, board: board)
    screens.loop()
  }

  private init(
    _ terminal: CursesTerminal, _ world: LiveBoard.World, _ environment: [String: String], _ themes: ThemeSet,
    _ preferences: Preferences,
    _ clock: @escaping @Sendable () -> HostMoment, board: String?
  ) {
    self.terminal = terminal
    self.themes = themes
    self.clock = clock
    self.environment = environment
    let mailbox = mailbox
    live = LiveBoard(world) { mailbox.post($0) }
    let surroundings = Surroundings(
      hasLobby: board == nil, isHosted: false, isMouseOn: terminal.isMouseOn,
      dates: Dates(preferences.configuration.dates, utcOffset: TimeZone.current.secondsFromGMT()),
      themes: themes.listings, configuredTheme: preferences.configuration.theme)
    let start = AppState.starting(
      at: clock(), size: terminal.size, surroundings: surroundings, keymap: preferences.keymap, theme: themes.first,
      board: board)
    state = start.0
    let waker = terminal.waker
    mailbox.onArrival { waker.wake() }
    let sentences = terminal.notices + [themes.problem, preferences.problem].compactMap(\.self)
    if !sentences.isEmpty { mailbox.post(.storeTrouble(sentences.joined(separator: " "))) }
    carryOut(start.1)
  }

  /// Keys are answered at once, and so is what the store says to them; what others do is drawn at most 30 times a second.
  private func loop() {
    let frame = Duration.milliseconds(33)
    var nextTick = ContinuousClock.now
    var earliestDraw = ContinuousClock.now
    var lastKey = ContinuousClock.now
    while !isOver {
      let now = ContinuousClock.now
      if now >= nextTick {
        take(.tick(clock()))
        nextTick = now + .seconds(1)
      }
      for message in mailbox.takeAll() { take(message) }
      if needsDrawing, now >= earliestDraw {
        draw()
        earliestDraw = now - lastKey < frame ? now : now + frame
      }
      let pressed = takeEvents(until: needsDrawing ? min(earliestDraw, nextTick) : nextTick)
      if pressed {
        lastKey = .now
        earliestDraw = lastKey
      }
    }
    live.finish()
  }

  /// Waits for something to happen, then takes every key that is there, so that fast typing is drawn once.
  /// - Returns: whether there was a key.
  private func takeEvents(until deadline: ContinuousClock.Instant) -> Bool {
    var event = terminal.nextEvent(until: deadline)
    var count = 0
    while case .key(let key) = event, !isOver {
      take(key)
      count += 1
      if hasHungUp || count == Self.keysBetweenDraws { break }
      event = terminal.nextEvent(until: .now)
    }
    return count > 0
  }

  private static let keysBetweenDraws = 100

  private func take(_ key: Key) {
    if key == .hangUp { hasHungUp = true }
    take(.key(key))
    // There is nobody left to ask: what was typed is kept, and that is all.
    if hasHungUp { isOver = true }
  }

  private func take(_ message: Message) {
    carryOut(update(&state, message))
    needsDrawing = true
  }

  private func draw() {
    terminal.present(render(state, theme: themes[state.theme], size: terminal.size))
    terminal.setTitle(state.openBoard.map { "\($0) – Hothouse" } ?? "Hothouse")
    needsDrawing = false
  }

  private func edit(_ text: String, _ limit: Int) {
    let editor = ExternalEditor(environment: environment)
    let result = terminal.lend { Result { () throws(ExternalEditor.Failure) in try editor.edit(text, limit: limit) } }
    switch result {
    // At once: should the terminal be gone meanwhile, it is kept as a draft.
    case .success(let edited): take(.edited(edited))
    case .failure(let failure): mailbox.post(.storeTrouble(failure.sentence))
    }
  }

  private func keepTheme(_ name: String) {
    do throws(StoreError) {
      try ChosenTheme(environment: environment).keep(name)
    } catch {
      mailbox.post(.storeTrouble("The theme was not kept for later visits: \(error)"))
    }
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .ring: terminal.ring()
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .edit(let text, let limit): edit(text, limit)
      case .keepTheme(let name): keepTheme(name)
      case .offerClipboard(let text): terminal.offerToClipboard(text)
      case .loadBoards, .openBoard, .closeBoard, .load, .submit, .submitSealed, .submitFor, .submitEach, .undo,
        .saveDraft, .discardDraft, .loadDrafts, .active, .markVisited:
        live.perform(effect)
      }
    }
  }
}
