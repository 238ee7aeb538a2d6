import Foundation
import GRDB

extension BoardStore {
  /// Writes a copy of the board as it is now into one new file, while others go on writing. The copy is a board: put it
  /// into a boards' home under a name ending in ".hothouse" and open it.
  /// - Throws: `StoreError.fileExists` when there is a file already.
  public func backup(to path: String) throws {
    guard fileStatus(path) == nil else { throw StoreError.fileExists(path) }
    let directory = parentDirectory(of: path)
    let unfinished = "\(directory)/.\(lastComponent(of: path)).\(getpid()).new"
    do {
      try FileAccess.ownerOnly.createFile(unfinished)
      try copy(to: unfinished)
      // As `rename`, but it does not replace a file that has come meanwhile.
      guard link(unfinished, path) == 0 else {
        throw errno == EEXIST ? StoreError.fileExists(path) : StoreError.failed("save", path)
      }
      unlink(unfinished)
      try syncDirectory(directory)
    } catch {
      for end in ["", "-journal", "-wal", "-shm"] { unlink(unfinished + end) }
      throw StoreError(error, path: path)
    }
  }

  /// Page by page, by SQLite's own means: a plain copy could catch half a change, and would drop this process's locks.
  private func copy(to path: String) throws {
    let target = try DatabaseQueue(path: path)
    defer { try? target.close() }
    try connections.copy(to: target)
    // One file, complete without a WAL beside it.
    try target.writeWithoutTransaction { db in
      try BoardConnections.require(db, "journal_mode = DELETE", reads: "delete")
    }
  }
}
