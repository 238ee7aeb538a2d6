import CellGrid
import IdeaPipeline

extension AppState {
  /// Lets others see that the person is there and whether they write: when that changes, and once a minute at most
  /// otherwise.
  mutating func showPresence(after message: Message) -> [Effect] {
    guard case .key(let key) = message, key.isFromPerson, let board else { return [] }
    let isWriting = overlays.contains { $0.isText }
    if let shown = board.shownPresence, shown.isWriting == isWriting, moment.milliseconds(since: shown.at) < 60_000 {
      return []
    }
    let shown = ShownPresence(isWriting: isWriting, at: moment)
    self.board?.shownPresence = shown
    return [.active(isWriting: isWriting)]
  }
}

/// What others were shown last.
struct ShownPresence: Equatable, Sendable {
  let isWriting: Bool
  let at: HostMoment
}

extension Key {
  /// Whether somebody pressed it, or moved the mouse.
  fileprivate var isFromPerson: Bool {
    switch self {
    case .resize, .hangUp: false
    default: true
    }
  }
}

extension Overlay {
  /// Whether a text that others will see is being written in it.
  fileprivate var isText: Bool {
    switch self {
    case .composer, .checklist, .clash: true
    default: false
    }
  }
}
