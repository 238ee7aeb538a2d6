import Foundation

/// Why the store could not do what it was asked. Each case reads as a sentence for the person at the keyboard:
/// what happened, what is safe, what to do.
public enum StoreError: Error, Equatable, Sendable {
  /// The board's writers' queue did not come to us before the deadline. Nothing was changed.
  case busy(holder: LockHolder?)
  /// There is no board of that name or at that path.
  case noSuchBoard(String)
  /// A board (or another file) is already there.
  case boardExists(String)
  /// A file is already where one was to be written.
  case fileExists(String)
  /// The name cannot be a board's name; `suggestion` is one that could, if there is one.
  case unusableName(String, suggestion: String?)
  /// The file is not a Hothouse board; `because` says what it is instead.
  case notABoard(path: String, because: String)
  /// The board's directory is on a file system where locks or shared memory cannot be trusted.
  case unsafeFileSystem(path: String, kind: String)
  /// A newer Hothouse has written this board: it can be read, and is not written by this program.
  case newerBoard(version: Int, understood: Int)
  /// The disk that holds the board is full. The change was rolled back.
  case diskFull(path: String)
  /// The operating system does not let this account do that.
  case notPermitted(doing: String, path: String)
  /// The file is damaged, as SQLite tells it.
  case damaged(path: String, detail: String)
  /// Another failure of the operating system; `code` is its errno.
  case system(doing: String, path: String, code: Int32)
  /// A failure that SQLite reports and that has no case of its own.
  case database(path: String, detail: String)
  /// The store has been closed.
  case closed
}

extension StoreError: CustomStringConvertible, LocalizedError {
  /// The sentence for the person at the keyboard.
  public var description: String {
    switch self {
    case .busy(let holder?):
      "The board is busy: \(holder.handle) is writing. Nothing was changed; try again."
    case .busy(nil):
      "The board is busy: another program is writing. Nothing was changed; try again."
    case .noSuchBoard(let name):
      "There is no board “\(name)”. “hothouse boards” lists those that exist."
    case .boardExists(let name):
      "There is already a board “\(name)”. It was left as it is; choose another name."
    case .fileExists(let path):
      "There is already a file at \(path). It was left as it is; choose another place."
    case .unusableName(let name, let suggestion):
      Self.describe(unusable: name, suggestion)
    case .notABoard(let path, let because):
      "\(path) is not a Hothouse board: \(because). It was left as it is; “hothouse boards” lists the boards."
    case .unsafeFileSystem(let path, let kind):
      "\(path) is on \(kind), where several people cannot safely write one board. Keep boards on a local disk."
    case .newerBoard(let version, let understood):
      "A newer Hothouse has written this board (version \(version); this program knows \(understood)). "
        + "You can read it; update to write."
    case .diskFull(let path):
      "The disk that holds \(path) is full. The change was not saved and nothing else was lost; free some space."
    case .notPermitted(let doing, let path):
      "This account may not \(doing) \(path). Ask whoever owns it, or keep boards where you may write."
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)). Keep the file as it is, and go back to a backup."
    case .system(let doing, let path, let code):
      "Could not \(doing) \(path): \(Self.words(for: code)). What was saved before is safe; try again, or tell whoever looks "
        + "after this machine."
    case .database(let path, let detail):
      "The board \(path) could not be used: \(detail). Nothing was changed; “hothouse check” looks whether it is in order."
    case .closed:
      "The board has been closed: open it again."
    }
  }

  /// The same sentence, for code that asks Foundation for it.
  public var errorDescription: String? { description }

  private static func describe(unusable name: String, _ suggestion: String?) -> String {
    let rule = "A board's name is made of small letters, digits and hyphens, at most 60; “\(name)” is not."
    return suggestion.map { "\(rule) “\($0)” would do." } ?? "\(rule) Choose another name."
  }

  static func words(for code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  /// The error for a system call that has just failed with `errno`.
  package static func failed(_ doing: String, _ path: String, code: Int32 = errno) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EACCES, EPERM, EROFS: .notPermitted(doing: doing, path: path)
    default: .system(doing: doing, path: path, code: code)
    }
  }
}
