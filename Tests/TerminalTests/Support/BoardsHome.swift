import Foundation

/// A home of boards of its own, in which the real program runs; gone when nobody needs it any more.
final class BoardsHome: Sendable {
  /// The directory that holds everything.
  let path: String

  init() throws {
    let name = "hothouse-test-\(UInt64.random(in: .min ... .max))"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: "\(path)/home", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What the program finds in its environment: nothing of the account that runs the tests.
  var environment: [String: String] {
    [
      "HOTHOUSE_HOME": "\(path)/boards", "HOME": "\(path)/home", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  /// The file of a board in this home.
  func file(of board: String) -> String { "\(path)/boards/\(board).hothouse" }

  /// Writes a file beside the boards and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: [String], input: String? = nil) async throws -> Outcome {
    try await start(arguments, input: input).outcome()
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil) async throws -> Outcome {
    try await run(arguments, input: input)
  }

  /// Starts the program.
  func start(_ arguments: [String], input: String? = nil) throws -> RunningProgram {
    try start(RunningProgram.path, arguments, input: input)
  }

  /// Starts another program in the same surroundings, such as a shell that runs ours.
  func start(_ program: String, _ arguments: [String], input: String? = nil) throws -> RunningProgram {
    try RunningProgram(program, arguments, environment: environment, scratch: path, input: input)
  }

  /// Starts the program so that its lines can be read as they come.
  func watch(_ arguments: String...) throws -> RunningProgram {
    try RunningProgram(
      RunningProgram.path, arguments, environment: environment, scratch: path, input: nil, isWatched: true)
  }
}

/// How a run of the program ended.
struct Outcome: CustomStringConvertible {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The output as one JSON value.
  func json<T: Decodable>(_ type: T.Type = T.self) throws -> T {
    try JSONDecoder().decode(type, from: Data(output.utf8))
  }

  /// The output as one JSON object.
  func object() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
  }

  /// The output as an array of JSON objects.
  func objects() throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
  }

  var description: String { "exit \(status)\n\(output)\(errors)" }
}
