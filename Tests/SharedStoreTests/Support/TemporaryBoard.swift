import Foundation
import SharedStore
import Testing

/// A directory that goes away with its last user.
final class TemporaryDirectory: Sendable {
  let path: String

  init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/hothouse-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where a board would be.
  func board(_ name: String = "day") throws -> BoardLocation { try BoardLocation("\(path)/\(name).hothouse") }

  /// The environment of a program whose home this directory is.
  var environment: [String: String] { ["HOME": path, "XDG_STATE_HOME": "\(path)/state"] }
}

/// The last nine bits: who may do what.
func mode(of path: String) throws -> mode_t {
  var status = stat()
  try #require(stat(path, &status) == 0, "\(path) is not there")
  return status.st_mode & 0o777
}
