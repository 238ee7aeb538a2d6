/// One line of the log.
public struct LoggedOperation: Sendable, Hashable {
  public let stamp: Stamp
  public let payload: Payload
  /// The operation this one takes back.
  public let undoes: OperationID?
  /// What its person did in one go has this in common, and one undo takes it back; nil for what was done by itself.
  public let deed: OperationID?

  /// A line as given.
  public init(stamp: Stamp, payload: Payload, undoes: OperationID? = nil, deed: OperationID? = nil) {
    self.stamp = stamp
    self.payload = payload
    self.undoes = undoes
    self.deed = deed
  }

  /// What was done, as far as this program knows it.
  public enum Payload: Sendable {
    case known(any Operation)
    /// Written by a newer program: its kind and JSON are kept as they are.
    case unknown(kind: String, json: String)
  }
}

extension LoggedOperation.Payload: Hashable {
  /// The name of the kind in the log.
  public var kind: String {
    switch self {
    case .known(let operation): type(of: operation).kind
    case .unknown(let kind, _): kind
    }
  }

  public static func == (lhs: Self, rhs: Self) -> Bool {
    switch (lhs, rhs) {
    case (.known(let one), .known(let other)): AnyHashable(one) == AnyHashable(other)
    case (.unknown(let kind, let json), .unknown(let otherKind, let otherJSON)):
      kind == otherKind && json == otherJSON
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .known(let operation): hasher.combine(AnyHashable(operation))
    case .unknown(let kind, let json):
      hasher.combine(kind)
      hasher.combine(json)
    }
  }
}

/// What somebody asks the store to do.
public struct Submission: Sendable {
  /// Chosen by the asker, so that a retry after a lost answer is harmless and the made entity's identity is known.
  public let id: OperationID
  public let operation: any Operation
  /// Whose doing it will be.
  public let actor: Actor
  public let enteredBy: PersonID?
  /// The role and ownership of the asker are looked up from this person; nil only for the operation that creates the
  /// board.
  public let asker: PersonID?
  /// The operation it takes back.
  public let undoes: OperationID?
  /// What it was done in one go with; see `LoggedOperation.deed`. Always nil without a name, because it would tell that
  /// the same person did several things.
  public let deed: OperationID?
  /// When it happened, where that is not now: imports only.
  public let at: Timestamp?
  /// What this connection posted without a name, so that it may edit that. Never stored.
  public let holds: Set<OperationID>

  /// A submission as given; the asker is who enters it, else the actor.
  public init(
    id: OperationID, _ operation: any Operation, by actor: Actor, enteredBy: PersonID? = nil,
    asker: PersonID? = nil, undoes: OperationID? = nil, deed: OperationID? = nil, at: Timestamp? = nil,
    holds: Set<OperationID> = []
  ) {
    self.id = id
    self.operation = operation
    self.actor = actor
    self.enteredBy = enteredBy
    self.asker = asker ?? enteredBy ?? actor.person
    self.undoes = undoes
    self.deed = actor.person == nil ? nil : deed
    self.at = at
    self.holds = holds
  }

  /// What a person does in one go: one undo takes all of it back.
  /// - Parameters:
  ///   - deed: what it has in common with what is submitted apart from it; nil where nothing is.
  ///   - identity: chooses identities.
  public static func together(
    _ operations: [any Operation], by actor: Actor, enteredBy: PersonID? = nil, deed: OperationID? = nil,
    identity: () -> OperationID
  ) -> [Submission] {
    let ids = operations.map { _ in identity() }
    let deed = deed ?? (ids.count > 1 ? ids.first : nil)
    return zip(ids, operations).map { Submission(id: $0, $1, by: actor, enteredBy: enteredBy, deed: deed) }
  }
}
