import GRDB
import IdeaPipeline

extension StoreError {
  /// What a failure of SQLite means to a person; other errors keep their own words.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
    } else if let error = error as? DatabaseError {
      self = Self.of(error, path: path)
    } else if let error = error as? DecodingError {
      self = .damaged(path: path, detail: Self.words(of: error))
    } else {
      self = .database(path: path, detail: "\(error)")
    }
  }

  /// The same, but a refusal by a rule of the board stays what it is.
  static func orRefusal(_ error: any Error, path: String) -> any Error {
    error is Refusal || error is CancellationError ? error : StoreError(error, path: path)
  }

  private static func of(_ error: DatabaseError, path: String) -> StoreError {
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    // An older program: the triggers of a newer file call a function that it does not know.
    if detail.contains("no such function: hothouse_writes_version_") {
      let number = detail.split(separator: "_").last.flatMap { Int($0) } ?? Schema.current + 1
      return .newerBoard(version: number, understood: Schema.current)
    }
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
      return .damaged(path: path, detail: "the file was moved or replaced while it was open")
    }
    // The first who opens a board needs some room for the index of its WAL.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return .diskFull(path: path) }
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(holder: nil)
    case .SQLITE_MISUSE: return .closed
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_NOTADB: return .notABoard(path: path, because: "it is not a database")
    case .SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return .notPermitted(doing: "write to", path: path)
    case .SQLITE_CANTOPEN: return .notPermitted(doing: "open", path: path)
    default: return .database(path: path, detail: detail)
    }
  }

  private static func words(of error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      context.debugDescription
    @unknown default: "\(error)"
    }
  }
}
