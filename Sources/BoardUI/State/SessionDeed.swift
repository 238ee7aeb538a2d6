import IdeaPipeline

/// What is done in a session once somebody has said yes, or chosen it from a menu.
enum SessionDeed: Equatable, Sendable {
  case start(StepID)
  /// Shows everyone what was posted in a step, then starts another.
  case revealAndStart(StepID, StepID)
  case close(SessionID)
  case revealAndClose(StepID, SessionID)
  case takeOver(SessionID)
  case closeRound(RoundID)
  case show(SessionID)
  case open(SessionID)

  case claim(HelpID)
  case arrive(HelpID)
  case giveBack(HelpID)
  case closeHelp(HelpID)

  case join(TeamID?)
  case promote(PersonID, TeamID)
  case seats(TeamID)
  case invite(String)

  case mark(ActionID, Action.State)
  case edit(ActionID)
}
