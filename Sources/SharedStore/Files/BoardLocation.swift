import Foundation

/// Where a board's files are.
///
/// A board is `NAME.hothouse` with SQLite's `-wal` and `-shm` beside it, a lock file (the writers' queue and the
/// bell), a FIFO (the other bell), a ballast file, a directory with one small file for everybody who is here, and one
/// with copies made as each step starts.
public struct BoardLocation: Hashable, Sendable {
  /// How files of boards end.
  public static let fileExtension = "hothouse"

  /// The board's name, as people say it.
  public let name: String
  /// The board file: absolute, symbolic links resolved, so that everybody finds the same lock.
  public let path: String

  /// The board that a person means: a name in the boards' home, or a path (it contains "/" or ends in ".hothouse").
  /// The board need not exist.
  public init(_ argument: String, environment: [String: String] = ProcessInfo.processInfo.environment)
    throws(StoreError)
  {
    if argument.contains("/") || argument.hasSuffix(".\(Self.fileExtension)") {
      try self.init(path: argument)
    } else {
      try self.init(name: argument, home: Self.home(environment: environment))
    }
  }

  init(name: String, home: String) throws(StoreError) {
    guard Self.isUsable(name: name) else {
      throw .unusableName(name, suggestion: Self.slug(of: name))
    }
    self.init(resolving: "\(home)/\(name).\(Self.fileExtension)")
  }

  init(path: String) throws(StoreError) {
    guard !path.isEmpty, !path.utf8.contains(0), !path.hasSuffix("/") else {
      throw .unusableName(path, suggestion: nil)
    }
    self.init(resolving: path)
  }

  private init(resolving path: String) {
    let absolute = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    self.path = Self.resolved(absolute)
    let file = lastComponent(of: self.path)
    name = file.hasSuffix(".\(Self.fileExtension)") ? String(file.dropLast(Self.fileExtension.count + 1)) : file
  }

  private static func resolved(_ path: String) -> String {
    if let whole = realpath(path, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    let directory = parentDirectory(of: path)
    guard let known = realpath(directory, nil) else { return path }
    defer { free(known) }
    let parent = String(cString: known)
    return (parent == "/" ? "" : parent) + "/" + lastComponent(of: path)
  }
}

extension BoardLocation {
  /// The directory that holds the board and the files beside it.
  public var directory: String { parentDirectory(of: path) }

  package var lockFile: String { path + "-lock" }
  package var fifo: String { path + "-bell" }
  package var ballastFile: String { path + "-ballast" }
  /// There from before a redaction until nothing of the old text is left in the files.
  package var wipeFile: String { path + "-wiping" }
  /// Where it says that changes went missing; there only then.
  package var lossFile: String { path + "-lost" }
  /// Where copies of the board are kept, made as each step starts.
  public var backupDirectory: String { path + "-backups" }
  package var presenceDirectory: String { path + "-here" }
  /// Where a board is built before it gets its name.
  package var unfinishedFile: String { path + "-new" }
}

extension BoardLocation {
  /// The directory of boards that have only a name: `$HOTHOUSE_HOME`, else `$XDG_DATA_HOME/hothouse`,
  /// else `~/.local/share/hothouse`.
  public static func home(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let own = environment["HOTHOUSE_HOME"], !own.isEmpty { return own }
    return xdgDirectory("XDG_DATA_HOME", otherwise: ".local/share", environment: environment)
  }

  /// The directory of what may be lost without harm to a board, such as drafts: `$XDG_STATE_HOME/hothouse`,
  /// else `~/.local/state/hothouse`.
  public static func stateHome(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    xdgDirectory("XDG_STATE_HOME", otherwise: ".local/state", environment: environment)
  }

  /// The boards in a home, by name.
  public static func all(in home: String = BoardLocation.home()) -> [BoardLocation] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
    return files.filter { $0.hasSuffix(".\(fileExtension)") }
      .filter { fileStatus("\(home)/\($0)")?.isRegularFile == true }
      .sorted()
      .compactMap { try? BoardLocation(path: "\(home)/\($0)") }
  }

  /// Lower-case letters, digits and hyphens, beginning with a letter or digit, at most 60.
  public static func isUsable(name: String) -> Bool {
    (1...60).contains(name.utf8.count) && name.first != "-"
      && name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  /// A usable name near to the given one, or nil when nothing of it can be kept.
  static func slug(of name: String) -> String? {
    let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en"))
    let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = String(words.joined(separator: "-").prefix(60))
    return isUsable(name: slug) ? slug : nil
  }

  private static func xdgDirectory(
    _ variable: String, otherwise: String, environment: [String: String]
  ) -> String {
    // The XDG rules: a path that is not absolute is to be ignored.
    if let base = environment[variable], base.hasPrefix("/") { return "\(base)/hothouse" }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return "\(home)/\(otherwise)/hothouse"
  }
}
