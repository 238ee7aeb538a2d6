import BoardUI
import IdeaPipeline

/// A board as the screens read it, made up and always the same: projections without a store.
///
/// `answer` stands in for the store: it gives what `BoardReading` would give for a read.
public struct SampleBoard: Sendable {
  public var summary: BoardSummary
  public var rows: [IdeaRow]
  public var comments: [IdeaID: [CommentView]]
  public var moves: [IdeaID: [MoveView]] = [:]
  public var revisions: [IdeaID: [RevisionView]] = [:]
  public var rounds: [RoundRow] = []
  public var people = SampleBoard.everyone
  public var sessions: [SessionRow] = []
  public var teams: [TeamRow] = []
  public var actions: [ActionRow] = []
  public var present: [PresentPerson] = []
  public var undoOffer = UndoOffer.nothing("Nothing of yours to undo.")

  /// Thursday 14 May 2026, 10:30 UTC.
  public static let now = Timestamp(milliseconds: 1_778_754_600_000)

  /// The moment that many minutes before `now`.
  public static func before(minutes: Int) -> Timestamp {
    Timestamp(milliseconds: now.milliseconds - Int64(minutes) * 60_000)
  }

  /// The identity that stands for a small number.
  public static func id(_ number: Int) -> IdeaID { IdeaID(rawValue: Int64(1_000 + number)) }

  public static let ann = author(1, "ann", "Ann Marlow")
  public static let jo = author(2, "jo", "Jo Birch")
  public static let sam = author(3, "sam", "Sam Okafor")
  public static let priya = author(4, "priya", "Priya Nair")
  public static let lee = author(5, "lee", "Lee Tan")

  private static func author(_ number: Int64, _ handle: String, _ name: String) -> AuthorView {
    .named(id: PersonID(rawValue: number), handle: handle, name: name)
  }

  /// Opened as Ann, after an earlier visit that ended at sequence number 992.
  public var opening: BoardOpening { BoardOpening(name: "demo", summary: summary, lastVisit: 992) }
}

// MARK: - Three boards

extension SampleBoard {
  /// A board nobody has written on.
  public static var empty: SampleBoard {
    var board = SampleBoard(summary: summary(role: .participant), rows: [], comments: [:])
    board.summary.people = 1
    board.summary.counts = [:]
    return board
  }

  /// A board an hour into a workshop.
  public static var typical: SampleBoard {
    var board = SampleBoard(summary: summary(role: .participant), rows: typicalRows, comments: [:])
    board.comments[id(14)] = conversation
    board.moves[id(14)] = journey
    board.count()
    return board
  }

  /// 1,000 ideas with everything that is hard to draw.
  public static let overfull: SampleBoard = {
    var generator = SplitMix(seed: 7)
    var rows = (1...1_000).map { number in overfullRow(number, &generator) }
    // A lineage wider and deeper than its pane: every eighth builds on the first, each thirty-second on one of those.
    for number in stride(from: 8, to: 400, by: 8) { rows[number].buildsOn = number % 32 == 0 ? number - 7 : 1 }
    var board = SampleBoard(summary: summary(role: .facilitator), rows: rows, comments: [:])
    board.summary.title = "Every neighbourhood from Ulverston to Crewe, and the ones between that nobody counted 🏘️"
    for idea in [id(1), id(1_000)] {
      board.comments[idea] = (1...40).map { number in
        comment(number, sam, hardTexts[number % hardTexts.count], minutes: 200 - number, on: idea)
      }
      board.moves[idea] = journey
    }
    board.count()
    return board
  }()

  /// As facilitator, coach or observer instead.
  public func seen(as role: Role) -> SampleBoard {
    var board = self
    board.summary.viewer?.role = role
    return board
  }

  /// Counts a stage from which ideas were taken.
  public mutating func count(stage: Stage) { summary.counts[stage] = rows.count { $0.stage == stage } }

  mutating func count() {
    summary.counts = Dictionary(grouping: rows.filter { $0.state == .active }, by: \.stage).mapValues(\.count)
    summary.seq = rows.map(\.activity).max() ?? summary.seq
  }
}

// MARK: - What happens on it

