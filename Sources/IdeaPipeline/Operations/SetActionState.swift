/// Says that an action is done, dropped, or open again.
public struct SetActionState: Operation {
  public static let kind = "action.state"

  public var action: ActionID
  /// The state as the person saw it.
  public var old: Action.State
  public var new: Action.State

  /// A state as given.
  public init(action: ActionID, old: Action.State, new: Action.State) {
    self.action = action
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let action = try board.existing(action)
    try board.checkMayChange(action, context)
    if action.state == new { throw Refusal.unchanged("action \(action.number) is \(new.rawValue) already") }
    if action.state != old { throw Refusal.overtaken("Action \(action.number) was changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var action = board.get(action) else { return }
    action.state = new
    board.put(action)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.get(action)?.state == new ? SetActionState(action: action, old: new, new: old) : nil
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let action = board.reference(action)
    switch new {
    case .open: return Activity("opened \(action) again")
    case .done: return Activity("has done \(action)")
    case .dropped: return Activity("dropped \(action)")
    }
  }
}
