import CellGrid
import IdeaPipeline

/// Who wrote an idea together, and what speaks for it.
extension AppState {
  mutating func openCoAuthors(_ row: IdeaRow) -> [Effect] {
    let named = row.coAuthors.compactMap { author -> (id: PersonID, handle: String)? in
      if case .named(let id, let handle, _) = author { (id, handle) } else { nil }
    }
    board?.loads.invalidate([.people])
    ask(.coAuthors(before: named.map(\.id)), about: row, with: named.map { "@\($0.handle)" }.joined(separator: " "))
    return []
  }

  mutating func openLinks(_ row: IdeaRow) -> [Effect] {
    guard let links = board?.currentDetail?.links else { return [] }
    let text = Composer.text(of: links)
    return compose(
      .links(Composer.Subject(row), before: links),
      with: board?.drafts[.links(row.id)] ?? Draft(body: text, changedAt: now))
  }
}

extension Prompt {
  /// The people whose handles are typed, and the words that are nobody's handle.
  func people(among all: [PersonRow]) -> (found: [PersonRow], unknown: [String]) {
    var found: [PersonRow] = []
    var unknown: [String] = []
    for word in text.text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let handle = word.drop { $0 == "@" }.lowercased()
      if let person = all.first(where: { $0.handle == handle }) {
        if !found.contains(person) { found.append(person) }
      } else {
        unknown.append(handle)
      }
    }
    return (found, unknown)
  }

  /// Who could be meant by the word that is being typed.
  func suggestions(among all: [PersonRow]) -> [PersonRow] {
    guard let word = text.text.split(whereSeparator: \.isWhitespace).last, text.text.last?.isWhitespace == false
    else { return [] }
    let start = word.drop { $0 == "@" }.lowercased()
    return all.filter { person in
      person.handle != start
        && (person.handle.hasPrefix(start)
          || person.name.lowercased().split(separator: " ").contains { $0.hasPrefix(start) })
    }
  }
}

extension Composer {
  /// Links as they are typed: the address, then what it shows, one a line.
  static func text(of links: [EvidenceLink]) -> String {
    links.map { link in link.title.map { "\(link.url) \($0)" } ?? link.url }.joined(separator: "\n")
  }

  /// The links that are typed.
  var links: [EvidenceLink] {
    body.text.split(separator: "\n").compactMap { line in
      let words = TextLayout.oneLine(String(line)).split(separator: " ", maxSplits: 1).map(String.init)
      guard let url = words.first else { return nil }
      return EvidenceLink(url: url, title: words.count > 1 ? words[1] : nil)
    }
  }

  /// What keeps the links from being saved.
  var problemOfLinks: String? {
    if links.count > 12 { return "An idea has at most 12 links; these are \(links.count)." }
    let starts = ["https://", "http://", "mailto:"]
    guard let odd = links.first(where: { link in !starts.contains { link.url.lowercased().hasPrefix($0) } }) else {
      return nil
    }
    return "A link starts with https://, and “\(TextLayout.clip(odd.url, width: 30))” does not."
  }
}
