import CellGrid
import IdeaPipeline

/// Every command in words, found by typing.
struct PaletteView {
  let state: AppState
  let palette: Palette

  func draw(in body: Rect, _ grid: inout Grid) {
    let matches = palette.matches(in: CommandTable.entries, keymap: state.keymap)
    let size = Size(width: min(body.width - 6, 84), height: min(body.height - 2, 22))
    let area = Box(title: "All commands", content: size).draw(in: body, &grid)
    let (field, list) = area.split(top: 1)
    grid.draw(palette.query, in: field, isActive: true, placeholder: "what you want to do, or a key")
    let rows = list.inset(top: list.height > 4 ? 1 : 0)
    draw(matches, in: rows, &grid)
    grid.lay(.overlay, under: area.inset(top: 1), unless: .selected)
  }

  private func draw(_ matches: [Palette.Match], in rect: Rect, _ grid: inout Grid) {
    if matches.isEmpty {
      let words =
        "No command is called that. Try another word for it: “vote”, “move”, “write”; Backspace shows all again."
      return grid.draw(wrapped: words, in: rect.inset(left: 2), .dim).discard()
    }
    let (list, foot) = rect.split(bottom: rect.height > 4 ? 2 : 0)
    let top = min(max(0, palette.selected - list.height + 1), max(0, matches.count - list.height))
    grid.drawMore(matches.count - top - list.height, under: rect, of: state.frame.body)
    for (slot, match) in matches.dropFirst(top).prefix(list.height).enumerated() {
      let row = list.row(slot)
      grid.draw(left: name(match), right: keys(match.entry, width: row.width), in: row)
      grid.touch(row, .place(top + slot, list: 0))
      if top + slot == palette.selected { grid.select(row) }
    }
    guard matches.indices.contains(palette.selected) else { return }
    let entry = matches[palette.selected].entry
    let reason = state.reason(against: entry.command)
    grid.draw(wrapped: reason ?? entry.help, in: foot.inset(left: 2), reason == nil ? .dim : .warning)
  }

  private func name(_ match: Palette.Match) -> StyledText {
    let token: ThemeToken = state.reason(against: match.entry.command) == nil ? .text : .dim
    return StyledText("  ", token) + StyledText(match.entry.name, token).marking(match.letters, .highlight)
  }

  /// The keys where one is: those of the session screen after the one that opens it.
  private func keys(of entry: CommandEntry) -> String {
    let labels = state.keymap.labels(entry.command)
    guard entry.places == [.session], state.screenPlace != .session else { return labels.joined(separator: " ") }
    return [state.keymap.label(.session), labels.first].compactMap(\.self).joined(separator: " ")
  }

  private func keys(_ entry: CommandEntry, width: Int) -> StyledText {
    let isUsable = state.reason(against: entry.command) == nil
    return StyledText(isUsable || width < 48 ? "" : "not now   ", .dim)
      + StyledText("\(keys(of: entry)) ", isUsable ? .footerKey : .dim)
  }
}

extension Int {
  /// Says that how many rows were drawn does not matter.
  func discard() {}
}
