import Foundation
import IdeaPipeline
import Testing

@testable import SharedStore

/// A log that lost its end has no gap, and SQLite says nothing: the mark in the lock file does.
@Suite struct SavedMarkTests {
  let room: Room

  init() throws {
    room = try Room()
    for number in 1...5 { try room.post("Idea \(number)") }
    // Six changes with the board's own, all of ours in the WAL.
    room.store.close()
  }

  private var wal: String { room.location.path + "-wal" }

  private func findings() throws -> [String] { try room.reopen().check().map(\.description) }

  private func post(_ title: String) throws {
    let submission = Submission(id: room.newID(), PostIdea(title: title), by: .person(room.owner))
    _ = try room.reopen().submit([submission])
  }

  @Test func aByteTurnedInTheWALShows() throws {
    let file = try #require(FileHandle(forUpdatingAtPath: wal))
    let place = try file.seekToEnd() - 100
    try file.seek(toOffset: place)
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: place)
    try file.write(contentsOf: Data([byte ^ 1]))
    try file.close()
    let advice = "Go back to a backup, or make them again"
    #expect(try findings() == ["the log: ends at 5; change 6 had been saved and is gone. \(advice)."])
    #expect(try findings().count == 1)
    // It is still known after somebody wrote on, until it was dealt with.
    try post("After")
    let losses = room.location.lossFile
    #expect(try findings() == ["the log: change 6 had been saved and is gone. \(advice); then delete \(losses)."])
    unlink(losses)
    #expect(try findings() == [])
  }

  @Test func aDeletedWALShows() throws {
    unlink(wal)
    let found = try findings()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("the log: ends at 1; changes 2 to 6 had been saved and are gone.") == true)
  }

  @Test func redactingMovesTheMarkToo() throws {
    let store = try room.reopen()
    let first = try #require(try store.history(for: room.owner).last).stamp.id
    _ = try store.redact(.operation(first), reason: "A name", by: room.owner, id: room.newID())
    #expect(SavedMark.last(inLockFile: room.location.lockFile)?.seq == 7)
    #expect(try findings() == [])
  }

  /// Killed between the commit and the mark, a lock file that is new, or a board that has come to the same path.
  @Test func aMarkThatIsBehindOrOfAnotherBoardSaysNothing() throws {
    let board = try #require(SavedMark.last(inLockFile: room.location.lockFile)).board
    let file = try OpenFile(room.location.lockFile, O_RDWR)
    SavedMark(board: board, seq: 4).write(lockFile: file.descriptor)
    #expect(try findings() == [])
    SavedMark(board: Identifier(rawValue: 77), seq: 400).write(lockFile: file.descriptor)
    #expect(try findings() == [])
    try post("Another")
    #expect(SavedMark.last(inLockFile: room.location.lockFile) == SavedMark(board: board, seq: 7))
    unlink(room.location.lockFile)
    #expect(try findings() == [])
    #expect(fileStatus(room.location.lossFile) == nil)
  }
}