extension SampleBoard {
  /// Somebody else posts an idea in Ideate.
  public mutating func arrive(_ title: String, number: Int, seq: Int) -> IdeaRow {
    var row = Self.row(number, title, Self.sam, "Oldham", .ideate, dots: 0, comments: 0, minutes: 0)
    row.postedSeq = seq
    row.activity = seq
    rows.append(row)
    count()
    return row
  }

  /// Changes one idea and records that it changed.
  public mutating func change(_ number: Int, seq: Int, _ body: (inout IdeaRow) -> Void) {
    guard let index = rows.firstIndex(where: { $0.number == number }) else { return }
    body(&rows[index])
    rows[index].activity = seq
    count()
  }

  /// Puts a row in the place of the one with its identity.
  public mutating func replace(_ row: IdeaRow) {
    guard let index = rows.firstIndex(where: { $0.id == row.id }) else { return }
    rows[index] = row
    count()
  }

  /// Lee comments on an idea.
  public mutating func say(_ text: String, on number: Int, seq: Int) {
    let id = Self.id(number)
    let count = comments[id]?.count ?? 0
    comments[id, default: []].append(Self.comment(count + 1, Self.lee, text, minutes: 0, on: id))
    change(number, seq: seq) { $0.comments += 1 }
  }

  /// Changes one comment on an idea.
  public mutating func change(comment number: Int, on idea: Int, seq: Int, _ body: (inout CommentView) -> Void) {
    guard let index = comments[Self.id(idea)]?.firstIndex(where: { $0.number == number }) else { return }
    if var comment = comments[Self.id(idea)]?[index] {
      body(&comment)
      comments[Self.id(idea)]?[index] = comment
    }
    change(idea, seq: seq) { _ in }
  }

  /// A line of the feed.
  public func change(by author: AuthorView, _ words: String, _ idea: IdeaID?, seq: Int) -> Change {
    Change(
      seq: seq, id: OperationID(rawValue: Int64(seq)), at: Self.now, actor: author, kind: "sample",
      activity: Activity(words, idea: idea), isUndo: false, isOwn: author == Self.ann)
  }
}

// MARK: - What the store would answer

extension SampleBoard {
  /// The message that answers a read.
  public func answer(_ load: Load) -> Message {
    switch load {
    case .summary: .summary(summary)
    case .page(let query): .page(query, page(query))
    case .idea(let reference): .idea(reference, detail(reference))
    case .people: .people(people)
    case .sessions: .sessions(sessions)
    case .teams: .teams(teams)
    case .actions: .actions(actions)
    case .present: .present(present)
    case .rounds: .rounds(rounds.isEmpty ? [summary.round].compactMap(\.self) : rounds)
    case .mergePreview(let ideas, let parent): .mergePreview(preview(of: ideas + [parent]), of: ideas, into: parent)
    case .undoOffer: .undoOffer(undoOffer)
    case .recent(let seq, let limit): .recent(recent(before: seq, limit: limit), before: seq)
    case .search(let words): .found(search(words), words: words)
    case .similar(let title): .similar(similar(to: title), forTitle: title)
    }
  }

  static var everyone: [PersonRow] {
    [ann, jo, sam, priya, lee].compactMap { author in
      guard case .named(let id, let handle, let name) = author else { return nil }
      return PersonRow(
        id: id, handle: handle, name: name, role: .participant, team: nil, organisation: nil, perspective: nil)
    }
  }

  /// Two of the dots are over the cap, wherever there are two.
  private func preview(of ideas: [IdeaID]) -> MergePreview {
    let tallies = rows.filter { ideas.contains($0.id) }.map(\.tally)
    let dots = tallies.reduce(0) { $0 + $1.count }
    return MergePreview(tally: .dots(max(0, dots - 2), own: 0), refunded: min(2, dots))
  }

  /// A page of the list, by the rules that lists have.
  public func page(_ query: IdeaQuery) -> IdeaPage {
    let terms = FilterTerm.terms(of: (query.words ?? "").lowercased())
    let found = rows.filter { row in
      (query.state.map { row.state == $0 } ?? (query.includesInactive || row.state == .active))
        && (query.stage == nil || row.stage == query.stage)
        && (query.challenge == nil || row.challenge == query.challenge)
        && query.tags.allSatisfy(row.tags.contains) && !query.tagsLeftOut.contains(where: row.tags.contains)
        && handle(of: row).map(query.authorsLeftOut.contains) != true
        && (query.authors.isEmpty || handle(of: row).map(query.authors.contains) == true)
        && (query.isOwn == nil || row.isOwn == query.isOwn) && row.postedSeq > query.postedAfter ?? 0
        && (query.quietSince.map { row.outcome == nil && row.updatedAt <= $0 } ?? true)
        && terms.allSatisfy { "\(row.title) \(row.body)".lowercased().contains($0.text) != $0.isLeftOut }
    }
    let sorted = found.sorted { order(query.sort, $0) > order(query.sort, $1) }
    return IdeaPage(
      rows: Array(sorted.dropFirst(query.offset).prefix(query.limit)), total: sorted.count, seq: summary.seq)
  }

