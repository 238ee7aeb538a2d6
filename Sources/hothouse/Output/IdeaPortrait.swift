import IdeaPipeline

/// One idea with everything around it, as `show` prints it.
struct IdeaPortrait {
  let detail: IdeaDetail
  let summary: BoardSummary
  let board: String
  let now: Timestamp
  /// Whether a question without an answer names the command that answers it.
  var namesCommands = true

  /// Writes the whole idea.
  func draw(on page: inout Page) {
    heading(&page)
    journey(&page)
    worksheets(&page)
    conversation(&page)
    family(&page)
  }

  private var row: IdeaRow { detail.row }

  private func heading(_ page: inout Page) {
    page.line(.strong(row.number.map { "\($0)  " } ?? ""), .strong(row.title))
    var facts = [row.stageWords, authors, "posted \(Moment.ago(row.createdAt, now: now))"]
    if row.revision > 1 { facts.append("revision \(row.revision)") }
    page.line(Span(facts.joined(separator: " · ")))
    if let votes = row.tally.words { page.line(Span(votes)) }
    if !row.stateWords.isEmpty { page.line(.strong(row.stateWords.capitalisedFirst), Span(hidingReason)) }
    if let parent = detail.mergesAtClose { page.line("Merges into \(parent) when the round closes.") }
    if let number = row.challenge { page.line("Challenge \(number): \(detail.challengeQuestion ?? "")") }
    if !row.tags.isEmpty { page.line(Span(row.tags.map { "#" + $0 }.joined(separator: " "))) }
    if !row.body.isEmpty {
      page.gap()
      page.paragraph(row.body)
    }
    for link in detail.links { page.line("→ \(link.title.map { "\($0): " } ?? "")\(link.url)") }
  }

  private var authors: String {
    let names = ([row.author] + row.coAuthors).map(\.words)
    return names.joined(separator: ", ") + (row.team.map { ", \($0)" } ?? "")
  }

  private var hidingReason: String { detail.hidden.map { ": \($0.reason)" } ?? "" }

  private func journey(_ page: inout Page) {
    guard !detail.moves.isEmpty || detail.outcome != nil else { return }
    title("Journey", &page)
    for move in detail.moves {
      let arrow = move.to > move.from ? "→" : "←"
      let how = move.overrode ? ", past the gate" : ""
      page.line("  \(move.from.title) \(arrow) \(move.to.title)\(how)  ", .faint(signature(move.by, move.at)))
      if let reason = move.reason { page.paragraph(reason, indent: 4) }
    }
    if let outcome = detail.outcome {
      page.line("  \(outcome.kind.rawValue.capitalisedFirst)  ", .faint(signature(outcome.by, outcome.at)))
      page.paragraph(outcome.learning, indent: 4)
    }
  }

  private func worksheets(_ page: inout Page) {
    for gate in detail.gates where gate.stage <= row.stage {
      guard !gate.items.isEmpty, gate.stage == row.stage || gate.met > 0 else { continue }
      title("\(gate.worksheet): \(gate.met) of \(gate.items.count) answered", &page)
      for item in gate.items { line(for: item, &page) }
    }
    let asked = Set(detail.gates.flatMap { $0.items.map(\.field.key) })
    let others = detail.entries.filter { !asked.contains($0.field) }
    if !others.isEmpty { title("Also answered", &page) }
    for entry in others {
      let field = summary.worksheets.first { $0.key == entry.worksheet }?.field(entry.field)
      page.line("  \(field?.label ?? entry.field)  ", Span(entry.answer.words))
    }
  }

  private func line(for item: Gate.Item, _ page: inout Page) {
    guard let answer = item.answer else {
      guard namesCommands else { return page.line("  – \(item.field.label)  ", .faint("no answer yet")) }
      page.line("  – \(item.field.label)  ", .faint("hothouse answer \(board) \(row.number ?? 0) \(item.field.key) …"))
      return
    }
    page.line("  ✓ \(item.field.label)  ", Span(answer.words))
  }

  private func conversation(_ page: inout Page) {
    guard !detail.comments.isEmpty else { return }
    title(counted(detail.comments.count, "comment"), &page)
    for comment in detail.comments where comment.replyTo == nil {
      draw(comment, indent: 2, &page)
      for reply in detail.comments where reply.idea == comment.idea && reply.replyTo == comment.number {
        draw(reply, indent: 6, &page)
      }
    }
  }

  private func draw(_ comment: CommentView, indent: Int, _ page: inout Page) {
    let kind = comment.kind == .comment ? "" : ", \(comment.kind.title)"
    let margin = String(repeating: " ", count: indent)
    page.line(
      "\(margin)\(comment.number)  ", .strong(comment.author.words), Span(kind),
      .faint("  " + Moment.ago(comment.createdAt, now: now)))
    page.paragraph(
      comment.text ?? (comment.isHidden ? "hidden" : "withdrawn"), indent: indent + 3,
      comment.text == nil ? .faint : .plain)
  }

  private func family(_ page: inout Page) {
    list("Builds on", detail.parent.map { [$0] } ?? [], &page)
    list("Built on by", detail.builds, &page)
    list("Merged into it", detail.merged, &page)
  }

  private func list(_ heading: String, _ ideas: [IdeaRow], _ page: inout Page) {
    guard !ideas.isEmpty else { return }
    title(heading, &page)
    for idea in ideas { page.line("  \(idea.number.map(String.init) ?? "–")  ", Span(idea.title)) }
  }

  private func title(_ words: String, _ page: inout Page) {
    page.gap()
    page.line(.strong(words))
  }

  private func signature(_ author: AuthorView, _ at: Timestamp) -> String {
    "\(author.words), \(Moment.ago(at, now: now))"
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
