/// Two texts compared word by word.
struct TextDifference: Equatable, Sendable {
  enum Piece: Equatable, Sendable {
    case same(String)
    case gone(String)
    case new(String)
  }

  let pieces: [Piece]

  /// What it takes to make one text of the other.
  init(from old: String, to new: String) {
    let words = Words(old)
    var pieces: [Piece] = []
    var place = 0
    for change in words.changes(to: Words(new)) {
      pieces.append(.same(words.text(place..<change.range.lowerBound)))
      pieces.append(.gone(words.text(change.range)))
      pieces.append(.new(change.replacement.joined()))
      place = change.range.upperBound
    }
    pieces.append(.same(words.text(place..<words.list.count)))
    self.pieces = pieces.filter { !$0.text.isEmpty }
  }
}

extension TextDifference.Piece {
  var text: String {
    switch self {
    case .same(let text), .gone(let text), .new(let text): text
    }
  }
}

/// A text made of two that both started from a third.
struct CombinedText: Equatable, Sendable {
  private(set) var text = ""
  /// Places where both had changed the same words: there both stand, theirs first.
  private(set) var doubles = 0

  init(mine: String, theirs: String, base: String) {
    let words = Words(base)
    var (ours, others) = (words.changes(to: Words(mine))[...], words.changes(to: Words(theirs))[...])
    var place = 0
    while let start = [ours.first, others.first].compactMap({ $0?.range.lowerBound }).min() {
      let group = Group(from: start, &ours, &others)
      text += words.text(place..<start)
      add(words.apply(group.mine, to: group.range), words.apply(group.theirs, to: group.range), group)
      place = group.range.upperBound
    }
    text += words.text(place..<words.list.count)
  }

  private mutating func add(_ mine: String, _ theirs: String, _ group: Group) {
    if group.theirs.isEmpty {
      text += mine
    } else if group.mine.isEmpty || mine == theirs {
      text += theirs
    } else {
      doubles += 1
      let isApart = theirs.last?.isWhitespace ?? true || mine.first?.isWhitespace ?? true
      let gap = isApart ? "" : " "
      text += theirs + gap + mine
    }
  }

  /// Changes of both that touch one another.
  private struct Group {
    var range: Range<Int>
    var mine: [Words.Change] = []
    var theirs: [Words.Change] = []

    init(from start: Int, _ ours: inout ArraySlice<Words.Change>, _ others: inout ArraySlice<Words.Change>) {
      range = start..<start
      while true {
        if let change = ours.first, touches(change) {
          mine.append(change)
          range = start..<max(range.upperBound, change.range.upperBound)
          ours.removeFirst()
        } else if let change = others.first, touches(change) {
          theirs.append(change)
          range = start..<max(range.upperBound, change.range.upperBound)
          others.removeFirst()
        } else {
          return
        }
      }
    }

    private func touches(_ change: Words.Change) -> Bool {
      let start = change.range.lowerBound
      return start < range.upperBound || (start == range.upperBound && (range.isEmpty || change.range.isEmpty))
    }
  }
}

/// A text as words and the white space between them.
private struct Words {
  /// Words that stand in the place of others.
  struct Change {
    var range: Range<Int>
    var replacement: [String] = []
  }

  let list: [String]

  init(_ text: String) {
    var list: [String] = []
    var wasSpace: Bool?
    for character in text {
      if character.isWhitespace != wasSpace { list.append("") }
      wasSpace = character.isWhitespace
      list[list.count - 1].append(character)
    }
    self.list = list
  }

  func text(_ range: Range<Int>) -> String { list[range].joined() }

  func apply(_ changes: [Change], to range: Range<Int>) -> String {
    var text = ""
    var place = range.lowerBound
    for change in changes {
      text += self.text(place..<change.range.lowerBound) + change.replacement.joined()
      place = change.range.upperBound
    }
    return text + self.text(place..<range.upperBound)
  }

  /// What makes these words into others, from the beginning to the end.
  func changes(to other: Words) -> [Change] {
    // Comparing takes room in proportion to the square of what differs; texts that long are compared as a whole.
    if list.count + other.list.count > 3_000 {
      return list == other.list ? [] : [Change(range: 0..<list.count, replacement: other.list)]
    }
    var gone: Set<Int> = []
    var new: Set<Int> = []
    for step in other.list.difference(from: list) {
      switch step {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): new.insert(offset)
      }
    }
    return changes(to: other, gone: gone, new: new).reduce(into: []) { joined, change in
      guard let last = joined.last, isSpace(last.range.upperBound..<change.range.lowerBound) else {
        return joined.append(change)
      }
      let between = text(last.range.upperBound..<change.range.lowerBound)
      joined[joined.count - 1] = Change(
        range: last.range.lowerBound..<change.range.upperBound,
        replacement: last.replacement + [between] + change.replacement)
    }
  }

  /// Whether nothing but white space lies there: what was changed on both sides of it reads as one change.
  private func isSpace(_ range: Range<Int>) -> Bool { text(range).allSatisfy(\.isWhitespace) }

  private func changes(to other: Words, gone: Set<Int>, new: Set<Int>) -> [Change] {
    var changes: [Change] = []
    var (place, otherPlace) = (0, 0)
    var current: Change?
    while place < list.count || otherPlace < other.list.count {
      if gone.contains(place) {
        current = Change(
          range: (current?.range.lowerBound ?? place)..<place + 1, replacement: current?.replacement ?? [])
        place += 1
      } else if new.contains(otherPlace) {
        current = current ?? Change(range: place..<place)
        current?.replacement.append(other.list[otherPlace])
        otherPlace += 1
      } else {
        changes += [current].compactMap(\.self)
        current = nil
        (place, otherPlace) = (place + 1, otherPlace + 1)
      }
    }
    return changes + [current].compactMap(\.self)
  }
}
