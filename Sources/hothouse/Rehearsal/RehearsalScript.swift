import IdeaPipeline
import Interchange

/// A recorded conversation that simulated people have again on a board, each process some of them.
struct RehearsalScript {
  let folder: String
  let rehearsal: Rehearsal
  let seed: UInt64
  private let replay: PolisReplay

  /// Reads the recording.
  init(folder: String, _ rehearsal: Rehearsal, _ seed: UInt64) throws {
    self.folder = folder
    self.rehearsal = rehearsal
    self.seed = seed
    replay = PolisReplay(try PolisConversation(folder: folder, skipBad: false))
  }

  /// Everybody states, then everybody votes in a round of their own; compares what it came to with the recording.
  func play(_ parts: Int, _ command: RehearseCommand) throws -> RehearsalReport {
    let (visit, hand) = (rehearsal.visit, rehearsal.hand)
    let handles = try rehearsal.enter(max(parts, replay.people))
    let posed = try visit.submit(AddChallenge(text: ChallengeText(question: replay.topic)), by: hand)
    let challenge = ChallengeID(madeBy: posed.stamp.id)
    let cast = try RehearsalCast(lines(handles.prefix(parts)), visit.shell)
    try command.tell(rehearsal, seed)
    cast.order("\(challenge)")
    cast.awaitAll()
    let opened = try visit.submit(
      OpenRound(title: "Agree, disagree or pass", round: .consensus, challenge: challenge), by: hand)
    let round = RoundID(madeBy: opened.stamp.id)
    cast.order("\(round)")
    cast.awaitAll()
    try visit.submit(CloseRound(round: round), by: hand)
    var report = cast.conclude()
    if try tallies(round) != replay.tallies {
      report.unexpected["The votes do not come to what was recorded.", default: 0] += 1
    }
    return report
  }

  private func lines(_ handles: ArraySlice<String>) -> [[String]] {
    handles.enumerated().map { part, handle in
      ["rehearse-person", rehearsal.visit.store.location.path, handle, "--seed", "\(seed)", "--script", folder]
        + ["--part", "\(part)", "--parts", "\(handles.count)"]
    }
  }

  /// Agree, disagree and pass on each statement, as the board has them.
  private func tallies(_ round: RoundID) throws -> [[Int]] {
    let row = try rehearsal.visit.reading.rounds(for: rehearsal.hand.viewer).first { $0.round.id == round }
    let tallies = Dictionary(uniqueKeysWithValues: (row?.results ?? []).map { ($0.idea, $0.tally) })
    return replay.statements.indices.map { place in
      let tally = tallies[IdeaID(madeBy: Replayer.identity(ofStatement: place, seed: seed))]
      return tally.map { [$0.agree, $0.disagree, $0.pass] } ?? [0, 0, 0]
    }
  }
}
