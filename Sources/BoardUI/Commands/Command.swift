/// Everything a key can mean, wherever it is pressed. What each is called and which keys it has stands in `CommandTable`;
/// what it does, in an exhaustive `switch`.
public enum Command: String, CaseIterable, Hashable, Sendable {
  case up, down, left, right, first, last, pageUp, pageDown, goToNumber
  case open, back, quit, nextPane, previousPane
  case newIdea, edit, comment, buildOn
  case giveDot, takeBackDot, agree, disagree, pass
  case advance, sendBack, worksheet, tags, withdraw, hide, merge, outcome, mark, coAuthors, links
  case filter, search, undo, palette, activity, rounds, reference
  case whereWeAre, ready, hand, askForHelp, ownPosts, joinTeam, scribe
  case theme, mouse, help, redraw, suspend, leave
  case session, startStep, pauseStep, moreMinutes, fewerMinutes, reveal, skipStep, addStep, editStep
  case moveStepUp, moveStepDown, openRound, broadcast, spotlight, blankWall, takeOver
  case planSession, openSession, closeSession, helpQueue, actions, addAction
  case post, nextField, previousField, keep, editor
}

/// Where a command applies.
public enum CommandPlace: String, CaseIterable, Hashable, Sendable {
  case lobby, board, idea, session
  /// Anything with fields to fill in: composer, worksheet, gate, question.
  case writing

  /// In words, for the key table.
  public var words: String {
    switch self {
    case .lobby: "lobby"
    case .board: "board"
    case .idea: "idea"
    case .session: "session"
    case .writing: "while writing"
    }
  }

  /// What help calls it.
  var title: String {
    switch self {
    case .lobby: "The lobby: every board you can open"
    case .board: "The board: ideas in five stages"
    case .idea: "An idea: its conversation and its journey"
    case .session: "The session: agenda, room, help, teams and actions"
    case .writing: "Writing"
    }
  }
}

/// A row of the command table.
public struct CommandEntry: Hashable, Sendable {
  public let command: Command
  /// In words: "Give a dot".
  public let name: String
  /// For the footer: "dot".
  public let hint: String
  /// One sentence or two on what it does.
  public let help: String
  public let places: Set<CommandPlace>

  init(_ command: Command, _ name: String, hint: String, _ places: Set<CommandPlace>, _ help: String) {
    self.command = command
    self.name = name
    self.hint = hint
    self.places = places
    self.help = help
  }
}
