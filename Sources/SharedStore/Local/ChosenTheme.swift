import Foundation

/// The theme that the person of this account chose last on the screens.
public struct ChosenTheme: Sendable {
  /// Where it is kept.
  public let path: String

  /// - Parameter environment: says where the state of programs is kept.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    path = "\(BoardLocation.stateHome(environment: environment))/theme"
  }

  /// What the file says.
  public enum Reading: Hashable, Sendable {
    /// None was chosen yet.
    case nothing
    case name(String)
    /// It holds no name of a theme, or cannot be read: a sentence that names the file.
    case broken(String)
  }

  /// Reads the name.
  public func read() -> Reading {
    guard let found = fileStatus(path) else { return .nothing }
    let isSmall = found.isRegularFile && found.st_size <= 200
    let text = isSmall ? try? String(contentsOfFile: path, encoding: .utf8) : nil
    let name = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_ ".contains($0) }) else {
      return .broken("\(path) holds no name of a theme. Choose a theme on the screens to write it anew.")
    }
    return .name(name)
  }

  /// Remembers a theme for later visits.
  public func keep(_ name: String) throws(StoreError) {
    try FileAccess.ownerOnly.createDirectory(parentDirectory(of: path))
    try replaceFile(path, with: "\(name)\n".utf8, access: .ownerOnly)
  }
}
