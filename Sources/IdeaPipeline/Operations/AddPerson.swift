/// Brings somebody onto the board.
public struct AddPerson: Operation {
  public static let kind = "person.add"
  public static let cannotUndo: Lasting? = Lasting(
    "A person who was added stays on the board.", instead: "Make them an observer instead.")

  public var handle: String
  public var profile: PersonProfile
  public var role: Role
  /// The account on this host that is this person.
  public var account: String?

  /// A person as given.
  public init(handle: String, profile: PersonProfile, role: Role = .participant, account: String? = nil) {
    self.handle = handle
    self.profile = profile
    self.role = role
    self.account = account
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "add people")
    if role == .facilitator { try context.require(.own, "appoint facilitators") }
    try profile.check(on: board)
    try board.checkIsNew(handle: handle, account: account)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Person(
        id: PersonID(madeBy: stamp.id), seq: stamp.seq, handle: handle, name: profile.name, role: role,
        team: profile.team, organisation: profile.organisation, perspective: profile.perspective, account: account,
        joinedAt: stamp.at))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    let person = board.get(PersonID(madeBy: stamp.id))
    return Activity("added @\(handle), \(person?.name ?? profile.name)")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.person(PersonID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self {
    AddPerson(handle: handle, profile: profile.redacted(mark), role: role, account: account)
  }
}

/// What is written about a person.
public struct PersonProfile: Codable, Sendable, Hashable {
  /// The display name, 1–80 graphemes.
  public var name: String
  public var team: TeamID?
  public var organisation: String?
  /// Whose voice this person brings.
  public var perspective: String?

  /// A profile as given.
  public init(name: String, team: TeamID? = nil, organisation: String? = nil, perspective: String? = nil) {
    self.name = name
    self.team = team
    self.organisation = organisation
    self.perspective = perspective
  }

  func check(on board: some BoardAccess) throws(Refusal) {
    try TextRule.name.check(name)
    if let organisation { try TextRule.name.check(organisation) }
    if let perspective { try TextRule.name.check(perspective) }
    if let team { _ = try board.existing(team) }
  }

  /// The handle stays: it is how the log names the person, and text about people belongs elsewhere.
  func redacted(_ mark: String) -> Self { PersonProfile(name: mark, team: team) }
}

extension Person {
  /// What is written about the person.
  public internal(set) var profile: PersonProfile {
    get { PersonProfile(name: name, team: team, organisation: organisation, perspective: perspective) }
    set {
      name = newValue.name
      team = newValue.team
      organisation = newValue.organisation
      perspective = newValue.perspective
    }
  }
}
