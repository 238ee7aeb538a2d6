import CellGrid
import IdeaPipeline

/// What an edit took out and put in.
struct EarlierTextsView {
  let state: AppState
  let earlier: EarlierTexts

  func draw(in body: Rect, _ grid: inout Grid) {
    let size = Size(width: min(body.width - 6, 92), height: body.height - 2)
    let area = Box(title: title, content: size).draw(in: body, &grid)
    let (texts, foot) = area.split(bottom: area.height >= 5 ? 2 : 0)
    let lines = Self.lines(earlier, width: texts.width)
    let top = min(earlier.top, max(0, lines.count - texts.height))
    grid.draw(lines: Array(lines.dropFirst(top)), in: texts)
    grid.draw(legend, row: 1, in: foot)
    grid.lay(.overlay, under: area)
  }

  private var title: String {
    let edit = earlier.texts[earlier.place - 1]
    let who = edit.replacedBy.map { " · \($0.words)" } ?? ""
    let age = edit.replacedAt.map { " · \(state.surroundings.dates.words($0, now: state.now))" } ?? ""
    return "Edit \(earlier.place) of \(earlier.texts.count - 1)\(who)\(age)"
  }

  private var legend: StyledText {
    StyledText("[-taken out-]", .danger) + StyledText("  ", .text) + StyledText("{+put in+}", .success)
  }

  /// Title and text with what changed between marks, so that it shows without colours too.
  static func lines(_ earlier: EarlierTexts, width: Int) -> [StyledText] {
    TextDifferenceLines.lines(earlier.title, .strong, width: width) + [""]
      + TextDifferenceLines.lines(earlier.body, .text, width: width)
  }
}

/// A difference as lines.
enum TextDifferenceLines {
  static func lines(_ difference: TextDifference, _ token: ThemeToken, width: Int) -> [StyledText] {
    var characters: [Character] = []
    var tokens: [ThemeToken] = []
    for piece in difference.pieces {
      let (text, style) = marked(piece, token)
      characters += Array(text)
      tokens += Array(repeating: style, count: text.count)
    }
    return TextFlow(characters, width: max(1, width)).rows.map { row in
      var line = StyledText()
      var index = row.range.lowerBound
      while index < row.range.upperBound {
        let end = row.range.first { $0 > index && tokens[$0] != tokens[index] } ?? row.range.upperBound
        line += StyledText(String(characters[index..<end]), tokens[index])
        index = end
      }
      return line
    }
  }

  private static func marked(_ piece: TextDifference.Piece, _ token: ThemeToken) -> (String, ThemeToken) {
    switch piece {
    case .same(let text): (text, token)
    case .gone(let text): (mark(text, "[-", "-]"), .danger)
    case .new(let text): (mark(text, "{+", "+}"), .success)
    }
  }

  /// The white space round the words stays outside of the marks.
  private static func mark(_ text: String, _ before: String, _ after: String) -> String {
    let lead = text.prefix(while: \.isWhitespace)
    let words = text.dropFirst(lead.count).reversed().drop(while: \.isWhitespace).reversed()
    guard !words.isEmpty else { return text }
    return lead + before + String(words) + after + text.dropFirst(lead.count + words.count)
  }
}
