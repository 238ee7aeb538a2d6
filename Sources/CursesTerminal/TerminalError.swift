/// Why the screens cannot be shown.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// The terminal cannot place text, by what is known of its kind.
  case cannotPlaceText(terminal: String)
  /// ncurses could not take over the terminal.
  case refused(terminal: String)

  public var description: String {
    switch self {
    case .notATerminal:
      "The screens need a terminal for input and output; run this in one, without a pipe or a file."
    case .cannotPlaceText(let terminal):
      "A terminal of the kind “\(terminal)” cannot show the screens; set TERM to what yours is, such as "
        + "TERM=xterm-256color."
    case .refused(let terminal):
      "This terminal (TERM=\(terminal)) could not be set up for the screens; TERM=xterm-256color may work."
    }
  }
}
