import IdeaPipeline

/// A board as a record to read: by challenge and stage, each idea with its conversation, answers, moves and outcome. Holds
/// what its viewer may see and nothing else, since it is read through `BoardReading`.
public enum MarkdownRecord {
  /// Writes the record of a board as it is at `now`.
  public static func text(of board: some BoardReading, for viewer: Viewer, at now: Timestamp) throws -> String {
    let summary = try board.summary(for: viewer)
    let ideas = try board.everyIdea(for: viewer).filter { $0.row.state == .active }
    var lines = ["# \(MarkdownText.inline(summary.title))", ""]
    if !summary.purpose.isEmpty { lines += [MarkdownText.quotation(summary.purpose), ""] }
    let counts = [ideas.count.of("idea"), summary.people.of("person", plural: "people")]
    lines += ["As of \(now.iso8601) · \(counts.joined(separator: " · "))", ""]
    lines += overview(ideas)
    for challenge in summary.challenges {
      let own = ideas.filter { $0.row.challenge == challenge.challenge.number }
      lines += ["## Challenge \(challenge.challenge.number): \(MarkdownText.inline(challenge.challenge.question))", ""]
      if !challenge.challenge.detail.isEmpty { lines += [MarkdownText.quotation(challenge.challenge.detail), ""] }
      lines += own.isEmpty ? ["No ideas yet.", ""] : byStage(own)
    }
    let others = ideas.filter { idea in
      !summary.challenges.contains { $0.challenge.number == idea.row.challenge }
    }
    if !others.isEmpty { lines += ["## Without a challenge", ""] + byStage(others) }
    return lines.joined(separator: "\n")
  }

  private static func overview(_ ideas: [IdeaDetail]) -> [String] {
    let rows = Stage.allCases.map { stage in
      "| \(stage.title) | \(ideas.count { $0.row.stage == stage }) |"
    }
    return ["| Stage | Ideas |", "| --- | ---: |"] + rows + [""]
  }

  private static func byStage(_ ideas: [IdeaDetail]) -> [String] {
    Stage.allCases.reversed().flatMap { stage -> [String] in
      let own = ideas.filter { $0.row.stage == stage }
      return own.isEmpty ? [] : ["### \(stage.title)", ""] + own.flatMap { MarkdownIdea(idea: $0).lines }
    }
  }
}

/// The part of the record that is about one idea.
private struct MarkdownIdea {
  let idea: IdeaDetail

  var lines: [String] {
    let row = idea.row
    let number = row.number.map { "\($0) " } ?? ""
    var lines = ["#### \(number)\(MarkdownText.inline(row.title))", "", facts.joined(separator: " · "), ""]
    if !row.body.isEmpty { lines += [MarkdownText.quotation(row.body), ""] }
    return lines + list("Links", links) + list("Answers", answers) + list("Journey", journey) + outcome
      + list("Conversation", conversation)
  }

  private var facts: [String] {
    let row = idea.row
    var facts = [([row.author] + row.coAuthors).map { MarkdownText.inline($0.words) }.joined(separator: ", ")]
    if let team = row.team { facts.append(MarkdownText.inline(team)) }
    facts.append(row.createdAt.iso8601)
    if let tally { facts.append(tally) }
    if let parent = row.buildsOn { facts.append("builds on \(parent)") }
    if !idea.merged.isEmpty {
      facts.append("with \(idea.merged.compactMap(\.number).map(String.init).joined(separator: ", ")) merged in")
    }
    if !row.tags.isEmpty { facts.append(row.tags.map { "\\#\($0)" }.joined(separator: " ")) }
    return facts
  }

  private var tally: String? {
    switch idea.row.tally {
    case .none, .own: nil
    case .dots(let dots, _): dots.of("dot")
    case .consensus(let agree, let disagree, let pass, _): "\(agree) agree, \(disagree) disagree, \(pass) pass"
    }
  }

  private var links: [String] {
    idea.links.map { link in
      link.title.map { "\(MarkdownText.inline($0)): <\(link.url)>" } ?? "<\(link.url)>"
    }
  }

  private var answers: [String] {
    idea.gates.flatMap(\.items).compactMap { item in
      item.answer.map { "\(MarkdownText.inline(item.field.question)) \(MarkdownText.inline($0.words))" }
    }
  }

  private var journey: [String] {
    idea.moves.map { move in
      let reason = move.reason.map { ": \(MarkdownText.inline($0))" } ?? ""
      let how = move.to < move.from ? "sent back to" : move.overrode ? "let pass to" : "moved to"
      return "\(how) \(move.to.title) by \(MarkdownText.inline(move.by.words)), \(move.at.iso8601)\(reason)"
    }
  }

  private var outcome: [String] {
    guard let outcome = idea.outcome else { return [] }
    return ["**Outcome: \(outcome.kind.rawValue)**", "", MarkdownText.quotation(outcome.learning), ""]
  }

  private var conversation: [String] {
    idea.comments.compactMap { comment in
      guard let text = comment.text else { return nil }
      let kind = comment.kind == .comment ? "" : " (\(comment.kind.title))"
      let indent = comment.replyTo == nil ? "" : "  "
      return "\(indent)- **\(MarkdownText.inline(comment.author.words))**\(kind): \(MarkdownText.inline(text))"
    }
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty
      ? [] : ["\(title):", ""] + items.map { $0.drop { $0 == " " }.hasPrefix("- ") ? $0 : "- \($0)" } + [""]
  }
}
