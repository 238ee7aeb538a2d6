import IdeaPipeline
import SharedStore

extension Visit {
  /// Where the open session stands; refuses when none is open.
  func room(for viewer: Viewer) throws -> RoomView {
    guard let room = try reading.summary(for: viewer).room else {
      throw Complaint(.refused, "No session is open on this board. “hothouse session \(name) open” opens one.")
    }
    return room
  }

  /// The session with this number.
  func session(_ number: Int, for viewer: Viewer) throws -> SessionRow {
    guard let row = try reading.sessions(for: viewer).first(where: { $0.session.number == number }) else {
      throw Complaint(
        .notFound, "There is no session \(number) on this board. “hothouse session \(name)” lists what there is.")
    }
    return row
  }

  /// The open session; else the first that is planned, else the one that was open last.
  func nearestSession(for viewer: Viewer) throws -> SessionRow? {
    let rows = try reading.sessions(for: viewer)
    return rows.first { $0.session.state == .open } ?? rows.first { $0.session.state == .planned } ?? rows.last
  }

  /// Carries out operations whose identities were chosen before, in one transaction and as one deed.
  @discardableResult
  func submit(_ chosen: [(id: OperationID, operation: any IdeaPipeline.Operation)], by hand: Hand) throws -> [Receipt] {
    let deed = chosen.count > 1 ? chosen.first?.id : nil
    let submissions = chosen.map { one in
      Submission(id: one.id, one.operation, by: .person(hand.actor), enteredBy: hand.enteredBy, deed: deed)
    }
    return try explaining(hand, about: nil) {
      try store.submit(submissions, waitingAtMost: hand.patience, report: tellWaiting)
    }
  }

  /// What the step the room is in says about names, as a composer would promise it before anything is typed.
  func promise(for viewer: Viewer) throws -> NamingPromise {
    let room = try reading.summary(for: viewer).room
    return NamingPromise(naming: room?.naming, step: room?.step?.id, isPrivate: room?.isPrivate ?? false)
  }

  /// Refuses somebody who is not on the board yet where no names are kept: they would join right before an idea without a
  /// name appears, and the log would show whose it is.
  func refuseNewcomersWhereNoNamesAreKept(_ options: ActingOptions) throws {
    guard try reading.summary(for: .everyone).room?.naming == .sealed else { return }
    let known = (try? viewer(options)) ?? .everyone
    guard known == .everyone else { return }
    throw Complaint(
      .refused,
      "You are not on this board yet, and joining it right before posting would tell who wrote it. Join first, with “hothouse hand \(name)”, and post a while later."
    )
  }

  /// Posts under the naming that was promised: without any name where the step keeps none.
  func post(_ operation: some IdeaPipeline.Operation, by hand: Hand, _ promise: NamingPromise, about idea: Int? = nil)
    throws -> Receipt
  {
    let asker = hand.enteredBy ?? hand.actor
    let submission =
      promise.naming == .sealed
      ? Submission(id: shell.newIdentity(), operation, by: .sealed, asker: asker)
      : Submission(id: shell.newIdentity(), operation, by: .person(hand.actor), enteredBy: hand.enteredBy)
    let receipts = try explaining(hand, about: idea) {
      try store.submit([submission], waitingAtMost: hand.patience, report: tellWaiting)
    }
    guard let receipt = receipts.last else { throw StoreError.closed }
    tell(promise)
    return receipt
  }

  private func tell(_ promise: NamingPromise) {
    if promise.naming == .sealed {
      shell.warn("Posted without your name: none is kept, and so it cannot be edited later.")
    } else if promise.naming == .hidden {
      shell.warn("Participants do not see who posted this; coaches and facilitators do.")
    }
    if promise.isPrivate { shell.warn("It gets its number when the step is revealed.") }
  }
}

/// What is promised about the name under a post.
struct NamingPromise {
  /// Nil where no step says anything.
  let naming: Naming?
  let step: StepID?
  let isPrivate: Bool
}

/// Spans of time in words.
enum TimeSpan {
  /// "12:05", "1:02:09"; with a sign where it is over: "-0:30".
  static func clock(_ milliseconds: Int64) -> String {
    // Up to the full second, so that a step of five minutes begins at 5:00 and is over at 0:00.
    let seconds = milliseconds > 0 ? (milliseconds + 999) / 1000 : -milliseconds / 1000
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let tail = "\(rest < 10 ? "0" : "")\(rest)"
    let sign = milliseconds <= -1000 ? "-" : ""
    return hours == 0
      ? "\(sign)\(minutes):\(tail)" : "\(sign)\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }

  /// "under a minute", "4 min", "1 h 20 min".
  static func minutes(_ milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    if minutes < 1 { return "under a minute" }
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
