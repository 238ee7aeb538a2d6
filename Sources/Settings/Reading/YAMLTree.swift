import Foundation
import IdeaPipeline
import Yams

/// The text of a YAML file as a tree whose every node knows its line and column.
struct YAMLTree {
  /// The document; nil when the file holds nothing but comments.
  let root: Node?
  /// Keys that were written twice and carry another name in the tree: the name in the tree, and the one in the file.
  let renamed: [String: String]

  /// Parses the text. A syntax error is a mistake with its excerpt.
  init(_ text: String, file: String) throws(SettingsError) {
    var text = Self.withPlainLineEnds(text)
    var renamed: [String: String] = [:]
    while true {
      do {
        root = try Yams.compose(yaml: text, .basic)
        self.renamed = renamed
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        // Yams gives up at the first mapping with a key written twice. To go on and find every mistake, the earlier of the
        // two gets a name nobody writes, as long as the old one so that no column moves.
        guard let key = keys.first,
          let mark = Self.rename(key, at: FilePosition(context.mark), in: &text, as: renamed.count)
        else {
          throw .mistakes([Self.mistake(in: file, at: FilePosition(context.mark), "A key is given twice here.")])
        }
        renamed[mark] = key
      } catch {
        throw .mistakes([Self.mistake(error, in: text, file)])
      }
    }
  }

  /// Gives the key at `mark` the `count`th private name; returns that name, or nil when the key does not stand there as it
  /// reads (escapes in quotes).
  private static func rename(_ key: String, at mark: FilePosition, in text: inout String, as count: Int) -> String? {
    guard !key.isEmpty, let private_ = Unicode.Scalar(0xE000 + UInt32(count)), count < 6_400 else { return nil }
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    for _ in 1..<max(1, mark.line) {
      guard let end = scalars[start...].firstIndex(where: { $0 == "\n" }) else { return nil }
      start = scalars.index(after: end)
    }
    guard let place = scalars.index(start, offsetBy: mark.column - 1, limitedBy: scalars.endIndex) else { return nil }
    start = place
    if start < scalars.endIndex, scalars[start] == "\"" || scalars[start] == "'" { start = scalars.index(after: start) }
    guard scalars[start...].starts(with: key.unicodeScalars) else { return nil }
    let end = scalars.index(start, offsetBy: key.unicodeScalars.count)
    let name = String(String.UnicodeScalarView(Array(repeating: private_, count: key.unicodeScalars.count)))
    text.replaceSubrange(start..<end, with: name)
    return name
  }

  private static func mistake(_ error: any Error, in text: String, _ file: String) -> Mistake {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { " (\($0.text.trimmingCharacters(in: .whitespaces)) on line \($0.mark.line))" } ?? ""
      return mistake(in: file, at: FilePosition(mark), "This is not YAML: \(problem)\(around).", text)
    case .reader(let problem, let offset, let value, _):
      let mark = offset.flatMap { position(of: $0, in: text) } ?? .start
      let code = value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      return mistake(in: file, at: mark, "There is a character that no YAML file may hold: \(problem)\(code).")
    default:
      return mistake(in: file, at: .start, "This is not YAML: \(error).")
    }
  }

  private static func mistake(
    in file: String, at mark: FilePosition, _ what: String, _ text: String? = nil
  ) -> Mistake {
    Mistake(
      file: file, line: mark.line, column: mark.column, what: what, excerpt: text.flatMap { excerpt(of: $0, at: mark) })
  }

  /// The line, shortened around the place, and a mark below it.
  private static func excerpt(of text: String, at mark: FilePosition) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let scalars = Array(lines[mark.line - 1].unicodeScalars)
    let column = min(mark.column - 1, scalars.count)
    let from = max(0, column - 60)
    let shown = scalars[from..<min(scalars.count, column + 40)].map { scalar in
      TextRule.title.clean(String(scalar)).isEmpty ? " " : String(scalar)
    }
    return "  | " + shown.joined() + "\n  | " + String(repeating: " ", count: column - from) + "^"
  }

  /// Without a byte order mark, and with "\n" at the end of each line: Swift takes "\r\n" for one character.
  private static func withPlainLineEnds(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\u{FEFF}"
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\u{FEFF}" && plain.isEmpty || scalar == "\n" && previous == "\r" { continue }
      plain.append(scalar == "\r" ? "\n" : scalar)
    }
    return String(plain)
  }

  private static func position(of offset: Int, in text: String) -> FilePosition? {
    guard let end = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) else { return nil }
    let before = text[..<end]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    return FilePosition(line: line, column: before[start...].unicodeScalars.count + 1)
  }
}
