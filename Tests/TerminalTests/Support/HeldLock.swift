import Foundation
import Testing

/// The lock of a board in the hands of a program that is no Hothouse: this one.
final class HeldLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; it is free in a board that nobody writes.
  init(ofBoardAt path: String) throws {
    descriptor = open("\(path)-lock", O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0, "\(path)-lock cannot be locked")
  }

  deinit { close(descriptor) }

  /// Lets the next one in.
  func release() { flock(descriptor, LOCK_UN) }
}

/// Who has a lock, as the kernel tells it.
struct KernelLocks {
  /// The processes that hold it, and those that wait for it.
  private(set) var holders: [Int32] = []
  private(set) var waiters: [Int32] = []

  /// Looks at an `flock` on a file.
  init(on path: String) throws {
    var status = stat()
    try #require(stat(path, &status) == 0)
    for line in try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n") {
      // `1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF`; one who waits has "->" after the number.
      var fields = line.split(separator: " ", omittingEmptySubsequences: true).dropFirst()
      let isWaiting = fields.first == "->"
      if isWaiting { fields = fields.dropFirst() }
      let words = Array(fields)
      guard words.count > 4, words[0] == "FLOCK", words[4].hasSuffix(":\(status.st_ino)"), let process = Int32(words[3])
      else { continue }
      if isWaiting { waiters.append(process) } else { holders.append(process) }
    }
  }
}

/// Looks again and again until there is an answer: for what the kernel tells nobody. Nil after two minutes.
func eventually<Answer>(_ look: () async throws -> Answer?) async throws -> Answer? {
  let deadline = ContinuousClock.now + .seconds(120)
  while ContinuousClock.now < deadline {
    if let answer = try await look() { return answer }
    try await Task.sleep(for: .milliseconds(5))
  }
  return nil
}
