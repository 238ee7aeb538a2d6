import CellGrid

extension CommandTable {
  /// Commands that belong together, under one heading in help.
  struct Topic: Sendable {
    let title: String
    let entries: [CommandEntry]
  }

  static let topics = [
    Topic(title: "Writing", entries: writing), Topic(title: "Deciding", entries: deciding),
    Topic(title: "In the room", entries: room), Topic(title: "Looking", entries: looking),
    Topic(title: "Going about", entries: goingAbout),
    Topic(title: "Moving", entries: moving), Topic(title: "In a form", entries: fields),
    Topic(title: "The program", entries: program), Topic(title: "In a session", entries: session),
  ]

  /// The same in the order in which they matter where one is.
  static func topics(for place: CommandPlace) -> [Topic] {
    place == .session ? topics.suffix(1) + topics.dropLast() : topics
  }

  /// A line of help or of the key table: one command, or several that one sentence explains.
  struct Line: Sendable {
    let commands: [Command]
    let name: String
    let help: String
  }

  /// Commands that share a line; they have the same places.
  private static let shared: [Line] = [
    Line(
      commands: [.up, .down], name: "Move up and down",
      help: "To the idea above or below; the wheel does the same."),
    Line(
      commands: [.left, .right], name: "Move left and right",
      help: "To the stage beside, or the other half of the screen."),
    Line(commands: [.moveStepUp, .moveStepDown], name: "Move a step", help: "Earlier or later on the agenda."),
    Line(
      commands: [.moreMinutes, .fewerMinutes], name: "Five minutes more or fewer", help: "For the step the room is in."),
    Line(commands: [.first, .last], name: "First and last", help: "To the ends of the list."),
    Line(commands: [.pageUp, .pageDown], name: "A page up or down", help: "By what fits on the screen."),
    Line(
      commands: [.nextPane, .previousPane], name: "Next stage or pane",
      help: "To the stage beside, or the other half of the screen; with Shift the other way round."),
    Line(
      commands: [.nextField, .previousField], name: "Next field",
      help: "Up and down do the same at the edge of a field; with Shift the other way round."),
  ]

  /// The lines of some entries.
  static func lines(_ entries: [CommandEntry]) -> [Line] {
    entries.compactMap { entry in
      guard let line = shared.first(where: { $0.commands.contains(entry.command) }) else {
        return Line(commands: [entry.command], name: entry.name, help: entry.help)
      }
      return line.commands[0] == entry.command ? line : nil
    }
  }

  /// The key table as Markdown, for README. A test there says when it is out of date.
  public static var markdown: String {
    let head = ["| keys | command | where |", "| --- | --- | --- |"]
    return (head + lines(entries).map(row)).joined(separator: "\n") + "\n"
  }

  private static func row(_ line: Line) -> String {
    let keys = Keymap.standard.labels(line.commands).map { "`\($0)`" }.joined(separator: " ")
    let shown = keys.isEmpty ? "in the palette" : keys
    let wanted = entry(line.commands[0]).places
    let places = CommandPlace.allCases.filter(wanted.contains).map(\.words).joined(separator: ", ")
    return "| \(shown) | **\(line.name)** – \(line.help) | \(places) |"
  }
}

extension Keymap {
  /// The keys of several commands: the first of each, then the second of each.
  func labels(_ commands: [Command]) -> [String] {
    let all = commands.map(labels)
    return (0..<(all.map(\.count).max() ?? 0)).flatMap { place in
      all.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
  }
}
