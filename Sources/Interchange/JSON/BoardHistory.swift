import Foundation
import IdeaPipeline

/// The whole log of a board as one JSON document, a line for each operation. Replaying it makes an equal board.
///
/// Nothing is held back in it, names that screens hide included: only the owner of a board may have it.
public enum BoardHistory {
  /// What the document is.
  public static let format = "hothouse-history"

  /// Writes a log.
  public static func text(of log: some Sequence<LoggedOperation>) throws -> String {
    let lines = try log.map { try line($0) }
    return "{\"format\":\"\(format)\",\"version\":1,\"log\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
  }

  private static func line(_ logged: LoggedOperation) throws -> String {
    let stamp = logged.stamp
    let (kind, payload): (String, String) =
      switch logged.payload {
      case .known(let operation): (type(of: operation).kind, try OperationCatalogue.json(operation))
      case .unknown(let kind, let json): (kind, json)
      }
    let parts = [
      ("seq", String(stamp.seq)), ("id", quoted(stamp.id)), ("at", String(stamp.at.milliseconds)),
      ("actor", quoted(stamp.actor.person)), ("entered_by", quoted(stamp.enteredBy)), ("undoes", quoted(logged.undoes)),
      ("deed", quoted(logged.deed)), ("kind", try JSONText.line(kind)), ("operation", payload),
    ]
    return "{" + parts.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static func quoted<Subject>(_ id: Identifier<Subject>?) -> String { id.map { "\"\($0)\"" } ?? "null" }

  /// Whether a text looks like what `text` writes; it may still be damaged.
  public static func isHistory(_ text: String) -> Bool {
    text.prefix(200).contains("\"\(format)\"")
  }

  /// Reads what `text` wrote. The sequence has to be whole, from the operation that made the board onwards.
  public static func log(from source: ImportFile) throws(ImportError) -> [LoggedOperation] {
    let file = source.name
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(source.text.utf8))
    } catch {
      throw .unusable(file: file, reason: "it is no history of a board: \(JSONReason(error)).")
    }
    guard document.format == format, document.version == 1 else {
      throw .unusable(file: file, reason: "it is \(document.format) \(document.version), not \(format) 1.")
    }
    guard document.log.first?.kind == CreateBoard.kind else {
      throw .unusable(file: file, reason: "its first line does not make a board.")
    }
    var ids: Set<OperationID> = []
    for (place, line) in document.log.enumerated() {
      if line.seq != place + 1 { throw .unusable(file: file, reason: "operation \(place + 1) is missing from it.") }
      if !ids.insert(line.id).inserted { throw .unusable(file: file, reason: "operation \(line.seq) is in it twice.") }
    }
    do {
      return try document.log.map { try $0.logged() }
    } catch {
      throw .unusable(file: file, reason: "\(JSONReason(error)).")
    }
  }

  private struct Document: Decodable {
    let format: String
    let version: Int
    let log: [Line]
  }

  private struct Line: Decodable {
    let seq: Int
    let id: OperationID
    let at: Timestamp
    let actor: PersonID?
    let entered_by: PersonID?
    let undoes: OperationID?
    /// Missing in what was written before there were deeds.
    let deed: OperationID?
    let kind: String
    let operation: JSONFragment

    func logged() throws -> LoggedOperation {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let json = String(decoding: try encoder.encode(operation), as: UTF8.self)
      return LoggedOperation(
        stamp: Stamp(
          seq: seq, id: id, at: at, actor: actor.map(Actor.person) ?? .sealed, enteredBy: entered_by),
        payload: OperationCatalogue.payload(kind: kind, json: json), undoes: undoes, deed: deed)
    }
  }
}

/// Why a text could not be read as JSON, in words.
struct JSONReason: CustomStringConvertible {
  let description: String

  init(_ error: any Error) {
    guard let error = error as? DecodingError else {
      description = "\(error)"
      return
    }
    switch error {
    case .keyNotFound(let key, let context):
      description = "there is no “\(key.stringValue)” \(Self.place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      description = "the value \(Self.place(context)) is of another kind than expected"
    case .dataCorrupted(let context):
      let why = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      description =
        context.codingPath.isEmpty ? "it is not JSON (\(why ?? context.debugDescription))" : context.debugDescription
    @unknown default: description = "\(error)"
    }
  }

  /// "at log[3].kind".
  private static func place(_ context: DecodingError.Context) -> String {
    var path = ""
    for key in context.codingPath {
      if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
    }
    return path.isEmpty ? "at its top" : "at \(path)"
  }
}
