import IdeaPipeline
import Yams

extension MapReader {
  /// A text that must be there, within the rule's limits; empty when it is not.
  func text(_ key: String, _ rule: TextRule) -> String {
    required(key).flatMap { text(of: $0.node, key, rule) } ?? ""
  }

  /// A text that may be left out.
  func optionalText(_ key: String, _ rule: TextRule) -> String? {
    entry(key).flatMap { text(of: $0.node, key, rule) }
  }

  /// The text of a node, cleaned and within the rule's limits; nil and a mistake otherwise.
  func text(of node: Node, _ key: String, _ rule: TextRule) -> String? {
    guard let written = written(node, key) else { return nil }
    let text = rule.clean(written)
    do throws(Refusal) {
      try rule.check(text)
      return text
    } catch {
      journal.note(node.position, "“\(key)”: \(error.sentence)")
      return nil
    }
  }

  /// What is written at a node, as it is; nil and a mistake when it is no text.
  func written(_ node: Node, _ key: String) -> String? {
    if case .scalar(let scalar) = node { return scalar.string }
    journal.note(node.position, "“\(key)” takes a text, not \(node.kindInWords).")
    return nil
  }

  /// A whole number within a range; nil when it is left out or wrong.
  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let entry = entry(key), let written = written(entry.node, key) else { return nil }
    guard let number = Int(written), range.contains(number) else {
      journal.note(
        entry.node.position,
        "“\(key)” takes a whole number from \(range.lowerBound) to \(range.upperBound), not “\(written)”.")
      return nil
    }
    return number
  }

  /// One of the words that a type has; nil when it is left out or wrong.
  func choice<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type) -> T? where T.RawValue == String {
    guard let entry = entry(key) else { return nil }
    return choice(of: entry.node, key, among: T.allCases.map(\.rawValue)).flatMap { T(rawValue: $0) }
  }

  /// The word at a node, which must be one of some; nil and a mistake otherwise.
  func choice(of node: Node, _ key: String, among words: [String]) -> String? {
    guard let written = written(node, key) else { return nil }
    if words.contains(written) { return written }
    let all = words.map { "“\($0)”" }.joined(separator: ", ")
    journal.note(
      node.position, "“\(key)” cannot be “\(written)”: it is one of \(all).",
      suggestion: Spelling.nearest(to: written, among: words))
    return nil
  }

  /// "yes" or "no" (or "true" and "false"); nil when it is left out or wrong.
  func yesNo(_ key: String) -> Bool? {
    guard let entry = entry(key), let written = written(entry.node, key) else { return nil }
    switch written {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      journal.note(entry.node.position, "“\(key)” takes “yes” or “no”, not “\(written)”.")
      return nil
    }
  }

  /// What is in a list; empty when it is left out.
  func list(_ key: String) -> [Node] {
    guard let entry = entry(key) else { return [] }
    guard case .sequence(let sequence) = entry.node else {
      journal.note(
        entry.node.position, "“\(key)” takes a list, with “- ” before each thing in it, not \(entry.node.kindInWords).")
      return []
    }
    return Array(sequence)
  }

  /// A list of texts, none of them twice.
  func texts(_ key: String, _ rule: TextRule) -> [String] {
    var found: [String] = []
    for node in list(key) {
      guard let text = text(of: node, key, rule) else { continue }
      if found.contains(where: { $0.lowercased() == text.lowercased() }) {
        journal.note(node.position, "“\(text)” is in “\(key)” twice.")
      } else {
        found.append(text)
      }
    }
    return found
  }

  /// Reads the mapping under a key; nil when it is left out or wrong.
  func map<T>(_ key: String, _ what: String, _ body: (MapReader) -> T) -> T? {
    guard let entry = entry(key) else { return nil }
    return MapReader.read(entry.node, what, in: tree, journal, body)
  }

  /// Reads each mapping of a list; what is not a mapping is noted and left out.
  func maps<T>(_ key: String, _ what: String, _ body: (MapReader) -> T) -> [T] {
    list(key).compactMap { MapReader.read($0, what, in: tree, journal, body) }
  }

  /// Reads a mapping whose keys are names that people choose: `body` gets each name with its value.
  func named<T>(_ key: String, _ what: String, _ body: (Entry) -> T?) -> [T] {
    map(key, what) { map in
      map.expectAnyKey()
      return map.entries.filter { Self.isName($0, in: map) }.compactMap(body)
    } ?? []
  }

  private static func isName(_ entry: Entry, in map: MapReader) -> Bool {
    let isGood =
      entry.key.utf8.count <= 40
      && entry.key.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      } && !entry.key.isEmpty
    if !isGood {
      map.journal.note(
        entry.position, "“\(entry.key)” cannot be a name here: use a–z, 0–9, “_” and “-”, at most 40 of them.")
    }
    return isGood
  }
}
