/// A moment, as whole milliseconds since 1970-01-01T00:00:00Z. For people to read; order comes from sequence numbers.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// The moment that many milliseconds after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads the bare number.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the bare number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Earlier moments come first.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }

  /// Whole seconds from `earlier` to this moment; negative when it lies ahead.
  public func seconds(since earlier: Timestamp) -> Int64 { (milliseconds - earlier.milliseconds) / 1000 }
}
