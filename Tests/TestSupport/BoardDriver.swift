import BoardUI
import CellGrid
import Dispatch
import Foundation
import IdeaPipeline
import LiveBoard
import SharedStore
import Synchronization

/// Plays the screens without a terminal: keys in, text out, on a real board file. Nothing is slept through: whoever
/// waits, waits for a message.
public final class BoardDriver {
  /// What was awaited did not come; shows the screen as it was.
  public struct Missing: Error, CustomStringConvertible {
    public let description: String
  }

  private let live: LiveBoard
  private let mailbox = Mailbox()
  private let arrival = DispatchSemaphore(value: 0)
  private let clock: ManualClock
  private var state: AppState
  /// Effects that concern the terminal, in the order in which they came.
  public private(set) var terminalEffects: [Effect] = []

  /// Opens the screens as this person.
  /// - Parameters:
  ///   - room: where the board and the drafts are.
  ///   - board: the board to open; nil for the lobby.
  public init(_ room: DriverRoom, as handle: String, board: String? = nil, size: Size = Size(width: 80, height: 24)) {
    clock = room.clock
    let mailbox = mailbox
    live = LiveBoard(room.world(as: handle)) { mailbox.post($0) }
    let surroundings = Surroundings(hasLobby: true, isHosted: false, isMouseOn: false)
    let start = AppState.starting(at: room.clock.moment, size: size, surroundings: surroundings, board: board)
    state = start.0
    mailbox.onArrival { [arrival] in arrival.signal() }
    carryOut(start.1)
  }

  deinit { live.finish() }

  /// The screen as text.
  public var screen: String { grid.text }

  /// The screen as cells.
  public var grid: Grid { render(state, theme: .plain, size: state.size) }

  /// Presses keys by their names ("n", "Enter", "ctrl-s"), or types a text in quotes: `type` is clearer for that.
  public func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { preconditionFailure("There is no key “\(name)”.") }
      take(.key(key))
    }
  }

  /// Types a text, one key a character.
  public func type(_ text: String) {
    for character in text { take(.key(character == "\n" ? .enter : .character(character))) }
  }

  /// Gives any key.
  public func send(_ key: Key) { take(.key(key)) }

  /// Changes the size of the terminal.
  public func resize(_ size: Size) { take(.key(.resize(size))) }

  /// Lets time pass.
  public func pass(seconds: Int64) {
    clock.advance(seconds: seconds)
    take(.tick(clock.moment))
  }

  /// Waits until the screen shows all of these texts; fails after a minute, showing it.
  public func see(_ texts: String...) throws {
    try see(describedAs: texts.map { "“\($0)”" }.joined(separator: " and ")) { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  /// Waits until the screen shows none of these texts.
  public func seeGone(_ texts: String...) throws {
    try see(describedAs: "no “\(texts.joined(separator: "”, “"))”") { screen in
      !texts.contains { screen.contains($0) }
    }
  }

  /// Waits until the screen satisfies a condition.
  public func see(describedAs words: String, _ isThere: (String) -> Bool) throws {
    let deadline = DispatchTime.now() + .seconds(60)
    takeMail()
    while !isThere(screen) {
      guard arrival.wait(timeout: deadline) == .success else {
        throw Missing(description: "\(words) did not come. The screen:\n\(screen)")
      }
      takeMail()
    }
  }

  /// Ends like a terminal that is closed: no goodbye, only what the hang-up itself does.
  public func hangUp() {
    take(.key(.hangUp))
    live.finish()
  }

  /// Ends like a process that is killed, once what was typed before has been written.
  public func kill() { live.finish() }

  private func takeMail() {
    for message in mailbox.takeAll() { take(message) }
  }

  private func take(_ message: Message) { carryOut(update(&state, message)) }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .offerClipboard, .setMouse, .edit, .redraw, .ring, .suspend, .quit: terminalEffects.append(effect)
      default: live.perform(effect)
      }
    }
  }
}
