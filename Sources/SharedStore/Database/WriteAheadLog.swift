import GRDB
import CSQLiteShim
import Synchronization

/// How much the WAL of a board holds, as SQLite tells after each commit of this connection.
///
/// Automatic checkpoints are off (they are such a hook themselves), because a checkpoint belongs into a turn of the
/// writers' queue.
final class WriteAheadLog: Sendable {
  private struct State {
    var pages = 0
    var pagesAtLastCheckpoint = 0
  }

  private let state = Mutex(State())

  /// Starts to count; this object must live as long as the connection.
  func watch(_ db: Database) throws {
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = sqlite3_wal_hook(
      db.sqliteConnection,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue().holds(Int(pages))
        return SQLITE_OK
      }, context)
  }

  private func holds(_ pages: Int) {
    state.withLock { state in
      state.pages = pages
      if pages < state.pagesAtLastCheckpoint { state.pagesAtLastCheckpoint = 0 }
    }
  }

  /// Whether as much again has come since the last checkpoint: one that a reader held up is not tried at each commit.
  var isDueForCheckpoint: Bool {
    state.withLock { $0.pages - $0.pagesAtLastCheckpoint >= BoardConnections.checkpointEvery }
  }

  /// Whether there is enough to spare the next program some work.
  var isWorthACheckpoint: Bool {
    state.withLock { $0.pages - $0.pagesAtLastCheckpoint >= BoardConnections.checkpointEvery / 4 }
  }

  func checkpointed() {
    state.withLock { $0.pagesAtLastCheckpoint = $0.pages }
  }
}
