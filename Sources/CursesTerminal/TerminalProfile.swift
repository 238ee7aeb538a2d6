import CNcurses
import CellGrid
import Foundation

/// What this terminal and locale can do, and what had to be chosen instead of what was asked for.
struct TerminalProfile {
  /// The kind of terminal, by its terminfo name.
  let name: String
  let isUTF8: Bool
  let sequences: KeySequences
  /// Whether it takes the escape sequences that xterm began: pastes, the mouse.
  let takesEscapes: Bool
  /// What goes before and after a window title; nil when it has none.
  let title: (start: String, end: String)?
  /// Whether it can remember its title and take it back.
  let stacksTitles: Bool
  let colours: Palette.Depth
  /// What gives the terminal back, without the modes that are asked for here.
  let leaving: [UInt8]
  /// Sentences for the person: what is not as the environment says.
  let notices: [String]

  /// - Parameter environment: of the process; TERM, LC_ALL, LC_CTYPE, LANG and NO_COLOR are read.
  init(environment: [String: String], lines: CursesTerminal.Lines = .auto) throws(TerminalError) {
    let locale = TerminalProfile.takeLocale(environment, needsUnicode: lines == .unicode)
    let asked = environment["TERM"] ?? ""
    let candidates = [asked, "xterm-256color", "xterm", "vt100"].filter { !$0.isEmpty }
    guard let name = candidates.first(where: { cn_terminfo_load($0) }) else {
      throw .refused(terminal: asked)
    }
    defer { cn_terminfo_unload() }
    guard let place = Self.string("cup"), Self.string("clear") != nil else {
      throw .cannotPlaceText(terminal: asked)
    }
    self.name = name
    isUTF8 = locale.isUTF8
    takesEscapes = place.hasPrefix("\u{1B}[")
    let isXtermLike = Self.isXtermLike(name)
    title = Self.titleMarks(isXtermLike: isXtermLike)
    stacksTitles = isXtermLike
    sequences = Self.keySequences()
    colours = Self.colourDepth(name, environment)
    leaving = ["sgr0", "cnorm", "rmkx", "rmcup"].compactMap(Self.string).flatMap { $0.utf8 }
    notices = locale.notices + (name == asked ? [] : [Self.notice(asked: asked, used: name)])
  }

  private static func notice(asked: String, used: String) -> String {
    if asked.isEmpty { return "TERM is not set, so the screen is drawn as for \(used)." }
    let asked = GlyphSubstitutes.plain(asked)
    return "Nothing is known here of terminals called “\(asked)”, so the screen is drawn as for \(used)."
  }

  /// A string capability without the pauses that old terminals needed.
  private static func string(_ capability: String) -> String? {
    guard let value = cn_terminfo_string(capability) else { return nil }
    return String(cString: value).replacing(/\$<[0-9.*\/]+>/, with: "")
  }

  private static func keySequences() -> KeySequences {
    var sequences = KeySequences()
    for (capability, key) in KeySequences.capabilities {
      if let value = string(capability) { sequences.add(Array(value.utf8), key) }
    }
    return sequences
  }

  private static func isXtermLike(_ name: String) -> Bool {
    ["xterm", "tmux", "foot", "kitty", "alacritty", "wezterm", "vte", "gnome", "konsole", "mintty", "rxvt"]
      .contains { name.hasPrefix($0) }
  }

  private static func titleMarks(isXtermLike: Bool) -> (start: String, end: String)? {
    if isXtermLike { return ("\u{1B}]2;", "\u{7}") }
    guard let start = string("tsl"), let end = string("fsl"), start.hasPrefix("\u{1B}]") else { return nil }
    return (start, end)
  }

  private static func colourDepth(_ name: String, _ environment: [String: String]) -> Palette.Depth {
    if let setting = environment["NO_COLOR"], !setting.isEmpty { return .none }
    return name.hasSuffix("-direct") ? .direct : .palette
  }
}

extension TerminalProfile {
  /// Takes the environment's locale for characters, or C.UTF-8 where the machine does not have it or nothing is said.
  private static func takeLocale(
    _ environment: [String: String], needsUnicode: Bool
  ) -> (isUTF8: Bool, notices: [String]) {
    if needsUnicode, takeUTF8() { return (true, []) }
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let isKnown = asked != nil && cn_set_locale("")
    if isKnown && cn_locale_is_utf8() { return (true, []) }
    if isKnown {
      let name = GlyphSubstitutes.plain(asked ?? "")
      return (
        false,
        ["The locale “\(name)” has no Unicode, so lines and marks are drawn in ASCII; LANG=C.UTF-8 shows them."]
      )
    }
    let isUTF8 = takeUTF8()
    if !isUTF8 { _ = cn_set_locale("C") }
    let used = isUTF8 ? "C.UTF-8 is used instead" : "only ASCII is drawn"
    guard let asked else { return (isUTF8, ["No locale is set, so \(used)."]) }
    return (isUTF8, ["This machine has no locale “\(GlyphSubstitutes.plain(asked))”, so \(used)."])
  }

  private static func takeUTF8() -> Bool {
    ["C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8"].contains { (name: String) in cn_set_locale(name) }
  }
}
