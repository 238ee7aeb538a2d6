import Foundation
import Testing

@testable import Settings

@Suite("Where files are looked for")
struct SettingsPathsTests {
  @Test(
    "The user's own directory follows the XDG rules",
    arguments: [
      (["XDG_CONFIG_HOME": "/cfg", "HOME": "/home/a"], "/cfg/hothouse"),
      (["HOME": "/home/a"], "/home/a/.config/hothouse"),
      (["XDG_CONFIG_HOME": "cfg", "HOME": "/home/a"], "/home/a/.config/hothouse"),
      (["XDG_CONFIG_HOME": "", "HOME": ""], nil),
    ] as [([String: String], String?)])
  func own(_ environment: [String: String], _ directory: String?) {
    let paths = SettingsPaths(environment: environment, executable: "/opt/hh/bin/hothouse")
    #expect(paths.places.first { $0.kind == .own }?.directory == directory)
    #expect(paths.places.first { $0.kind == .installed }?.directory == "/opt/hh/share/hothouse")
    #expect(!paths.places.contains { $0.kind == .checkout })
  }

  @Test("A link to the binary leads to what was installed beside the binary itself")
  func links() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "app/bin/hothouse")
    try scratch.write("title: Installed", to: "app/share/hothouse/seeds/day.yaml")
    try scratch.write("", to: "elsewhere/bin/x")
    let link = scratch.path + "/elsewhere/bin/hothouse"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path + "/app/bin/hothouse")
    let library = SeedLibrary(paths: SettingsPaths(environment: [:], executable: link))
    #expect(try library.seed(named: "day").title == "Installed")
  }

  @Test("A binary inside a checkout finds the checkout above it")
  func aboveTheBinary() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "tree/Package.swift")
    try scratch.write("title: From the checkout", to: "tree/seeds/day.yaml")
    let paths = SettingsPaths(environment: [:], executable: scratch.path + "/tree/.build/x/debug/hothouse")
    #expect(paths.places.last == SettingsPaths.Place(kind: .checkout, directory: scratch.path + "/tree"))
    #expect(try SeedLibrary(paths: paths).seed(named: "day").title == "From the checkout")
  }

  @Test("One's own seed hides an installed one of the same name, in the list too")
  func shadowing() throws {
    let scratch = try Scratch()
    try scratch.write("title: Own", to: "config/hothouse/seeds/day.yaml")
    try scratch.write("title: Installed", to: "app/share/hothouse/seeds/day.yaml")
    try scratch.write("titel: Broken", to: "app/share/hothouse/seeds/week.yaml")
    try scratch.write("not a seed", to: "app/share/hothouse/seeds/notes.txt")
    let list = SeedLibrary(paths: scratch.paths).list()
    #expect(list.map(\.name) == ["day", "week"])
    #expect(list.map(\.place.kind) == [.own, .installed])
    #expect(try list[0].seed.get().title == "Own")
    #expect(throws: SettingsError.self) { try list[1].seed.get() }
  }

  @Test("A name that nothing has gets a suggestion, and a path is never taken for a name")
  func unknownNames() throws {
    let scratch = try Scratch()
    try scratch.write("title: Day", to: "config/hothouse/seeds/day-one.yaml")
    let library = SeedLibrary(paths: scratch.paths)
    let slip = #expect(throws: SettingsError.self) { try library.seed("day-oen") }
    #expect(slip?.description == "There is no seed “day-oen”. Did you mean “day-one”?")
    let far = #expect(throws: SettingsError.self) { try library.seed("workshop") }
    #expect(far?.description == "There is no seed “workshop”. There are: day-one.")
    #expect(throws: SettingsError.self) { try library.seed(named: "../seeds/day-one") }
    #expect(try library.seed(scratch.path + "/config/hothouse/seeds/day-one.yaml").name == "day-one")
  }

  @Test("What is no readable text is told so")
  func unreadable() throws {
    let scratch = try Scratch()
    let missing = #expect(throws: SettingsError.self) { try SeedLibrary.seed(file: scratch.path + "/none.yaml") }
    #expect(missing?.description == "\(scratch.path)/none.yaml cannot be read: there is no such file.")
    let directory = #expect(throws: SettingsError.self) { try SeedLibrary.seed(file: scratch.path) }
    #expect(directory?.description.hasSuffix("it is a directory.") == true)
    try Data([0x74, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: scratch.path + "/latin.yaml"))
    let latin = #expect(throws: SettingsError.self) { try SeedLibrary.seed(file: scratch.path + "/latin.yaml") }
    #expect(latin?.description.hasSuffix("it is not text in UTF-8.") == true)
    let large = try scratch.write(String(repeating: "#", count: 1_000_001), to: "large.yaml")
    let tooLarge = #expect(throws: SettingsError.self) { try SeedLibrary.seed(file: large) }
    #expect(tooLarge?.description.contains("1000001 bytes") == true)
  }
}
