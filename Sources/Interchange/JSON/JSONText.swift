import Foundation

/// JSON as Hothouse writes it: keys in snake case and sorted, slashes plain.
public enum JSONText {
  /// On one line: for streams, one object a line.
  public static func line(_ value: some Encodable) throws -> String {
    try text(value, [])
  }

  /// Over several lines, for people who look into the file.
  public static func pretty(_ value: some Encodable) throws -> String {
    try text(value, .prettyPrinted)
  }

  private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, formatting]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// A value that is written as `null` when there is none, instead of being left out: a reader may count on every key.
@propertyWrapper
public struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  public var wrappedValue: Value?

  /// The value, or none.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
