/// Changes what is written about a person: by that person, or by a facilitator.
public struct EditPerson: Operation {
  public static let kind = "person.edit"

  public var person: PersonID
  /// The profile as whoever changes it saw it.
  public var old: PersonProfile
  public var new: PersonProfile

  /// The profile before and after.
  public init(person: PersonID, old: PersonProfile, new: PersonProfile) {
    self.person = person
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    let person = try board.existing(person)
    if person.id != context.person { try context.require(.facilitate, "change what is written about others") }
    try new.check(on: board)
    if new == person.profile { throw .unchanged("@\(person.handle) is described like this already") }
    if old != person.profile { throw .overtaken("What is written about @\(person.handle) was changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var changed = board.get(person) else { return }
    changed.profile = new
    changed.textFrom = stamp.id
    board.put(changed)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    guard let now = board.get(person)?.profile, now != old else { return nil }
    return EditPerson(person: person, old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed the profile of \(board.reference(person))")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.person(person)] }

  public func redacted(_ mark: String) -> Self {
    EditPerson(person: person, old: old.redacted(mark), new: new.redacted(mark))
  }

  public func oldTextRedacted(_ mark: String) -> Self {
    EditPerson(person: person, old: old.redacted(mark), new: new)
  }
}
