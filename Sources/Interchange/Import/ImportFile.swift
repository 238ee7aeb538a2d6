/// The text of a file that is imported, with the name it was asked for by.
public struct ImportFile: Hashable, Sendable {
  public let name: String
  public let text: String

  /// A file as given.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The text of these bytes, which have to be UTF-8.
  public init(name: String, bytes: [UInt8]) throws(ImportError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstBadLine(bytes)
      throw .unusable(
        file: name, reason: "line \(line) is not text in UTF-8. A spreadsheet calls the right format “CSV UTF-8”.")
    }
    self.init(name: name, text: text)
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