  private func order(_ sort: IdeaQuery.Sort, _ row: IdeaRow) -> (Int, Int) {
    switch sort {
    case .dots: (row.tally.count, row.postedSeq)
    case .activity: (row.activity, row.postedSeq)
    case .new, .stage: (row.postedSeq, 0)
    }
  }

  private func handle(of row: IdeaRow) -> String? {
    if case .named(_, let handle, _) = row.author { handle } else { nil }
  }

  /// One idea with what was said about it; nil where there is none.
  public func detail(_ reference: IdeaReference) -> IdeaDetail? {
    let row = rows.first { row in
      switch reference {
      case .number(let number): row.number == number
      case .id(let id): row.id == id
      }
    }
    guard let row else { return nil }
    return IdeaDetail(
      row: row,
      links: row.number == 14 ? [EvidenceLink(url: "https://example.org/ucr", title: "Response times")] : [],
      comments: seen(comments[row.id] ?? []), moves: moves[row.id] ?? [], gates: gates(of: row),
      parent: rows.first { $0.number != nil && $0.number == row.buildsOn },
      builds: rows.filter { $0.buildsOn != nil && $0.buildsOn == row.number }, lineage: lineage(of: row),
      merged: rows.filter { $0.mergedInto != nil && $0.mergedInto == row.number },
      revisions: revisions[row.id] ?? [], mayEdit: row.isOwn || summary.viewer?.role == .facilitator,
      mayMove: row.isOwn || (summary.viewer?.role ?? .observer) >= .coach, seq: summary.seq)
  }

  private func lineage(of row: IdeaRow) -> [LineageMember] {
    var root = row
    while let parent = rows.first(where: { $0.number != nil && $0.number == root.buildsOn }) { root = parent }
    let tree = descendants(of: root, depth: 0)
    return tree.count > 1 ? tree : []
  }

  private func descendants(of row: IdeaRow, depth: Int) -> [LineageMember] {
    let children = rows.filter { $0.buildsOn != nil && $0.buildsOn == row.number }
    return [LineageMember(row: row, depth: depth)] + children.flatMap { descendants(of: $0, depth: depth + 1) }
  }

  /// With what the viewer may do with each.
  private func seen(_ comments: [CommentView]) -> [CommentView] {
    let role = summary.viewer?.role ?? .observer
    return comments.map { comment in
      var comment = comment
      comment.mayEdit = role == .facilitator || (comment.isOwn && role >= .participant)
      return comment
    }
  }

  private func gates(of row: IdeaRow) -> [Gate] {
    Stage.allCases.map { stage in
      let sheet = summary.worksheets.first { $0.key == stage.rawValue }
      let asked = (sheet?.fields ?? []).filter { field in
        summary.guides.first { $0.stage == stage }?.gate.contains(field.key) ?? false
      }
      let met = stage < row.stage ? asked.count : stage == row.stage ? row.gateMet : 0
      let items = asked.enumerated().map { place, field in
        Gate.Item(field: field, answer: place < met ? Self.sampleAnswer(field) : nil)
      }
      return Gate(stage: stage, worksheet: sheet?.title ?? "", items: items)
    }
  }

  private static func sampleAnswer(_ field: Field) -> Answer {
    switch field.kind {
    case .text: .text("Carers in Oldham, at night and at weekends")
    case .choice(let options): .choice(options[0])
    case .yesNo: .yesNo(true)
    }
  }

  /// Up to three ideas that share a word of four letters or more.
  public func similar(to title: String) -> [IdeaRow] {
    let words = title.lowercased().split(separator: " ").filter { $0.count >= 4 }
    return Array(rows.filter { row in words.contains { row.title.lowercased().contains($0) } }.prefix(3))
  }
}
