import Foundation
import IdeaPipeline
import SharedStore

/// Figures of the store as ratios within one run, so that they mean the same on any machine: `make bench`. Ends with
/// status 1 when a bound is missed.
@main struct StoreBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case nil: exit(try isWithinBounds() ? 0 : 1)
    case "post": try Worker.post(at: arguments[1], milliseconds: Int(arguments[2]) ?? 0)
    case "list": try Worker.list(at: arguments[1], limit: Int(arguments[2]) ?? 0)
    default: exit(64)
    }
  }

  private static func isWithinBounds() throws -> Bool {
    let directory = try Workplace()
    defer { directory.remove() }
    print("Building boards of 1,000 and 20,000 operations in \(directory.path) …")
    let small = try BenchBoard(at: directory.board("small"), operations: 1_000)
    let large = try BenchBoard(at: directory.board("large"), operations: 20_000)
    var table = Table()
    try Readings(small: small, large: large).measure(&table)
    try Writings(small: small, large: large, directory: directory).measure(&table)
    try Crowd(directory: directory).measure(&table)
    try Openings(directory: directory).measure(&table)
    return !table.isMissed
  }
}
