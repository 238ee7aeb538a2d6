import CellGrid
import IdeaPipeline

/// A form at the foot of the screen: a rule with its title, labels at the left, fields at the right.
struct DockLayout {
  let rule: Rect
  let body: Rect
  /// Columns of the labels; 0 where there is no room for them.
  let labelWidth: Int

  init(_ dock: Rect) {
    (rule, body) = dock.split(top: 1)
    labelWidth = dock.width >= 60 ? 11 : 0
  }

  /// Columns of a field.
  var fieldWidth: Int { max(1, body.width - 2 - labelWidth) }

  /// The part of some rows where the field is.
  func field(_ rows: Rect) -> Rect { rows.inset(left: 1 + labelWidth, right: 1) }

  /// The part of a row where the label is.
  func label(_ rows: Rect) -> Rect { rows.row(0).inset(left: 1).split(left: max(0, labelWidth - 1)).left }
}

extension Grid {
  /// Draws a row of buttons: **[ Post ]  [ Keep for later ]**.
  /// - Parameter place: that of the first button among what the form can point at.
  mutating func draw(buttons: [(words: String, isActive: Bool)], from place: Int, in rect: Rect) {
    let active = buttons.firstIndex(where: \.isActive) ?? 0
    var texts = buttons.map { StyledText("[ \($0.words) ]", $0.isActive ? .buttonActive : .button) }
    // Where not all of them fit, the active one is in sight.
    for _ in 0..<active where StyledText(joining: texts, separator: "  ").columns > rect.width { texts.removeFirst() }
    draw(StyledText(joining: texts, separator: StyledText("  ", .text)), in: rect)
    var rest = rect
    for (index, text) in texts.enumerated() {
      let (area, below) = rest.split(left: text.columns)
      touch(area, .button(place + buttons.count - texts.count + index))
      rest = below.inset(left: 2)
    }
  }
}

/// A reason or a line asked for.
struct PromptView {
  let state: AppState
  let prompt: Prompt

  func draw(in dock: Rect, _ grid: inout Grid) {
    let layout = DockLayout(dock)
    grid.fill(dock, .screen)
    let counter = prompt.text.isMultiline ? prompt.text.counter : nil
    grid.rule(
      layout.rule, .ruleStrong, left: StyledText(title, .overlayTitle), right: counter ?? StyledText(),
      keepsRight: counter != nil)
    let (head, rest) = layout.body.inset(horizontal: 1).split(top: layout.body.height > 1 ? 1 : 0)
    let (field, foot) = rest.split(bottom: rest.height > 1 ? 1 : 0)
    grid.draw(StyledText(question, .dim), row: 0, in: head)
    let isWriting = prompt.phase == .writing
    grid.draw(prompt.text, in: field, isActive: isWriting, placeholder: placeholder)
    let problem = prompt.remark ?? prompt.text.advice(named: prompt.noun)
    grid.drawLine(
      problem ?? (isWriting ? hint : "On its way …"), problem != nil ? .warning : isWriting ? .dim : .saving, in: foot)
  }

  /// Who is meant by the handles, or could be.
  private var hint: String {
    guard prompt.needsPeople, let people = state.board?.people else { return "" }
    let suggestions = prompt.suggestions(among: people)
    if !suggestions.isEmpty { return suggestions.prefix(5).map { "@\($0.handle) \($0.name)" }.joined(separator: " · ") }
    return prompt.people(among: people).found.map(\.name).joined(separator: ", ")
  }

  private var title: String {
    let (subject, width) = (prompt.subject, state.size.width)
    return switch prompt.purpose {
    case .sendBack(_, let stage): subject.title("Send ", " back to \(stage.title)", width: width)
    case .override(_, let stage):
      subject.title("Advance ", " to \(stage.title), gate unmet", width: width)
    case .tags: subject.title("Tags of ", width: width)
    case .coAuthors: subject.title("Who wrote ", " together", width: width)
    case .tagMarked: "Tags for \(Phrases.count(state.board?.marks.count ?? 0, "marked idea"))"
    case .hide: subject.title("Hide ", " from everyone", width: width)
    case .hideComment: subject.title("Hide a comment on ", width: width)
    case .askForHelp: "Ask for help"
    }
  }

  private var question: String {
    switch prompt.purpose {
    case .sendBack: "Why? Nothing is lost; the reason is shown with the move."
    case .override: "Why? The reason is shown with the move."
    case .hide, .hideComment: "Why? Enter alone will do. Coaches and facilitators can show it again."
    case .coAuthors: "Their @handles, besides the author’s own. They are credited and may edit it."
    case .tagMarked: "Words with spaces between; they are added to the tags of each."
    case .askForHelp: "With what? Whoever can help sees it in the queue and comes to you."
    case .tags: "Words with spaces between. Enter saves, Esc keeps them for later."
    }
  }

  private var placeholder: String {
    switch prompt.purpose {
    case .sendBack: "what we learned, what is still missing"
    case .override: "why it should not wait"
    case .hide, .hideComment: "not for everyone to see"
    case .coAuthors: "@jo @sam"
    case .tags, .tagMarked: "pharmacy night-time"
    case .askForHelp: "sharing data, who signs this off"
    }
  }
}

extension Composer.Subject {
  /// A title on the rule of a form that names it between other words: "Comment on 14 “Shared triage desk”". Its own is cut
  /// only where the rule, with what stands at its other end, has no room for it.
  func title(_ before: String, _ after: String = "", width: Int, beside: String = "") -> String {
    let name = number.map { "\($0) " } ?? ""
    let others = TextWidth.columns(of: before) + TextWidth.columns(of: after) + name.count + 2
    // Three columns of rule and space at each end, and three between the two ends.
    let room = width - 6 - others - (beside.isEmpty ? 0 : TextWidth.columns(of: beside) + 3)
    let least = width >= 60 ? 20 : 8
    return "\(before)\(name)“\(TextLayout.clip(TextLayout.oneLine(title), width: max(least, room)))”\(after)"
  }
}
