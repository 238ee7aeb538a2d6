import Foundation

/// A file descriptor that closes when it goes out of scope; never passed on to programs that are started.
///
/// Never for a board's database file, its `-wal` or its `-shm`: closing any descriptor of one drops SQLite's locks
/// for the whole process.
package struct OpenFile: ~Copyable {
  package private(set) var descriptor: Int32
  package let path: String

  package init(_ path: String, _ flags: Int32, mode: mode_t = 0o600, doing: String = "open") throws(StoreError) {
    let opened = open(path, flags | O_CLOEXEC, mode)
    guard opened >= 0 else { throw .failed(doing, path) }
    descriptor = opened
    self.path = path
  }

  /// Takes over a descriptor that is already open.
  init(adopting descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Closes nothing and hands the descriptor over.
  package consuming func release() -> Int32 {
    defer { descriptor = -1 }
    return descriptor
  }

  package func write(_ bytes: some Collection<UInt8>) throws(StoreError) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw .failed("write", path)
      }
      rest = rest.dropFirst(written)
    }
  }

  package func sync() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw .failed("save", path) }
  }

  /// The file's mode is what we say, whatever the umask says.
  package func setMode(_ mode: mode_t) throws(StoreError) {
    guard fchmod(descriptor, mode) == 0 else { throw .failed("set the permissions of", path) }
  }

  package func status() throws(StoreError) -> stat {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw .failed("look at", path) }
    return found
  }
}

/// What stat(2) says about a path, or nil when nothing is there.
package func fileStatus(_ path: String) -> stat? {
  var found = stat()
  return stat(path, &found) == 0 ? found : nil
}

extension stat {
  package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  package var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  package var isFifo: Bool { st_mode & S_IFMT == S_IFIFO }

  package func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }

  /// Seconds since 1970.
  package var modified: Double { Double(st_mtim.tv_sec) + Double(st_mtim.tv_nsec) / 1e9 }
}

/// The directory that a path names its last part in.
package func parentDirectory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The part of a path after its last slash.
package func lastComponent(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}
