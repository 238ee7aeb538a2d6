import CellGrid
import IdeaPipeline

/// Writing an idea, a build, an edit or a comment at the foot of the screen.
struct ComposerView {
  let state: AppState
  let composer: Composer

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    let counter = composer.focus == .body ? composer.body.counter : nil
    let promised = promiseLines(width: layout.body.width - 2, height: layout.body.height)
    let isTight = hasPromise && promised.isEmpty
    if isTight {
      let short = StyledText(composer.promise.short(isPost: composer.isIdea), promiseToken)
      grid.draw(short, in: layout.rule.inset(left: 1))
    } else {
      grid.rule(
        layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle),
        right: counter ?? StyledText(hasPromise ? "" : naming, .dim), keepsRight: counter != nil)
    }
    let (head, body) = layout.body.split(top: promised.count)
    grid.draw(lines: promised, in: head.inset(horizontal: 1))
    var rows = rows(height: body.height)
    let offersSimilar = hasSimilar(rows)
    var rest = body
    while let row = rows.first {
      rows.removeFirst()
      let (area, below) = rest.split(top: row.height)
      if case .remark = row.kind {
        drawRemark(in: layout.field(area), offersSimilar: offersSimilar, &grid)
      } else {
        draw(row.kind, in: area, layout, &grid)
      }
      rest = below
    }
    if !isWriting { grid.cursor = nil }
  }

  private var isWriting: Bool { composer.phase == .writing }

  private var title: String {
    switch composer.purpose {
    case .newIdea: "New idea"
    case .buildOn(let subject): subject.title("Build on ", width: state.size.width, beside: naming)
    case .edit(let subject, _): subject.title("Edit ", width: state.size.width, beside: naming)
    case .comment(let subject): subject.title("Comment on ", width: state.size.width, beside: naming)
    case .editComment(let subject, _, _): subject.title("Edit a comment on ", width: state.size.width, beside: naming)
    case .links(let subject, _): subject.title("Evidence for ", width: state.size.width, beside: naming)
    case .outcome(let subject): subject.title("How ", " ended", width: state.size.width, beside: naming)
    case .reply(_, _, _, let author): "Reply to \(author)"
    }
  }

  /// What becomes of one's name, before anything is typed.
  private var naming: String {
    if hasPromise { return "" }
    if case .links = composer.purpose { return "The change shows your name" }
    return composer.revision == nil ? "Your name will show" : "The change shows your name"
  }

  /// Whether there is more to say about the name than the rule has room for.
  private var hasPromise: Bool { composer.isAboutSealed || (composer.isPost && !composer.promise.isUsual) }

  private var promiseToken: ThemeToken { composer.promise.hasChanged ? .warning : .accent }

  /// What is promised, in as many lines as the room allows; none where there is too little of it.
  private func promiseLines(width: Int, height: Int) -> [StyledText] {
    guard hasPromise, height >= 4 else { return [] }
    let changed = composer.promise.hasChanged ? "The step has changed. " : ""
    let sentences =
      composer.isAboutSealed
      ? ["No name is stored with the change either."] : composer.promise.sentences(isPost: composer.isIdea)
    // As many whole sentences as fit: half of a promise says something else.
    let most = height >= 8 ? 3 : 1
    for count in sentences.indices.reversed() {
      let lines = TextLayout.wrap(changed + sentences[...count].joined(separator: " "), width: width)
      if lines.count <= most { return lines.map { StyledText($0, promiseToken) } }
    }
    let short = composer.promise.short(isPost: composer.isIdea)
    return [StyledText(TextLayout.clip(short, width: width), promiseToken)]
  }

  // MARK: Rows

  private enum RowKind {
    case title, outcome, body, challenge, tags, kind, buttons, remark, similar(Int)
  }

  /// The rows from top to bottom as the room allows; the body gets what is left of it.
  private func rows(height: Int) -> [(kind: RowKind, height: Int)] {
    var kinds: [RowKind] = composer.isIdea ? [.title, .body] : [.body]
    switch composer.purpose {
    case .newIdea: kinds += (state.hasChallenges ? [.challenge] : []) + [.tags]
    case .buildOn: kinds += [.tags]
    case .edit, .editComment, .links: break
    case .outcome: kinds.insert(.outcome, at: 0)
    case .comment, .reply: kinds += [.kind]
    }
    kinds += [.buttons, .remark]
    if composer.purpose == .newIdea { kinds += composer.similar.indices.map { .similar($0) } }
    // Too low for all of them: first the body shrinks to one row, then similar ideas and fields that do not have the keys
    // are left out.
    let others = kinds.count - 1 + (composer.purpose == .newIdea ? 3 - composer.similar.count : 0)
    let body = max(1, height - others)
    while kinds.count > height, let last = kinds.lastIndex(where: { !isFocused($0) && !isEssential($0) }) {
      kinds.remove(at: last)
    }
    return kinds.prefix(max(0, height)).map { ($0, isBody($0) ? max(1, min(body, height - kinds.count + 1)) : 1) }
  }

  /// Whether there is room for an idea like it.
  private func hasSimilar(_ rows: [(kind: RowKind, height: Int)]) -> Bool {
    rows.contains { if case .similar = $0.kind { true } else { false } }
  }

  private func isBody(_ kind: RowKind) -> Bool { if case .body = kind { true } else { false } }

  private func isEssential(_ kind: RowKind) -> Bool {
    switch kind {
    case .title, .buttons, .remark: true
    case .body: !composer.isIdea
    case .challenge, .tags, .kind, .outcome, .similar: false
    }
  }

  private func isFocused(_ kind: RowKind) -> Bool {
    switch (kind, composer.focus) {
    case (.title, .title), (.body, .body), (.challenge, .challenge), (.tags, .tags), (.kind, .kind),
      (.outcome, .outcome):
      true
    case (.buttons, .post), (.buttons, .keep): true
    case (.similar(let row), .similar(let index)): row == index
    default: false
    }
  }

  private func draw(_ kind: RowKind, in area: Rect, _ layout: DockLayout, _ grid: inout Grid) {
    let field = layout.field(area)
    let isActive = isFocused(kind) && isWriting
    let label = { (grid: inout Grid, words: String) in
      _ = grid.draw(words, in: layout.label(area), isActive ? .accent : .fieldLabel)
    }
    let place = focus(of: kind).flatMap { fields.firstIndex(of: $0) }
    if let place {
      if case .similar = kind { grid.touch(area, .button(place)) } else { grid.touch(area, .place(place, list: 0)) }
    }
    switch kind {
    case .title:
      label(&grid, "Title")
      drawTitle(in: field, isActive: isActive, place, &grid)
    case .body:
      label(&grid, bodyLabel)
      let words = bodyPlaceholder
      grid.draw(composer.body, in: field, isActive: isActive, placeholder: words, field: place)
    case .challenge:
      label(&grid, "Answers")
      drawChallenge(in: field, isActive: isActive, &grid)
    case .tags:
      label(&grid, "Tags")
      grid.draw(
        composer.tags, in: field, isActive: isActive, placeholder: "words that group ideas: pharmacy night-time",
        field: place)
    case .outcome:
      label(&grid, "It was")
      let kinds = Outcome.Kind.allCases
      draw(
        kinds.map(\.rawValue), chosen: composer.outcome.flatMap(kinds.firstIndex), in: field, isActive: isActive, place,
        &grid)
    case .kind:
      label(&grid, "It is a")
      let kinds = Comment.Kind.allCases
      draw(
        kinds.map(\.title), chosen: kinds.firstIndex(of: composer.kind), in: field, isActive: isActive, place, &grid)
    case .buttons: drawButtons(in: field, &grid)
    case .remark: break
    case .similar(let index): drawSimilar(index, in: field, layout.label(area), &grid)
    }
  }

  // MARK: Fields

  private var fields: [Composer.Focus] { composer.fields(hasChallenges: state.hasChallenges) }

  /// The field a row is; nil for one that cannot be pointed at.
  private func focus(of kind: RowKind) -> Composer.Focus? {
    switch kind {
    case .title: .title
    case .outcome: .outcome
    case .body: .body
    case .challenge: .challenge
    case .tags: .tags
    case .kind: .kind
    case .similar(let index): .similar(index)
    case .buttons, .remark: nil
    }
  }

  private func drawTitle(in rect: Rect, isActive: Bool, _ place: Int?, _ grid: inout Grid) {
    let isLow = composer.title.room ?? 100 < 20
    let counter = StyledText("\(composer.title.count)/\(TextRule.title.limit)", isLow ? .counterLow : .counter)
    let (field, end) = rect.split(right: counter.columns + 1)
    grid.draw(
      composer.title, in: field, isActive: isActive, placeholder: "one line: what could we do?", field: place,
      counts: false)
    grid.draw(counter, in: end, align: .right)
  }

  private func drawChallenge(in rect: Rect, isActive: Bool, _ grid: inout Grid) {
    let open = state.board?.openChallenges ?? []
    let chosen = open.first { $0.challenge.number == composer.challenge }
    let words = chosen.map { "\($0.challenge.number)  \($0.challenge.question)" } ?? "no challenge in particular"
    let token: ThemeToken = isActive ? .fieldActive : chosen == nil ? .placeholder : .field
    if isActive { grid.fill(rect, .fieldActive) }
    let end = grid.draw(isActive ? "← \(words) →" : words, in: rect, token)
    guard isActive else { return }
    grid.touch(rect.split(left: 2).left, .key(.left))
    grid.touch(Rect(x: end.x - 2, y: rect.y, width: 2, height: 1), .key(.right))
  }

  private func draw(_ kinds: [String], chosen: Int?, in rect: Rect, isActive: Bool, _ place: Int?, _ grid: inout Grid) {
    var texts = kinds.enumerated().map { place, kind in
      place == chosen
        ? StyledText(isActive ? "← \(kind) →" : "(\(kind))", isActive ? .buttonActive : .strong)
        : StyledText(kind, .dim)
    }
    if isActive, chosen == nil { texts.append(StyledText("← → choose", .fieldActive)) }
    grid.draw(StyledText(joining: texts, separator: StyledText("  ", .text)), in: rect)
    grid.touch(options: texts.prefix(kinds.count).map(\.columns), gap: 2, of: place, in: rect)
  }

  private var bodyLabel: String {
    if case .outcome = composer.purpose { return "Learned" }
    if case .links = composer.purpose { return "Links" }
    return composer.isIdea ? "Text" : "Comment"
  }

  private var bodyPlaceholder: String {
    if case .links = composer.purpose { return "https://… and what it shows; one a line" }
    if case .outcome = composer.purpose { return "what was learned, for whoever tries this next" }
    return composer.isIdea ? "more about it, if you like" : "what you would like to say; @name calls somebody"
  }

  private func drawButtons(in rect: Rect, _ grid: inout Grid) {
    let send = composer.sendWords.prefix(1).uppercased() + composer.sendWords.dropFirst()
    guard isWriting else {
      grid.draw("Saving … Esc shows the board meanwhile.", in: rect, .saving)
      return
    }
    grid.draw(
      buttons: [
        (send, composer.focus == .post),
        (composer.isSealed ? "Keep until I leave" : "Keep for later", composer.focus == .keep),
      ],
      from: fields.firstIndex(of: .post) ?? 0, in: rect)
  }

  private func drawRemark(in rect: Rect, offersSimilar: Bool, _ grid: inout Grid) {
    if let field = composer.textField, field.selection != nil {
      grid.draw(field.advice(named: composer.noun) ?? "", in: rect, .dim)
    } else if let remark = composer.remark ?? composer.textField?.advice(named: composer.noun) {
      grid.draw(remark, in: rect, .warning)
    } else if offersSimilar {
      grid.draw("Near it already – Tab and Enter build on one instead:", in: rect, .dim)
    }
  }

  private func drawSimilar(_ index: Int, in rect: Rect, _ label: Rect, _ grid: inout Grid) {
    let row = composer.similar[index]
    let isActive = composer.focus == .similar(index)
    let width = composer.similar.map { TextWidth.columns(of: $0.name) }.max() ?? 0
    let number = TextLayout.pad(row.name, width: min(width, rect.width / 3), align: .right)
    let words =
      StyledText("\(number)  ", .number) + StyledText(TextLayout.oneLine(row.title), isActive ? .strong : .text)
    let button = StyledText("[ build on \(row.name) instead ]", isActive ? .buttonActive : .button)
    grid.draw(left: words, right: button, in: rect)
  }
}

extension Composer {
  /// Rows it would like to have on a screen of some height: room for a few lines of text, and for the similar ideas so
  /// that nothing jumps when they come.
  func wantedHeight(screen size: Size) -> Int {
    let height = size.height
    let promised = isAboutSealed || (isPost && !promise.isUsual) ? (size.width < 60 ? 3 : 2) : 0
    return promised + heightOfFields(height)
  }

  private func heightOfFields(_ height: Int) -> Int {
    let body = height >= 36 ? 6 : height >= 28 ? 4 : 3
    switch purpose {
    case .newIdea: return 9 + body
    case .buildOn, .comment, .reply, .editComment, .outcome, .links: return (isIdea ? 5 : 4) + body
    case .edit: return 4 + max(body, height / 3)
    }
  }
}
