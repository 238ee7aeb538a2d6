import Foundation
import IdeaPipeline

/// Reads ideas from JSON: the array that `list --json` prints, or the document that an export writes, whose comments are
/// read too.
public enum IdeaJSONImport {
  /// - Parameter skipBad: whether bad ideas are left out and listed in the summary, instead of refusing all.
  public static func plan(
    _ file: ImportFile, on ground: ImportGround, skipBad: Bool = false,
    using generator: inout some RandomNumberGenerator
  ) throws(ImportError) -> ImportPlan {
    var mistakes = RowMistakes(skipsBad: skipBad)
    var records: [IdeaRecord] = []
    var keys: Set<String> = []
    for (place, item) in try items(of: file).enumerated() {
      do throws(RowMistake) {
        let source = JSONRecord(item: item, file: file.name, number: place + 1)
        let record = try source.ideaWithComments(on: ground)
        if let key = record.key, !keys.insert(key).inserted {
          throw source.mistake("id", "There is an idea with the id \(key) already.")
        }
        records.append(record)
      } catch {
        mistakes.note(error)
      }
    }
    var importing = IdeaRecordImport(on: ground, using: generator)
    importing.add(records, noting: &mistakes)
    generator = importing.generator
    try mistakes.close()
    return importing.finished(mistakes, without: [])
  }

  private static func items(of file: ImportFile) throws(ImportError) -> [JSONFragment] {
    let whole: JSONFragment
    do {
      whole = try JSONDecoder().decode(JSONFragment.self, from: Data(file.text.utf8))
    } catch {
      throw .unusable(file: file.name, reason: "\(JSONReason(error)).")
    }
    switch whole {
    case .array(let items): return items
    case .object(let document):
      if case .array(let items) = document["ideas"] { return items }
      throw .unusable(file: file.name, reason: "there is no list of “ideas” in it.")
    default: throw .unusable(file: file.name, reason: "it is no list of ideas.")
    }
  }
}

/// An object of JSON.
struct JSONRecord: RecordSource {
  let item: JSONFragment
  let file: String
  /// Its place in the list, from 1.
  let number: Int

  var origin: RowOrigin { RowOrigin(file: file, place: .item(number, key: nil)) }

  func text(_ column: String) -> String {
    if case .object(let object) = item { object[column].map(Self.text) ?? "" } else { "" }
  }

  func mistake(_ column: String, _ what: String) -> RowMistake {
    RowMistake(file: file, place: .item(number, key: column), what: what)
  }

  /// The idea it tells of, with what is said about it under "conversation".
  func ideaWithComments(on ground: ImportGround) throws(RowMistake) -> IdeaRecord {
    guard case .object(let object) = item else { throw origin.mistake("This is no idea, which would be an object.") }
    var record = try idea(on: ground)
    guard case .array(let comments) = object["conversation"] else { return record }
    for comment in comments {
      let source = JSONRecord(item: comment, file: file, number: number)
      // A comment that was taken away has a place, for its replies, and no text.
      if !source.text("text").isEmpty { record.comments.append(try source.comment()) }
    }
    return record
  }

  private static func text(_ fragment: JSONFragment) -> String {
    switch fragment {
    case .null, .object: ""
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .string(let string): string
    case .array(let items): items.map(text).joined(separator: " ")
    }
  }
}
