import Foundation

/// A few megabytes beside the board that can be given up when the disk is full: to delete something, SQLite needs
/// space too.
package struct Ballast: Sendable {
  /// In bytes.
  static let size = 4 << 20

  private let path: String
  private let access: FileAccess

  package init(_ board: BoardLocation) {
    self.init(board, access: .of(directory: board.directory))
  }

  init(_ board: BoardLocation, access: FileAccess) {
    path = board.ballastFile
    self.access = access
  }

  /// Whether it is there.
  package var isThere: Bool { (fileStatus(path)?.st_size ?? 0) >= Self.size }

  /// Takes the space, if there is enough.
  package func put() throws(StoreError) {
    try access.createFile(path)
    let file = try OpenFile(path, O_WRONLY)
    let code = posix_fallocate(file.descriptor, 0, off_t(Self.size))
    guard code == 0 else {
      unlink(path)
      throw .failed("keep some space for", path, code: code)
    }
  }

  /// Gives the space back to the disk.
  package func release() throws(StoreError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .failed("release", path) }
  }
}
