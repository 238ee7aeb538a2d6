/// Selecting whole lines: what is taken out, copied or replaced in one go.
extension TextBuffer {
  /// The places of the selected lines, with the break behind the last; nil when none is selected.
  public var selection: Range<Int>? {
    guard let anchor else { return nil }
    let low = start(ofLineAt: min(anchor, caret))
    return low..<min(count, end(ofLineAt: max(anchor, caret)) + 1)
  }

  /// How many lines are selected.
  public var selectedLines: Int {
    guard let selection else { return 0 }
    let breaks = characters[selection].count { $0.isNewline }
    return breaks + (characters[selection].last?.isNewline == true ? 0 : 1)
  }

  /// Does what a key means to selected lines, or begins to select; nil where the key has nothing to do with that. A key
  /// that only moves lets the selection go first.
  mutating func handleLines(_ key: Key) -> Outcome? {
    switch key {
    case .alt("l"): return selectLine()
    case .modified(.shift, .down): return extend(down: true)
    case .modified(.shift, .up): return extend(down: false)
    default: break
    }
    guard let selection else { return nil }
    anchor = nil
    switch key {
    case .escape: return .moved
    case .alt("w"):
      cut = String(characters[selection])
      return .moved
    case .backspace, .delete, .ctrl("d"), .ctrl("k"), .ctrl("u"), .ctrl("w"):
      cut = String(characters[selection])
      replace(selection, with: "", as: .other)
      return .changed
    case .character, .paste, .ctrl("y"):
      // What is put in takes their place; undoing brings them back.
      if !selection.isEmpty { replace(selection, with: "", as: .other) }
      return nil
    default: return nil
    }
  }

  /// Selects the line of the caret, then one more below each time.
  private mutating func selectLine() -> Outcome {
    if anchor != nil { return extend(down: true) }
    anchor = caret
    return .moved
  }

  private mutating func extend(down: Bool) -> Outcome {
    let from = anchor ?? caret
    let isNew = anchor == nil
    let target = down ? end(ofLineAt: caret) + 1 : start(ofLineAt: caret) - 1
    if !isNew { moveCaret(to: target) }
    anchor = from
    return .moved
  }

  private func start(ofLineAt place: Int) -> Int {
    (characters[..<place].lastIndex { $0.isNewline } ?? -1) + 1
  }

  private func end(ofLineAt place: Int) -> Int {
    characters[place...].firstIndex { $0.isNewline } ?? count
  }
}
