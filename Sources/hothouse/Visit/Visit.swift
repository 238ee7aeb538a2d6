import Foundation
import IdeaPipeline
import SharedStore

/// One command's visit to a board: the open store, and the way from what people type to what the board knows.
struct Visit {
  let shell: Shell
  /// The board as it was typed, so that a remedy can be typed after it.
  let name: String
  let store: BoardStore

  /// Opens the board.
  init(_ board: BoardArgument, in shell: Shell) throws {
    self.shell = shell
    name = board.board
    store = try BoardStore.open(try BoardLocation(board.board, environment: shell.environment), clock: shell.clock)
  }

  /// A visit to a board that is open already.
  init(_ store: BoardStore, named name: String, in shell: Shell) {
    self.shell = shell
    self.name = name
    self.store = store
  }

  /// What may be read.
  var reading: any BoardReading { store }

  /// The idea with this number, with everything around it.
  func idea(_ number: Int, for viewer: Viewer) throws -> IdeaDetail {
    guard let detail = try reading.idea(.number(number), for: viewer) else {
      throw Complaint(
        .notFound, "There is no idea \(number) on this board. “hothouse list \(name)” lists what there is.")
    }
    return detail
  }

  /// The challenge with this number.
  func challenge(_ number: Int, for viewer: Viewer) throws -> Challenge {
    let challenges = try reading.summary(for: viewer).challenges.map(\.challenge)
    guard let challenge = challenges.first(where: { $0.number == number }) else {
      throw Complaint(
        .notFound, "There is no challenge \(number) on this board. “hothouse challenge \(name)” lists what there is.")
    }
    return challenge
  }

  /// The team of this name.
  func team(_ name: String, for viewer: Viewer) throws -> Team {
    let teams = try reading.summary(for: viewer).teams
    guard let team = teams.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw Complaint(.notFound, "There is no team “\(name)” on this board. “hothouse team \(self.name)” lists them.")
    }
    return team
  }

  /// The person with this handle, with or without “@”.
  func person(_ handle: String) throws -> Person {
    let bare = handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
    guard let person = try reading.person(handle: bare) else {
      throw Complaint(
        .notFound, "There is no person “\(bare)” on this board. “hothouse people \(name)” lists everybody.")
    }
    return person
  }

  /// The comment with this number on an idea.
  func comment(_ number: Int, of detail: IdeaDetail) throws -> CommentView {
    guard let comment = detail.comments.first(where: { $0.number == number && $0.idea == detail.row.id }) else {
      let idea = detail.row.number ?? 0
      throw Complaint(
        .notFound, "There is no comment \(number) on idea \(idea). “hothouse show \(name) \(idea)” shows what there is."
      )
    }
    return comment
  }

  /// The change with this number.
  func change(_ seq: Int, for viewer: Viewer) throws -> Change {
    guard seq > 0, let change = try reading.changes(since: seq - 1, limit: 1, for: viewer).first, change.seq == seq
    else {
      throw Complaint(.notFound, "There is no change \(seq) on this board. “hothouse log \(name)” lists them.")
    }
    return change
  }

  /// How far the viewer has read the board; 0 before the first visit.
  func lastVisit(of viewer: Viewer) throws -> Int {
    guard let handle = try reading.summary(for: viewer).viewer?.handle else { return 0 }
    return try LastVisit(board: store.identity(), person: handle, environment: shell.environment).read() ?? 0
  }

  /// The open round; the latest where none is open, so that the board can say so.
  func currentRound(for viewer: Viewer) throws -> RoundID {
    guard let row = try reading.summary(for: viewer).round else {
      throw Complaint(.refused, "There is no round on this board yet. “hothouse round \(name) open” opens one.")
    }
    return row.round.id
  }
}
