import Foundation
import Testing

/// Unix accounts made for one test, in a group of their own, and one outside of it. Only root can make them.
final class TemporaryAccounts: Sendable {
  static let canBeMade =
    geteuid() == 0 && access("/usr/sbin/useradd", X_OK) == 0 && access("/usr/bin/setpriv", X_OK) == 0

  let group: String
  let members: [String]
  let outsider: String
  private let home: BoardsHome

  /// Names for accounts that live in directories of this home.
  init(in home: BoardsHome) {
    self.home = home
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    group = "hh\(mark)"
    members = ["hh\(mark)a", "hh\(mark)b"]
    outsider = "hh\(mark)c"
  }

  /// Makes the accounts, and a directory "shared" that is set up for the group.
  func make() async throws {
    try await run("/usr/sbin/groupadd", group)
    for account in members + [outsider] {
      let name = account == members[0] ? "Ann Price" : ""
      try await run(
        "/usr/sbin/useradd", "--no-create-home", "--no-user-group", "--gid", "nogroup", "--shell", "/bin/sh",
        "--comment", name, account)
      try await run("/usr/bin/install", "-d", "-o", account, "-m", "700", directory(of: account))
    }
    for account in members { try await run("/usr/sbin/usermod", "--append", "--groups", group, account) }
    try await run("/usr/bin/install", "-d", "-g", group, "-m", "2770", shared)
  }

  /// Takes the accounts away again; `deinit` could not wait.
  func remove() async throws {
    for account in members + [outsider] where getpwnam(account) != nil { try await run("/usr/sbin/userdel", account) }
    if getgrnam(group) != nil { try await run("/usr/sbin/groupdel", group) }
  }

  /// The directory that the group shares.
  var shared: String { "\(home.path)/shared" }

  /// Runs the program as one of the accounts.
  func run(as account: String, umask: String = "022", _ arguments: String...) async throws -> Outcome {
    try await run(as: account, umask: umask, arguments)
  }

  /// Runs the program as one of the accounts.
  func run(
    as account: String, umask: String = "022", _ command: [String], _ more: String...
  ) async throws -> Outcome {
    let own = [
      "HOME=\(directory(of: account))", "HOTHOUSE_HOME=\(shared)", "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin",
    ]
    let script = "umask \(umask); cd \(directory(of: account)); exec env -i \"$@\""
    let program = [
      "--reuid", account, "--regid", "nogroup", "--init-groups", "/bin/sh", "-c", script, "sh",
    ]
    return try await home.start("/usr/bin/setpriv", program + own + [RunningProgram.path] + command + more).outcome()
  }

  private func directory(of account: String) -> String { "\(home.path)/of-\(account)" }

  private func run(_ program: String, _ arguments: String...) async throws {
    let outcome = try await home.start(program, arguments).outcome()
    try #require(outcome.status == 0, "\(program) \(arguments): \(outcome)")
  }
}

extension BoardsHome {
  /// Does something with accounts that are gone afterwards.
  static func withAccounts(_ body: (TemporaryAccounts) async throws -> Void) async throws {
    let accounts = TemporaryAccounts(in: try BoardsHome())
    do {
      try await accounts.make()
      try await body(accounts)
    } catch {
      try? await accounts.remove()
      throw error
    }
    try await accounts.remove()
  }
}
