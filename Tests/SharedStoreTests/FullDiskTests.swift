import Foundation
import IdeaPipeline
import Testing

@testable import SharedStore

/// A board on a file system without a byte to spare.
@Suite(.enabled(if: TinyDisk.canBeMade, "only root can mount a small file system, and not in every container"))
struct FullDiskTests {
  let disk: TinyDisk
  let room: Room

  init() throws {
    disk = try TinyDisk(megabytes: 12)
    room = try Room(TemporaryDirectory(in: disk.path))
    for number in 1...20 { try room.post("Idea \(number)", body: String(repeating: "words ", count: 100)) }
  }

  /// Posts until nothing fits any more; the WAL has some room to write over.
  private func postUntilFull() throws -> (posted: Int, error: StoreError) {
    try disk.fill()
    for number in 0..<2_000 {
      do {
        try room.post("More \(number)", body: String(repeating: "and more ", count: 300))
      } catch let error as StoreError {
        return (number, error)
      }
    }
    throw StoreError.closed
  }

  private func titles() throws -> [String] {
    try room.store.ideas(IdeaQuery(limit: 5_000), for: .everyone).rows.map(\.title)
  }

  @Test func aWriteIsRefusedWholeAndReadingGoesOn() throws {
    let (posted, error) = try postUntilFull()
    #expect(error == .diskFull(path: room.location.path))
    #expect("\(error)".hasSuffix("is full. The change was not saved and nothing else was lost; free some space."))
    #expect(try titles().count == 20 + posted)
    #expect(try room.store.search("idea", limit: 50, for: .everyone).count == 20)
    #expect(try room.store.check() == [])
    // Again and again: a failure leaves nothing that is in the way of the next.
    for _ in 0..<3 { #expect(throws: error) { try room.post("Once more", body: String(repeating: "x", count: 3_000)) } }
    #expect(try titles().count == 20 + posted)
  }

  @Test func theBallastLetsTheOwnerGoOn() throws {
    let (posted, _) = try postUntilFull()
    let idea = try #require(try room.store.ideas(IdeaQuery(), for: .everyone).rows.first).id
    try Ballast(room.location).release()
    try room.submit(WithdrawIdea(idea: idea))
    for number in 0..<50 { try room.post("After \(number)", body: String(repeating: "x", count: 3_000)) }
    #expect(try titles().count == 20 + posted - 1 + 50)
    #expect(try room.store.check() == [])
    disk.free()
    try Ballast(room.location).put()
    #expect(Ballast(room.location).isThere)
    room.store.close()
    #expect(try room.reopen().check() == [])
  }

  @Test func whoComesToAFullDiskIsToldSo() throws {
    room.store.close()
    _ = try? FileManager.default.removeItem(atPath: room.location.path + "-shm")
    try disk.fill()
    let full = StoreError.diskFull(path: room.location.path)
    #expect(throws: full) { try room.reopen().summary(for: .everyone) }
    #expect(throws: StoreError.self) { try Room(TemporaryDirectory(in: disk.path)) }
    disk.free()
    #expect(try room.reopen().check() == [])
  }

  @Test func aBackupThatDoesNotFitLeavesNothing() throws {
    try disk.fill()
    let before = try FileManager.default.contentsOfDirectory(atPath: room.directory.path).sorted()
    let copy = "\(room.directory.path)/copy.hothouse"
    let error = #expect(throws: StoreError.self) { try room.store.backup(to: copy) }
    // The copy’s disk, not the board’s.
    guard case .diskFull(let path) = error else { return #expect(error == .diskFull(path: copy)) }
    #expect(path.hasPrefix("\(room.directory.path)/.copy.hothouse"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.directory.path).sorted() == before)
  }

  @Test func aDraftThatDoesNotFitLeavesTheOneBefore() throws {
    let drafts = DraftStore(board: "day", person: "jo", environment: ["XDG_STATE_HOME": "\(disk.path)/state"])
    try drafts.save("First", at: "new-idea")
    try disk.fill()
    #expect(throws: StoreError.self) { try drafts.save(String(repeating: "x", count: 10_000), at: "new-idea") }
    #expect(drafts.load("new-idea") == "First")
  }
}
