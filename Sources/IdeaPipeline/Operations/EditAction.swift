/// Changes what an action says, who has it or when it is due.
public struct EditAction: Operation {
  public static let kind = "action.edit"

  public var action: ActionID
  public var text: String
  public var owner: PersonID?
  public var team: TeamID?
  public var due: String?

  /// The action as it is to be.
  public init(action: ActionID, text: String, owner: PersonID?, team: TeamID?, due: String?) {
    self.action = action
    self.text = text
    self.owner = owner
    self.team = team
    self.due = due
  }

  public static var cannotUndo: Lasting? {
    Lasting("A change of an action is not taken back by undo.", instead: "Change it again.")
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let action = try board.existing(action)
    try board.checkMayChange(action, context)
    try TextRule.question.check(text)
    if let owner { _ = try board.existing(owner) }
    if let team { _ = try board.existing(team) }
    try ActionRules.check(due: due)
    if action.text == text, action.owner == owner, action.team == team, action.due == due {
      throw Refusal.unchanged("the action is like that already")
    }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var action = board.get(action) else { return }
    action.text = text
    action.owner = owner
    action.team = team
    action.due = due
    action.textFrom = stamp.id
    board.put(action)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed \(board.reference(action))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.action(action)] }

  public func redacted(_ mark: String) -> Self {
    EditAction(action: action, text: mark, owner: owner, team: team, due: due)
  }
}
