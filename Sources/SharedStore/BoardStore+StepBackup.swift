import Foundation
import IdeaPipeline

extension BoardStore {
  /// How many copies made at the start of steps are kept; older ones go.
  public static let keptBackups = 20

  /// Copies the board as it is now into its folder of backups, named after the moment, the session and the step the room is
  /// in, and lets the oldest copies go. Others go on writing meanwhile; call it after a step was started, and tell a failure
  /// without stopping for it.
  /// - Returns: the file; nil when the room is in no step.
  @discardableResult public func backUpStep() throws -> String? {
    let found = try connections.read { db -> (Session, AgendaStep)? in
      let board = SQLiteBoard(db, connections.tables)
      guard let session = board.openSession, let step = board.currentStep else { return nil }
      return (session, step)
    }
    guard let (session, step) = found else { return nil }
    try FileAccess.of(directory: location.directory).createDirectory(location.backupDirectory)
    let name = Self.backupName(session, step, at: clock().wall)
    var path = "\(location.backupDirectory)/\(name).hothouse"
    var again = 1
    // The same step again within a second.
    while fileStatus(path) != nil {
      again += 1
      path = "\(location.backupDirectory)/\(name)-\(again).hothouse"
    }
    try backup(to: path)
    removeOldBackups()
    return path
  }

  /// "2026-11-21T183300Z-session-1-step-2-gallery": in the order of their names they are in that of their times.
  private static func backupName(_ session: Session, _ step: AgendaStep, at now: Timestamp) -> String {
    let format = Date.ISO8601FormatStyle(timeSeparator: .omitted, timeZone: .gmt)
    let moment = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000).formatted(format)
    let title = BoardLocation.slug(of: step.plan.title).map { "-\($0)" } ?? ""
    return "\(moment)-session-\(session.number)-step-\(step.place)\(title)"
  }

  /// Only files named as ours are: what somebody else has put there stays.
  private func removeOldBackups() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: location.backupDirectory)) ?? []
    let own = files.filter { $0.contains("Z-session-") && $0.hasSuffix(".\(BoardLocation.fileExtension)") }.sorted()
    for file in own.dropLast(Self.keptBackups) { unlink("\(location.backupDirectory)/\(file)") }
  }
}
