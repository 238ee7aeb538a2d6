import CellGrid

/// The themes there are.
public struct ThemeLibrary: Sendable {
  /// The theme that is used when none is asked for, or the one asked for is broken.
  public static let defaultName = "dark"

  private let paths: SettingsPaths

  /// A library over the given places.
  public init(paths: SettingsPaths) { self.paths = paths }

  /// A theme as a list shows it.
  public struct Listing: Sendable {
    public let name: String
    /// One line on what it is like.
    public let about: String
    public let path: String
    public let place: SettingsPaths.Place
    /// The theme, or why it cannot be used.
    public let theme: Result<Theme, SettingsError>
  }

  /// A theme to draw with.
  public struct Choice: Sendable {
    public let theme: Theme
    /// Why it is not the one asked for; sentences for the person at the keyboard.
    public let problem: String?
  }

  /// Every theme by name; where two have one name, the one that would be used.
  public func list() -> [Listing] {
    var listed: Set<String> = []
    return paths.files(in: "themes").filter { listed.insert($0.name).inserted }.map { file in
      let sheets = Result { () throws(SettingsError) in try self.sheets(from: file) }
      return Listing(
        name: file.name, about: (try? sheets.get().first?.about) ?? "", path: file.path, place: file.place,
        theme: Result { () throws(SettingsError) in try ThemeSheet.theme(named: file.name, sheets.get()) })
    }
  }

  /// The theme of this name.
  public func theme(named name: String) throws(SettingsError) -> Theme {
    let files = paths.files(in: "themes")
    guard let file = files.first(where: { $0.name == name }) else {
      let known = Set(files.map(\.name)).sorted()
      throw .notFound(
        what: "theme", name: name, suggestion: Spelling.nearest(to: name, among: known), known: known)
    }
    return try ThemeSheet.theme(named: name, sheets(from: file))
  }

  /// The theme of this name, or the default one and why. There is always something to draw with.
  public func choice(named name: String?) -> Choice {
    let wanted = name ?? Self.defaultName
    do throws(SettingsError) {
      return Choice(theme: try theme(named: wanted), problem: nil)
    } catch {
      let fallBack = (try? theme(named: Self.defaultName)) ?? Theme.plain
      let problem = "The theme “\(wanted)” cannot be used, so “\(fallBack.name)” is.\n\(error)"
      return Choice(theme: fallBack, problem: problem)
    }
  }

  /// The theme in a file and those it inherits from, nearest first.
  private func sheets(from file: SettingsPaths.File) throws(SettingsError) -> [ThemeSheet] {
    var chain = [file]
    var sheets = [try ThemeSheet.read(SettingsError.text(ofFile: file.path), file: file.path)]
    while let last = sheets.last, let parent = last.inherits {
      guard let next = parentFile(named: parent.name, of: chain[chain.count - 1]) else {
        last.journal.note(
          parent.position, "There is no theme “\(parent.name)” to inherit from.",
          suggestion: Spelling.nearest(to: parent.name, among: Set(paths.files(in: "themes").map(\.name))))
        break
      }
      if chain.contains(next) {
        let circle = (chain.map(\.name) + [next.name]).joined(separator: " → ")
        last.journal.note(parent.position, "Themes inherit from one another in a circle: \(circle).")
        break
      }
      chain.append(next)
      sheets.append(try ThemeSheet.read(SettingsError.text(ofFile: next.path), file: next.path))
    }
    return sheets
  }

  /// A theme that inherits from its own name means the one it hides: the user's "dark" may change a colour of the "dark"
  /// that was installed.
  private func parentFile(named name: String, of child: SettingsPaths.File) -> SettingsPaths.File? {
    let candidates = paths.files(in: "themes").filter { $0.name == name }
    guard name == child.name, let place = candidates.firstIndex(of: child) else { return candidates.first }
    return place + 1 < candidates.count ? candidates[place + 1] : child
  }
}
