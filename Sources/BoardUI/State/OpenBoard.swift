import CellGrid
import IdeaPipeline

/// A board that is open: what was read of it, where on it one is, and what is on its way to the store.
public struct OpenBoard: Equatable, Sendable {
  let name: String
  var summary: BoardSummary
  /// One for each stage, in order.
  var lists: [StageList]
  /// What others were shown last of whether the person is there.
  var shownPresence: ShownPresence?
  /// The stage the selection is in.
  var stage: Stage
  /// How many ideas of each stage the filter leaves; of use only while it leaves some out.
  var filteredCounts: [Stage: Int] = [:]
  var filter = IdeaFilter()
  /// What is being typed into the line above the footer.
  var entry: ListEntry?
  /// The idea that is open over the lists; nil on the board itself.
  var idea: IdeaScreen?
  /// The session screen, over idea and lists; nil while it is not shown.
  var session: SessionScreen?
  /// All sessions with their agendas, and what the parts of the session screen show; nil until they were needed.
  var sessions: [SessionRow]?
  var actions: [ActionRow]?
  var present: [PresentPerson]?
  /// The selected idea with everything around it, for the preview.
  var preview: IdeaDetail?
  var loads = Loads()
  var saving = Saving()
  var drafts: [DraftPlace: Draft] = [:]
  /// Ideas posted after this were not there at the end of the last visit.
  var newSince: Int
  /// Whether the viewer has not been on the board before.
  let isFirstVisit: Bool
  /// Ideas that have been opened, so that they are not new any more.
  var seen: Set<IdeaID> = []
  /// Ideas that came or moved while one was watching, and when.
  var arrivals: [IdeaID: Timestamp] = [:]
  /// The last sequence number the feed told.
  var seq: Int
  /// People connected now; nil until known.
  var here: Int?
  /// How many ideas the viewer has posted; nil until known.
  var ownIdeas: Int?
  /// Everyone on the board; nil until they were needed.
  var people: [PersonRow]?
  /// All teams with who is in them; nil until they were needed.
  var teams: [TeamRow]?
  /// Ideas marked for a command about all of them.
  var marks = Marks()
  /// A command about the marked ideas that is on its way.
  var batch: Batch?
  /// What the last such command did, so that the feed does not tell it again.
  var toldInBatch: Set<OperationID> = []
  /// Whether "undo" waits to hear what there is from before this visit.
  var isLookingBack = false
  /// A draft to be taken up as soon as its idea is read.
  var resuming: DraftPlace?
  /// What the room has told.
  var news = RoomNews()
  /// What was posted in this visit without a name.
  var sealed = SealedPosts()
  /// Where drafts are kept in memory only.
  var inMemory: Set<DraftPlace> = []
  /// An idea of one's own that was just posted: the selection goes to it as soon as its stage is known.
  var following: IdeaID?

  init(_ opening: BoardOpening) {
    name = opening.name
    summary = opening.summary
    lists = Stage.allCases.map { StageList(stage: $0) }
    stage = OpenBoard.firstStage(of: opening.summary)
    isFirstVisit = opening.lastVisit == nil
    newSince = opening.lastVisit ?? opening.summary.seq
    seq = opening.summary.seq
  }

  /// Where most ideas are, so that the first thing one sees is what people are working on.
  private static func firstStage(of summary: BoardSummary) -> Stage {
    Stage.allCases.max { summary.counts[$0, default: 0] < summary.counts[$1, default: 0] } ?? .empathise
  }

  subscript(list stage: Stage) -> StageList {
    get { lists[stage.position] }
    set { lists[stage.position] = newValue }
  }

  /// The list the selection is in.
  var list: StageList {
    get { lists[stage.position] }
    set { lists[stage.position] = newValue }
  }

  /// The idea that commands are about: the open one, else the selected one.
  var current: IdeaRow? { idea?.row ?? (idea == nil ? list.selectedRow : nil) }

  /// Everything known about the current idea; nil until it was read.
  var currentDetail: IdeaDetail? {
    if let idea { return idea.detail }
    return preview?.row.id == list.selected ? preview : nil
  }

  var viewer: PersonRow? { summary.viewer }
  var role: Role { summary.viewer?.role ?? .observer }
  var round: RoundRow? { summary.round }

  /// What of the filter could not be understood, or asks for what the viewer does not see, as a sentence.
  var filterProblem: String? {
    if let problem = filter.problem { return problem }
    guard filter.state == .hidden, role < .coach else { return nil }
    return "Hidden ideas are shown to coaches and facilitators."
  }

  /// A row of any list by its identity.
  func row(_ id: IdeaID) -> IdeaRow? {
    if let row = idea?.row, row.id == id { return row }
    for list in lists { if let row = list.rows.first(where: { $0.id == id }) { return row } }
    return nil
  }

  func isNew(_ row: IdeaRow) -> Bool { row.postedSeq > newSince && !row.isOwn && !seen.contains(row.id) }

  /// Whether the three lines for a first visit are shown.
  var isFirstRun: Bool { ownIdeas == 0 && role >= .participant }
}

/// What is typed into the line above the footer.
enum ListEntry: Equatable, Sendable {
  case filter(TextBuffer)
  case number(String)
}
