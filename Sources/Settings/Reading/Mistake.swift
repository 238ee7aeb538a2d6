/// One thing that is wrong in a file people write: where, what, and what was probably meant.
public struct Mistake: Hashable, Sendable, CustomStringConvertible {
  /// The file as it was asked for.
  public let file: String
  /// From 1.
  public let line: Int
  /// In characters, from 1.
  public let column: Int
  /// A sentence with its full stop.
  public let what: String
  /// What was probably meant, bare: "challenges".
  public let suggestion: String?
  /// The line in question with a mark below the place; only where the file could not be read as YAML.
  public let excerpt: String?

  /// A mistake as given.
  public init(
    file: String, line: Int, column: Int, what: String, suggestion: String? = nil, excerpt: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.what = what
    self.suggestion = suggestion
    self.excerpt = excerpt
  }

  /// "seeds/day.yaml:10:14: Unknown key “guid” in a stage. Did you mean “guide”?", and the excerpt on lines of its own.
  public var description: String {
    let meant = suggestion.map { " Did you mean “\($0)”?" } ?? ""
    let shown = excerpt.map { "\n\($0)" } ?? ""
    return "\(file):\(line):\(column): \(what)\(meant)\(shown)"
  }
}

/// Why a file that people write could not be used.
public enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is there but cannot be read; the reason is a sentence.
  case unreadable(file: String, reason: String)
  /// Everything that is wrong in the files, in order. Never empty.
  case mistakes([Mistake])
  /// There is no seed or theme of this name.
  case notFound(what: String, name: String, suggestion: String?, known: [String])

  /// The error as what is wrong in a file.
  func mistakes(in file: String) -> [Mistake] {
    switch self {
    case .mistakes(let mistakes): mistakes
    case .unreadable(_, let reason): [Mistake(file: file, line: 1, column: 1, what: "It cannot be read: \(reason)")]
    case .notFound: [Mistake(file: file, line: 1, column: 1, what: description)]
    }
  }

  /// What happened and what would help, a line for each mistake.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): return "\(file) cannot be read: \(reason)"
    case .mistakes(let mistakes): return mistakes.map(\.description).joined(separator: "\n")
    case .notFound(let what, let name, let suggestion, let known):
      if let suggestion { return "There is no \(what) “\(name)”. Did you mean “\(suggestion)”?" }
      let those = known.isEmpty ? "None was found." : "There are: \(known.joined(separator: ", "))."
      return "There is no \(what) “\(name)”. \(those)"
    }
  }
}
