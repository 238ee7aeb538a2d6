import CellGrid

/// The manual page of the program in mdoc, made from the descriptions of its commands.
struct ManualPage {
  /// In the macros' own notation; ends with a line break.
  private(set) var text = ""

  /// The page for the whole program.
  /// - Parameter day: the day it was made, as "November 21, 2025".
  init(of program: CommandDescription, groups: [(title: String, names: [String])], day: String) {
    opening(program, day)
    macro("Sh COMMANDS")
    let commands = Dictionary(uniqueKeysWithValues: (program.subcommands ?? []).map { ($0.commandName, $0) })
    for group in groups {
      macro("Ss \(group.title)")
      macro("Bl -tag -width Ds")
      for name in group.names where commands[name]?.shouldDisplay ?? false {
        commands[name].map { entry($0, path: []) }
      }
      macro("El")
    }
    surroundings()
  }

  private mutating func opening(_ program: CommandDescription, _ day: String) {
    macro("Dd \(day)")
    macro("Dt HOTHOUSE 1")
    macro("Os")
    macro("Sh NAME")
    macro("Nm hothouse")
    macro("Nd \(escaped(lowercasedFirst(withoutStop(program.abstract ?? ""))))")
    macro("Sh SYNOPSIS")
    macro("Nm")
    macro("Op Ar command Op Ar argument ...")
    macro("Sh DESCRIPTION")
    words("Ideas move through the five stages of design thinking, in the terminals of everybody on one host.")
    words("Whatever one person changes, the others see at once.")
    macro("Pp")
    words("A board is named by its name, or by the path of its file; an idea by its number.")
    words("Where a text is \u{201C}-\u{201D}, it is read from standard input.")
    words("With \u{201C}--json\u{201D} a command prints JSON with snake_case keys and times in UTC.")
  }

  private mutating func entry(_ command: CommandDescription, path: [String]) {
    let path = path + [command.commandName]
    let shown = (command.subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
    guard shown.isEmpty else { return shown.forEach { entry($0, path: path) } }
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.longName) }
    macro("It Ic \(path.joined(separator: " ")) \(arguments.map(synopsis).joined(separator: " "))")
    words(command.abstract ?? "")
    let explained = arguments.filter { $0.kind != "positional" && !ManualPage.common.contains($0.longName ?? "") }
    if !explained.isEmpty {
      macro("Bl -tag -compact -width Ds")
      for option in explained {
        macro("It \(name(option))")
        words(explanation(option))
      }
      macro("El")
    }
    examples(command)
  }

  private mutating func examples(_ command: CommandDescription) {
    let lines = (command.discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  hothouse") }
    guard !lines.isEmpty else { return }
    macro("Bd -literal -offset indent")
    for line in lines { text += escaped(String(line.dropFirst(2))) + "\n" }
    macro("Ed")
  }

  private mutating func surroundings() {
    macro("Sh OPTIONS OF MOST COMMANDS")
    list([
      (
        "Fl -as Ar person",
        "Act as this person; only for the owner of the board\u{2019}s file. A new name makes a new person."
      ),
      ("Fl -for Ar person", "Enter it for somebody without a device; facilitators only. Both names are kept."),
      (
        "Fl -wait Ar seconds",
        "Give up, with status 75, when others have kept the board for this long. Without it: 10."
      ),
      ("Fl -json", "Print JSON, for programs to read."),
    ])
    macro("Sh ENVIRONMENT")
    list([
      (
        "Ev HOTHOUSE_HOME", "The directory of the boards; otherwise $XDG_DATA_HOME/hothouse or ~/.local/share/hothouse."
      ),
      ("Ev NO_COLOR", "When not empty, nothing is printed bold or dim."),
      ("Ev TZ", "The time zone in which people read times."),
    ])
    macro("Sh EXIT STATUS")
    list(ExitStatus.allCases.map { ("Li \($0.rawValue)", $0.meaning) })
    macro("Sh SEE ALSO")
    words("\u{201C}hothouse paths\u{201D} shows where seeds, themes and boards are looked for.")
  }

  private mutating func list(_ items: [(term: String, words: String)]) {
    macro("Bl -tag -width Ds")
    for item in items {
      macro("It \(item.term)")
      words(item.words)
    }
    macro("El")
  }
}

extension ManualPage {
  /// Explained once for all commands.
  private static let common: Set<String> = ["as", "for", "wait", "json"]

  private func synopsis(_ argument: ArgumentDescription) -> String {
    let dots = argument.isRepeating ? " ..." : ""
    let words = argument.kind == "positional" ? "Ar \(argument.valueName ?? "value")" : name(argument)
    // Each in brackets that are closed: on one line, “Op” would take in all that follows.
    return argument.isOptional ? "Oo \(words)\(dots) Oc" : words + dots
  }

  private func name(_ argument: ArgumentDescription) -> String {
    let long = argument.preferredName?.kind == "long"
    let flag = "Fl \(long ? "-" : "")\(argument.preferredName?.name ?? "")"
    return argument.kind == "option" ? "\(flag) Ar \(argument.valueName ?? "value")" : flag
  }

  private func explanation(_ argument: ArgumentDescription) -> String {
    var words = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty { words += " One of \(values.joined(separator: ", "))." }
    if let value = argument.defaultValue, argument.kind == "option" { words += " Without it: \(value)." }
    return words
  }

  private func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private func lowercasedFirst(_ words: String) -> String { words.prefix(1).lowercased() + words.dropFirst() }

  private mutating func macro(_ line: String) {
    text += "." + (line.last == " " ? String(line.dropLast()) : line) + "\n"
  }

  /// Running text: a line for each sentence, as the macros like it, and none longer than 80 bytes.
  private mutating func words(_ words: String) {
    for sentence in words.replacing(". ", with: ".\n").split(separator: "\n") {
      for line in TextLayout.wrap(escaped(String(sentence)), width: 78) { text += line + "\n" }
    }
  }

  private func escaped(_ words: String) -> String {
    var text = words.replacing("\\", with: "\\e").replacing("--", with: "\\-\\-")
    for (character, escape) in [("“", "\\(lq"), ("”", "\\(rq"), ("’", "\\(cq"), ("…", "..."), ("–", "\\(en")] {
      text = text.replacing(character, with: escape)
    }
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}

extension ArgumentDescription {
  fileprivate var longName: String? { preferredName?.name }
}
