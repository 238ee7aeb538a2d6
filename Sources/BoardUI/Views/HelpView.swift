import CellGrid
import IdeaPipeline

/// The explanation of a screen as lines, from the command table.
struct HelpText {
  let lines: [StyledText]

  /// - Parameter isHosted: whether there is no shell behind the screen, and so nothing that needs one.
  init(_ place: CommandPlace, keymap: Keymap, width: Int, isHosted: Bool) {
    var lines: [StyledText] = []
    for sentence in Self.about(place, keymap) {
      lines += TextLayout.wrap(sentence, width: width).map { StyledText($0, .text) }
    }
    for topic in CommandTable.topics(for: place) {
      let here = topic.entries.filter { entry in
        entry.places.contains(place) && !(isHosted && [.editor, .suspend].contains(entry.command))
      }
      guard !here.isEmpty else { continue }
      lines += ["", StyledText(topic.title, .fieldLabel)]
      for line in CommandTable.lines(here) { lines += Self.lines(line, keymap, width: width) }
    }
    self.lines = lines
  }

  private static func about(_ place: CommandPlace, _ keymap: Keymap) -> [String] {
    let key = { (command: Command) in keymap.label(command) ?? "" }
    switch place {
    case .lobby: return ["Every board you can open. \(key(.open)) opens the one with the bar; a digit goes to it."]
    case .board:
      return [
        "Ideas move from left to right through five stages. The bar ▌ shows the one your keys are about.",
        "● is a dot, a vote; ↳ counts the ideas that build on it; “new” came since your last visit.",
      ]
    case .idea:
      return [
        "On the left the idea and what was said about it, on the right its way through the stages. "
          + "\(key(.nextPane)) goes from one to the other; \(key(.open)) says what can be done with what has the bar."
      ]
    case .session:
      return [
        "The agenda with planned and real minutes, and beside it the room. \(key(.nextPane)) goes from part to part, "
          + "\(key(.open)) starts a step or says what can be done with what has the bar ▌.",
        "Everybody can read it; a facilitator runs it. Nothing that is done here loses anything.",
      ]
    case .writing:
      return [
        "What you type is kept as you type it. Up, down and Tab go from field to field.",
        "Ctrl-A E and W go to the ends of a line and cut a word, Ctrl-K and U the rest of a line, Ctrl-Y puts it in again; "
          + "Ctrl-_ undoes, Alt-_ redoes, Alt-L selects lines.",
      ]
    }
  }

  private static func lines(_ line: CommandTable.Line, _ keymap: Keymap, width: Int) -> [StyledText] {
    let keys = keymap.labels(line.commands).joined(separator: " ")
    let indent = 18
    guard width >= 52 else { return [StyledText("  \(keys)", .footerKey) + StyledText("  \(line.name)", .text)] }
    let text = TextLayout.wrap("\(line.name). \(line.help)", width: width - indent)
    return text.enumerated().map { index, words in
      StyledText(TextLayout.pad(index == 0 ? "  \(keys)" : "", width: indent), .footerKey) + StyledText(words, .text)
    }
  }
}

/// Help laid over the screen.
struct HelpView {
  let state: AppState
  let help: Help

  func draw(in body: Rect, _ grid: inout Grid) {
    let size = Size(width: state.helpWidth, height: body.height - 2)
    let area = Box(title: help.place.title, content: size, keepsEdge: true).draw(in: body, &grid)
    let lines = HelpText(
      help.place, keymap: state.keymap, width: area.width, isHosted: state.surroundings.isHosted
    ).lines
    let top = min(help.top, max(0, lines.count - area.height))
    let query = help.search?.query.text ?? ""
    grid.draw(lines: lines.dropFirst(top).prefix(area.height).map { $0.marking(query, .highlight) }, in: area)
    grid.lay(.overlay, under: area)
    drawEdge(lines, below: max(0, lines.count - top - area.height), under: area, &grid)
  }

  /// What is searched for, and how much more there is, on the lower edge.
  private func drawEdge(_ lines: [StyledText], below: Int, under area: Rect, _ grid: inout Grid) {
    guard area.maxY < state.frame.whole.maxY, !area.isEmpty else { return }
    let edge = Rect(x: area.x, y: area.maxY, width: area.width, height: 1)
    if below > 0, help.search?.isTyping != true, edge.width >= 28 {
      grid.draw(StyledText(" \(below) more lines ↓ ", Style(.dim, on: .overlay)), in: edge, align: .right)
    }
    guard let search = help.search else {
      return grid.draw(StyledText(" \(state.label(.filter)) finds ", Style(.dim, on: .overlay)), in: edge).discard()
    }
    let end = grid.draw(StyledText(" / ", Style(.accent, on: .overlay)), in: edge)
    let field = edge.inset(left: end.x - edge.x).split(left: min(24, edge.width / 2)).left
    grid.draw(search.query, in: field, isActive: search.isTyping, placeholder: "words")
    if !search.isTyping { grid.lay(.overlay, under: field) }
    let count = help.found(in: lines).count
    let words = count == 0 ? (search.query.isEmpty ? "" : " not here ") : " \(search.place + 1) of \(count) "
    grid.draw(words, at: Point(x: field.maxX, y: edge.y), Style(count == 0 ? .warning : .dim, on: .overlay), clip: edge)
  }
}

extension AppState {
  /// Columns of help.
  var helpWidth: Int { max(1, min(size.width - 6, 92)) }
}
