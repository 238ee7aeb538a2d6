import Foundation

/// Who has the board's lock, as they wrote it into the lock file.
public struct LockHolder: Hashable, Sendable {
  /// The person's handle.
  public let handle: String
  /// Their program.
  public let process: ProcessIdentity

  package init(handle: String, process: ProcessIdentity = .current) {
    self.handle = handle
    self.process = process
  }
}

extension LockHolder {
  /// Every record has this length, so that one write replaces the one before it.
  static let recordLength = 256

  /// `PID START HANDLE`, padded with spaces, closed by a newline.
  var record: [UInt8] {
    let line = "\(process.pid) \(process.startTime) "
    let room = Self.recordLength - 1 - line.utf8.count
    var name = handle.filter { !$0.isNewline }
    while name.utf8.count > room { name.removeLast() }
    var bytes = Array((line + name).utf8)
    bytes += Array(repeating: UInt8(ascii: " "), count: Self.recordLength - 1 - bytes.count)
    return bytes + [UInt8(ascii: "\n")]
  }

  /// What somebody writes whose name must not be known: neither who nor which program.
  static let unnamed = LockHolder(handle: "somebody", process: ProcessIdentity(pid: 0, startTime: 0))

  /// The record when whoever wrote last is not to be known.
  static let nobody =
    Array(repeating: UInt8(ascii: " "), count: recordLength - 1) + [UInt8(ascii: "\n")]

  /// Only for the eyes of those who wait: a full disk must not keep anybody from the queue.
  static func write(_ record: [UInt8], to lockFile: Int32) { _ = pwrite(lockFile, record, record.count, 0) }

  init?(record: String) {
    let fields = record.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard fields.count == 3, let pid = Int32(fields[0]), let start = UInt64(fields[1]) else { return nil }
    let name = fields[2].trimmingCharacters(in: .whitespacesAndNewlines)
    self.init(handle: name, process: ProcessIdentity(pid: pid, startTime: start))
  }

  /// Reads the record of whoever had the lock last. Opened for reading only: closing rings no bell.
  static func last(inLockFile path: String) -> LockHolder? {
    guard let file = try? OpenFile(path, O_RDONLY) else { return nil }
    var bytes = [UInt8](repeating: 0, count: recordLength)
    let count = pread(file.descriptor, &bytes, recordLength, 0)
    guard count > 0 else { return nil }
    return LockHolder(record: String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// Whoever had the lock last, where their program still runs. Nobody else can be named: a program that is no Hothouse
  /// leaves no record.
  static func presumed(inLockFile path: String) -> LockHolder? {
    last(inLockFile: path).flatMap { $0.process.status == nil ? nil : $0 }
  }

  /// The holder, when the kernel confirms that this very process has the lock: a record may be that of somebody who
  /// has left, read in the moment before the next one wrote theirs.
  static func confirmed(lockFile path: String) -> LockHolder? {
    guard let holder = last(inLockFile: path), let inode = fileStatus(path)?.st_ino,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    let holders = holders(ofInode: UInt64(inode), in: locks)
    // Which program it is that writes without a name only the kernel says, and only while it does.
    if holder == .unnamed {
      return holders.first.map { LockHolder(handle: holder.handle, process: ProcessIdentity(pid: $0)) }
    }
    return holder.process.status != nil && holders.contains(holder.process.pid) ? holder : nil
  }

  /// The processes that hold (not: wait for) an flock on a file. A line of /proc/locks is
  /// `1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF`; one who waits has "->" after the number.
  static func holders(ofInode inode: UInt64, in locks: String) -> [Int32] {
    locks.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, fields[1] == "FLOCK", fields[5].hasSuffix(":\(inode)") else { return nil }
      return Int32(fields[4])
    }
  }
}
