import CellGrid
import IdeaPipeline
import Yams

/// What a person prefers, from `config.yaml` in their configuration directory. Every key may be left out.
public struct Configuration: Hashable, Sendable {
  /// The characters that rules, bars and marks are drawn with.
  public enum Lines: String, CaseIterable, Hashable, Sendable {
    /// As the locale says.
    case auto
    case unicode
    case ascii
  }

  /// A key that somebody gave to a command.
  public struct KeyChoice: Hashable, Sendable {
    /// As the file names it: "send_back".
    public let command: String
    /// Nil where the command is to have no key of its own.
    public let key: Key?
    /// Where it says so.
    let position: FilePosition
  }

  /// A theme by name; nil for the default one.
  public var theme: String?
  /// Whether the mouse is taken when the screens open.
  public var isMouseOn = true
  /// After how long ESC on its own is the Esc key.
  public var escapeDelay: Duration = .milliseconds(50)
  public var lines: Lines = .auto
  public var dates: DateStyle = .ago
  /// In the order of the file.
  public var keys: [KeyChoice] = []

  public init() {}
}

extension Configuration {
  /// What a file says, and what is wrong in it. What is wrong is left as it would be without the file; the rest applies.
  public struct Reading: Sendable {
    public var configuration = Configuration()
    public var mistakes: [Mistake] = []
    /// Where it was looked for; nil without a configuration directory.
    public var file: String?
    public var isThere = false

    init() {}

    /// Notes that a key cannot be given as chosen.
    public mutating func refuse(_ choice: KeyChoice, _ what: String) {
      mistakes.append(
        Mistake(file: file ?? "", line: choice.position.line, column: choice.position.column, what: what))
    }
  }

  /// Reads the person's `config.yaml`. A file that is not there says nothing and is no mistake.
  /// - Parameter commands: the names that keys can be given to.
  public static func read(paths: SettingsPaths, commands: [String]) -> Reading {
    var reading = Reading()
    guard let place = paths.places.first(where: { $0.kind == .own }) else { return reading }
    let file = place.directory + "/config.yaml"
    reading.file = file
    guard SettingsError.exists(file) else { return reading }
    reading.isThere = true
    do throws(SettingsError) {
      let text = try SettingsError.text(ofFile: file)
      (reading.configuration, reading.mistakes) = try read(text, file: file, commands: commands)
    } catch {
      reading.mistakes = error.mistakes(in: file)
    }
    return reading
  }

  /// Reads the text of a configuration file.
  static func read(
    _ text: String, file: String, commands: [String]
  ) throws(SettingsError) -> (Configuration, [Mistake]) {
    let tree = try YAMLTree(text, file: file)
    let journal = MistakeJournal(file: file)
    var configuration = Configuration()
    if let root = tree.root, !root.isNothing {
      _ = MapReader.read(root, "the configuration", in: tree, journal) { configuration.take($0, commands) }
    }
    return (configuration, journal.mistakes)
  }

  private mutating func take(_ map: MapReader, _ commands: [String]) {
    theme = map.optionalText("theme", .reason)
    if let isOn = map.yesNo("mouse") { isMouseOn = isOn }
    if let delay = map.number("escape_delay", in: 0...2_000) { escapeDelay = .milliseconds(delay) }
    if let chosen = map.choice("lines", Lines.self) { lines = chosen }
    if let chosen = map.choice("dates", DateStyle.self) { dates = chosen }
    keys = map.named("keys", "the keys") { KeyReader(map: map, commands: commands).choices($0) }.flatMap(\.self)
  }
}

/// Reads the keys of one command.
private struct KeyReader {
  let map: MapReader
  let commands: [String]

  /// `send_back: "<"`, `send_back: ["<", ctrl-b]`, or `send_back: none`.
  func choices(_ entry: MapReader.Entry) -> [Configuration.KeyChoice]? {
    guard commands.contains(entry.key) else {
      map.journal.note(
        entry.position, "There is no command “\(entry.key)”; “hothouse keys” lists them.",
        suggestion: Spelling.nearest(to: entry.key, among: commands))
      return nil
    }
    if case .sequence(let nodes) = entry.node { return nodes.compactMap { choice($0, entry.key) } }
    if case .scalar(let scalar) = entry.node, scalar.string == "none" {
      return [.init(command: entry.key, key: nil, position: entry.node.position ?? .start)]
    }
    return choice(entry.node, entry.key).map { [$0] }
  }

  private func choice(_ node: Node, _ command: String) -> Configuration.KeyChoice? {
    guard let written = map.written(node, command) else { return nil }
    if let key = Key(name: written) { return .init(command: command, key: key, position: node.position ?? .start) }
    map.journal.note(
      node.position,
      "“\(written)” is no key. Keys are written n, N, \">\", ctrl-n, alt-n, f2, enter, space, pgup.")
    return nil
  }
}
