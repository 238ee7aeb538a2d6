import Foundation
import GRDB

/// Writes an entity into the columns of its table. What the entity leaves out is NULL.
final class RowEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private let places: [String: Int]
  private(set) var values: [DatabaseValue]

  /// - Parameter places: where in the row each column stands.
  init(_ places: [String: Int]) {
    self.places = places
    values = Array(repeating: .null, count: places.count)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Columns<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure(Self.namedProperties) }

  func singleValueContainer() -> any SingleValueEncodingContainer { preconditionFailure(Self.namedProperties) }

  /// Every entity is a struct with the conformance to `Codable` that the compiler writes.
  private static let namedProperties = "an entity has named properties"

  fileprivate func set(_ value: DatabaseValue, _ key: any CodingKey) throws {
    guard let place = places[key.stringValue] else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [key], debugDescription: "the table has no column “\(key.stringValue)”"))
    }
    values[place] = value
  }

  private struct Columns<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: RowEncoder
    let codingPath: [any CodingKey] = []

    func encodeNil(forKey key: Key) throws { try encoder.set(.null, key) }
    func encode(_ value: String, forKey key: Key) throws { try encoder.set(value.databaseValue, key) }
    func encode(_ value: Int, forKey key: Key) throws { try encoder.set(value.databaseValue, key) }
    func encode(_ value: Bool, forKey key: Key) throws { try encoder.set((value ? 1 : 0).databaseValue, key) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      try encoder.set(ColumnCoding.value(of: value), key)
    }

    func nestedContainer<NestedKey: CodingKey>(
      keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> { preconditionFailure(RowEncoder.namedProperties) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      preconditionFailure(RowEncoder.namedProperties)
    }

    func superEncoder() -> any Encoder { encoder }
    func superEncoder(forKey key: Key) -> any Encoder { encoder }
  }
}
