import IdeaPipeline

extension AppState {
  /// Takes back the last thing done in this visit; where nothing of it is left, asks about what was done before.
  mutating func undoLast() -> [Effect] {
    if let operations = board?.saving.takeLastDone() { return undo(operations) }
    board?.isLookingBack = true
    board?.loads.invalidate([.undoOffer])
    say(.answer, "Looking for your last change …")
    return []
  }

  /// Nothing from an earlier visit goes without a question: it may be long forgotten.
  mutating func take(_ offer: UndoOffer) {
    guard board?.isLookingBack == true else { return }
    board?.isLookingBack = false
    switch offer {
    case .nothing(let sentence): say(.refusal, sentence)
    case .deed(let operations, let at, let activity):
      guard overlays.isEmpty else { return }
      notice = nil
      let age = surroundings.dates.words(at, now: now)
      overlays.append(
        .menu(
          Menu(
            title: "Take back an earlier change?", words: "You \(activity.words) · \(age)",
            options: [
              Menu.Option(words: "Yes, take it back", choice: .undo(operations), letter: "y"),
              Menu.Option(words: "No, leave it", choice: .stay, letter: "n"),
            ])))
    }
  }

  mutating func undo(_ operations: [OperationID]) -> [Effect] {
    if let effects = undoSealed(operations) { return effects }
    guard let token = begin(.undo(operations)) else { return [] }
    return [.undo(token, operations)]
  }
}
