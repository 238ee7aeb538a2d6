import Foundation
import Testing

/// A file system of a few megabytes in memory, so that it can be filled to the last byte.
final class TinyDisk {
  let path: String
  private var filler: String { "\(path)/filler" }

  init(megabytes: Int) throws {
    var template = Array("/tmp/hothouse-disk-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    let code = mount("hothouse-test", path, "tmpfs", 0, "size=\(megabytes)m,mode=0700")
    try #require(code == 0, "no tmpfs at \(path): \(String(cString: strerror(errno)))")
  }

  deinit {
    umount2(path, Int32(MNT_DETACH))
    rmdir(path)
  }

  /// Only root may mount, and not in every container.
  static let canBeMade: Bool = {
    guard geteuid() == 0, let disk = try? TinyDisk(megabytes: 1) else { return false }
    return withExtendedLifetime(disk) { true }
  }()

  /// Takes all that is left.
  func fill() throws {
    let file = try #require(fopen(filler, "a"))
    setvbuf(file, nil, _IONBF, 0)
    for size in [1 << 16, 1 << 12, 1] {
      let bytes = [UInt8](repeating: 0x20, count: size)
      while fwrite(bytes, 1, size, file) == size {}
      clearerr(file)
    }
    fclose(file)
  }

  /// Gives back what was taken.
  func free() { unlink(filler) }
}
