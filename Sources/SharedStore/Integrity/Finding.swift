/// Something that is wrong with a board's file.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// Where: "table idea, row 14", "operation 812".
  public let place: String
  /// What: "title is “x”, the log says “y”".
  public let problem: String

  /// Place and problem as one line.
  public var description: String { "\(place): \(problem)" }
}
