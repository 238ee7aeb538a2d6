import Foundation

/// What the JSON texts in columns say. The same few are read again and again (the board's worksheets at every
/// operation), and reading JSON is what takes longest of a row.
///
/// `@unchecked`: `known` is only touched while `lock` is held, and what it holds are values of properties of entities,
/// which are `Sendable`, so that their properties are.
final class JSONTexts: @unchecked Sendable {
  private struct Key: Hashable {
    let type: ObjectIdentifier
    let text: String
  }

  private let lock = NSLock()
  private var known: [Key: Any] = [:]
  private let decoder = JSONDecoder()
  private let limit = 500

  func read<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    let key = Key(type: ObjectIdentifier(type), text: text)
    if let value = lock.withLock({ known[key] }) as? T { return value }
    let value = try decoder.decode(type, from: Data(text.utf8))
    lock.withLock {
      if known.count >= limit { known.removeAll() }
      known[key] = value
    }
    return value
  }
}
