import IdeaPipeline
import Yams

/// Reads one mapping of a YAML file by what is expected in it. Every key that nobody asked for is a mistake, so what is
/// read here *is* the format.
///
/// Values are taken as the text they are written as, never by YAML's own guesses: `no` is the word "no".
final class MapReader {
  let journal: MistakeJournal
  /// What this is, in a sentence: "a challenge".
  let what: String
  /// Where it starts.
  let position: FilePosition?
  private(set) var entries: [Entry] = []
  private var asked: [String] = []

  /// A key and its value.
  struct Entry {
    let key: String
    let position: FilePosition?
    let node: Node
  }

  /// Reads a mapping: `body` asks for what belongs in it, and what is left over is noted. Nil when `node` is no mapping.
  static func read<T>(
    _ node: Node, _ what: String, in tree: YAMLTree, _ journal: MistakeJournal, _ body: (MapReader) -> T
  ) -> T? {
    guard case .mapping(let mapping) = node else {
      journal.note(
        node.position, "Here belongs \(what), with a “key: value” on each line; this is \(node.kindInWords).")
      return nil
    }
    let reader = MapReader(mapping, what, tree, journal)
    let result = body(reader)
    reader.noteLeftOver()
    return result
  }

  let tree: YAMLTree

  private init(_ mapping: Node.Mapping, _ what: String, _ tree: YAMLTree, _ journal: MistakeJournal) {
    self.journal = journal
    self.what = what
    self.tree = tree
    position = mapping.mark.map { FilePosition($0) }
    var first: [String: FilePosition?] = [:]
    for (keyNode, node) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        journal.note(keyNode.position, "A key in \(what) is a word, not \(keyNode.kindInWords).")
        continue
      }
      let key = tree.renamed[scalar.string] ?? scalar.string
      if let earlier = first[key] {
        journal.note(
          keyNode.position, "“\(key)” is given twice in \(what); the first is on line \(earlier?.line ?? 1).")
      } else {
        first[key] = keyNode.position
        entries.append(Entry(key: key, position: keyNode.position, node: node))
      }
    }
  }

  /// Whether the key is there with a value.
  func has(_ key: String) -> Bool { entry(key) != nil }

  /// The entry of a key that may be left out. A key without a value counts as left out.
  func entry(_ key: String) -> Entry? {
    if !asked.contains(key) { asked.append(key) }
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    return entry.node.isNothing ? nil : entry
  }

  /// The entry of a key that must be there.
  func required(_ key: String) -> Entry? {
    if let entry = entry(key) { return entry }
    if let empty = entries.first(where: { $0.key == key }) {
      journal.note(empty.position, "“\(key)” has no value.")
    } else {
      journal.note(position, "There is no “\(key)” in \(what), which needs one.")
    }
    return nil
  }

  /// Says that every key of this mapping is expected: for mappings whose keys are names that people choose.
  func expectAnyKey() { asked = entries.map(\.key) }

  private func noteLeftOver() {
    for entry in entries where !asked.contains(entry.key) {
      let unused = asked.filter { key in !entries.contains { $0.key == key } }
      let meant = Spelling.nearest(to: entry.key, among: unused)
      let known = meant == nil ? " It takes \(asked.joined(separator: ", "))." : ""
      journal.note(entry.position, "Unknown key “\(entry.key)” in \(what).\(known)", suggestion: meant)
    }
  }
}

extension Node {
  /// What somebody would call it.
  var kindInWords: String {
    switch self {
    case .scalar: isNothing ? "nothing" : "a text"
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// Whether nothing at all was written: `key:` and no more.
  var isNothing: Bool {
    if case .scalar(let scalar) = self { scalar.string.isEmpty && scalar.style == .plain } else { false }
  }
}
