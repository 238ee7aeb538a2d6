import IdeaPipeline

/// The seeds there are to start a board from.
public struct SeedLibrary: Sendable {
  private let paths: SettingsPaths

  /// A library over the given places.
  public init(paths: SettingsPaths) { self.paths = paths }

  /// A seed as a list shows it.
  public struct Listing: Sendable {
    public let name: String
    public let path: String
    public let place: SettingsPaths.Place
    /// The seed, or why it cannot be used.
    public let seed: Result<BoardSeed, SettingsError>
  }

  /// Every seed by name; where two have one name, the one that would be used.
  public func list() -> [Listing] {
    var listed: Set<String> = []
    return paths.files(in: "seeds").filter { listed.insert($0.name).inserted }.map { file in
      Listing(
        name: file.name, path: file.path, place: file.place,
        seed: Result { () throws(SettingsError) in try Self.read(file.path, name: file.name) })
    }
  }

  /// The seed of this name.
  public func seed(named name: String) throws(SettingsError) -> BoardSeed {
    let files = paths.files(in: "seeds")
    guard let file = files.first(where: { $0.name == name }) else {
      let known = Set(files.map(\.name)).sorted()
      throw .notFound(
        what: "seed", name: name, suggestion: Spelling.nearest(to: name, among: known), known: known)
    }
    return try Self.read(file.path, name: file.name)
  }

  /// The seed in a file.
  public static func seed(file path: String) throws(SettingsError) -> BoardSeed {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".yaml", ".yml"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    return try read(path, name: name)
  }

  /// The seed that somebody at a shell means: a file where the word has a "/" or ends in ".yaml" or ".yml", else a name.
  public func seed(_ nameOrFile: String) throws(SettingsError) -> BoardSeed {
    let isFile = nameOrFile.contains("/") || nameOrFile.hasSuffix(".yaml") || nameOrFile.hasSuffix(".yml")
    return isFile ? try Self.seed(file: nameOrFile) : try seed(named: nameOrFile)
  }

  private static func read(_ path: String, name: String) throws(SettingsError) -> BoardSeed {
    try SeedReader.read(SettingsError.text(ofFile: path), name: name, file: path)
  }
}
