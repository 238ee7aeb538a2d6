import CellGrid
import IdeaPipeline

extension IdeaBlockMaker {
  /// The left pane: the idea's text and what was said about it.
  func conversation() -> [IdeaBlock] {
    guard let detail else { return [textBlock()] }
    var blocks = [textBlock()] + detail.merged.enumerated().map { mergedBlock($1, isFirst: $0 == 0) }
    let threads = detail.comments.filter { $0.replyTo == nil }
    let numbers = Set(threads.map(\.number))
    let replies = Dictionary(grouping: detail.comments.filter { $0.replyTo != nil }, by: { $0.replyTo ?? 0 })
    // A reply whose comment is not there (it is on a merged idea) stands by itself.
    let orphans = detail.comments.filter { $0.replyTo.map { !numbers.contains($0) } ?? false }
    var comments: [IdeaBlock] = []
    for comment in threads {
      comments.append(block(comment, isReply: false))
      comments += (replies[comment.number] ?? []).map { block($0, isReply: true) }
    }
    comments += orphans.map { block($0, isReply: false) }
    if comments.isEmpty {
      let way = mayWrite && row.state == .active ? ": press \(keymap.label(.comment) ?? "c") to be the first" : ""
      let words = "Nobody has said anything yet\(way)."
      comments = [IdeaBlock(spot: .note(0), lines: wrapped(words, .dim))]
    }
    comments[0].lead = ["", StyledText(String(repeating: "─", count: width), .rule)]
    blocks += comments
    return blocks
  }

  private func textBlock() -> IdeaBlock {
    var lines = stateLines()
    lines += wrapped(behind: row.number, row.title, .strong)
    lines += wrapped(byline(), row.isOwn ? .own : .dim)
    if !row.body.isEmpty { lines += [""] + wrapped(row.body, .text) }
    if let links = detail?.links, !links.isEmpty {
      lines.append("")
      lines += links.flatMap { link in wrapped("→ \(link.title.map { "\($0) " } ?? "")\(link.url)", .mention) }
    }
    if !row.tags.isEmpty { lines += [""] + wrapped(row.tags.map { "#\($0)" }.joined(separator: "  "), .tag) }
    return IdeaBlock(spot: .text, lines: lines)
  }

  private func stateLines() -> [StyledText] {
    switch row.state {
    case .active: return waitingMerge
    case .unrevealed: return wrapped("Only you see this until the reveal.", .warning) + [""]
    case .withdrawn:
      return wrapped("Withdrawn. \(keymap.label(.withdraw) ?? "x") brings it back.", .warning) + [""]
    case .hidden:
      let reason = detail?.hidden.map { ": “\($0.reason)”" } ?? ""
      let key = keymap.label(.hide) ?? "X"
      return wrapped("Hidden from everyone\(reason). \(key) shows it again.", .warning) + [""]
    case .merged:
      return wrapped("Merged\(row.mergedInto.map { " into \($0)" } ?? "").", .warning) + [""]
    }
  }

  /// That a merge was decided while people vote on the idea, and when it will happen.
  private var waitingMerge: [StyledText] {
    guard let parent = detail?.mergesAtClose else { return [] }
    let takesBack = mayMerge ? " \(keymap.label(.merge) ?? "m") takes that back." : ""
    let words = "Merges into \(parent) when the round closes: until then people vote on each by itself.\(takesBack)"
    return wrapped(words, .warning) + [""]
  }

  private func byline() -> String {
    let authors = ([row.isOwn ? "you" : row.author.words] + row.coAuthors.map(\.words)).joined(separator: ", ")
    var parts = [authors]
    if let team = row.team { parts.append(team) }
    parts.append(age(row.createdAt))
    if row.revision > 1 { parts.append("edited") }
    if let parent = row.buildsOn { parts.append("builds on \(parent)") }
    return parts.joined(separator: " · ")
  }

  private func mergedBlock(_ merged: IdeaRow, isFirst: Bool) -> IdeaBlock {
    var lines = wrapped(behind: merged.number, merged.title, .strong)
    lines += wrapped("\(Phrases.author(of: merged)) · merged into this one", .dim)
    if !merged.body.isEmpty { lines += wrapped(merged.body, .text) }
    return IdeaBlock(spot: .idea(merged.id), lead: isFirst ? heading("Merged into it") : [""], lines: lines)
  }

  /// What stands in the place of a comment that was taken away.
  private func gone(_ comment: CommentView) -> String {
    if comment.isHidden { return "hidden from everyone" }
    guard comment.isOwn, let key = keymap.label(.withdraw) else { return "withdrawn" }
    return "withdrawn · \(key) brings it back"
  }

  private func block(_ comment: CommentView, isReply: Bool) -> IdeaBlock {
    let indent = isReply ? 3 : 0
    let space = StyledText(String(repeating: " ", count: indent))
    var head = space + StyledText(comment.isOwn ? "you" : comment.author.words, comment.isOwn ? .own : .strong)
    if comment.kind != .comment { head += StyledText(" · \(comment.kind.title)", .accent) }
    head += StyledText(" · \(age(comment.createdAt))", .dim)
    if comment.revision > 1 { head += StyledText(" · edited", .dim) }
    if comment.mentionsViewer { head += StyledText(" · names you", .mention) }
    if comment.seq > newSince, !comment.isOwn, comment.text != nil { head += StyledText("  new", .new) }
    let text = comment.text.map { wrapped($0, .text, indent: indent) } ?? wrapped(gone(comment), .dim, indent: indent)
    return IdeaBlock(spot: .comment(comment.id), lead: isReply ? [] : [""], lines: [head.clipped(to: width)] + text)
  }
}
