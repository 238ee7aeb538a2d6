/// Every type of row, one derived table each. Replay makes them all from the log.
public enum EntityCatalogue {
  public static let all: [any Entity.Type] = [
    Board.self, NumberSeries.self, Person.self, Team.self, Challenge.self,
    Idea.self, IdeaRevision.self, Move.self, Entry.self,
    Comment.self, CommentRevision.self,
    Round.self, Ballot.self, Tally.self,
    Session.self, AgendaStep.self, ReadyMark.self, RaisedHand.self, HelpRequest.self, Action.self,
  ]
}
