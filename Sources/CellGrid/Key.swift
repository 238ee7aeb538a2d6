/// Everything that the keyboard, the mouse and the terminal itself can send.
public enum Key: Hashable, Sendable {
  /// A typed character, the space among them.
  case character(Character)
  /// A letter with Ctrl, in lower case. Ctrl-I, Ctrl-M and Ctrl-H arrive as Tab, Enter and Backspace.
  case ctrl(Character)
  /// A character with Alt, or Esc and the character in one breath.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and so on.
  case function(Int)
  /// A key from the keyboard's middle block with Shift, Ctrl or Alt held, where the terminal tells.
  case modified(Modifiers, NamedKey)
  /// Text pasted in one piece; never to be read as commands.
  case paste(String)
  case mouse(Mouse)
  /// The terminal has another size now.
  case resize(Size)
  /// The terminal is gone, or the process is asked to end: no more keys will come.
  case hangUp
}

/// Shift, Ctrl and Alt.
public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let shift = Modifiers(rawValue: 1)
  public static let alt = Modifiers(rawValue: 2)
  public static let ctrl = Modifiers(rawValue: 4)

  static let inOrder: [(name: String, modifier: Modifiers)] = [("ctrl", .ctrl), ("alt", .alt), ("shift", .shift)]
}

/// The keys that have a name and can be modified; the raw value is the name that people read.
public enum NamedKey: String, CaseIterable, Hashable, Sendable {
  case up = "Up"
  case down = "Down"
  case left = "Left"
  case right = "Right"
  case home = "Home"
  case end = "End"
  case pageUp = "PgUp"
  case pageDown = "PgDn"
  case insert = "Ins"
  case delete = "Del"
  case enter = "Enter"
  case escape = "Esc"
  case tab = "Tab"
  case backspace = "Backspace"

  /// The key without a modifier.
  public var key: Key {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .home: .home
    case .end: .end
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .insert: .insert
    case .delete: .delete
    case .enter: .enter
    case .escape: .escape
    case .tab: .tab
    case .backspace: .backspace
    }
  }
}

/// What the mouse did, and where.
public struct Mouse: Hashable, Sendable {
  /// Motion is not reported: terminals agree on presses, releases and the wheel only.
  public enum Action: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
  }

  /// Which button; the wheel has none.
  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  public var action: Action
  public var button: Button?
  /// The cell under the pointer.
  public var point: Point
  /// How many presses of the same button followed one another at the same place, 1 for a single one.
  public var clicks: Int

  public init(_ action: Action, button: Button? = nil, at point: Point, clicks: Int = 1) {
    self.action = action
    self.button = button
    self.point = point
    self.clicks = clicks
  }
}
