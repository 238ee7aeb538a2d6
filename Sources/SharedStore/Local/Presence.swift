import Foundation
import Synchronization

/// Who is at a board now.
///
/// Each connection has a small file beside the board and holds an `flock` on it: the kernel lets go of that when the
/// process ends, however it ends. Whoever looks and finds a file that nobody holds removes it. Nothing of this is
/// logged or written to the board.
public struct Presence: Equatable, Sendable {
  /// The person's handle.
  public let handle: String
  /// When this connection came.
  public let since: Date
  /// When they last did something, to the minute.
  public let lastActive: Date
  /// Whether they are writing something, where the step lets that be known.
  public let isWriting: Bool

  /// Whether they have done nothing for more than two minutes. What is shown to the minute may be one minute less.
  public func isAway(at now: Date) -> Bool { now.timeIntervalSince(lastActive) >= 180 }

  /// Everybody who is at the board, one entry a connection, those who came first in front.
  public static func list(at board: BoardLocation) -> [Presence] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: board.presenceDirectory)) ?? []
    return names.compactMap { look(at: "\(board.presenceDirectory)/\($0)") }
      .sorted { ($0.since, $0.handle) < ($1.since, $1.handle) }
  }

  private static func look(at path: String) -> Presence? {
    // Opened for reading only, so that looking rings no bell.
    guard let file = try? OpenFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
      let status = try? file.status(), status.isRegularFile
    else { return nil }
    let isHidden = lastComponent(of: path).hasPrefix(".")
    if flock(file.descriptor, LOCK_SH | LOCK_NB) == 0 {
      // A file that has not been renamed yet may be one that somebody is about to lock.
      if !isHidden || Date().timeIntervalSince1970 - status.modified > 60 { unlink(path) }
      return nil
    }
    guard !isHidden else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file.descriptor, &bytes, bytes.count, 0)
    guard count > 0, let card = try? JSONDecoder().decode(Card.self, from: Data(bytes[..<count])) else { return nil }
    return Presence(
      handle: card.handle, since: Date(timeIntervalSince1970: card.since),
      lastActive: Date(timeIntervalSince1970: status.modified), isWriting: card.writing == 1)
  }

  struct Card: Codable {
    let handle: String
    let since: Double
    /// 1 while they are writing: one digit, so that it is changed in one stroke.
    let writing: Int?
  }
}

/// This process's own presence at a board; ends when it is released, or with the process.
public final class PresenceHolder: Sendable {
  private let descriptor: Int32
  private let path: String
  /// Where in the file it says whether the person is writing, and what it says.
  private let writing: Mutex<(place: off_t, isOn: Bool)>

  /// Says that a person has come.
  public init(_ handle: String, at board: BoardLocation, now: Date) throws(StoreError) {
    let access = FileAccess.of(directory: board.directory)
    try access.createDirectory(board.presenceDirectory)
    let name = "\(getpid())-\(UInt64.random(in: .min ... .max))"
    let fresh = "\(board.presenceDirectory)/.\(name)"
    path = "\(board.presenceDirectory)/\(name)"
    let file = try OpenFile(fresh, O_RDWR | O_CREAT | O_EXCL, mode: access.fileMode, doing: "create")
    do throws(StoreError) {
      try file.setMode(access.fileMode)
      guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .failed("lock", fresh) }
      let card = try Self.card(handle, since: now)
      writing = Mutex((off_t(card.count - 2), false))
      try file.write(card)
      // It gets its name only when it is locked: whoever finds it by that name and unlocked may remove it.
      guard rename(fresh, path) == 0 else { throw .failed("create", path) }
    } catch {
      unlink(fresh)
      throw error
    }
    descriptor = file.release()
    touch(now: now)
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Says that the person has just done something; shown to the minute, and written no oftener.
  public func touch(now: Date) {
    let minute = (now.timeIntervalSince1970 / 60).rounded(.down) * 60
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.modified != minute else { return }
    let moment = timespec(tv_sec: Int(minute), tv_nsec: 0)
    _ = futimens(descriptor, [moment, moment])
  }

  /// Shows whether the person is writing; written only when that changes.
  public func show(isWriting: Bool, now: Date) {
    writing.withLock { shown in
      guard shown.isOn != isWriting else { return }
      shown.isOn = isWriting
      _ = pwrite(descriptor, isWriting ? "1" : "0", 1, shown.place)
    }
    touch(now: now)
  }

  /// Its last character but one says whether the person is writing.
  private static func card(_ handle: String, since: Date) throws(StoreError) -> Data {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return try encoder.encode(Presence.Card(handle: handle, since: since.timeIntervalSince1970, writing: 0))
    } catch {
      throw .database(path: "presence", detail: "\(error)")
    }
  }
}
