import GRDB
import IdeaPipeline

extension IntegrityCheck {
  /// Every row against the row that replaying the log gives.
  func tableFindings<E: Entity>(_ type: E.Type, _ replayed: MemoryBoard) throws -> [Finding] {
    let table = try tables.table(type, db)
    var missing = Dictionary(replayed.all(type).map { ($0.id, $0) }) { $1 }
    var findings: [Finding] = []
    let rows = try table.all(db)
    while let row = try rows.next() {
      let id = table.id(in: row)
      let expected = missing.removeValue(forKey: id)
      let place = Self.place(E.self, id, number: expected.flatMap(Self.number))
      do {
        let stored = try table.decode(row)
        if let expected {
          findings += Self.differences(stored, expected).map { Finding(place: place, problem: $0) }
        } else {
          findings.append(Finding(place: place, problem: "is not in the log"))
        }
      } catch {
        findings.append(Finding(place: place, problem: Self.words(error)))
      }
    }
    return findings
      + missing.values.sorted { $0.seq < $1.seq }.map {
        Finding(place: Self.place(E.self, $0.id, number: Self.number($0)), problem: "is missing; the log has it")
      }
  }

  private static func place<E: Entity>(_ type: E.Type, _ id: Identifier<E>, number: Int?) -> String {
    "table \(E.entityName), row \(id)" + (number.map { " (number \($0))" } ?? "")
  }

  /// The number people say, where there is one.
  private static func number(_ entity: any Entity) -> Int? {
    switch entity {
    case let idea as Idea: idea.number
    case let challenge as Challenge: challenge.number
    case let round as Round: round.number
    default: nil
    }
  }

  /// The columns in which two rows differ.
  private static func differences<E: Entity>(_ stored: E, _ expected: E) -> [String] {
    guard stored != expected else { return [] }
    let columns = zip(Mirror(reflecting: stored).children, Mirror(reflecting: expected).children)
    return columns.compactMap { found, wanted in
      let (found, wanted, column) = (words(found.value), words(wanted.value), found.label ?? "?")
      return found == wanted ? nil : "\(column) is \(found), the log says \(wanted)"
    }
  }

  private static func words(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { words($0.value) } ?? "nothing" }
    let text = "\(value)"
    return text.count > 60 ? "“\(text.prefix(59))…”" : "“\(text)”"
  }

  private static func words(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "cannot be read (\(error))" }
    return "cannot be read (\(context.debugDescription))"
  }
}
