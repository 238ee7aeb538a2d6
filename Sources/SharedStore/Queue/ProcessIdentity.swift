import Foundation

/// One run of one program. A process number alone is used again after a while; together with the time it started
/// it is not.
public struct ProcessIdentity: Hashable, Sendable {
  /// The process number.
  public let pid: Int32
  /// When it started, in clock ticks since the machine did (field 22 of proc(5)).
  public let startTime: UInt64

  package static let current = ProcessIdentity(pid: getpid())

  package init(pid: Int32, startTime: UInt64) {
    self.pid = pid
    self.startTime = startTime
  }

  /// The process that has this number now; start time 0 when there is none.
  init(pid: Int32) {
    self.init(pid: pid, startTime: ProcessStatus(pid: pid)?.startTime ?? 0)
  }

  /// What the kernel says about it, or nil when it has ended.
  package var status: ProcessStatus? {
    ProcessStatus(pid: pid).flatMap { $0.startTime == startTime ? $0 : nil }
  }
}

/// A line of /proc/PID/stat.
package struct ProcessStatus: Equatable, Sendable {
  /// "R", "S", "T" (stopped) and so on.
  package let state: Character
  package let startTime: UInt64
  /// The account it runs as.
  package let account: uid_t

  package var isStopped: Bool { state == "T" }

  init?(pid: Int32) {
    guard pid > 0, let owner = fileStatus("/proc/\(pid)"),
      let line = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let parsed = Self.parse(line)
    else { return nil }
    (state, startTime) = parsed
    account = owner.st_uid
  }

  /// The program's name stands in brackets and may itself contain brackets and spaces: count from the last one.
  static func parse(_ line: String) -> (state: Character, startTime: UInt64)? {
    guard let bracket = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: bracket)...].split(separator: " ")
    guard fields.count > 19, let state = fields[0].first, let start = UInt64(fields[19]) else { return nil }
    return (state, start)
  }
}
