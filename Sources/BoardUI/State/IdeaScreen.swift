import IdeaPipeline

/// One idea, opened: its conversation on the left, its journey on the right.
struct IdeaScreen: Equatable, Sendable {
  enum Pane: Equatable, Sendable {
    case conversation, journey
  }

  /// What one can point at in the two panes. Identities, so that a reload moves nothing.
  enum Spot: Hashable, Sendable {
    /// The idea's own text.
    case text
    case comment(CommentID)
    case stage(Stage)
    /// Another idea: what it builds on, what builds on it, what was merged into it.
    case idea(IdeaID)
    /// The texts it has had.
    case earlierTexts
    /// Something to read only, by its place in the pane.
    case note(Int)
  }

  /// A pane's selection and how many of its lines are above the first in sight.
  struct Place: Equatable, Sendable {
    var spot: Spot?
    var top = 0
  }

  var reference: IdeaReference
  /// What is known of it already; nil while it is being looked for.
  var row: IdeaRow?
  var detail: IdeaDetail?
  var pane = Pane.conversation
  var conversation = Place(spot: .text)
  var journey = Place()
  /// The ideas one came from, walking the lineage.
  var trail: [IdeaReference] = []
  /// The number of a comment to go to as soon as it is read.
  var wantedComment: Int?
  /// The search one came from, to which Esc goes back.
  var cameFrom: SearchList?

  init(_ row: IdeaRow, detail: IdeaDetail? = nil, trail: [IdeaReference] = []) {
    reference = .id(row.id)
    self.row = row
    self.detail = detail
    self.trail = trail
  }

  init(number: Int) { reference = .number(number) }

  init(reference: IdeaReference, trail: [IdeaReference]) {
    self.reference = reference
    self.trail = trail
  }

  mutating func pointAtWantedComment() {
    guard let number = wantedComment else { return }
    wantedComment = nil
    guard let comment = detail?.comments.first(where: { $0.number == number && $0.idea == row?.id }) else { return }
    pane = .conversation
    conversation.spot = .comment(comment.id)
  }

  /// The place in the pane that has the keys.
  var place: Place {
    get { pane == .conversation ? conversation : journey }
    set { if pane == .conversation { conversation = newValue } else { journey = newValue } }
  }

  /// The comment that is pointed at.
  var selectedComment: CommentView? {
    guard pane == .conversation, case .comment(let id) = conversation.spot else { return nil }
    return comment(id)
  }

  /// A comment by its identity.
  func comment(_ id: CommentID) -> CommentView? { detail?.comments.first { $0.id == id } }
}
