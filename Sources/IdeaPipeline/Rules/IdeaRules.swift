/// Rules and readings that several operations on ideas share.
enum IdeaRules {
  /// Refuses more than 12 tags, the same one twice, and tags that are not lower-case words.
  static func check(tags: [String]) throws(Refusal) {
    if Set(tags).count < tags.count {
      throw Refusal(.badInput, "A tag is there twice; once is enough.", instead: "Take one of them out.")
    }
    if tags.count > 12 {
      throw Refusal(.badInput, "An idea has at most 12 tags; this would be \(tags.count).", instead: "Leave some out.")
    }
    for tag in tags {
      try TextRule.tag.check(tag)
      if tag != Tag.normalised(tag) {
        throw Refusal(.badInput, "“\(tag)” cannot be a tag:", instead: "use lower-case letters, digits and “-”.")
      }
    }
  }

  /// Refuses more than 12 links, and links that are not plain web or mail addresses.
  static func check(links: [EvidenceLink]) throws(Refusal) {
    if links.count > 12 {
      throw Refusal(
        .badInput, "An idea has at most 12 links; this would be \(links.count).", instead: "Leave some out.")
    }
    for link in links {
      let isWeb = ["https://", "http://", "mailto:"].contains { link.url.lowercased().hasPrefix($0) }
      guard isWeb, link.url.utf8.count <= 2_000,
        link.url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
      else {
        throw Refusal(
          .badInput, "That is no link.", instead: "A link starts with https:// or http:// and has no spaces.")
      }
      if let title = link.title { try TextRule.title.check(title) }
    }
  }
}

/// Tags: lower-case words that group ideas.
public enum Tag {
  /// A tag as it is stored: lower case, "#" dropped, spaces and underscores made "-", anything else but letters and
  /// digits left out.
  public static func normalised(_ text: String) -> String {
    var tag = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        tag.append(character)
      } else if character == "-" || character == "_" || character.isWhitespace, tag.last != "-", !tag.isEmpty {
        tag.append("-")
      }
    }
    while tag.last == "-" { tag.removeLast() }
    return tag
  }
}

extension Idea {
  /// How a sentence names it to everybody: "14 “Shared triage desk”", the title shortened at 40 graphemes; only "idea 14"
  /// once it is withdrawn or hidden.
  public var reference: String {
    switch state {
    case .unrevealed: return "an idea written in private"
    case .hidden, .withdrawn: return number.map { "idea \($0)" } ?? "an idea"
    case .active, .merged:
      let short = title.count > 40 ? String(title.prefix(39)).trimmingWhiteSpace() + "…" : title
      return number.map { "\($0) “\(short)”" } ?? "“\(short)”"
    }
  }
}

extension BoardAccess {
  /// The idea, whatever its state; refuses when there is none.
  func existing(_ id: IdeaID) throws(Refusal) -> Idea {
    guard let idea = get(id) else {
      throw Refusal(.notFound, "There is no such idea on this board.", instead: "Choose one that is, by its number.")
    }
    return idea
  }

  /// The idea while it is active; refuses with the way out. `what` completes "You cannot … it".
  func ideaInPlay(_ id: IdeaID, for what: String) throws(Refusal) -> Idea {
    let idea = try existing(id)
    switch idea.state {
    case .active: return idea
    case .unrevealed:
      throw Refusal(.rule, "You cannot \(what) that idea yet: it is private until the reveal.", instead: "Wait for it.")
    case .withdrawn:
      throw Refusal(.rule, "You cannot \(what) \(idea.reference): it is withdrawn.", remedy: .restore)
    case .hidden:
      throw Refusal(.rule, "You cannot \(what) that idea: it is hidden.", remedy: .restore)
    case .merged:
      let parent = idea.mergedInto.map { reference($0) } ?? "another idea"
      throw Refusal(
        .rule, "You cannot \(what) \(idea.reference): it was merged into \(parent).", instead: "Use that one.",
        remedy: .unmerge)
    }
  }

  /// The idea while those who wrote it may change its words: in play, or not shown to others yet.
  func ideaToWrite(_ id: IdeaID, for what: String) throws(Refusal) -> Idea {
    let idea = try existing(id)
    return idea.state == .unrevealed && !idea.isWithdrawn ? idea : try ideaInPlay(id, for: what)
  }

  /// How a sentence names the idea.
  func reference(_ id: IdeaID) -> String { get(id)?.reference ?? "an idea" }

  /// Changes an idea and records when; nothing happens when there is none.
  func change(_ id: IdeaID, _ stamp: Stamp, _ body: (inout Idea) -> Void) {
    guard var idea = get(id) else { return }
    body(&idea)
    idea.refreshState()
    idea.touch(stamp)
    put(idea)
  }

  /// Refuses co-authors who are not on the board, the author among them, the same one twice, and more than 12.
  func check(coAuthors: [PersonID], author: PersonID?) throws(Refusal) {
    if coAuthors.count > 12 {
      throw Refusal(
        .badInput, "An idea has at most 12 co-authors; this would be \(coAuthors.count).",
        instead: "Name fewer; others can build on it.")
    }
    if Set(coAuthors).count < coAuthors.count {
      throw Refusal(.badInput, "A co-author is there twice; once is enough.", instead: "Take one of them out.")
    }
    if let author, coAuthors.contains(author) {
      throw Refusal(.badInput, "The author is credited already:", instead: "name only the others as co-authors.")
    }
    for person in coAuthors { _ = try existing(person) }
  }

  /// Refuses a challenge that is not there or closed; no challenge at all is fine.
  func checkTakesIdeas(_ id: ChallengeID?) throws(Refusal) {
    guard let id else { return }
    let challenge = try existing(id)
    if !challenge.isOpen {
      throw Refusal(
        .rule, "Challenge \(challenge.number) is closed: it takes no new ideas.", instead: "Choose another one.")
    }
  }
}
