import Foundation

/// Every kind of operation this program knows. A new operation is its file and one line here.
public enum OperationCatalogue {
  /// All kinds, by area.
  public static let all: [any Operation.Type] = [
    CreateBoard.self, EditBoard.self, Redact.self,
    AddChallenge.self, EditChallenge.self, MoveChallenge.self, SetChallengeOpen.self,
    AddTeam.self, AddPerson.self, JoinBoard.self, EditPerson.self, SetRole.self,
    PostIdea.self, EditIdea.self, TagIdea.self, LinkEvidence.self, SetCoAuthors.self, ReassignIdea.self,
    WithdrawIdea.self, RestoreIdea.self, HideIdea.self, UnhideIdea.self, MergeIdea.self, UnmergeIdea.self,
    AdvanceIdea.self, SendBackIdea.self, RetractMove.self, DecideOutcome.self, RetractOutcome.self, AnswerField.self,
    PostComment.self, EditComment.self, WithdrawComment.self, RestoreComment.self, HideComment.self,
    UnhideComment.self,
    OpenRound.self, CloseRound.self, ChangeRoundBudget.self, GiveDot.self, TakeBackDot.self, CastPosition.self,
    AddSession.self, OpenSession.self, CloseSession.self, TakeOverSession.self,
    AddStep.self, EditStep.self, MoveStep.self, StartStep.self, PauseStep.self, ResumeStep.self, ExtendStep.self,
    SkipStep.self, RevealStep.self, MarkReady.self, RaiseHand.self, SendBroadcast.self, SetSpotlight.self,
    BlankWall.self,
    AskForHelp.self, ClaimHelp.self, ArriveToHelp.self, CloseHelp.self,
    AddAction.self, EditAction.self, SetActionState.self, JoinTeam.self, SetSeats.self,
  ]

  private static let byKind: [String: any Operation.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.kind, $0) })

  /// Whether "undo" takes back an operation of this kind.
  public static func canUndo(_ kind: String) -> Bool { byKind[kind].map { $0.cannotUndo == nil } ?? true }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return encoder
  }()

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }()

  /// The operation as JSON for the log: keys sorted, slashes plain, so that equal operations are equal text.
  public static func json(_ operation: any Operation) throws -> String {
    String(decoding: try encoder.encode(operation), as: UTF8.self)
  }

  /// Reads what `json` wrote. A kind this program does not know, or a payload it cannot read, is kept as it is: nothing
  /// that a newer program wrote is a reason to stop.
  public static func payload(kind: String, json: String) -> LoggedOperation.Payload {
    guard let type = byKind[kind], let operation = try? decode(type, json) else {
      return .unknown(kind: kind, json: json)
    }
    return .known(operation)
  }

  private static func decode<O: Operation>(_ type: O.Type, _ json: String) throws -> any Operation {
    try decoder.decode(type, from: Data(json.utf8))
  }
}
