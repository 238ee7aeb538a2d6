extension TextBuffer {
  /// Does what an editing key means; keys that edit nothing are `ignored` and left to the screen.
  ///
  /// Arrows, Home, End, Backspace, Delete, pastes, and the keys that shells have: Ctrl-A E B F D K U W Y, Alt-B F D.
  /// Ctrl-_ undoes (terminals send it for Ctrl-/ too), Alt-_ redoes; Alt-L or Shift with Up and Down selects lines. Where there are
  /// line breaks Enter puts one in; over several rows Up and Down move by rows as shown.
  /// - Parameter width: columns of the editor, for Up, Down, Home and End.
  public mutating func handle(_ key: Key, width: Int = .max) -> Outcome {
    if let outcome = handleLines(key) { return outcome }
    return switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text, as: .other)
    case .enter where hasBreaks: insert("\n")
    case .backspace, .delete, .ctrl, .alt: edit(key)
    case .modified(let modifiers, let named): handle(named, with: modifiers)
    default: move(key, width: width)
    }
  }

  private mutating func edit(_ key: Key) -> Outcome {
    switch key {
    case .backspace: erase(max(0, caret - 1)..<caret)
    case .delete, .ctrl("d"): erase(caret..<min(count, caret + 1))
    case .ctrl("k"): kill(caret..<(caret < lineEnd ? lineEnd : min(count, caret + 1)))
    case .ctrl("u"): kill(lineStart..<caret)
    case .ctrl("w"): kill(wordStart..<caret)
    case .alt("d"): kill(caret..<wordEnd)
    case .ctrl("y"): insert(cut, as: .other)
    case .ctrl("_"): undo() ? .changed : .moved
    case .alt("_"): redo() ? .changed : .moved
    case .ctrl("a"): moved(to: lineStart)
    case .ctrl("e"): moved(to: lineEnd)
    case .ctrl("b"): moved(to: caret - 1)
    case .ctrl("f"): moved(to: caret + 1)
    case .alt("b"): moved(to: wordStart)
    case .alt("f"): moved(to: wordEnd)
    default: .ignored
    }
  }

  private mutating func handle(_ named: NamedKey, with modifiers: Modifiers) -> Outcome {
    switch named {
    case .left where !modifiers.contains(.shift): moved(to: wordStart)
    case .right where !modifiers.contains(.shift): moved(to: wordEnd)
    case .home where modifiers == .ctrl: moved(to: 0)
    case .end where modifiers == .ctrl: moved(to: count)
    case .backspace: kill(wordStart..<caret)
    case .delete: kill(caret..<wordEnd)
    default: .ignored
    }
  }

  private mutating func move(_ key: Key, width: Int) -> Outcome {
    switch key {
    case .left: moved(to: caret - 1)
    case .right: moved(to: caret + 1)
    case .home: isMultiline ? moved(toRowEdge: \.start, width: width) : moved(to: 0)
    case .end: isMultiline ? moved(toRowEdge: \.end, width: width) : moved(to: count)
    case .up where isMultiline: moved(byRows: -1, width: width)
    case .down where isMultiline: moved(byRows: 1, width: width)
    default: .ignored
    }
  }

  private mutating func moved(to place: Int) -> Outcome {
    moveCaret(to: place)
    return .moved
  }

  private mutating func erase(_ range: Range<Int>) -> Outcome {
    guard !range.isEmpty else { return .moved }
    replace(range, with: "", as: .erasing)
    return .changed
  }

  private mutating func kill(_ range: Range<Int>) -> Outcome {
    guard !range.isEmpty else { return .moved }
    cut = String(characters[range])
    replace(range, with: "", as: .other)
    return .changed
  }
}

extension TextBuffer {
  /// The first place of a shown row and the last.
  private struct RowEdges {
    let start: Int
    let end: Int
  }

  private mutating func moved(toRowEdge edge: KeyPath<RowEdges, Int>, width: Int) -> Outcome {
    let flow = flow(width: width)
    let row = flow.position(of: caret).row
    let edges = RowEdges(start: flow.rows[row].range.lowerBound, end: flow.lastOffset(inRow: row))
    return moved(to: edges[keyPath: edge])
  }

  /// Above the first row is the beginning, below the last row the end.
  private mutating func moved(byRows rows: Int, width: Int) -> Outcome {
    let flow = flow(width: width)
    let (row, column) = flow.position(of: caret)
    let goal = goalColumn ?? column
    let target = row + rows
    guard flow.rows.indices.contains(target) else { return moved(to: target < 0 ? 0 : count) }
    moveCaret(to: flow.offset(row: target, column: goal))
    goalColumn = goal
    return .moved
  }

  private var lineStart: Int {
    (characters[..<caret].lastIndex { $0.isNewline } ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex { $0.isNewline } ?? count
  }

  /// Where the word at or before the caret begins.
  private var wordStart: Int {
    var place = caret
    while place > 0, !characters[place - 1].isPartOfWord { place -= 1 }
    while place > 0, characters[place - 1].isPartOfWord { place -= 1 }
    return place
  }

  /// Where the word at or after the caret ends.
  private var wordEnd: Int {
    var place = caret
    while place < count, !characters[place].isPartOfWord { place += 1 }
    while place < count, characters[place].isPartOfWord { place += 1 }
    return place
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "'" || self == "’" }
}
