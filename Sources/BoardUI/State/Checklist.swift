import CellGrid
import IdeaPipeline

/// Questions about an idea, answered in place: the gate before a move, or the worksheet of a stage.
public struct Checklist: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// The gate of the stage, and the move that waits for it.
    case advance(to: Stage)
    case worksheet
  }

  /// What has the keys.
  enum Focus: Equatable, Sendable {
    case item(Int)
    case button(Button)
  }

  enum Button: Equatable, Sendable {
    case move, override, save, cancel
  }

  /// One question and what is being answered.
  struct Item: Equatable, Sendable {
    /// What is typed or chosen.
    enum Reply: Equatable, Sendable {
      case text(TextBuffer)
      /// The place of the option.
      case choice(Int?)
      case yesNo(Bool?)
    }

    let field: Field
    /// Whether the gate asks for it.
    let isNeeded: Bool
    /// The answer on the board.
    var known: Answer?
    var reply: Reply

    /// The answer as it is given now; nil while there is none.
    var answer: Answer? {
      switch (reply, field.kind) {
      case (.text(let buffer), _):
        let text = TextRule.answer.clean(buffer.text)
        return text.isEmpty ? nil : .text(text)
      case (.choice(let place?), .choice(let options)) where options.indices.contains(place):
        return .choice(options[place])
      case (.yesNo(let isYes?), _): return .yesNo(isYes)
      default: return nil
      }
    }

    var isChanged: Bool { answer != known }

    /// The answer as a draft keeps it: a text as it was typed.
    var words: String {
      if case .text(let buffer) = reply { return buffer.text }
      return answer?.words ?? ""
    }

    /// Why it cannot be saved as it is.
    var problem: String? {
      if case .text(let buffer) = reply { return buffer.problem(named: "answer") }
      return nil
    }
  }

  let subject: Composer.Subject
  /// The stage whose questions these are.
  let stage: Stage
  let purpose: Purpose
  /// The key of the worksheet that asks.
  let worksheet: String
  let guide: String
  /// Whether the viewer may let an idea pass an unmet gate.
  let mayOverride: Bool
  /// Nil while the answers on the board are still being read.
  var items: [Item]?
  var focus = Focus.button(.cancel)
  var phase = Composer.Phase.writing
  var remark: String?
  /// Answers typed earlier and not sent.
  var draft: Draft?

  var place: DraftPlace { .worksheet(subject.id, stage) }

  var missing: [Item] { (items ?? []).filter { $0.isNeeded && $0.answer == nil } }

  /// The questions whose answer is another than that on the board.
  var changes: [Item] { (items ?? []).filter(\.isChanged) }

  var buttons: [Button] {
    switch purpose {
    case .worksheet: [.save, .cancel]
    case .advance where !missing.isEmpty && mayOverride: [.move, .override, .save, .cancel]
    case .advance: (items ?? []).isEmpty ? [.move, .cancel] : [.move, .save, .cancel]
    }
  }

  /// Everything that can have the keys, from top to bottom.
  var order: [Focus] {
    (items ?? []).indices.map { .item($0) } + buttons.map { .button($0) }
  }

  /// What is kept of it: the answers that are not on the board.
  func draft(at now: Timestamp) -> Draft {
    let answers = changes.map { ($0.field.key, $0.words) }
    var kept = Draft(answers: Dictionary(answers, uniquingKeysWith: { $1 }), changedAt: now)
    kept.clears = answers.isEmpty ? nil : true
    return kept
  }
}

extension Checklist.Item {
  /// A question with the answer on the board, or one typed earlier.
  init(_ field: Field, isNeeded: Bool, known: Answer?, drafted: String?) {
    self.field = field
    self.isNeeded = isNeeded
    self.known = known
    let words = drafted ?? known?.words
    let choice = words.flatMap { $0.isEmpty ? nil : $0 }
    switch field.kind {
    case .text:
      reply = .text(TextBuffer(words ?? "", isMultiline: true, limit: TextRule.answer.limit))
    case .choice(let options): reply = .choice(choice.flatMap { options.firstIndex(of: $0) })
    case .yesNo: reply = .yesNo(choice.map { $0 == "yes" })
    }
  }
}
