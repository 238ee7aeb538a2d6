import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// Somebody at the keyboard: presses keys on a state, lets the sample board answer what is read, and keeps what was asked
/// of the store.
struct Walk {
  private(set) var state: AppState
  var board: SampleBoard
  /// Whether reads of a single idea are answered.
  var answersIdeas = true
  /// Everything that was to be done besides reading.
  private(set) var effects: [Effect] = []

  /// On the open board.
  init(_ board: SampleBoard = .typical, width: Int = 80, height: Int = 24, surroundings: Surroundings = Surroundings())
  {
    self.board = board
    let size = Size(width: width, height: height)
    state =
      AppState.starting(at: HostMoment(steady: SampleBoard.now), size: size, surroundings: surroundings, board: "demo")
      .0
    take(.opened(board.opening))
  }

  /// In the lobby.
  init(lobby boards: [BoardListing]?, width: Int = 80, height: Int = 24) {
    board = .typical
    let size = Size(width: width, height: height)
    state =
      AppState.starting(at: HostMoment(steady: SampleBoard.now), size: size, surroundings: Surroundings(), board: nil).0
    if let boards { take(.boards(boards)) }
  }

  /// Takes a message in and answers every read that follows from it.
  mutating func take(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      for effect in update(&state, messages.removeFirst()) {
        if case .load(.idea) = effect, !answersIdeas { continue }
        if case .load(let load) = effect { messages.append(board.answer(load)) } else { effects.append(effect) }
      }
    }
  }

  /// Presses keys by their names: `press("n", "Tab", "ctrl-s")`.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { preconditionFailure("There is no key \(name)") }
      take(.key(key))
    }
  }

  /// Types a text, a key for each character.
  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  /// Lets seconds go by.
  mutating func wait(_ seconds: Int64) {
    for _ in 0..<seconds { take(.tick(state.moment.adding(1_000))) }
  }

  func screen() -> Grid { render(state, theme: .plain, size: state.size) }

  var text: String { screen().text }

  /// The line above the footer, without the state of saving.
  var notice: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return "" }
    let line = lines[lines.count - 2]
    let words = ["saved ✓", "saving …", "waiting for"].compactMap { line.firstRange(of: $0)?.lowerBound }.min()
    return line[..<(words ?? line.endIndex)].trimmingCharacters
  }

  /// The submission under way, if the last thing asked of the store was one.
  var submission: (token: SubmissionToken, operations: [any Operation])? {
    for effect in effects.reversed() {
      switch effect {
      case .submit(let token, let operations): return (token, operations)
      case .submitEach(let parts): return parts.last.map { ($0.token, [$0.operation]) }
      default: continue
      }
    }
    return nil
  }

  /// What was kept last.
  var lastDraft: (place: DraftPlace, draft: Draft)? {
    for case .saveDraft(let place, let draft) in effects.reversed() { return (place, draft) }
    return nil
  }

  /// Whether the program was to end.
  var quits: Bool { effects.contains { if case .quit = $0 { true } else { false } } }

  /// The lines that have the bar.
  var selectedLines: [String] {
    text.split(separator: "\n").map(String.init).filter { $0.contains(" ▌") && !$0.contains("▐") }
  }

  /// The store's answer that the last submission is saved.
  mutating func acknowledge(operation: Int64 = 77) {
    guard let submission else { preconditionFailure("Nothing was submitted") }
    let ids = submission.operations.indices.map { OperationID(rawValue: operation + Int64($0)) }
    take(.submitted(submission.token, Receipt(operations: ids, seq: board.summary.seq + 1)))
  }
}

extension Walk: CustomTestStringConvertible {
  var testDescription: String { "\n\(text)\n" }
}

extension StringProtocol {
  fileprivate var trimmingCharacters: String {
    let kept = drop(while: \.isWhitespace)
    return String(kept.reversed().drop(while: \.isWhitespace).reversed())
  }
}
