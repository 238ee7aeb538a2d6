import CellGrid

extension Grid {
  /// Draws an editor: what is around the caret, and the caret where the field has the keys. What is over the limit is marked,
  /// and in a single row its end says how much room is left once that matters.
  /// - Parameters:
  ///   - field: the place of the field among those of its form.
  ///   - counts: whether the room is said here rather than elsewhere.
  mutating func draw(
    _ buffer: TextBuffer, in rect: Rect, isActive: Bool, placeholder: String, field: Int? = nil, counts: Bool = true
  ) {
    guard !rect.isEmpty else { return }
    let area = counts && !buffer.isMultiline ? drawCounter(of: buffer, in: rect) : rect
    if isActive { fill(area, .fieldActive) }
    if buffer.isEmpty {
      draw(StyledText(placeholder, Style(.placeholder, on: isActive ? .fieldActive : nil)), in: area)
    }
    drawText(buffer, in: area, isActive: isActive, field: field)
  }

  /// Draws the text of an editor on the ground there is.
  mutating func drawText(_ buffer: TextBuffer, in rect: Rect, isActive: Bool, field: Int? = nil) {
    guard !rect.isEmpty else { return }
    let window = buffer.window(in: rect, isActive: isActive)
    touch(rect, .text(field: field, window))
    guard buffer.isMultiline else { return drawSingle(buffer, window, isActive: isActive) }
    let flow = buffer.flow(width: rect.width)
    for (index, row) in flow.rows.dropFirst(window.start).prefix(rect.height).enumerated() where !buffer.isEmpty {
      draw(styled(buffer, row.range, isActive: isActive), row: index, in: rect)
    }
    let caret = flow.position(of: buffer.caret)
    if isActive { cursor = Point(x: rect.x + caret.column, y: rect.y + caret.row - window.start) }
  }

  private mutating func drawSingle(_ buffer: TextBuffer, _ window: TextWindow, isActive: Bool) {
    let rect = window.rect
    var text = styled(buffer, window.start..<buffer.count, isActive: isActive)
    // In a field that has the keys the rest is a key press away; elsewhere "…" says that there is more.
    var column = 0
    if isActive {
      let shown = buffer.window(width: rect.width)
      text = styled(buffer, window.start..<min(buffer.count, window.start + shown.text.count), isActive: true)
      column = shown.column
    }
    draw(text, in: rect)
    if isActive { cursor = Point(x: rect.x + column, y: rect.y) }
  }

  /// A part of a text: what is selected stands out, and so does what is over the limit.
  private func styled(_ buffer: TextBuffer, _ range: Range<Int>, isActive: Bool) -> StyledText {
    let isSelected = buffer.selection.map { $0.overlaps(range) || $0.contains(range.lowerBound) } ?? false
    if isSelected { return StyledText(String(buffer.characters[range]), .highlight) }
    let end = min(max(range.lowerBound, buffer.limit ?? .max), range.upperBound)
    let within = StyledText(String(buffer.characters[range.lowerBound..<end]), isActive ? .fieldActive : .field)
    guard end < range.upperBound else { return within }
    let over = Style(.counterLow, on: isActive ? .fieldActive : nil)
    return within + StyledText(String(buffer.characters[end..<range.upperBound]), over)
  }

  /// Says at the end of a row how much room is left; the rest of the row.
  private mutating func drawCounter(of buffer: TextBuffer, in rect: Rect) -> Rect {
    guard let counter = buffer.counter, rect.width >= counter.columns + 8 else { return rect }
    let (rest, end) = rect.split(right: counter.columns + 1)
    draw(counter, in: end, align: .right)
    return rest
  }
}

extension TextBuffer {
  /// What is to be said about the text beside it: which lines are selected, else that it is too long.
  func advice(named name: String) -> String? {
    guard selection == nil else {
      let lines = Phrases.count(selectedLines, "line")
      return "\(lines) selected: Backspace cuts, Alt-W copies, Ctrl-Y puts back in; Esc lets go."
    }
    return problem(named: name)
  }
}

extension Grid {
  /// Says that each of the options drawn one after another on a row can be chosen.
  /// - Parameters:
  ///   - widths: the columns of each.
  ///   - first: the place of the first one drawn.
  mutating func touch(options widths: [Int], from first: Int = 0, gap: Int, of field: Int?, in rect: Rect) {
    guard let field else { return }
    var rest = rect.row(0)
    for (place, width) in widths.enumerated() {
      let (area, below) = rest.split(left: width)
      touch(area, .option(first + place, field: field))
      rest = below.inset(left: gap)
    }
  }
}
