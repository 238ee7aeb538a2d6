import Foundation

/// Where seeds and themes are looked for: the user's own first, then what was installed beside the binary, then the
/// checkout it was built in.
public struct SettingsPaths: Hashable, Sendable {
  /// Whose files a directory holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// `$XDG_CONFIG_HOME/hothouse`, else `~/.config/hothouse`.
    case own
    /// `../share/hothouse` beside the binary.
    case installed
    /// The source directory that the binary lies in.
    case checkout
  }

  /// A directory that may hold the folders `seeds` and `themes`.
  public struct Place: Hashable, Sendable {
    public let kind: Kind
    /// Absolute; need not exist.
    public let directory: String
  }

  /// In the order they are looked through.
  public let places: [Place]

  /// The places for a process with this environment, whose binary is at `executable` (links are followed).
  public init(environment: [String: String], executable: String) {
    let binary = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = binary.deletingLastPathComponent().appendingPathComponent("share/hothouse")
    var places: [Place] = []
    if let own = Self.ownDirectory(environment) { places.append(Place(kind: .own, directory: own)) }
    places.append(Place(kind: .installed, directory: installed.path))
    if let checkout = Self.checkout(above: binary) { places.append(Place(kind: .checkout, directory: checkout)) }
    self.places = places
  }

  /// A file of one of the folders.
  struct File: Hashable {
    /// Without the extension.
    let name: String
    let path: String
    let place: Place
  }

  /// The YAML files of a folder in all places: by name, and of one name in the order of the places.
  func files(in folder: String) -> [File] {
    let found = places.enumerated().flatMap { order, place in
      let directory = place.directory + "/" + folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { name in
        (order: order, file: File(name: String(name.dropLast(5)), path: directory + "/" + name, place: place))
      }
    }
    return found.sorted { ($0.file.name, $0.order) < ($1.file.name, $1.order) }.map(\.file)
  }

  private static func ownDirectory(_ environment: [String: String]) -> String? {
    // The XDG rules: a relative path counts as not set.
    if let configured = environment["XDG_CONFIG_HOME"], configured.hasPrefix("/") { return configured + "/hothouse" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.config/hothouse" }
    return nil
  }

  private static func checkout(above start: URL) -> String? {
    var directory = start
    while directory.path != "/", directory.path != "" {
      let isCheckout = ["Package.swift", "seeds"].allSatisfy {
        FileManager.default.fileExists(atPath: directory.path + "/" + $0)
      }
      if isCheckout { return directory.path }
      directory = directory.deletingLastPathComponent()
    }
    return nil
  }
}

extension SettingsError {
  /// The most bytes a file that people write may have.
  private static let largest = 1_000_000

  /// Whether anything is at this path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The text of a file.
  static func text(ofFile path: String) throws(SettingsError) -> String {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .unreadable(file: path, reason: "there is no such file.")
    }
    if isDirectory.boolValue { throw .unreadable(file: path, reason: "it is a directory.") }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw .unreadable(file: path, reason: "it is not an ordinary file.")
    }
    if let size = attributes?[.size] as? Int, size > largest {
      throw .unreadable(file: path, reason: "it has \(size) bytes; at most \(largest) are read.")
    }
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw .unreadable(file: path, reason: "you may not read it.")
    }
    guard let text = String(validating: contents, as: UTF8.self) else {
      throw .unreadable(file: path, reason: "it is not text in UTF-8.")
    }
    return text
  }
}
