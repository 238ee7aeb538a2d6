import CSQLiteShim
import Foundation

/// Refuses file systems on which a board cannot be shared safely: those of other machines, where `flock`, shared
/// memory or inotify do not reach everybody who writes, and FUSE, where it depends on the program behind it.
package struct FileSystemSafety: Sendable {
  /// statfs(2)'s number for the file system that holds a path; another one in tests.
  package var magic: @Sendable (_ path: String) throws(StoreError) -> UInt32

  package init(magic: @escaping @Sendable (String) throws(StoreError) -> UInt32 = FileSystemSafety.askKernel) {
    self.magic = magic
  }

  /// Throws `unsafeFileSystem` when the directory is on one.
  package func check(_ directory: String) throws(StoreError) {
    if let kind = Self.unsafe[try magic(directory)] {
      throw .unsafeFileSystem(path: directory, kind: kind)
    }
  }

  @Sendable package static func askKernel(_ path: String) throws(StoreError) -> UInt32 {
    var magic: UInt32 = 0
    let code = hothouse_file_system_magic(path, &magic)
    guard code == 0 else { throw .failed("look at", path, code: code) }
    return magic
  }

  /// The numbers of statfs(2) and linux/magic.h, with the words a person knows them by.
  static let unsafe: [UInt32: String] = [
    0x0000_6969: "NFS, a network file system",
    0x0000_517B: "SMB, a network share",
    0xFE53_4D42: "SMB, a network share",
    0xFF53_4D42: "CIFS, a network share",
    0x0000_564C: "NCP, a network share",
    0x6573_5546: "FUSE (such as sshfs or a folder shared with a virtual machine)",
    0x0102_1997: "9p, a folder shared from another machine",
    0x5346_414F: "AFS, a network file system",
    0x6B41_4653: "AFS, a network file system",
    0x7375_7245: "Coda, a network file system",
    0x0BD0_0BD0: "Lustre, a cluster file system",
    0x00C3_6400: "Ceph, a cluster file system",
    0x0116_1970: "GFS2, a cluster file system",
    0x7461_636F: "OCFS2, a cluster file system",
    0x4750_4653: "GPFS, a cluster file system",
    0x1983_0326: "BeeGFS, a cluster file system",
    0x2003_0528: "OrangeFS, a cluster file system",
    0xAAD7_AAEA: "PanFS, a cluster file system",
    0x786F_4256: "a VirtualBox shared folder",
    0xBACB_ACBC: "a VMware shared folder",
    0x7C7C_6673: "a Parallels shared folder",
  ]
}
