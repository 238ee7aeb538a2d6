import Foundation
import GRDB

/// Reads an entity from the columns of its table.
struct RowDecoder: Decoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  /// Where in the row each column stands.
  let places: [String: Int]
  let row: Row
  let json: JSONTexts

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Columns<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Self.namedProperties }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Self.namedProperties }

  private static var namedProperties: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "an entity has named properties"))
  }

  private struct Columns<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: RowDecoder
    let codingPath: [any CodingKey] = []

    var allKeys: [Key] { decoder.places.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { decoder.places[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      guard case .string(let text) = try value(key).storage else { throw unreadable(key, type) }
      return text
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
      guard case .int64(let number) = try value(key).storage else { throw unreadable(key, type) }
      return Int(number)
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      do {
        return try ColumnCoding.decode(type, from: value(key), decoder.json)
      } catch {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [key], debugDescription: "\(key.stringValue): \(error)", underlyingError: error))
      }
    }

    func nestedContainer<NestedKey: CodingKey>(
      keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { throw RowDecoder.namedProperties }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw RowDecoder.namedProperties
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder }

    private func value(_ key: Key) throws -> DatabaseValue {
      guard let place = decoder.places[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, .init(codingPath: [], debugDescription: "the table has no column “\(key.stringValue)”"))
      }
      return decoder.row[place]
    }

    private func unreadable(_ key: Key, _ type: Any.Type) -> DecodingError {
      .dataCorrupted(.init(codingPath: [key], debugDescription: "\(key.stringValue) is no \(type)"))
    }
  }
}
