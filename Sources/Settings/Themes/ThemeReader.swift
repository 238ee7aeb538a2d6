import CellGrid
import Yams

/// What one theme file says, before it is laid over the one it inherits from.
struct ThemeSheet {
  /// A colour that a scope names, and where.
  struct ColourName {
    let name: String
    let position: FilePosition?
  }

  /// What a scope looks like, colours still as names.
  struct Look {
    var foreground: ColourName?
    var background: ColourName?
    var attributes: Attributes = []
  }

  var about = ""
  var isLight: Bool?
  var inherits: ColourName?
  var palette: [String: Colour] = [:]
  var looks: [ThemeToken: Look] = [:]
  let journal: MistakeJournal

  /// Reads the text of a theme file; what is wrong goes into the sheet's journal.
  static func read(_ text: String, file: String) throws(SettingsError) -> ThemeSheet {
    let tree = try YAMLTree(text, file: file)
    var sheet = ThemeSheet(journal: MistakeJournal(file: file))
    guard let root = tree.root, !root.isNothing else {
      sheet.journal.note(nil, "This file is empty; a theme has at least “scopes” or “inherits”.")
      throw .mistakes(sheet.journal.mistakes)
    }
    _ = MapReader.read(root, "a theme", in: tree, sheet.journal) { map in
      sheet.about = map.optionalText("about", .reason) ?? ""
      sheet.isLight = map.yesNo("light")
      sheet.inherits = map.entry("inherits").flatMap { entry in
        map.written(entry.node, "inherits").map { ColourName(name: $0, position: entry.node.position) }
      }
      sheet.readPalette(map)
      sheet.readScopes(map)
    }
    return sheet
  }

  private mutating func readPalette(_ map: MapReader) {
    let colours = map.named("palette", "the palette") { entry -> (String, Colour)? in
      guard !entry.node.isNothing else {
        journal.note(entry.position, "“\(entry.key)” has no value. A colour with “#” stands in quotes: \"#3b82f6\".")
        return nil
      }
      guard let written = map.written(entry.node, entry.key) else { return nil }
      if let colour = ColourReader.colour(written) { return (entry.key, colour) }
      journal.note(
        entry.node.position,
        "“\(written)” is no colour: write \"#rrggbb\", a number from 0 to 255, or a name such as “bright-blue”.",
        suggestion: Spelling.nearest(to: written, among: ColourReader.names.keys))
      return nil
    }
    palette = Dictionary(colours) { first, _ in first }
  }

  private mutating func readScopes(_ map: MapReader) {
    let found = map.named("scopes", "the scopes") { entry -> (ThemeToken, Look)? in
      guard let token = ThemeToken(rawValue: entry.key) else {
        journal.note(
          entry.position, "There is no scope “\(entry.key)”.",
          suggestion: Spelling.nearest(to: entry.key, among: ThemeToken.allCases.map(\.rawValue)))
        return nil
      }
      return look(entry, map).map { (token, $0) }
    }
    looks = Dictionary(found) { first, _ in first }
  }

  private func look(_ entry: MapReader.Entry, _ map: MapReader) -> Look? {
    if entry.node.isNothing {
      journal.note(entry.position, "“\(entry.key)” has no value. A colour with “#” stands in quotes: \"#3b82f6\".")
      return nil
    }
    if case .scalar(let scalar) = entry.node {
      return Look(foreground: ColourName(name: scalar.string, position: entry.node.position))
    }
    return MapReader.read(entry.node, "a scope", in: map.tree, journal) { scope in
      var look = Look()
      look.foreground = Self.colourName("fg", scope)
      look.background = Self.colourName("bg", scope)
      for (name, attribute) in Attributes.named where scope.yesNo(name) == true { look.attributes.insert(attribute) }
      return look
    }
  }

  private static func colourName(_ key: String, _ map: MapReader) -> ColourName? {
    map.entry(key).flatMap { entry in
      map.written(entry.node, key).map { ColourName(name: $0, position: entry.node.position) }
    }
  }
}

extension ThemeSheet {
  /// The sheets laid over one another, the theme itself first, then what it inherits from. Colour names are looked up in
  /// the palettes of all of them, so that a theme may change a colour and keep the scopes.
  static func theme(named name: String, _ sheets: [ThemeSheet]) throws(SettingsError) -> Theme {
    var palette: [String: Colour] = [:]
    for sheet in sheets.reversed() { palette.merge(sheet.palette) { _, nearer in nearer } }
    var appearances: [ThemeToken: Appearance] = [:]
    for sheet in sheets.reversed() {
      for (token, look) in sheet.looks { appearances[token] = sheet.appearance(look, palette) }
    }
    let mistakes = sheets.flatMap(\.journal.mistakes)
    if !mistakes.isEmpty { throw .mistakes(mistakes) }
    return Theme(
      name: name, isLight: sheets.lazy.compactMap(\.isLight).first ?? false, appearances: appearances)
  }

  private func appearance(_ look: Look, _ palette: [String: Colour]) -> Appearance {
    Appearance(
      foreground: look.foreground.flatMap { colour($0, palette) },
      background: look.background.flatMap { colour($0, palette) }, attributes: look.attributes)
  }

  private func colour(_ named: ColourName, _ palette: [String: Colour]) -> Colour? {
    if let colour = palette[named.name] ?? ColourReader.colour(named.name) { return colour }
    let known = Array(palette.keys) + Array(ColourReader.names.keys)
    journal.note(
      named.position, "There is no colour “\(named.name)” in the palette.",
      suggestion: Spelling.nearest(to: named.name, among: known))
    return nil
  }
}
