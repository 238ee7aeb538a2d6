import CellGrid
import IdeaPipeline

extension AppState {
  /// The parts of the screen, a form at its foot included.
  var frame: ScreenFrame {
    ScreenFrame(
      size, dockHeight: dockHeight, hasRoom: !RoomLineView(state: self).isEmpty,
      bannerRows: board == nil ? 0 : BannerView.rows(self))
  }

  var boardLayout: BoardLayout {
    let frame = frame
    return BoardLayout(
      frame.body, isFirstRun: board?.isFirstRun ?? false, endsInRule: frame.dock.isEmpty,
      hasPreview: board.map { $0.list.total != 0 } ?? true)
  }

  /// Scrolls lists so that the selection is in sight.
  mutating func keepInSight() {
    guard let board else { return }
    if board.idea != nil { return keepIdeaInSight() }
    let layout = boardLayout
    for stage in layout.stages(selected: board.stage) {
      self.board?[list: stage].scroll(toShow: layout.visible)
    }
  }

  /// Starts the reads of what is shown and not known, or no longer true.
  mutating func startLoads() -> [Effect] {
    let wanted = wantedLoads
    return (board?.loads.start(wanted) ?? []).map(Effect.load)
  }

  private var wantedLoads: [(slot: Loads.Slot, load: Load)] {
    guard let board else { return [] }
    var wanted: [(slot: Loads.Slot, load: Load)] = [(.summary, .summary)]
    wanted += wantedLists(board)
    if board.viewer != nil, board.ownIdeas ?? 0 == 0 {
      wanted.append((.own, .page(IdeaQuery(isOwn: true, includesInactive: true, limit: 1))))
    }
    if board.session != nil {
      wanted += [
        (.sessions, .sessions), (.teams, .teams), (.actions, .actions), (.people, .people), (.present, .present),
      ]
    } else if board.isAtActions {
      wanted.append((.actions, .actions))
    }
    if let reference = wantedIdea(board) { wanted.append((.idea, .idea(reference))) }
    // What is on its way may be the very change that would be found.
    if board.isLookingBack, board.saving.pending.isEmpty { wanted.append((.undoOffer, .undoOffer)) }
    if let id = board.following { wanted.append((.following, .idea(.id(id)))) }
    if let id = board.marks.wanted.first { wanted.append((.marked, .idea(.id(id)))) }
    for overlay in overlays {
      switch overlay {
      case .composer(let composer) where composer.wantsSimilar:
        wanted.append((.similar, .similar(title: composer.title.text)))
      case .prompt(let prompt) where prompt.needsPeople: wanted.append((.people, .people))
      case .form: wanted.append((.people, .people))
      case .rounds: wanted.append((.rounds, .rounds))
      case .teams: wanted.append((.teams, .teams))
      case .scribe: wanted.append((.people, .people))
      case .catchUp: wanted += [(.rounds, .rounds), (.top, .page(CatchUp.query))]
      case .merge(let picker): wanted += wantedLoads(picker)
      case .activity(let list): wanted += wantedLoads(list)
      case .search(let list): if let words = list.words { wanted.append((.search, .search(words: words))) }
      default: break
      }
    }
    return wanted
  }

  private func wantedLists(_ board: OpenBoard) -> [(slot: Loads.Slot, load: Load)] {
    let shown = board.idea == nil ? boardLayout.stages(selected: board.stage) : []
    return Stage.allCases.compactMap { stage in
      if shown.contains(stage) {
        return board.query(for: stage).map { (.list(stage), .page($0)) }
      }
      guard board.filter.narrows, board.idea == nil else { return nil }
      return board.query(for: stage, limit: 1).map { (.count(stage), .page($0)) }
    }
  }

  /// The idea that is shown with everything around it.
  private func wantedIdea(_ board: OpenBoard) -> IdeaReference? {
    if let idea = board.idea { return idea.reference }
    for case .checklist(let checklist) in overlays { return .id(checklist.subject.id) }
    return board.list.selected.map { .id($0) }
  }
}

extension OpenBoard {
  /// What to ask the store for, for one stage as it is shown now.
  func query(for stage: Stage) -> IdeaQuery? {
    filter.query(
      stage: stage, newSince: newSince, offset: self[list: stage].wantedOffset, limit: StageList.window)
  }

  /// The same for the first `limit` ideas.
  func query(for stage: Stage, limit: Int) -> IdeaQuery? {
    filter.query(stage: stage, newSince: newSince, offset: 0, limit: limit)
  }
}
