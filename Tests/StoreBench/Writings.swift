import Foundation
import IdeaPipeline
import SharedStore

/// What a change costs, from the call to the answer that it is on the disk.
struct Writings {
  let small: BenchBoard
  let large: BenchBoard
  let directory: Workplace

  func measure(_ table: inout Table) throws {
    let (one, other) = try Stopwatch.compare(300) {
      try large.post()
    } _: {
      try small.post()
    }
    table.add(
      "posting an idea", Stopwatch.words(one), against: "1,000 operations: \(Stopwatch.words(other))", one / other,
      .atMost(2))
    let file = open("\(directory.path)/append", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    // A post writes about 27 pages to the WAL: the log, the idea, its indexes and the search.
    let line = [UInt8](repeating: 0x61, count: 200)
    let (post, append) = try Stopwatch.compare(300) {
      try large.post()
    } _: {
      guard write(file, line, line.count) == line.count, fdatasync(file) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    table.add(
      "posting an idea", Stopwatch.words(post), against: "append and sync of 200 bytes: \(Stopwatch.words(append))",
      post / append, .atMost(10))
  }
}
