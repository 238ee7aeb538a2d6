import Foundation
import IdeaPipeline
import Interchange
import SharedStore

extension Visit {
  /// Carries out one operation. `idea` is the number a remedy would name.
  @discardableResult
  func submit(_ operation: some IdeaPipeline.Operation, by hand: Hand, about idea: Int? = nil) throws -> Receipt {
    let receipts = try submit(all: [operation], by: hand, about: idea)
    guard let receipt = receipts.last else { throw StoreError.closed }
    return receipt
  }

  /// Carries out operations in one transaction, or none of them.
  @discardableResult
  func submit(all operations: [any IdeaPipeline.Operation], by hand: Hand, about idea: Int? = nil) throws -> [Receipt] {
    let submissions = Submission.together(
      operations, by: .person(hand.actor), enteredBy: hand.enteredBy, identity: shell.newIdentity)
    let receipts = try explaining(hand, about: idea) {
      try store.submit(submissions, waitingAtMost: hand.patience, report: tellWaiting)
    }
    if operations.contains(where: { $0 is StartStep }) { backUpStep() }
    return receipts
  }

  /// Copies the board as a step starts. That there is no copy stops nothing.
  private func backUpStep() {
    do {
      try store.backUpStep()
    } catch {
      shell.warn("The step goes on, but no backup was made: \((error as? StoreError)?.description ?? "\(error)")")
    }
  }

  /// Does something to the board; a refusal names the command that helps.
  func explaining<Result>(_ hand: Hand, about idea: Int?, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let refusal as Refusal {
      throw Complaint(refusal, remedy: try words(for: refusal, about: idea, hand.viewer))
    }
  }

  /// Tells somebody at a terminal why nothing happens.
  func tellWaiting(_ event: QueueEvent) {
    guard shell.errors.isTerminal else { return }
    try? shell.errors.send(HarmlessText.line("\(event)") + "\n")
  }

  /// The command that helps after a refusal.
  private func words(for refusal: Refusal, about idea: Int?, _ viewer: Viewer) throws -> String? {
    let target = [name, idea.map(String.init)].compactMap(\.self).joined(separator: " ")
    switch refusal.remedy {
    case nil: return nil
    case .answerWorksheet: return "“hothouse answer \(target)” shows what is asked."
    case .giveReason: return "Say why with --reason."
    case .takeBackDot: return "“hothouse undot \(name) IDEA” takes one back."
    case .restore: return "“hothouse restore \(target)” brings it back."
    case .unmerge: return "“hothouse unmerge \(target)” takes them apart."
    case .sendBack: return "“hothouse send-back \(target) --reason …” does that."
    case .openRound: return "“hothouse round \(name) open” opens one."
    case .closeRound: return "“hothouse round \(name) close” closes it."
    case .compareTexts: return "“hothouse show \(target)” shows what stands there now."
    case .decideOutcome: return "“hothouse outcome \(target) adopted --learning …” decides it."
    case .retractOutcome: return "“hothouse outcome \(target) --take-back” does that."
    case .openSession: return "“hothouse session \(name) open” opens one."
    case .closeSession: return "“hothouse session \(name) close” closes it."
    case .startStep: return "“hothouse step \(name) start” starts one."
    case .takeOver: return "“hothouse session \(name) take-over” does that."
    case .claimHelp, .closeHelp: return "“hothouse help-queue \(name)” lists the requests."
    case .postWithoutName: return nil
    case .askFacilitator: return try facilitators(viewer)
    }
  }

  private func facilitators(_ viewer: Viewer) throws -> String? {
    let names = try reading.people(for: viewer).filter { $0.role == .facilitator }.prefix(3).map {
      "\($0.name) (@\($0.handle))"
    }
    return names.isEmpty ? nil : "Facilitating: \(names.joined(separator: ", "))."
  }
}

extension Visit {
  /// Tells what was done to an idea: the feed's words, or the idea as it is now.
  func report(_ receipts: [Receipt], on idea: IdeaID, by hand: Hand, _ output: OutputOptions) throws {
    if output.isJSON {
      guard let detail = try reading.idea(.id(idea), for: hand.viewer) else { return try shell.output.send("null\n") }
      return try shell.printJSON(IdeaJSON(detail.row))
    }
    try report(receipts, by: hand)
  }

  /// Tells what was done in the feed's words: "Moved 14 “Shared triage desk” to Define."
  func report(_ receipts: [Receipt], by hand: Hand) throws {
    guard let first = receipts.map(\.stamp.seq).min(), let last = receipts.map(\.stamp.seq).max() else { return }
    let changes = try reading.changes(since: first - 1, limit: last - first + 1, for: hand.viewer)
    let own = Set(receipts.map(\.stamp.id))
    try shell.print { page in
      for change in changes where own.contains(change.id) { page.line("\(change.activity.words.capitalisedFirst).") }
    }
  }
}
