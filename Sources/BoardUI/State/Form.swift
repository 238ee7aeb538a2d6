import CellGrid
import IdeaPipeline

/// A few fields that are filled in before something is done: a step, a round, a line to everybody, an action.
public struct Form: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    case planSession
    /// A new step, before another one or last.
    case addStep(SessionID, before: StepID?)
    case editStep(AgendaStep)
    case openRound
    case broadcast(SessionID, isShown: Bool)
    case closeHelp(HelpID, topic: String)
    case seats(Team)
    /// An action, and the idea it may be about.
    case addAction(about: Composer.Subject?)
    case editAction(Action)
    /// An action that asks for a perspective which is missing, by its place among those that are required.
    case invite(String, place: Int)
  }

  /// One field.
  struct Item: Equatable, Sendable {
    enum Reply: Equatable, Sendable {
      case text(TextBuffer)
      /// The place among the options.
      case choice(Int)
    }

    let key: Key
    let label: String
    var reply: Reply
    /// What can be chosen; empty for a text.
    var options: [String] = []
    /// What stands in an empty text.
    var placeholder = ""

    /// What is filled in, as a draft keeps it.
    var words: String {
      switch reply {
      case .text(let buffer): buffer.text
      case .choice(let place): options.indices.contains(place) ? options[place] : ""
      }
    }
  }

  /// What a field is for; the raw value is its name in a draft.
  enum Key: String, Sendable {
    case title, instruction, minutes, kind, naming, isPrivate, isHardStop, hidesOrganisations
    case votes, dots, cap, stage, challenge
    case text, owner, team, due, about, note, seats
  }

  let purpose: Purpose
  var items: [Item]
  /// The place of the field with the keys; the two after the last are the buttons.
  var focus = 0
  var phase = Composer.Phase.writing
  var remark: String?
  /// What the fields held before anything was typed.
  let original: [String]

  init(_ purpose: Purpose, items: [Item]) {
    self.purpose = purpose
    self.items = items
    original = items.map(\.words)
  }

  /// Where its draft is kept.
  var place: DraftPlace {
    switch purpose {
    case .planSession: .form(.session, nil)
    case .addStep(let session, _): .form(.step, session.rawValue)
    case .editStep(let step): .form(.editStep, step.id.rawValue)
    case .openRound: .form(.round, nil)
    case .broadcast(let session, _): .form(.broadcast, session.rawValue)
    case .closeHelp(let request, _): .form(.helpNote, request.rawValue)
    case .seats(let team): .form(.seats, team.id.rawValue)
    case .addAction(let subject): .form(.action, subject?.id.rawValue)
    case .editAction(let action): .form(.editAction, action.id.rawValue)
    case .invite(_, let place): .form(.invite, Int64(place))
    }
  }

  /// What is kept of it: the fields that are not as they were found. It is offered where it was written, not elsewhere.
  func draft(at now: Timestamp) -> Draft {
    let changed = zip(items, original).filter { $0.words != $1 }.map { ($0.0.key.rawValue, $0.0.words) }
    var draft = Draft(
      answers: Dictionary(changed, uniquingKeysWith: { $1 }), isPutAside: true, changedAt: now)
    draft.clears = changed.isEmpty ? nil : true
    return draft
  }

  /// Fills in what was typed earlier.
  mutating func fill(from draft: Draft) {
    for index in items.indices {
      guard let words = draft.answers[items[index].key.rawValue] else { continue }
      switch items[index].reply {
      case .text(let buffer): items[index].reply = .text(TextBuffer(words, limit: buffer.limit))
      case .choice:
        if let place = items[index].options.firstIndex(of: words) { items[index].reply = .choice(place) }
      }
    }
  }

  /// The text of a field; empty where there is no such field.
  func text(_ key: Key) -> String { items.first { $0.key == key }?.words ?? "" }

  /// The place of what is chosen; 0 where there is no such field.
  func choice(_ key: Key) -> Int {
    if case .choice(let place)? = items.first(where: { $0.key == key })?.reply { place } else { 0 }
  }

  /// The text with the keys.
  var textField: TextBuffer? {
    get {
      guard items.indices.contains(focus), case .text(let buffer) = items[focus].reply else { return nil }
      return buffer
    }
    set {
      guard let newValue, textField != nil else { return }
      items[focus].reply = .text(newValue)
    }
  }

  /// Fields and buttons.
  var stops: Int { items.count + 2 }

  mutating func moveFocus(by steps: Int) { focus = (focus + steps + stops) % stops }

  /// Goes to another option of a field.
  mutating func choose(_ option: Int) {
    guard items.indices.contains(focus), items[focus].options.indices.contains(option) else { return }
    items[focus].reply = .choice(option)
    remark = nil
  }
}
