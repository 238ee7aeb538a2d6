import ArgumentParser
import IdeaPipeline

/// Changes the text of an idea or comment.
struct Edit: ShellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change an idea’s title, text, challenge, links or co-authors, or a comment.",
    discussion: """
      With --revision the change is refused when somebody else changed the text since that revision.

      \(examples:
        "hothouse edit clinic 14 --title \"One desk for 999 and UCR\"", "hothouse edit clinic 14 --body - < idea.txt",
        "hothouse edit clinic 14 --comment 2 --body \"Who pays at weekends?\"")
      """)

  @OptionGroup var idea: IdeaArgument
  @Option(help: "The new title.")
  var title: String?
  @Option(help: "The new text, or “-” to read it from standard input.")
  var body: String?
  @Option(help: "The number of a comment on the idea: changes that one’s text instead.")
  var comment: Int?
  @Option(help: "The revision the new text started from.")
  var revision: Int?
  @Option(help: "The number of the challenge it answers; 0 for none.")
  var challenge: Int?
  @Option(name: .customLong("link"), help: "Evidence to add: an address that starts with https://.")
  var links: [String] = []
  @Option(name: .customLong("unlink"), help: "Evidence to take away.")
  var unlinks: [String] = []
  @Option(name: .customLong("with"), help: "The handle of a co-author to add.")
  var added: [String] = []
  @Option(name: .customLong("without"), help: "The handle of a co-author to take away.")
  var removed: [String] = []
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let changesLists = !(links + unlinks + added + removed).isEmpty
    guard title != nil || body != nil || challenge != nil || changesLists else {
      throw ValidationError("Say what to change: --title, --body, --challenge, --link, --unlink, --with or --without.")
    }
    if comment != nil, body == nil || title != nil || challenge != nil || changesLists {
      throw ValidationError("A comment has a text only: give --comment with --body and nothing else.")
    }
  }

  func run(in shell: Shell) throws {
    let words = try body.map { try shell.words($0) }
    try idea.change(in: shell, acting, output) { detail, visit, hand in
      if let comment {
        let view = try visit.comment(comment, of: detail)
        return [
          EditComment(
            comment: view.id, revision: revision ?? view.revision, text: TextRule.comment.clean(words ?? ""))
        ]
      }
      return try text(words, detail) + place(detail, visit, hand) + evidence(detail) + authors(detail, visit)
    }
  }

  private func text(_ words: String?, _ detail: IdeaDetail) -> [any Operation] {
    guard title != nil || words != nil else { return [] }
    return [
      EditIdea(
        idea: detail.row.id, revision: revision ?? detail.row.revision,
        title: title.map(TextRule.title.clean) ?? detail.row.title,
        body: words.map(TextRule.body.clean) ?? detail.row.body)
    ]
  }

  private func place(_ detail: IdeaDetail, _ visit: Visit, _ hand: Hand) throws -> [any Operation] {
    guard let challenge else { return [] }
    let old = try detail.row.challenge.map { try visit.challenge($0, for: hand.viewer).id }
    let new = challenge == 0 ? nil : try visit.challenge(challenge, for: hand.viewer).id
    return [ReassignIdea(idea: detail.row.id, old: old, new: new)]
  }

  private func evidence(_ detail: IdeaDetail) -> [any Operation] {
    guard !(links + unlinks).isEmpty else { return [] }
    let kept = detail.links.filter { !unlinks.contains($0.url) }
    let new = links.filter { url in !kept.contains { $0.url == url } }.map { EvidenceLink(url: $0) }
    return [LinkEvidence(idea: detail.row.id, old: detail.links, new: kept + new)]
  }

  private func authors(_ detail: IdeaDetail, _ visit: Visit) throws -> [any Operation] {
    guard !(added + removed).isEmpty else { return [] }
    let old = detail.row.coAuthors.compactMap { author -> PersonID? in
      if case .named(let id, _, _) = author { id } else { nil }
    }
    let without = try removed.map { try visit.person($0).id }
    let new = try added.map { try visit.person($0).id }
    let kept = old.filter { !without.contains($0) }
    return [SetCoAuthors(idea: detail.row.id, old: old, new: kept + new.filter { !kept.contains($0) })]
  }
}
