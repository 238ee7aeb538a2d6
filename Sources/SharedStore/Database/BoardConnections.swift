import CSQLiteShim
import Foundation
import GRDB
import Synchronization

/// The connections of one program to one board file: one that only reads, and one that writes, opened when it is first
/// needed.
///
/// The reader can neither commit nor checkpoint, so it is opened and used without waiting for anybody. Everything about
/// the writer happens during a turn of the writers' queue. Never open and close the file by other means in the same
/// process: that drops SQLite's locks.
final class BoardConnections: Sendable {
  let path: String
  /// On while the store redacts.
  let redaction = RedactionSwitch()
  let tables = EntityTables()
  private let open: Mutex<Open?>
  private let log = WriteAheadLog()

  /// A connection closes when the last who uses it lets it go, so that closing never tears one from under a reading.
  private struct Open {
    let reader: DatabaseQueue
    var writer: DatabaseQueue?
  }

  init(path: String) throws(StoreError) {
    self.path = path
    var configuration = Self.configuration(redaction: redaction)
    configuration.readonly = true
    configuration.label = "hothouse.reader"
    do {
      open = Mutex(Open(reader: try DatabaseQueue(path: path, configuration: configuration)))
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Reads a snapshot; never waits for a writer. Do nothing slow inside: a long reading keeps the WAL from being reused.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let reader = try reader()
    do {
      return try reader.read(body)
    } catch {
      throw StoreError.orRefusal(error, path: path)
    }
  }

  /// Copies one state of the file into another database.
  func copy(to target: DatabaseQueue) throws {
    let reader = try reader()
    do {
      try reader.backup(to: target)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      // It is the other disk that is full, unless both are on one.
      throw StoreError.diskFull(path: target.path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Runs one transaction. A failure of any kind takes all of it back.
  func write<Result>(_ turn: borrowing WritersQueue.Turn, _ body: (Database) throws -> Result) throws -> Result {
    try withWriter(turn) { db in
      var result: Result?
      try db.inTransaction(.immediate) {
        result = try body(db)
        return .commit
      }
      // What is committed stays so, whatever becomes of the checkpoint; the next one tries again.
      if log.isDueForCheckpoint { try? checkpoint(db) }
      guard let result else { throw StoreError.closed }
      return result
    }
  }

  /// The writing connection, outside any transaction.
  func withWriter<Result>(_ turn: borrowing WritersQueue.Turn, _ body: (Database) throws -> Result) throws -> Result {
    let writer = try writer(turn)
    do {
      return try writer.writeWithoutTransaction(body)
    } catch {
      throw StoreError.orRefusal(error, path: path)
    }
  }

  /// Ends the use of both. When the queue is free, what the WAL holds is moved into the file first; else not: nothing is
  /// lost, and nobody has to wait.
  func close(_ queue: WritersQueue) {
    let last = open.withLock { open in
      defer { open = nil }
      return open
    }
    guard let writer = last?.writer, log.isWorthACheckpoint else { return }
    // Without a name: what was posted last may have none, and the record would say which program was closed after it.
    _ = try? queue.turnIfFree(as: nil) { _ in
      try writer.writeWithoutTransaction { db in try checkpoint(db) }
    }
  }

  /// Moves what the WAL holds into the file, as far as no reader still needs it; waits for nobody.
  private func checkpoint(_ db: Database) throws {
    try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
    log.checkpointed()
  }

  private func reader() throws(StoreError) -> DatabaseQueue {
    guard let reader = open.withLock({ $0?.reader }) else { throw .closed }
    return reader
  }

  /// Opened at the first turn that needs it; turns come one after the other.
  private func writer(_ turn: borrowing WritersQueue.Turn) throws(StoreError) -> DatabaseQueue {
    guard let known = open.withLock({ $0 }) else { throw .closed }
    if let writer = known.writer { return writer }
    do {
      let writer = try Self.openWriter(path: path, redaction: redaction, log: log)
      open.withLock { $0?.writer = writer }
      return writer
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

extension BoardConnections {
  /// Pages that the WAL may hold before they are moved into the file: about 4 MB.
  static let checkpointEvery = 1_000

  private static func configuration(redaction: RedactionSwitch) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // Within the queue there is nobody to wait for but a reader that is recovering the WAL after a crash.
    configuration.busyMode = .timeout(5)
    configuration.observesSuspensionNotifications = false
    configuration.prepareDatabase { db in
      guard hothouse_forbid_checkpoint_on_close(db.sqliteConnection), hothouse_defend_schema(db.sqliteConnection) else {
        throw DatabaseError(message: "this SQLite cannot be kept from checkpointing on close")
      }
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      Schema.defineFunctions(db, redaction: redaction)
    }
    return configuration
  }

  /// Opens for writing: WAL, each commit on the disk before it is acknowledged, no checkpoint by itself.
  fileprivate static func openWriter(
    path: String, redaction: RedactionSwitch, log: WriteAheadLog
  ) throws -> DatabaseQueue {
    var configuration = configuration(redaction: redaction)
    configuration.label = "hothouse.writer"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try require(db, "journal_mode = WAL", reads: "wal")
      try log.watch(db)
      try db.execute(sql: "PRAGMA journal_size_limit = \(16 << 20)")
      try requireFullSync(db)
    }
    return queue
  }

  /// With `NORMAL` a power cut can lose changes that were acknowledged. Set last and read back: libraries change it.
  static func requireFullSync(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
      throw DatabaseError(message: "this SQLite does not keep synchronous = FULL")
    }
  }

  static func require(_ db: Database, _ setting: String, reads expected: String) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA \(setting)")
    guard found == expected else {
      throw DatabaseError(message: "\(setting) could not be set; it is \(found ?? "not there")")
    }
  }
}
