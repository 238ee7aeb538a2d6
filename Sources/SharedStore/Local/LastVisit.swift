import Foundation

/// How far one person has read one board: the last sequence number they saw. Kept beside the drafts, by this account.
public struct LastVisit: Sendable {
  private let path: String

  /// - Parameters:
  ///   - board: the board's identity, which stays the same when its file is renamed.
  ///   - person: the person's handle.
  public init(
    board: String, person: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let home = BoardLocation.stateHome(environment: environment)
    path = "\(home)/visits/\(safeName(board))/\(safeName(person))"
  }

  /// The sequence number, or nil at the first visit.
  public func read() -> Int? {
    (try? String(contentsOfFile: path, encoding: .utf8))
      .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// Remembers a sequence number; an earlier one than is remembered already changes nothing.
  public func record(_ seq: Int) throws(StoreError) {
    if let known = read(), known >= seq { return }
    try FileAccess.ownerOnly.createDirectory(parentDirectory(of: path))
    try replaceFile(path, with: "\(seq)\n".utf8, access: .ownerOnly)
  }
}
