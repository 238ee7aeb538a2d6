import Foundation
import GRDB
import IdeaPipeline

/// How values stand in a column: numbers, truth values and times as INTEGER, identities as INTEGER, words as TEXT, and
/// whatever has parts as JSON.
enum ColumnCoding {
  static func value<T: Encodable>(of value: T) throws -> DatabaseValue {
    switch value {
    case let number as any IntegerColumn: number.columnInteger.databaseValue
    case let word as any RawRepresentable<String>: word.rawValue.databaseValue
    case let list as any EmptyMaking where list.isEmpty: "[]".databaseValue
    default: String(decoding: try encoder.encode(value), as: UTF8.self).databaseValue
    }
  }

  /// - Throws: a `DecodingError` or `UnreadableColumn` when the column does not hold such a value.
  static func decode<T: Decodable>(_ type: T.Type, from value: DatabaseValue, _ json: JSONTexts) throws -> T {
    switch value.storage {
    case .int64(let number):
      if let type = type as? any IntegerColumn.Type, let read = type.init(columnInteger: number) as? T { return read }
    case .string(let text):
      if text == "[]", let type = type as? any EmptyMaking.Type, let empty = type.init() as? T { return empty }
      if let type = type as? any RawRepresentable<String>.Type {
        if let read = word(text, type) as? T { return read }
      } else {
        return try json.read(type, from: text)
      }
    default: break
    }
    throw UnreadableColumn(value: value, type: "\(type)")
  }

  private static func word<W: RawRepresentable<String>>(_ text: String, _ type: W.Type) -> W? { W(rawValue: text) }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}

/// A column that holds something else than the entity expects.
struct UnreadableColumn: Error, CustomStringConvertible {
  let value: DatabaseValue
  let type: String
  var description: String { "\(value) is no \(type)" }
}

/// What stands in an INTEGER column.
protocol IntegerColumn {
  var columnInteger: Int64 { get }
  init?(columnInteger: Int64)
}

extension Identifier: IntegerColumn {
  var columnInteger: Int64 { rawValue }
  init?(columnInteger: Int64) { self.init(rawValue: columnInteger) }
}

extension Timestamp: IntegerColumn {
  var columnInteger: Int64 { milliseconds }
  init?(columnInteger: Int64) { self.init(milliseconds: columnInteger) }
}

extension Int: IntegerColumn {
  var columnInteger: Int64 { Int64(self) }
  init?(columnInteger: Int64) { self.init(exactly: columnInteger) }
}

extension Int64: IntegerColumn {
  var columnInteger: Int64 { self }
  init?(columnInteger: Int64) { self = columnInteger }
}

extension Bool: IntegerColumn {
  var columnInteger: Int64 { self ? 1 : 0 }
  init?(columnInteger: Int64) {
    guard columnInteger == 0 || columnInteger == 1 else { return nil }
    self = columnInteger == 1
  }
}

/// A list, which is nearly always empty: spares reading and writing JSON.
private protocol EmptyMaking {
  init()
  var isEmpty: Bool { get }
}

extension Array: EmptyMaking {}
