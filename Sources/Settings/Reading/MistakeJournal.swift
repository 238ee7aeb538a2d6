import IdeaPipeline
import Yams

/// Gathers what is wrong in one file while it is read, so that all of it can be told at once.
final class MistakeJournal {
  let file: String
  private var noted: [Mistake] = []

  /// A journal for the file, named as it was asked for.
  init(file: String) { self.file = file }

  var isEmpty: Bool { noted.isEmpty }

  /// Everything noted, in the order of the file.
  var mistakes: [Mistake] { noted.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }

  /// Notes a mistake at `position`; what it quotes from the file is made harmless to a terminal.
  func note(_ position: FilePosition?, _ what: String, suggestion: String? = nil) {
    noted.append(
      Mistake(
        file: file, line: position?.line ?? 1, column: position?.column ?? 1, what: TextRule.body.clean(what),
        suggestion: suggestion.map(TextRule.reason.clean)))
  }

  /// Throws everything noted, if there is anything.
  func close() throws(SettingsError) {
    if !noted.isEmpty { throw .mistakes(mistakes) }
  }
}
