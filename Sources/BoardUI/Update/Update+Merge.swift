import CellGrid
import IdeaPipeline

extension AppState {
  /// Opens the search for the idea to merge with; of an idea that is merged already, asks whether to take that apart.
  mutating func openMerge(_ rows: [IdeaRow]) -> [Effect] {
    guard let first = rows.first else { return [] }
    if rows.count == 1, let parent = first.mergedInto.map({ "\($0)" }) ?? waitingParent {
      confirm(.unmerge(first.id), title: "\(first.name) was merged into \(parent)", yes: "Take the merge apart")
      return []
    }
    board?.loads.invalidate([.near, .candidates, .numbered, .preview])
    overlays.append(.merge(MergePicker(rows)))
    notice = nil
    return []
  }

  /// The number of the idea that the current one goes into when the round closes.
  private var waitingParent: String? { board?.currentDetail?.mergesAtClose.map { "\($0), from when the round closes" } }

  mutating func press(_ key: Key, in picker: MergePicker) -> [Effect] {
    var picker = picker
    if case .sending = picker.phase { return pressWhileSending(keymap.fieldCommand(for: key)) }
    switch key {
    case .escape:
      closeTop()
      return []
    case .function(1): return openHelp()
    case .up: picker.move(by: -1)
    case .down: picker.move(by: 1)
    case .tab, .backTab: if picker.subjects.count == 1 { picker.isSwapped.toggle() }
    case .enter: return send(picker)
    default:
      if keymap.fieldCommand(for: key) == .post { return send(picker) }
      if picker.query.handle(key) == .changed {
        (picker.selected, picker.remark, picker.numbered) = (nil, nil, nil)
      }
    }
    setTop(.merge(picker))
    return []
  }

  private mutating func send(_ picker: MergePicker) -> [Effect] {
    var picker = picker
    guard let merge = picker.merge else {
      picker.remark = "Nothing to merge with: type a number, words of an idea, #tag or @handle."
      setTop(.merge(picker))
      return []
    }
    if merge.children.count > 1 {
      closeTop()
      let deeds = merge.children.map { Batch.Deed(row: $0, operation: MergeIdea(idea: $0.id, into: merge.parent.id)) }
      return submit(deeds, "merged into \(merge.parent.name)")
    }
    guard let token = begin(.deed) else { return [] }
    picker.phase = .sending(token)
    setTop(.merge(picker))
    return [.submit(token, [MergeIdea(idea: merge.children[0].id, into: merge.parent.id)])]
  }

  /// What an open search wants to know.
  func wantedLoads(_ picker: MergePicker) -> [(slot: Loads.Slot, load: Load)] {
    var wanted: [(slot: Loads.Slot, load: Load)] = [(.near, .similar(title: picker.subjects[0].title))]
    if let board, let query = picker.filter(at: now).query(stage: nil, newSince: board.newSince, limit: 20) {
      wanted.append((.candidates, .page(query)))
    }
    if let number = picker.number { wanted.append((.numbered, .idea(.number(number)))) }
    if let merge = picker.merge {
      wanted.append((.preview, .mergePreview(merge.children.map(\.id), into: merge.parent.id)))
    }
    return wanted
  }

  /// Changes the open search; nothing happens when there is none any more.
  mutating func changePicker(_ body: (inout MergePicker) -> Void) {
    for (place, overlay) in overlays.enumerated() {
      guard case .merge(var picker) = overlay else { continue }
      body(&picker)
      overlays[place] = .merge(picker)
    }
  }

  /// Takes in what merging would do to the votes, where that is still the merge that is chosen.
  mutating func take(_ votes: MergePreview, of ideas: [IdeaID], into parent: IdeaID) {
    changePicker { picker in
      guard let merge = picker.merge, merge.parent.id == parent, merge.children.map(\.id) == ideas else { return }
      picker.preview = MergePicker.Preview(merge: merge, votes: votes)
    }
  }
}
