import Foundation
import IdeaPipeline

/// How far the log had come when the board was last written, noted in its lock file.
///
/// When the end of the WAL is damaged or deleted, SQLite goes on without it and without a word, and a log that lacks its
/// end has no gap. The mark is written after each commit and never synced, so it may lag behind the log but is never
/// ahead of it: what it says beyond the log was saved once, and is gone.
struct SavedMark: Equatable {
  /// Another board may have come to the same path.
  let board: Identifier<Board>
  let seq: Int

  /// Behind the record of who holds the lock; `SEQ BOARD`, so that a person can read it.
  static let place = off_t(LockHolder.recordLength)
  private static let length = 64

  init(board: Identifier<Board>, seq: Int) { (self.board, self.seq) = (board, seq) }

  init?(lockFile descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: Self.length)
    let count = pread(descriptor, &bytes, Self.length, Self.place)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split { $0.isWhitespace }
    guard words.count == 2, let seq = Int(words[0]), let board = Identifier<Board>(String(words[1])) else { return nil }
    self.init(board: board, seq: seq)
  }

  /// Read without the queue, and for reading only: closing rings no bell.
  static func last(inLockFile path: String) -> SavedMark? {
    guard let file = try? OpenFile(path, O_RDONLY) else { return nil }
    return SavedMark(lockFile: file.descriptor)
  }

  /// Only a help: a full disk must not keep anybody from writing.
  func write(lockFile descriptor: Int32) {
    let line = Array("\(seq) \(board)".utf8)
    let record = line + Array(repeating: UInt8(ascii: " "), count: Self.length - 1 - line.count) + [UInt8(ascii: "\n")]
    _ = pwrite(descriptor, record, record.count, Self.place)
  }

  /// The changes that were saved and that a log which ends at `last` does not have.
  func lost(after last: Int) -> ClosedRange<Int>? { last < seq ? last + 1...seq : nil }
}

extension Transaction {
  /// The mark for the log as it is now.
  func mark() throws -> SavedMark? { try board.board.map { SavedMark(board: $0.id, seq: try log.lastSeq()) } }
}

/// What went missing from a board's log, a line each in a file beside the board, because the next change moves the mark. It
/// stays until a person has dealt with it and deletes it.
struct LossRecord {
  let path: String

  init(_ location: BoardLocation) { path = location.lossFile }

  func add(_ lost: ClosedRange<Int>) {
    guard let file = try? OpenFile(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o660) else { return }
    try? file.write(Array("\(Self.sentence(lost))\n".utf8))
  }

  var findings: [Finding] {
    let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
    let advice = "Go back to a backup, or make them again; then delete \(path)."
    return lines.map { Finding(place: "the log", problem: "\($0). \(advice)") }
  }

  static func sentence(_ lost: ClosedRange<Int>) -> String {
    lost.count == 1
      ? "change \(lost.lowerBound) had been saved and is gone"
      : "changes \(lost.lowerBound) to \(lost.upperBound) had been saved and are gone"
  }
}
