import Foundation

/// Who may use the files of a board: its owner alone, or the Unix group of a shared directory.
///
/// A directory that is setgid *and* group-writable has been set up for a group. There the files must have their modes
/// before SQLite opens them, whatever the umask: `-wal` and `-shm` copy the mode of the board file, and a umask of
/// 077 would lock the second account out.
package struct FileAccess: Equatable, Sendable {
  package let fileMode: mode_t
  package let directoryMode: mode_t

  package static let ownerOnly = FileAccess(fileMode: 0o600, directoryMode: 0o700)
  package static let group = FileAccess(fileMode: 0o660, directoryMode: 0o2770)

  package static func of(directory: String) -> FileAccess {
    guard let found = fileStatus(directory) else { return .ownerOnly }
    return found.st_mode & (S_ISGID | S_IWGRP) == S_ISGID | S_IWGRP ? .group : .ownerOnly
  }

  /// Makes an empty file where there is none.
  package func createFile(_ path: String) throws(StoreError) {
    let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
    guard made >= 0 else {
      if errno == EEXIST { return }
      throw .failed("create", path)
    }
    defer { close(made) }
    guard fchmod(made, fileMode) == 0 else { throw .failed("set the permissions of", path) }
  }

  /// Makes a FIFO where there is none.
  package func createFifo(_ path: String) throws(StoreError) {
    guard mkfifo(path, fileMode) == 0 else {
      if errno == EEXIST { return }
      throw .failed("create", path)
    }
    guard chmod(path, fileMode) == 0 else { throw .failed("set the permissions of", path) }
  }

  /// Makes a directory, and those above it, where there is none.
  package func createDirectory(_ path: String) throws(StoreError) {
    if fileStatus(path)?.isDirectory == true { return }
    let parent = parentDirectory(of: path)
    if !parent.isEmpty, parent != path { try FileAccess.ownerOnly.createDirectory(parent) }
    guard mkdir(path, directoryMode) == 0 else {
      if errno == EEXIST { return }
      throw .failed("create", path)
    }
    guard chmod(path, directoryMode) == 0 else { throw .failed("set the permissions of", path) }
  }
}

/// Makes the names in a directory survive a power cut.
package func syncDirectory(_ path: String) throws(StoreError) {
  let directory = try OpenFile(path, O_RDONLY | O_DIRECTORY, doing: "save")
  try directory.sync()
}

/// Replaces a whole file: a reader sees the old text or the new, and so does whoever looks after a crash.
package func replaceFile(_ path: String, with bytes: some Collection<UInt8>, access: FileAccess) throws(StoreError) {
  let directory = parentDirectory(of: path)
  let name = lastComponent(of: path)
  let fresh = "\(directory)/.\(name).\(getpid())-\(UInt32.random(in: .min ... .max)).new"
  do throws(StoreError) {
    let file = try OpenFile(fresh, O_WRONLY | O_CREAT | O_EXCL, mode: access.fileMode, doing: "create")
    try file.setMode(access.fileMode)
    try file.write(bytes)
    try file.sync()
  } catch {
    unlink(fresh)
    throw error
  }
  guard rename(fresh, path) == 0 else {
    let failure = StoreError.failed("save", path)
    unlink(fresh)
    throw failure
  }
  try syncDirectory(directory)
}
