/// Agrees on something that somebody does.
public struct AddAction: Operation {
  public static let kind = "action.add"

  public var text: String
  public var subject: Action.Subject
  public var owner: PersonID?
  public var team: TeamID?
  /// The day it is due as "2026-05-04".
  public var due: String?

  /// An action as given.
  public init(
    text: String, subject: Action.Subject = .board, owner: PersonID? = nil, team: TeamID? = nil, due: String? = nil
  ) {
    self.text = text
    self.subject = subject
    self.owner = owner
    self.team = team
    self.due = due
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "add an action")
    try TextRule.question.check(text)
    switch subject {
    case .board: break
    case .challenge(let challenge): _ = try board.existing(challenge)
    case .idea(let idea): _ = try board.ideaInPlay(idea, for: "add an action to")
    }
    if let owner { _ = try board.existing(owner) }
    if let team { _ = try board.existing(team) }
    try ActionRules.check(due: due)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Action(
        id: ActionID(madeBy: stamp.id), seq: stamp.seq, number: board.takeNumber(NumberSeries.actions, stamp),
        text: text,
        subject: subject, owner: owner, team: team, due: due, session: board.openSession?.id,
        addedBy: stamp.actor.person, addedAt: stamp.at))
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let action = board.get(ActionID(madeBy: stamp.id)), action.state != .dropped else { return nil }
    return SetActionState(action: action.id, old: action.state, new: .dropped)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    var activity = Activity("agreed on \(board.reference(ActionID(madeBy: stamp.id)))")
    if case .idea(let idea) = subject { activity.idea = idea }
    return activity
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.action(ActionID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self {
    AddAction(text: mark, subject: subject, owner: owner, team: team, due: due)
  }
}

/// Rules that several operations on actions share.
enum ActionRules {
  /// Refuses what is not a day of the calendar as "2026-05-04".
  static func check(due: String?) throws(Refusal) {
    guard let due, CivilDate(due) == nil else { return }
    throw Refusal(.badInput, "“\(due)” is not a day.", instead: "Write it as 2026-05-04.")
  }
}

extension BoardAccess {
  /// The action; refuses when there is none.
  func existing(_ id: ActionID) throws(Refusal) -> Action {
    guard let action = get(id) else {
      throw Refusal(.notFound, "There is no such action on this board.", instead: "Look at the actions there are.")
    }
    return action
  }

  /// How a sentence names the action: "action 3 “Ask the landlord”".
  func reference(_ id: ActionID) -> String { get(id).map { "action \($0.number) “\($0.text)”" } ?? "an action" }

  /// Refuses who neither has the action nor coaches.
  func checkMayChange(_ action: Action, _ context: CheckContext) throws(Refusal) {
    try context.require(.contribute, "change an action")
    let person = context.person.flatMap { get($0) }
    let isTheirs =
      person.map { [action.owner, action.addedBy].contains($0.id) || (action.team != nil && action.team == $0.team) }
      ?? false
    if isTheirs || context.role >= .coach { return }
    throw Refusal(
      .notPermitted, "You cannot change action \(action.number): it is not yours or your team’s.",
      instead: "Ask who has it.",
      remedy: .askFacilitator)
  }
}
