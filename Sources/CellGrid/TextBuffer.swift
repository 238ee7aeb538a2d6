/// A text being edited: its characters, the caret, what can be undone. A value; it knows no screen.
///
/// Places are counted in grapheme clusters. `handle(_:width:)` is what the keyboard does; the other edits are there
/// for whoever needs them one at a time.
public struct TextBuffer: Sendable {
  /// What a key did.
  public enum Outcome: Hashable, Sendable {
    /// The key means nothing here; it may be a command.
    case ignored
    /// The caret moved, or the key is an editing key that had nothing to do.
    case moved
    case changed
    /// The text was not put in, none of it: `most` would have been passed.
    case full
  }

  /// Whether the text is shown over several rows. In a single row Up and Down are not editing keys.
  public let isMultiline: Bool
  /// Whether the text may have line breaks, which Enter puts in.
  public let hasBreaks: Bool
  /// The most grapheme clusters that whoever takes the text accepts; nil is no limit. What is over it stays, so that nothing
  /// that was typed or pasted is lost: `excess` says how many are to be taken away.
  public let limit: Int?
  /// Longer than this no text gets, so that every key is answered at once.
  public static let most = 50_000
  /// The text, one grapheme cluster an element.
  public internal(set) var characters: [Character] = []
  /// The caret is before the cluster of this number.
  public internal(set) var caret = 0
  /// What was cut or copied last, for Ctrl-Y.
  public var cut = ""
  var history = EditHistory()
  /// The column that Up and Down keep to across shorter rows.
  var goalColumn: Int?
  /// Where selecting lines began; nil when none is selected.
  var anchor: Int?
  /// What was left out before the first in sight when somebody pointed at the text: it moves no more than it must.
  var scroll = 0

  /// A text being edited, the caret at its end.
  /// - Parameter hasBreaks: whether it may have line breaks; as `isMultiline` unless told.
  public init(_ text: String = "", isMultiline: Bool = false, hasBreaks: Bool? = nil, limit: Int? = nil) {
    self.isMultiline = isMultiline
    self.hasBreaks = hasBreaks ?? isMultiline
    self.limit = limit
    characters = Array(cleaned(text))
    caret = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  public var count: Int { characters.count }
  /// How many clusters still fit; nil without a limit.
  public var room: Int? { limit.map { max(0, $0 - characters.count) } }
  /// How many clusters are over the limit.
  public var excess: Int { limit.map { max(0, characters.count - $0) } ?? 0 }
  public var canUndo: Bool { history.canUndo }
  public var canRedo: Bool { history.canRedo }

  /// The rows as an editor of that width shows them; the last column is kept for the caret.
  public func flow(width: Int) -> TextFlow {
    TextFlow(characters, width: max(1, width - 1))
  }

  /// Row and column of the caret in an editor of that width.
  public func caretPosition(width: Int) -> (row: Int, column: Int) {
    flow(width: width).position(of: caret)
  }

  /// What may be in the text: no control characters but line breaks, and those only in several lines.
  private func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where lastWasReturn: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: clean.append(hasBreaks ? "\n" : " ")
      case 0x09: clean.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: break
      default: clean.append(scalar)
      }
      lastWasReturn = scalar.value == 0x0D
    }
    return String(clean)
  }
}

extension TextBuffer {
  /// Puts text in at the caret, all of it or, where `most` would be passed, none.
  @discardableResult
  public mutating func insert(_ text: String) -> Outcome {
    insert(text, as: .typing)
  }

  @discardableResult
  mutating func insert(_ text: String, as kind: EditHistory.Kind) -> Outcome {
    let clean = cleaned(text)
    guard !clean.isEmpty else { return .ignored }
    guard count + clean.count <= Self.most else { return .full }
    replace(caret..<caret, with: clean, as: kind)
    return .changed
  }

  /// Replaces the whole text, which can be undone.
  public mutating func setText(_ text: String) {
    replace(0..<count, with: String(cleaned(text).prefix(Self.most)), as: .other)
  }

  /// Puts the caret before the cluster of that number, or at the nearest place there is.
  public mutating func moveCaret(to place: Int) {
    caret = min(max(0, place), count)
    goalColumn = nil
    history.endStep()
  }

  /// The one way in which the text changes. The clusters beside the change are taken in, since a mark joins the
  /// character before it: `characters` is always what the text would be split into.
  mutating func replace(_ range: Range<Int>, with text: String, as kind: EditHistory.Kind) {
    let low = max(0, range.lowerBound - 1)
    let left = Array(String(characters[low..<range.lowerBound]) + text)
    let (inserted, high) = joined(left, from: range.upperBound)
    let edit = EditHistory.Edit(
      place: low, removed: Array(characters[low..<high]), inserted: inserted, caretBefore: caret,
      caretAfter: min(low + left.count, low + inserted.count))
    history.record(edit, as: kind, boundary: text.last?.isWhitespace ?? false)
    apply(edit)
    goalColumn = nil
  }

  /// `left` with as many of the clusters after it as it changes: one mostly, all of a row of flags.
  private func joined(_ left: [Character], from start: Int) -> (clusters: [Character], end: Int) {
    var clusters = left
    var end = start
    while end < count {
      let trial = Array(String(clusters) + String(characters[end]))
      if trial.count == clusters.count + 1, trial.last == characters[end] { break }
      clusters = trial
      end += 1
    }
    return (clusters, end)
  }

  private mutating func apply(_ edit: EditHistory.Edit) {
    characters.replaceSubrange(edit.place..<edit.place + edit.removed.count, with: edit.inserted)
    caret = edit.caretAfter
  }

  /// Takes back the last step; typing in one go is one step.
  @discardableResult
  public mutating func undo() -> Bool {
    guard let step = history.undo() else { return false }
    for edit in step.reversed() { apply(edit.reversed) }
    goalColumn = nil
    return true
  }

  /// Does again what was undone last.
  @discardableResult
  public mutating func redo() -> Bool {
    guard let step = history.redo() else { return false }
    step.forEach { apply($0) }
    goalColumn = nil
    return true
  }
}

extension TextBuffer: Equatable {
  /// Two buffers are equal when they show the same: text and caret, whatever can be undone.
  public static func == (first: TextBuffer, second: TextBuffer) -> Bool {
    first.characters == second.characters && first.caret == second.caret && first.anchor == second.anchor
      && first.isMultiline == second.isMultiline && first.limit == second.limit
  }
}
