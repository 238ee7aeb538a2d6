/// Gives a person another role. Facilitators appoint everyone but facilitators, whom the owner appoints.
public struct SetRole: Operation {
  public static let kind = "person.set-role"

  public var person: PersonID
  /// The role as whoever changes it saw it.
  public var old: Role
  public var new: Role

  /// The role before and after.
  public init(person: PersonID, old: Role, new: Role) {
    self.person = person
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change roles")
    let person = try board.existing(person)
    if new == person.role { throw .unchanged("@\(person.handle) is \(new.words) already") }
    if person.id == board.board?.owner {
      throw Refusal(
        .rule, "@\(person.handle) owns the board, and the owner stays a facilitator.",
        instead: "Choose somebody else’s role to change.")
    }
    if new == .facilitator { try context.require(.own, "appoint facilitators") }
    if person.role == .facilitator { try context.require(.own, "change the role of a facilitator") }
    if old != person.role { throw .overtaken("@\(person.handle) was made \(person.role.words)") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var changed = board.get(person) else { return }
    changed.role = new
    board.put(changed)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(person)?.role, now != old else { return nil }
    return SetRole(person: person, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("made \(board.reference(person)) \(new.words)")
  }
}

extension Role {
  /// With its article: "an observer".
  var words: String { self == .observer ? "an observer" : "a \(rawValue)" }
}
