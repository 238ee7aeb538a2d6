/// Changes the title and the purpose of the board.
public struct EditBoard: Operation {
  public static let kind = "board.edit"

  /// The text as the facilitator saw it.
  public var old: BoardText
  public var new: BoardText

  /// The text before and after.
  public init(old: BoardText, new: BoardText) {
    self.old = old
    self.new = new
  }

  public func check(_ board: some BoardAccess, _ context: CheckContext) throws(Refusal) {
    try context.require(.facilitate, "change the board’s title and purpose")
    try new.check()
    let now = board.board?.text
    if new == now { throw .unchanged("title and purpose read like this already") }
    if old != now { throw .overtaken("The board’s title and purpose were changed") }
  }

  public func apply(to board: some BoardAccess, _ stamp: Stamp) {
    guard var changed = board.board else { return }
    changed.text = new
    changed.textFrom = stamp.id
    board.put(changed)
  }

  public func reverse(on board: some BoardAccess, of stamp: Stamp) -> (any Operation)? {
    board.board?.text == old ? nil : EditBoard(old: new, new: old)
  }

  public func activity(on board: some BoardAccess, of stamp: Stamp) -> Activity {
    Activity("changed the board’s title and purpose")
  }

  public func textPlaces(_ id: OperationID) -> [TextPlace] { [.board] }
  public func redacted(_ mark: String) -> Self { EditBoard(old: old.redacted(mark), new: new.redacted(mark)) }
  public func oldTextRedacted(_ mark: String) -> Self { EditBoard(old: old.redacted(mark), new: new) }
}

/// What a facilitator writes about the board.
public struct BoardText: Codable, Sendable, Hashable {
  public var title: String
  public var purpose: String

  /// Title and purpose.
  public init(title: String, purpose: String) {
    self.title = title
    self.purpose = purpose
  }

  func check() throws(Refusal) {
    try TextRule.name.check(title)
    try TextRule.body.check(purpose, mayBeEmpty: true)
  }

  func redacted(_ mark: String) -> Self { BoardText(title: mark, purpose: "") }
}

extension Board {
  /// What a facilitator wrote about the board.
  public internal(set) var text: BoardText {
    get { BoardText(title: title, purpose: purpose) }
    set { (title, purpose) = (newValue.title, newValue.purpose) }
  }
}
