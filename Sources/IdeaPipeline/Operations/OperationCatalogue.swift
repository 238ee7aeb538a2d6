import Foundation

/// Every kind of operation this program knows. A new operation is its file and one line here.
public enum OperationCatalogue {
  /// All kinds, by area.
  public static let all: [any Operation.Type] = [
    CreateBoard.self,
    PostIdea.self,
  ]

  private static let byKind: [String: any Operation.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.kind, $0) })

  /// The operation as JSON for the log: keys sorted, slashes plain, so that equal operations are equal text.
  public static func json(_ operation: any Operation) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(operation), as: UTF8.self)
  }

  /// Reads what `json` wrote. A kind this program does not know, or a payload it cannot read, is kept as it is: nothing
  /// that a newer program wrote is a reason to stop.
  public static func payload(kind: String, json: String) -> LoggedOperation.Payload {
    guard let type = byKind[kind], let operation = try? decode(type, json) else {
      return .unknown(kind: kind, json: json)
    }
    return .known(operation)
  }

  private static func decode<O: Operation>(_ type: O.Type, _ json: String) throws -> any Operation {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(json.utf8))
  }
}
