import CellGrid
import IdeaPipeline

extension IdeaBlockMaker {
  /// The right pane: the five stages as a line, then moves, votes and lineage.
  func journey() -> [IdeaBlock] {
    var blocks = Stage.allCases.map(stageBlock)
    blocks += noteBlocks()
    blocks += earlierTextsBlock()
    blocks += lineageBlocks()
    return blocks
  }

  private func stageBlock(_ stage: Stage) -> IdeaBlock {
    let gate = detail?.gates.first { $0.stage == stage }
    let isHere = stage == row.stage
    let sign = stage < row.stage ? "✓" : isHere ? "●" : "○"
    let count = gate.map { $0.items.isEmpty ? "" : "\($0.met) of \($0.items.count)" } ?? ""
    let name = StyledText("\(sign) ", isHere ? .accent : .dim) + StyledText(stage.title, isHere ? .strong : .text)
    var lines = [join(name, StyledText(count, .dim))]
    if isHere, let gate {
      for item in gate.items {
        lines += itemLines(item)
      }
    }
    let lead = stage == .empathise ? [] : [StyledText("│", .rule)]
    return IdeaBlock(spot: .stage(stage), lead: lead, lines: lines.map { $0.clipped(to: width) })
  }

  /// A question of the gate beside the line of the stages, over as many rows as it needs.
  private func itemLines(_ item: Gate.Item) -> [StyledText] {
    let isMissing = item.answer == nil
    let rows = TextLayout.wrap(item.field.label, width: max(1, width - 6))
    return rows.enumerated().map { index, words in
      let sign = index > 0 ? "  " : isMissing ? "○ " : "✓ "
      return StyledText("│   ", .rule) + StyledText(sign + words, isMissing ? .text : .dim)
    }
  }

  /// Two pieces at the ends of a line.
  private func join(_ left: StyledText, _ right: StyledText) -> StyledText {
    let gap = width - left.columns - right.columns
    guard gap > 0, !right.runs.isEmpty else { return left }
    return left + StyledText(String(repeating: " ", count: gap)) + right
  }

  private func noteBlocks() -> [IdeaBlock] {
    guard let detail else { return [] }
    var notes: [[StyledText]] = []
    if let outcome = detail.outcome {
      let head = "\(outcome.kind.rawValue) · \(outcome.by.words) · \(age(outcome.at))"
      notes.append(heading("Outcome") + wrapped(head, .strong) + wrapped(outcome.learning, .text))
    }
    let tally = Phrases.words(row.tally)
    if !tally.isEmpty { notes.append(heading("Votes") + wrapped(tally, .text)) }
    // The open round is what the line above counts.
    notes += detail.tallies.filter { $0.tally != row.tally || detail.tallies.count > 1 }.map {
      wrapped("Round \($0.number), \($0.title): \(Phrases.words($0.tally))", .dim)
    }
    // Only where it does not push anything else out of sight.
    let isUntouched = detail.moves.isEmpty && detail.revisions.isEmpty && detail.lineage.isEmpty
    if isUntouched { notes.append(heading("Moves") + wrapped(stillThere, .dim)) }
    notes += detail.moves.enumerated().map { (isFirst: $0 == 0, move: $1) }.map { item in
      (item.isFirst ? heading("Moves") : []) + moveLines(item.move)
    }
    return notes.enumerated().map { number, lines in
      let lead = lines.prefix(lines.count > 2 && lines[0].runs.isEmpty ? 2 : 0)
      return IdeaBlock(spot: .note(number + 1), lead: Array(lead), lines: Array(lines.dropFirst(lead.count)))
    }
  }

  /// What stands where there are no moves yet.
  private var stillThere: String {
    guard mayWrite, row.state == .active else { return "None yet." }
    let key = { (command: Command) in keymap.label(command) ?? CommandTable.entry(command).name }
    return row.stage == .test
      ? "None yet: \(key(.sendBack)) sends it back."
      : "None yet: \(key(.advance)) shows what the gate asks, \(key(.worksheet)) answers it."
  }

  private func moveLines(_ move: MoveView) -> [StyledText] {
    let arrow = move.to > move.from ? "→" : "←"
    var lines = wrapped("\(arrow) \(move.to.title)", .text)
    lines += wrapped("\(move.by.words) · \(age(move.at))\(move.overrode ? " · gate overridden" : "")", .dim, indent: 2)
    if let reason = move.reason { lines += wrapped("“\(reason)”", .quote, indent: 2) }
    return lines
  }

  private func earlierTextsBlock() -> [IdeaBlock] {
    guard let last = detail?.revisions.last else { return [] }
    let count = detail?.revisions.count ?? 0
    let words =
      "Edited \(count == 1 ? "once," : "\(Phrases.count(count, "time")), last") by \(last.replacedBy.words) \(age(last.replacedAt)); \(keymap.label(.open) ?? "Enter") shows what changed"
    return [IdeaBlock(spot: .earlierTexts, lead: heading("Text"), lines: wrapped(words, .text))]
  }

  /// The tree of builds the idea is part of: each opens at Enter, so that one can walk about in it.
  private func lineageBlocks() -> [IdeaBlock] {
    (detail?.lineage ?? []).enumerated().map { place, member in
      // Deep trees go on without moving further to the right.
      let depth = min(member.depth, 4)
      let branch = depth > 0 ? String(repeating: "  ", count: depth - 1) + "└ " : ""
      return IdeaBlock(
        spot: .idea(member.row.id), lead: place == 0 ? heading("Lineage") : [], lines: treeLines(member.row, branch))
    }
  }

  private func treeLines(_ member: IdeaRow, _ branch: String) -> [StyledText] {
    let isHere = member.id == row.id
    let indent = String(repeating: " ", count: branch.count)
    let room = max(1, width - branch.count)
    let title = TextLayout.wrap("\(member.name)  \(TextLayout.oneLine(member.title))", width: room)
    let about = "\(Phrases.author(of: member)) · \(member.stage.title)"
    let lines = title.enumerated().map { index, words in
      StyledText(index == 0 ? branch : indent, .rule) + StyledText(words, isHere ? .strong : .text)
    }
    return lines + [StyledText(indent + TextLayout.clip(isHere ? "this idea" : about, width: room), .dim)]
  }
}
