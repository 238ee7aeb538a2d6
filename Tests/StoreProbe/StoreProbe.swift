import Foundation
import IdeaPipeline
import SharedStore

/// What the tests of the store need another process for. Each command says "ready" when it has come to its point.
@main struct StoreProbe {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let command = arguments.first else { exit(64) }
    let rest = Array(arguments.dropFirst())
    switch command {
    case "hold": try hold(rest[0], as: rest[1]) { waitForEndOfInput() }
    case "stop-once": try hold(rest[0], as: rest[1]) { raise(SIGSTOP) }
    case "stop-always": try hold(rest[0], as: rest[1]) { while true { raise(SIGSTOP) } }
    case "here": try stay(at: rest[0], as: rest[1])
    case "save-drafts": try saveDrafts(board: rest[0])
    case "bell-without-inotify": try bellWithoutInotify(rest[0])
    case "create-with-umask-077":
      umask(0o077)
      try post(1, to: create(rest[0]))
    case "post": try post(Int(rest[2]) ?? 0, to: BoardStore.open(BoardLocation(rest[0])), as: rest[1])
    case "post-until-killed": try post(.max, to: BoardStore.open(BoardLocation(rest[0])), as: rest[1])
    case "stop-in-transaction": try stopInTransaction(BoardStore.open(BoardLocation(rest[0])), as: rest[1])
    case "play": try play(rest[1], on: BoardStore.open(BoardLocation(rest[0])))
    default: exit(64)
    }
  }

  private static func create(_ path: String) throws -> BoardStore {
    let id = OperationID(rawValue: .random(in: 1 ... .max))
    let creation = CreateBoard(title: "Day", ownerHandle: "ann", ownerName: "Ann")
    return try BoardStore.create(
      BoardLocation(path), [Submission(id: id, creation, by: .person(PersonID(madeBy: id)))])
  }

  /// Posts ideas one by one and says each number that was acknowledged.
  private static func post(_ count: Int, to store: BoardStore, as handle: String = "ann") throws {
    guard let person = try store.person(handle: handle) else { exit(77) }
    say("ready")
    for number in 0..<count {
      let id = OperationID(rawValue: .random(in: 1 ... .max))
      let idea = PostIdea(title: "Idea \(number) of \(getpid())", body: String(repeating: "text ", count: 40))
      _ = try store.submit([Submission(id: id, idea, by: .person(person.id))], waitingAtMost: .seconds(60))
      say("\(id)")
    }
  }

  /// Is stopped in the middle of a transaction, and again whenever it is told to go on.
  private static func stopInTransaction(_ store: BoardStore, as handle: String) throws {
    guard let person = try store.person(handle: handle) else { exit(77) }
    let half = Submission(
      id: OperationID(rawValue: 1), PostIdea(title: "Half"), by: .person(person.id))
    let refused = Submission(id: OperationID(rawValue: 2), PostIdea(title: ""), by: .person(person.id))
    _ = try store.submit([half, refused]) { _, _ in
      say("ready")
      while true { raise(SIGSTOP) }
    }
  }

  /// Plays a part of a recorded conversation: its statements when it is told "statements", its votes when it is told "votes".
  /// A line is `post`, statement, person, title or `vote`, statement, person, sign, with tabs between.
  private static func play(_ script: String, on store: BoardStore) throws {
    let lines = try String(contentsOfFile: script, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    say("ready")
    _ = readLine()
    try submit(lines.filter { $0[0] == "post" }, to: store)
    say("posted")
    _ = readLine()
    try submit(lines.filter { $0[0] == "vote" }, to: store)
    say("voted")
    waitForEndOfInput()
    store.close()
  }

  /// A few lines of one person at a time, as somebody who goes through a list.
  private static func submit(_ lines: [[String]], to store: BoardStore) throws {
    var waiting: [Submission] = []
    var last = ""
    for line in lines {
      guard let statement = Int64(line[1]), let person = Int64(line[2]) else { exit(65) }
      if line[2] != last || waiting.count == 10, !waiting.isEmpty {
        try submitAll(waiting, to: store)
        waiting = []
      }
      last = line[2]
      let actor = Actor.person(PersonID(rawValue: 10_000 + person))
      if line[0] == "post" {
        waiting.append(Submission(id: OperationID(rawValue: 1_000 + statement), PostIdea(title: line[3]), by: actor))
      } else {
        let position: Ballot.Position = line[3] == "1" ? .agree : line[3] == "-1" ? .disagree : .pass
        let cast = CastPosition(
          round: RoundID(rawValue: 12), idea: IdeaID(rawValue: 1_000 + statement), position: position)
        waiting.append(Submission(id: OperationID(rawValue: .random(in: 1 << 40 ... .max)), cast, by: actor))
      }
    }
    try submitAll(waiting, to: store)
  }

  /// Leaves out what changes nothing: people vote the same twice.
  private static func submitAll(_ submissions: [Submission], to store: BoardStore) throws {
    _ = try store.submit(
      submissions, waitingAtMost: .seconds(60),
      refused: { _, refusal in if !refusal.sentence.hasPrefix("Nothing changed") { throw refusal } })
  }

  private static func hold(_ path: String, as handle: String, _ body: () -> Void) throws {
    try WritersQueue(BoardLocation(path)).turn(as: handle, waitingAtMost: .seconds(60)) { _ in
      say("ready")
      body()
    }
    say("done")
  }

  private static func stay(at path: String, as handle: String) throws {
    let presence = try PresenceHolder(handle, at: BoardLocation(path), now: Date())
    say("ready")
    waitForEndOfInput()
    withExtendedLifetime(presence) {}
  }

  /// Saves ever new texts until it is killed.
  private static func saveDrafts(board: String) throws {
    let drafts = DraftStore(board: board, person: "jo")
    for round in 0... {
      try drafts.save(String(repeating: "\(round % 10)", count: 1 + round * 997 % 50_000), at: "new-idea")
      if round == 3 { say("ready") }
    }
  }

  /// Uses up the account's inotify instances (as another account when it can, to disturb nobody), then listens.
  private static func bellWithoutInotify(_ path: String) throws {
    if geteuid() == 0 { setuid(65_534) }
    while inotify_init1(Int32(IN_CLOEXEC)) >= 0 {}
    let heard = DispatchSemaphore(value: 0)
    let bell = try Bell(BoardLocation(path)) { heard.signal() }
    say(bell.means == .fifo ? "fifo" : "inotify")
    // The first ring may be of what lay in the FIFO before.
    _ = heard.wait(timeout: .now() + .milliseconds(200))
    say("ready")
    say(heard.wait(timeout: .now() + 60) == .success ? "rang" : "silent")
    waitForEndOfInput()
    bell.stop()
  }

  /// Prints a line at once.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  private static func waitForEndOfInput() {
    while readLine() != nil {}
  }
}
