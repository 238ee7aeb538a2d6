import CellGrid
import IdeaPipeline

/// The explanation of a screen as lines, from the command table.
struct HelpText {
  let lines: [StyledText]

  init(_ place: CommandPlace, keymap: Keymap, width: Int) {
    var lines: [StyledText] = []
    for sentence in Self.about(place, keymap) {
      lines += TextLayout.wrap(sentence, width: width).map { StyledText($0, .text) }
    }
    for topic in CommandTable.topics {
      let here = topic.entries.filter { $0.places.contains(place) }
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
    case .writing:
      return ["What you type is kept as you type it. Up, down and Tab go from field to field."]
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
    let area = Box(title: help.place.title, content: size).draw(in: body, &grid)
    let lines = HelpText(help.place, keymap: state.keymap, width: area.width).lines
    let top = min(help.top, max(0, lines.count - area.height))
    grid.draw(lines: Array(lines.dropFirst(top)), in: area)
    grid.lay(.overlay, under: area)
    if lines.count > top + area.height, !area.isEmpty {
      let edge = Rect(x: area.x, y: area.maxY, width: area.width, height: 1)
      grid.draw(
        StyledText(" \(lines.count - top - area.height) more lines ↓ ", Style(.dim, on: .overlay)), in: edge,
        align: .right)
    }
  }
}

extension AppState {
  /// Columns of help.
  var helpWidth: Int { max(1, min(size.width - 6, 92)) }
}

/// Two texts of one idea, one above the other or side by side, and what to do about them.
struct ClashView {
  let state: AppState
  let clash: Clash

  func draw(in body: Rect, _ grid: inout Grid) {
    grid.fill(body, .screen)
    let (head, rest) = body.split(top: body.height >= 6 ? 2 : 0)
    grid.rule(head, .ruleStrong, left: StyledText("Somebody changed this text while you did", .overlayTitle))
    grid.draw("Both are kept. Which one goes on?", row: 1, in: head.inset(horizontal: 1), .dim)
    let (texts, foot) = rest.split(bottom: 1)
    let isSideBySide = texts.width >= 72
    let panes = isSideBySide ? texts.inset(horizontal: 1).columns(2, gap: 3) : stacked(texts.inset(horizontal: 1))
    drawText("Theirs, on the board now", clash.theirs.title, clash.theirs.body, in: panes[0], &grid)
    drawText("Yours", clash.composer.title.text, clash.composer.body.text, in: panes[1], &grid)
    let choices: [(Clash.Choice, String)] = [
      (.edit, "Edit mine further"), (.mine, "Save mine"), (.combine, "Combine both"), (.theirs, "Keep theirs"),
    ]
    grid.draw(buttons: choices.map { ($1, clash.choice == $0) }, in: foot.inset(left: 1))
  }

  private func stacked(_ rect: Rect) -> [Rect] {
    let parts = rect.split(top: rect.height / 2)
    return [parts.top, parts.rest]
  }

  private func drawText(_ label: String, _ title: String, _ body: String, in rect: Rect, _ grid: inout Grid) {
    let (head, rest) = rect.split(top: 1)
    grid.draw(label, in: head, .fieldLabel)
    var lines = TextLayout.wrap(title, width: rest.width).map { StyledText($0, .strong) }
    lines += [""] + TextLayout.wrap(body, width: rest.width).map { StyledText($0, .text) }
    let top = min(clash.top, max(0, lines.count - rest.height))
    grid.draw(lines: Array(lines.dropFirst(top)), in: rest)
  }
}
