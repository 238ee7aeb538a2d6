/// A place on the board that holds text people wrote. Redaction follows a text by its place: to the edit that replaced
/// it and to the undo that brought it back.
public enum TextPlace: Hashable, Sendable {
  case board
  case challenge(ChallengeID)
  case team(TeamID)
  case person(PersonID)
  case round(RoundID)
  /// Title and body.
  case ideaText(IdeaID)
  case tags(IdeaID)
  case links(IdeaID)
  case answer(IdeaID, worksheet: String, field: String)
  /// The reason of the move that this operation made.
  case move(IdeaID, OperationID)
  case hiding(IdeaID)
  case outcome(IdeaID)
  case comment(CommentID)
  case commentHiding(CommentID)
  /// The reason of a redaction.
  case redaction(OperationID)
  case session(SessionID)
  case step(StepID)
  /// The line to everybody.
  case broadcast(SessionID)
  /// The topic of a help request.
  case help(HelpID)
  case helpNote(HelpID)
  case action(ActionID)

  /// The idea the text is about; nil for comments too, which are redacted one by one.
  public var idea: IdeaID? {
    switch self {
    case .ideaText(let idea), .tags(let idea), .links(let idea), .answer(let idea, _, _), .move(let idea, _),
      .hiding(let idea), .outcome(let idea):
      idea
    case .board, .challenge, .team, .person, .round, .comment, .commentHiding, .redaction, .session, .step, .broadcast,
      .help, .helpNote, .action:
      nil
    }
  }
}
