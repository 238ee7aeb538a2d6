/// The part of a text that an editor shows, so that a place on the screen leads back to a place in the text.
public struct TextWindow: Hashable, Sendable {
  /// Where the editor is on the screen.
  public let rect: Rect
  /// What is left out before it: rows of a text over several rows, clusters of one in a single row.
  public let start: Int
}

extension TextBuffer {
  /// What an editor there shows: the caret is in sight where the editor has the keys.
  public func window(in rect: Rect, isActive: Bool) -> TextWindow {
    if isMultiline {
      return TextWindow(rect: rect, start: firstRow(height: rect.height, isActive: isActive, rect.width))
    }
    return TextWindow(rect: rect, start: isActive ? firstCluster(width: rect.width) : 0)
  }

  /// The part of a single row that shows in `width` columns with the caret in sight, and the caret's column.
  public func window(width: Int) -> (text: String, column: Int) {
    let start = firstCluster(width: width)
    return (TextLayout.clip(String(characters[start...]), width: width, ellipsis: ""), columns(start..<caret))
  }

  /// Puts the caret where somebody points: before the cluster there, or at the nearest place there is. What is in sight stays
  /// where it is.
  public mutating func moveCaret(to point: Point, in window: TextWindow) {
    anchor = nil
    let column = max(0, point.x - window.rect.x)
    let row = point.y - window.rect.y
    moveCaret(
      to: isMultiline
        ? flow(width: window.rect.width).offset(row: window.start + row, column: column)
        : cluster(at: column, from: window.start))
    scroll = window.start
  }

  /// Scrolls a text over several rows; the caret comes along where it would be out of sight.
  public mutating func roll(by rows: Int, in window: TextWindow) {
    guard isMultiline, window.rect.height > 0 else { return }
    let flow = flow(width: window.rect.width)
    scroll = min(max(0, window.start + rows), max(0, flow.rows.count - window.rect.height))
    let (row, column) = flow.position(of: caret)
    let target = min(max(row, scroll), scroll + window.rect.height - 1)
    if target != row { moveCaret(to: flow.offset(row: target, column: column)) }
  }

  private func firstRow(height: Int, isActive: Bool, _ width: Int) -> Int {
    let flow = flow(width: width)
    let kept = min(scroll, max(0, flow.rows.count - height))
    guard isActive, height > 0 else { return kept }
    let row = flow.position(of: caret).row
    return (kept..<kept + height).contains(row) ? kept : max(0, min(row - height + 1, flow.rows.count - height))
  }

  private func firstCluster(width: Int) -> Int {
    let kept = min(scroll, start(showing: count, width: width))
    if kept <= caret, columns(kept..<caret) <= max(0, width - 1) { return kept }
    // Some of what stands behind the caret is in sight too.
    return min(caret, start(showing: min(count, caret + width / 4), width: width))
  }

  /// The first cluster in sight when as much as fits is shown before a place.
  private func start(showing place: Int, width: Int) -> Int {
    var start = place
    var used = 0
    while start > 0 {
      used += TextWidth.columns(of: characters[start - 1])
      if used > max(0, width - 1) { break }
      start -= 1
    }
    return start
  }

  private func cluster(at column: Int, from start: Int) -> Int {
    var place = start
    var used = 0
    while place < count {
      used += TextWidth.columns(of: characters[place])
      if used > column { break }
      place += 1
    }
    return place
  }

  private func columns(_ range: Range<Int>) -> Int {
    characters[range].reduce(0) { $0 + TextWidth.columns(of: $1) }
  }
}

/// What was cut or copied, to be put in elsewhere.
extension TextBuffer {
  /// Lets selected lines go.
  public mutating func letGo() { anchor = nil }

  /// Whether a key cuts or copies, so that what it took may be wanted in another text.
  public static func takes(_ key: Key) -> Bool {
    switch key {
    case .ctrl("k"), .ctrl("u"), .ctrl("w"), .ctrl("d"), .alt("d"), .alt("w"), .backspace, .delete,
      .modified(_, .backspace), .modified(_, .delete):
      true
    default: false
    }
  }
}
