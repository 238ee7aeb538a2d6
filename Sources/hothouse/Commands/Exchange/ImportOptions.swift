import ArgumentParser
import Foundation
import IdeaPipeline
import Interchange
import SharedStore

/// How careful an import is.
struct ImportOptions: ParsableArguments {
  @Flag(help: "Only say what would be imported.")
  var dryRun = false
  @Flag(help: "Leave out rows that cannot be imported, list them, and import the rest.")
  var skipBad = false

  /// Carries out a plan in one transaction and tells what was done. A dry run does the same to a copy of the board.
  func bring(
    onto board: BoardArgument, in shell: Shell, _ managing: ManagingOptions, _ output: OutputOptions,
    _ plan: (ImportGround, inout Randomness) throws -> ImportPlan
  ) throws {
    let visit = try Visit(board, in: shell)
    try requireFacilitator(visit, try visit.viewer(managing))
    let hand = try visit.hand(managing)
    var randomness = shell.randomness
    let plan = try plan(try ImportGround(of: visit.store, importer: hand.actor), &randomness)
    var summary = plan.summary
    summary.skipped +=
      dryRun
      ? try visit.store.withCopy { try carryOut(plan, on: $0, visit, hand) }
      : try carryOut(plan, on: visit.store, visit, hand)
    try tell(summary, of: plan.submissions.count, in: shell, output)
  }

  /// Most of an import is entered for others. Asked of who looks, since a dry run must not bring anybody onto the board.
  private func requireFacilitator(_ visit: Visit, _ viewer: Viewer) throws {
    guard try visit.reading.summary(for: viewer).viewer?.role == .facilitator else {
      throw Complaint(
        .notPermitted, "You cannot import: only a facilitator can. “hothouse people \(visit.name)” shows who is.")
    }
  }

  /// - Returns: what the board refused and was left out.
  private func carryOut(
    _ plan: ImportPlan, on store: BoardStore, _ visit: Visit, _ hand: Hand
  ) throws -> [RowMistake] {
    guard !plan.submissions.isEmpty else { return [] }
    var refused: [RowMistake] = []
    let progress = ProgressLine(of: plan.submissions.count, on: visit.shell.errors)
    defer { progress.end() }
    do {
      _ = try store.submit(
        plan.submissions, waitingAtMost: hand.patience, report: visit.tellWaiting,
        refused: { place, refusal in
          let mistake = plan.mistake(at: place, refusal)
          if !refused.contains(mistake) { refused.append(mistake) }
          if !skipBad { throw refusal }
        }, progress: progress.reached)
    } catch is Refusal {
      throw ImportError.rows(refused)
    }
    return refused
  }

  private func tell(
    _ summary: ImportSummary, of changes: Int, in shell: Shell, _ output: OutputOptions
  ) throws {
    if output.isJSON {
      return try shell.printJSON(
        ImportLine(
          changes: changes, dryRun: dryRun, summary: summary.sentences,
          leftOut: summary.skipped.map(\.description)))
    }
    try shell.print { page in
      page.paragraph(summary.description)
      if dryRun { page.line("This was a dry run: nothing was imported.") }
    }
  }
}

/// What an import did.
struct ImportLine: Encodable {
  /// Changes to the board, those left out included.
  let changes: Int
  let dryRun: Bool
  let summary: [String]
  /// Rows that were left out, and why.
  let leftOut: [String]
}

extension ImportFile {
  /// The file at a path.
  init(reading path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Complaint(.notFound, "There is no file \(path) that could be read.")
    }
    try self.init(name: path, bytes: Array(bytes))
  }
}

extension PolisConversation {
  /// The conversation in a folder of its export.
  init(folder: String, skipBad: Bool) throws {
    let summary = "\(folder)/summary.csv"
    try self.init(
      comments: ImportFile(reading: "\(folder)/comments.csv"), votes: ImportFile(reading: "\(folder)/votes.csv"),
      summary: FileManager.default.fileExists(atPath: summary) ? ImportFile(reading: summary) : nil, skipBad: skipBad)
  }
}

extension BoardStore {
  /// Does something to a copy of the board, which is gone afterwards.
  fileprivate func withCopy<Result>(_ body: (BoardStore) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hothouse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("copy.\(BoardLocation.fileExtension)").path
    try backup(to: file)
    let copy = try BoardStore.open(BoardLocation(file))
    defer { copy.close() }
    return try body(copy)
  }
}
