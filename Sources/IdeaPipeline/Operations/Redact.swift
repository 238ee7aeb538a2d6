/// Replaces text that some operations wrote by a mark that says when, everywhere: here on the board, and by the store in
/// the log. The log's one exception, for the owner: a patient's name on the board, or consent that was withdrawn.
///
/// `Redaction.of` makes it, with every undo that brought the text back and every edit that repeats it. The store
/// replaces each logged operation that `rewritten` changes, in the same transaction. Replaying the log that comes out
/// gives the same board.
public struct Redact: Operation {
  public static let kind = "board.redact"
  public static let cannotUndo: Lasting? = Lasting(
    "A redaction cannot be undone: the text is gone.", instead: "Write it anew where it may stand.")

  /// The operations whose text is replaced.
  public var targets: [OperationID]
  /// Operations whose own text stays while the old text they repeat is replaced.
  public var quotes: [OperationID]
  public var reason: String

  /// A redaction as given.
  public init(targets: [OperationID], quotes: [OperationID] = [], reason: String) {
    self.targets = targets
    self.quotes = quotes
    self.reason = reason
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.own, "redact")
    if targets.isEmpty {
      throw Refusal(.rule, "There is no text to redact.", instead: "Choose a change or an idea that has one.")
    }
    try TextRule.reason.checkGiven(reason)
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    let eraser = Eraser(Set(targets), Redaction.mark(at: stamp.at), stamp)
    eraser.eraseBoard(board)
    eraser.eraseIdeas(board)
    eraser.eraseComments(board)
    eraser.eraseSessions(board)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity { Activity("redacted text") }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.redaction(id)] }
  public func redacted(_ mark: String) -> Self { Redact(targets: targets, quotes: quotes, reason: mark) }

  /// What stands in the log instead of `operation` after this redaction, which happened at `moment`; nil when it stays.
  public func rewritten(_ operation: any Operation, _ id: OperationID, at moment: Timestamp) -> (any Operation)? {
    let mark = Redaction.mark(at: moment)
    if targets.contains(id) { return operation.redacted(mark) }
    return quotes.contains(id) ? operation.oldTextRedacted(mark) : nil
  }
}
