import Foundation
import GRDB
import IdeaPipeline

extension BoardStore {
  /// Opens a board that exists. One that an older Hothouse has written is brought up to date first.
  /// - Parameters:
  ///   - clock: the time that operations are stamped with.
  ///   - limit: how long to wait for the writers' queue, where the file has to be brought up to date.
  public static func open(
    _ location: BoardLocation, waitingAtMost limit: Duration = .seconds(10),
    clock: @escaping @Sendable () -> HostMoment = BoardStore.hostClock
  ) throws -> BoardStore {
    try open(location, safety: FileSystemSafety(), waitingAtMost: limit, clock: clock)
  }

  static func open(
    _ location: BoardLocation, safety: FileSystemSafety, waitingAtMost limit: Duration = .seconds(10),
    clock: @escaping @Sendable () -> HostMoment = BoardStore.hostClock
  ) throws -> BoardStore {
    try checkFile(location)
    try safety.check(location.directory)
    let connections = try BoardConnections(path: location.path)
    let state = try connections.read { db in try FileState(db, path: location.path) }
    let store = BoardStore(location, connections, clock: clock)
    if state.version < Schema.current || !state.isWAL {
      try store.queue.turn(as: accountName, waitingAtMost: limit) { turn in
        try connections.withWriter(turn) { db in try Schema.migrate(db) }
      }
    }
    return store
  }

  /// Makes a new board and does its first operations (the first of them creates the board), all of them or none: the
  /// board has its name only when it is complete.
  @discardableResult public static func create(
    _ location: BoardLocation, _ submissions: [Submission], waitingAtMost limit: Duration = .seconds(10),
    clock: @escaping @Sendable () -> HostMoment = BoardStore.hostClock
  ) throws -> BoardStore {
    try create(location, submissions, safety: FileSystemSafety(), waitingAtMost: limit, clock: clock)
  }

  static func create(
    _ location: BoardLocation, _ submissions: [Submission], safety: FileSystemSafety,
    waitingAtMost limit: Duration = .seconds(10), clock: @escaping @Sendable () -> HostMoment = BoardStore.hostClock
  ) throws -> BoardStore {
    let prepared = try submissions.map(PreparedSubmission.init)
    return try create(location, safety: safety, waitingAtMost: limit, clock: clock) { transaction in
      _ = try transaction.run(prepared)
    }
  }

  /// Makes a new board out of what one transaction does.
  static func create(
    _ location: BoardLocation, safety: FileSystemSafety, waitingAtMost limit: Duration,
    clock: @escaping @Sendable () -> HostMoment, _ contents: (Transaction) throws -> Void
  ) throws -> BoardStore {
    guard fileStatus(location.path) == nil else { throw StoreError.boardExists(location.name) }
    try FileAccess.ownerOnly.createDirectory(location.directory)
    try safety.check(location.directory)
    let queue = WritersQueue(location)
    try queue.turn(as: accountName, waitingAtMost: limit) { _ in
      guard fileStatus(location.path) == nil else { throw StoreError.boardExists(location.name) }
      try build(location, access: queue.access) { db in try contents(Transaction(db, clock: clock)) }
    }
    return try open(location, safety: safety, waitingAtMost: limit, clock: clock)
  }

  /// The account that this program runs as.
  static var accountName: String { NSUserName() }
}

extension BoardStore {
  /// What must be known about a file before anything in it is believed.
  private struct FileState {
    let version: Int
    let isWAL: Bool

    init(_ db: Database, path: String) throws {
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
        throw StoreError.notABoard(path: path, because: "it is another program's database")
      }
      version = try Schema.version(of: db)
      guard version > 0 else { throw StoreError.notABoard(path: path, because: "it was never finished") }
      isWAL = try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
    }
  }

  /// Looks at the file without opening it: opening a FIFO would wait for ever.
  private static func checkFile(_ location: BoardLocation) throws(StoreError) {
    guard let status = fileStatus(location.path) else {
      if errno == EACCES { throw .notPermitted(doing: "open", path: location.path) }
      throw .noSuchBoard(location.name)
    }
    if status.isDirectory { throw .notABoard(path: location.path, because: "it is a folder") }
    guard status.isRegularFile else { throw .notABoard(path: location.path, because: "it is not a file") }
    guard status.st_size > 0 else { throw .notABoard(path: location.path, because: "it is empty") }
    guard access(location.path, R_OK) == 0 else { throw .notPermitted(doing: "open", path: location.path) }
  }

  private static func build(
    _ location: BoardLocation, access: FileAccess, _ contents: (Database) throws -> Void
  ) throws {
    let path = location.unfinishedFile
    removeUnfinished(path)
    do {
      try access.createFile(path)
      try fill(path, contents)
      try access.createFifo(location.fifo)
      try Ballast(location, access: access).put()
    } catch {
      removeUnfinished(path)
      throw StoreError.orRefusal(error, path: location.path)
    }
    guard rename(path, location.path) == 0 else { throw StoreError.failed("create", location.path) }
    try syncDirectory(location.directory)
  }

  /// A file that nobody else has open yet, so with a journal of the old kind, which leaves nothing behind.
  private static func fill(_ path: String, _ contents: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in Schema.defineFunctions(db, redaction: RedactionSwitch()) }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? database.close() }
    try database.writeWithoutTransaction { db in
      try BoardConnections.requireFullSync(db)
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try Schema.migrate(db)
      try db.inTransaction(.immediate) {
        try contents(db)
        return .commit
      }
    }
  }

  private static func removeUnfinished(_ path: String) {
    for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) }
  }
}
