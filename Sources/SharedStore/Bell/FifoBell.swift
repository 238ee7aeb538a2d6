import Foundation

/// The bell for those who have no inotify: one byte into a FIFO that all of them have open.
///
/// Listeners wait edge-triggered and read nothing, so one byte wakes every one of them, and none can take it from
/// another. A writer who finds the FIFO full (65,536 rings) empties it; writers do this only during their turn.
enum FifoBell {
  /// Rings for everybody who listens. Fails quietly: listeners also look once a second.
  static func ring(_ path: String) {
    // ENXIO: nobody listens.
    guard let file = try? OpenFile(path, O_WRONLY | O_NONBLOCK | O_NOFOLLOW),
      (try? file.status().isFifo) == true
    else { return }
    var byte = UInt8(ascii: "!")
    if write(file.descriptor, &byte, 1) < 0, errno == EAGAIN {
      empty(path)
      _ = write(file.descriptor, &byte, 1)
    }
  }

  private static func empty(_ path: String) {
    guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK) else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(file.descriptor, &bytes, bytes.count) > 0 {}
  }

  /// Opens the FIFO to listen. For reading *and* writing: with a writer of its own, there is never an "end of file" to
  /// be woken by when another writer closes.
  static func listen(_ path: String, access: FileAccess) throws(StoreError) -> OpenFile {
    try access.createFifo(path)
    let file = try OpenFile(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW)
    guard try file.status().isFifo else { throw .failed("listen at", path, code: EINVAL) }
    return file
  }
}
