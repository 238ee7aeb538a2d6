import CellGrid
import IdeaPipeline

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
    grid.draw(buttons: choices.map { ($1, clash.choice == $0) }, from: 0, in: foot.inset(left: 1))
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
