/// One of the five stages of design thinking an idea moves through. Seeds change their guides and gates, not their number.
public enum Stage: String, Codable, CaseIterable, Sendable, Comparable {
  case empathise, define, ideate, prototype, test

  /// 0 for empathise to 4 for test.
  public var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The stage after this one; nil after test.
  public var next: Stage? { position < 4 ? Self.allCases[position + 1] : nil }

  /// The stage before this one; nil before empathise.
  public var previous: Stage? { position > 0 ? Self.allCases[position - 1] : nil }

  /// The name people read, capitalised.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Earlier stages come first.
  public static func < (lhs: Stage, rhs: Stage) -> Bool { lhs.position < rhs.position }
}
