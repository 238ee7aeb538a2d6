/// Somebody is ready in a step.
public struct ReadyMark: Entity {
  public static let entityName = "ready_mark"
  /// That of the operation that made it.
  public let id: Identifier<ReadyMark>
  public let seq: Int
  public var step: StepID
  public var person: PersonID

  /// A mark as it is made.
  public init(id: Identifier<ReadyMark>, seq: Int, step: StepID, person: PersonID) {
    self.id = id
    self.seq = seq
    self.step = step
    self.person = person
  }

  public static let indexes: [EntityIndex<ReadyMark>] = [
    EntityIndex(["step"]) { [.id($0.step.rawValue)] },
    EntityIndex(["step", "person"], isUnique: true) { [.id($0.step.rawValue), .id($0.person.rawValue)] },
  ]
}

extension Lookup where E == ReadyMark {
  /// Everybody who is ready in a step.
  public static func ready(in step: StepID) -> Self { Self(["step"], [.id(step.rawValue)]) }
  /// Whether this person is.
  public static func ready(in step: StepID, _ person: PersonID) -> Self {
    Self(["step", "person"], [.id(step.rawValue), .id(person.rawValue)])
  }
}

/// Somebody wants to say something.
public struct RaisedHand: Entity {
  public static let entityName = "raised_hand"
  /// That of the operation that raised it.
  public let id: Identifier<RaisedHand>
  public let seq: Int
  public var session: SessionID
  public var person: PersonID
  public var at: Timestamp

  /// A hand as it is raised.
  public init(id: Identifier<RaisedHand>, seq: Int, session: SessionID, person: PersonID, at: Timestamp) {
    self.id = id
    self.seq = seq
    self.session = session
    self.person = person
    self.at = at
  }

  public static let indexes: [EntityIndex<RaisedHand>] = [
    EntityIndex(["session"]) { [.id($0.session.rawValue)] },
    EntityIndex(["session", "person"], isUnique: true) { [.id($0.session.rawValue), .id($0.person.rawValue)] },
  ]
}

extension Lookup where E == RaisedHand {
  /// The raised hands of a session, in the order in which they went up.
  public static func raised(in session: SessionID) -> Self { Self(["session"], [.id(session.rawValue)]) }
  /// Whether this person's is up.
  public static func raised(in session: SessionID, by person: PersonID) -> Self {
    Self(["session", "person"], [.id(session.rawValue), .id(person.rawValue)])
  }
}
