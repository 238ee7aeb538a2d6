import CellGrid

extension CommandTable {
  /// The rows in groups, as help shows them.
  static let groups: [(title: String, entries: [CommandEntry])] = [
    ("Moving", moving), ("Going about", goingAbout), ("Writing", writing), ("Deciding", deciding),
    ("Looking", looking), ("The program", program), ("In a form", fields),
  ]

  /// The key table as Markdown, for README. A test there says when it is out of date.
  public static var markdown: String {
    let head = ["| keys | command | where |", "| --- | --- | --- |"]
    return (head + entries.map(row)).joined(separator: "\n") + "\n"
  }

  private static func row(_ entry: CommandEntry) -> String {
    let keys = Keymap.standard.labels(entry.command).map { "`\($0)`" }.joined(separator: " ")
    let places = CommandPlace.allCases.filter(entry.places.contains).map(\.words).joined(separator: ", ")
    return "| \(keys) | **\(entry.name)** – \(entry.help) | \(places) |"
  }
}
