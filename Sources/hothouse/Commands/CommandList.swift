import ArgumentParser

/// Every command, in the order help and manual show them.
enum CommandList {
  static let boards: [any ParsableCommand.Type] = [
    Open.self, LobbyCommand.self, New.self, Boards.self, Seeds.self, Themes.self, Keys.self, Paths.self, Import.self,
    Export.self,
    Check.self, Backup.self, GenerateManual.self,
  ]
  static let ideas: [any ParsableCommand.Type] = [
    Post.self, CommentCommand.self, Edit.self, TagCommand.self, Withdraw.self, Restore.self, Hide.self, Merge.self,
    Unmerge.self, Undo.self,
  ]
  static let stages: [any ParsableCommand.Type] = [
    Advance.self, SendBack.self, AnswerCommand.self, OutcomeCommand.self,
  ]
  static let voting: [any ParsableCommand.Type] = [
    Dot.self, Undot.self, Agree.self, Disagree.self, Pass.self, RoundCommand.self,
  ]
  static let reading: [any ParsableCommand.Type] = [List.self, Show.self, Search.self, Log.self]
  static let session: [any ParsableCommand.Type] = [
    SessionCommand.self, StepCommand.self, WhoCommand.self, HelpQueue.self, ActionCommand.self, Ready.self,
    RaiseHandCommand.self, BroadcastCommand.self, SpotlightCommand.self, WallCommand.self,
    RehearseCommand.self, RehearsePerson.self,
  ]
  static let facilitating: [any ParsableCommand.Type] = [
    ChallengeCommand.self, TeamCommand.self, People.self, RoleCommand.self, RedactCommand.self,
  ]
}
