/// Somebody comes onto the board without being added by another: an account of the host that shares the board's file, or
/// whoever its owner acts as. Whoever joins is a participant and is the one who asks.
public struct JoinBoard: Operation {
  public static let kind = "person.join"
  public static let cannotUndo: Lasting? = Lasting(
    "Somebody who joined stays on the board.", instead: "Make them an observer instead.")

  public var handle: String
  public var name: String
  /// The account on this host that is this person.
  public var account: String?

  /// A person as given.
  public init(handle: String, name: String, account: String? = nil) {
    self.handle = handle
    self.name = name
    self.account = account
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    guard context.stamp.actor == .person(PersonID(madeBy: context.stamp.id)) else {
      throw Refusal(.rule, "You are on this board already: nobody joins twice.", instead: "Open the board.")
    }
    try board.checkIsNew(handle: handle, account: account)
    try TextRule.name.check(name)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    board.put(
      Person(
        id: PersonID(madeBy: stamp.id), seq: stamp.seq, handle: handle, name: name, role: .participant,
        account: account, joinedAt: stamp.at))
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity { Activity("joined as @\(handle)") }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.person(PersonID(madeBy: id))] }

  public func redacted(_ mark: String) -> Self { JoinBoard(handle: handle, name: mark, account: account) }
}

extension BoardAccess {
  /// Refuses a handle or an account that is somebody already.
  func checkIsNew(handle: String, account: String?) throws(Refusal) {
    try Handle.check(handle)
    if let other = first(.handle(handle)) {
      throw Refusal(.rule, "@\(handle) is \(other.name) already.", instead: "Choose another handle.")
    }
    guard let account else { return }
    try TextRule.name.check(account)
    if let other = first(.account(account)) {
      throw Refusal(
        .rule, "The account “\(account)” is @\(other.handle) already.",
        instead: "Use that handle, or leave the account out.")
    }
  }
}
