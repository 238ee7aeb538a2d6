import Foundation
import IdeaPipeline
import SharedStore

/// What surrounds a command: streams, environment, account, clock and randomness. A test stands in for any of them.
struct Shell: Sendable {
  var output: Outlet
  var errors: Outlet
  var input: Inlet
  var environment: [String: String]
  var account: Account
  var clock: @Sendable () -> HostMoment
  var randomness: Randomness

  /// The shell this process was started from.
  static func ofThisProcess() -> Shell {
    let environment = ProcessInfo.processInfo.environment
    return Shell(
      output: .descriptor(STDOUT_FILENO, environment: environment),
      errors: .descriptor(STDERR_FILENO, environment: environment),
      input: .standard,
      environment: environment,
      account: .ofThisProcess(),
      clock: BoardStore.hostClock,
      randomness: Randomness {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
  }

  /// The wall clock.
  func now() -> Timestamp { clock().wall }

  /// Tells the person of something that stops nothing.
  func warn(_ sentence: String) {
    try? errors.send("hothouse: \(HarmlessText.lines(sentence))\n")
  }

  /// A new identity each time.
  func newIdentity() -> OperationID {
    var randomness = randomness
    return OperationID(using: &randomness)
  }
}

/// Where random numbers come from.
struct Randomness: RandomNumberGenerator, Sendable {
  private let nextNumber: @Sendable () -> UInt64

  /// A source as given.
  init(_ nextNumber: @escaping @Sendable () -> UInt64) { self.nextNumber = nextNumber }

  mutating func next() -> UInt64 { nextNumber() }
}

/// The Unix account somebody works under.
struct Account: Sendable, Hashable {
  let id: UInt32
  /// "ann"; the number where the system knows no name.
  let name: String
  /// The display name the system has: "Ann Price".
  let fullName: String?

  /// The account this process runs under.
  static func ofThisProcess() -> Account {
    let id = geteuid()
    guard let entry = getpwuid(id) else { return Account(id: id, name: String(id), fullName: nil) }
    let comment = entry.pointee.pw_gecos.map { String(cString: $0) } ?? ""
    let fullName = comment.prefix { $0 != "," }
    return Account(
      id: id, name: String(cString: entry.pointee.pw_name), fullName: fullName.isEmpty ? nil : String(fullName))
  }
}
