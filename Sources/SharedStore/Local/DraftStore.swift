import Foundation

/// What one person has typed on one board and not yet posted.
///
/// Drafts are files of their own, never part of the board: they may be lost without harm to it, and nobody else sees
/// them. Each save replaces a whole file, so after `kill -9` or a power cut there is the older text or the newer.
public struct DraftStore: Hashable, Sendable {
  /// A draft that was found.
  public struct Draft: Equatable, Sendable {
    /// Where it was typed, such as "new-idea" or "comment-14".
    public let place: String
    /// When it was last saved.
    public let savedAt: Date
    /// What was saved.
    public let text: String
  }

  private let directory: String

  /// - Parameters:
  ///   - board: the board's identity, which stays the same when its file is renamed.
  ///   - person: the person's handle.
  public init(
    board: String, person: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    directory = "\(BoardLocation.stateHome(environment: environment))/drafts/\(safeName(board))/\(safeName(person))"
  }

  /// Keeps a text, instead of the one kept for this place before. Returns when it is on the disk.
  public func save(_ text: String, at place: String) throws(StoreError) {
    try FileAccess.ownerOnly.createDirectory(directory)
    try replaceFile(file(for: place), with: text.utf8, access: .ownerOnly)
  }

  /// The text kept for a place, or nil.
  public func load(_ place: String) -> String? {
    try? String(contentsOfFile: file(for: place), encoding: .utf8)
  }

  /// Forgets the text kept for a place, if there is any.
  public func discard(_ place: String) throws(StoreError) {
    guard unlink(file(for: place)) == 0 || errno == ENOENT else { throw .failed("discard", file(for: place)) }
  }

  /// All drafts, the latest first.
  public func list() -> [Draft] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    removeLeftovers(among: names)
    return names.compactMap(draft(named:)).sorted { ($1.savedAt, $0.place) < ($0.savedAt, $1.place) }
  }

  private func file(for place: String) -> String { "\(directory)/\(safeName(place))" }

  private func draft(named name: String) -> Draft? {
    guard !name.hasPrefix("."), let place = textOfSafeName(name),
      let status = fileStatus("\(directory)/\(name)"), status.isRegularFile,
      let text = try? String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
    else { return nil }
    return Draft(place: place, savedAt: Date(timeIntervalSince1970: status.modified), text: text)
  }

  /// A save that was killed before it could rename leaves its file; nobody is still writing one a minute old.
  private func removeLeftovers(among names: [String]) {
    for name in names where name.hasPrefix(".") && name.hasSuffix(".new") {
      let path = "\(directory)/\(name)"
      guard let status = fileStatus(path), Date().timeIntervalSince1970 - status.modified > 60 else { continue }
      unlink(path)
    }
  }
}
