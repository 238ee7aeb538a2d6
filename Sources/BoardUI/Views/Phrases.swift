import CellGrid
import IdeaPipeline

/// Small pieces of wording that several views share.
enum Phrases {
  /// "1 idea", "3 ideas".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A number with its thousands apart: "14,995".
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// A sentence whose quoted titles are shortened so that it fits on a line; as it is where that is not enough.
  static func fitting(_ sentence: String, width: Int) -> String {
    let least = 12
    var pieces = sentence.split(separator: "“", omittingEmptySubsequences: false).map { piece in
      piece.split(separator: "”", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
    var excess = TextWidth.columns(of: sentence) - width
    for index in pieces.indices.dropFirst().reversed() where excess > 0 && pieces[index].count == 2 {
      let columns = TextWidth.columns(of: pieces[index][0])
      guard columns > least else { continue }
      pieces[index][0] = TextLayout.clip(pieces[index][0], width: max(least, columns - excess))
      excess -= columns - TextWidth.columns(of: pieces[index][0])
    }
    return excess > 0 ? sentence : pieces.map { $0.joined(separator: "”") }.joined(separator: "“")
  }

  /// A tally of dots: "●●●●●" up to five, then "●12".
  static func dots(_ number: Int) -> String {
    number <= 5 ? String(repeating: "●", count: max(0, number)) : "●\(number)"
  }

  /// A tally as a list shows it; empty where there is nothing to show.
  static func tally(_ tally: TallyView) -> StyledText {
    switch tally {
    case .none: return StyledText()
    case .dots(let number, _): return StyledText(dots(number), .dot)
    case .own(let number, nil): return StyledText(number > 0 ? "you \(dots(number))" : "", .own)
    case .own(_, let position?): return StyledText("you \(sign(position))", .own)
    case .consensus(let agree, let disagree, _, let own):
      guard agree + disagree > 0 || own != nil else { return StyledText() }
      return StyledText("+\(agree)", .dot) + StyledText(" -\(disagree)", .dotLeft)
    }
  }

  /// A tally in words: "5 dots, 2 of them yours".
  static func words(_ tally: TallyView) -> String {
    switch tally {
    case .none: return ""
    case .dots(0, _): return "no dots yet"
    case .own(0, nil): return "none of yours yet; the others’ show at the end of the round"
    case .consensus(0, 0, 0, _): return "nobody has said yet"
    case .dots(let number, let own):
      return count(number, "dot") + (own > 0 ? ", \(own == number ? "all" : "\(own)") yours" : "")
    case .own(let number, nil): return "\(count(number, "dot")) of yours; the others’ show at the end of the round"
    case .own(_, let position?): return "you \(words(position)); the others’ answers show at the end of the round"
    case .consensus(let agree, let disagree, let pass, let own):
      let mine = own.map { "; you \(words($0))" } ?? ""
      return "\(agree) agree, \(disagree) disagree, \(pass) pass\(mine)"
    }
  }

  /// "agree", "disagree", "pass" after "you".
  static func words(_ position: Ballot.Position) -> String { position.rawValue }

  /// The key that takes the position.
  static func sign(_ position: Ballot.Position) -> String {
    switch position {
    case .agree: "+"
    case .disagree: "-"
    case .pass: "0"
    }
  }

  /// The author as a list names them: "you" for the viewer.
  static func author(of row: IdeaRow) -> String {
    let first = row.isOwn ? "you" : row.author.words
    return row.coAuthors.isEmpty ? first : "\(first) and \(row.coAuthors.count)"
  }
}

extension AuthorView {
  /// The name where there is little room.
  var firstName: String {
    if case .named(_, _, let name) = self { String(name.prefix { $0 != " " }) } else { words }
  }
}
