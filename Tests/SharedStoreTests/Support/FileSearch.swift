import Foundation
import Testing

/// The files below a directory that hold one of the words in their bytes, in capitals or not. Another program looks:
/// reading a board's files here would drop SQLite's locks for the whole process.
func files(in directory: String, holding words: some Sequence<String>) throws -> [String] {
  let grep = Process()
  grep.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  let patterns = words.flatMap { ["-e", $0] }
  try #require(!patterns.isEmpty)
  grep.arguments = ["LC_ALL=C", "grep", "-rlaiF", "-D", "skip"] + patterns + ["--", directory]
  let output = Pipe()
  grep.standardOutput = output
  try grep.run()
  let found = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  grep.waitUntilExit()
  try #require(grep.terminationStatus < 2, "grep could not look at everything")
  return found.split(separator: "\n").map(String.init)
}
