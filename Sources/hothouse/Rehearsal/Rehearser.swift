import Foundation
import IdeaPipeline
import SharedStore

/// One simulated person at a board: looks, does what the step asks for, thinks, and looks again.
struct Rehearser {
  let visit: Visit
  let person: PersonRow
  let presence: PresenceHolder?
  var random: SeededGenerator
  var report = RehearsalReport()
  /// What has been seen last.
  var seen: Glance

  /// What the step and the round were, as somebody who looked at them knows.
  struct Glance {
    let summary: BoardSummary
    var room: RoomView? { summary.room }
    var step: AgendaStep? { summary.room?.step }

    /// What decides whether something is allowed; where it changed meanwhile, a refusal is nobody's mistake.
    var rules: String {
      let step = step.map {
        "\($0.id) \($0.state) \($0.plan) \($0.runs.count) \($0.revealedAt.map(\.milliseconds) ?? 0)"
      }
      let round = summary.round.map { "\($0.round.id) \($0.round.isOpen)" }
      let help = summary.room?.help.map { "\($0.request.number) \($0.request.state)" } ?? []
      return "\(step ?? "") \(round ?? "") \(help) \(summary.room?.session.rawValue ?? 0)"
    }
  }

  /// Somebody who has just come.
  init(_ visit: Visit, handle: String, seed: UInt64) throws {
    self.visit = visit
    let known = try visit.person(handle)
    guard let row = try visit.reading.people(for: .person(known.id)).first(where: { $0.id == known.id }) else {
      throw Complaint(.notFound, "There is no person “\(handle)” on this board.")
    }
    person = row
    presence = try? PresenceHolder(handle, at: visit.store.location, now: Date())
    random = SeededGenerator(seed: seed)
    seen = Glance(summary: try visit.reading.summary(for: .person(known.id)))
  }

  var viewer: Viewer { .person(person.id) }

  /// Does something, and keeps how long it took or why it was refused.
  mutating func act() {
    presence?.touch(now: Date())
    do {
      seen = Glance(summary: try visit.reading.summary(for: viewer))
      guard let intent = try intent() else { return }
      try carryOut(intent)
    } catch {
      note(error, about: nil)
    }
  }

  /// Something to do, and the idea it is about.
  struct Intent {
    let operation: any IdeaPipeline.Operation
    var idea: IdeaID?
  }

  private mutating func carryOut(_ intent: Intent) throws {
    let start = ContinuousClock.now
    do {
      _ = try visit.store.submit([submission(intent.operation)], waitingAtMost: .seconds(60), report: { _ in })
      report.note(type(of: intent.operation).kind, since: start)
    } catch {
      note(error, about: intent.idea)
    }
  }

  private func submission(_ operation: any IdeaPipeline.Operation) -> Submission {
    let isSealed = seen.room?.naming == .sealed && type(of: operation).mayBeSealed
    return isSealed
      ? Submission(id: visit.shell.newIdentity(), operation, by: .sealed, asker: person.id)
      : Submission(id: visit.shell.newIdentity(), operation, by: .person(person.id))
  }

  /// Keeps a refusal: the room's doing, where it moved on since it was looked at.
  private mutating func note(_ error: any Error, about idea: IdeaID?) {
    let now = (try? visit.reading.summary(for: viewer)).map(Glance.init)
    let isGone = idea.map { (try? visit.reading.idea(.id($0), for: viewer))?.row.state != .active } ?? false
    if error is Refusal, isGone || now?.rules != seen.rules {
      report.overtaken += 1
    } else {
      let step = seen.step.map { " (in “\($0.plan.title)”)" } ?? ""
      report.unexpected[Complaint(error).sentence + step, default: 0] += 1
    }
  }

  /// What the list comes to, without what differs from person to person.
  func screen() throws -> String {
    let rows = try visit.reading.ideas(IdeaQuery(limit: .max), for: viewer).rows
    let words = rows.filter { $0.number != nil }.map { row in
      "\(row.number ?? 0) \(row.title) \(row.stage) \(row.comments) \(row.builds) \(row.tags) \(row.revision) \(tally(row.tally))"
    }
    let seq = try visit.reading.summary(for: viewer).seq
    // FNV-1a: the same in every process.
    let hash = words.joined(separator: "\n").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(seq) \(words.count) \(String(hash, radix: 16))"
  }

  private func tally(_ tally: TallyView) -> String {
    switch tally {
    case .none, .own: ""
    case .dots(let dots, _): "\(dots)"
    case .consensus(let agree, let disagree, let pass, _): "\(agree) \(disagree) \(pass)"
    }
  }
}

/// A generator whose whole state follows from one printed number, so that a rehearsal can be repeated.
/// SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins at a number.
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
