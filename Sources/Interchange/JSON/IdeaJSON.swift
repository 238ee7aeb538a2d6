import IdeaPipeline

/// An idea as commands print it.
public struct IdeaJSON: Encodable, Sendable {
  /// The number people say aloud; null while the idea is not public yet.
  @OrNull public var id: Int?
  public var title: String
  public var body: String
  public var stage: String
  /// The number of its challenge.
  @OrNull public var challenge: Int?
  /// A handle; null when the name is hidden from the viewer or was never stored.
  @OrNull public var author: String?
  public var tags: [String]
  /// Dots of all; only the viewer's own while a round is blind.
  public var dots: Int
  public var comments: Int
  public var builds: Int
  /// The number of the idea it builds on.
  @OrNull public var buildsOn: Int?
  /// The number of the idea it was merged into.
  @OrNull public var mergedInto: Int?
  public var state: String
  @OrNull public var outcome: String?
  public var createdAt: String
  public var updatedAt: String
  public var revision: Int

  /// An idea as a viewer may see it.
  public init(_ row: IdeaRow) {
    title = row.title
    body = row.body
    stage = row.stage.rawValue
    tags = row.tags
    dots = row.tally.dotCount
    comments = row.comments
    builds = row.builds
    state = row.state.rawValue
    createdAt = row.createdAt.iso8601
    updatedAt = row.updatedAt.iso8601
    revision = row.revision
    _id = OrNull(wrappedValue: row.number)
    _challenge = OrNull(wrappedValue: row.challenge)
    _author = OrNull(wrappedValue: row.author.handle)
    _buildsOn = OrNull(wrappedValue: row.buildsOn)
    _mergedInto = OrNull(wrappedValue: row.mergedInto)
    _outcome = OrNull(wrappedValue: row.outcome?.rawValue)
  }
}

extension AuthorView {
  /// The handle, where the viewer may know it.
  var handle: String? {
    switch self {
    case .named(_, let handle, _): handle
    case .hidden, .sealed: nil
    }
  }
}

extension TallyView {
  /// Dots, and nothing that stands for agreement.
  var dotCount: Int {
    switch self {
    case .dots(let dots, _), .own(let dots, _): dots
    case .none, .consensus: 0
    }
  }
}
