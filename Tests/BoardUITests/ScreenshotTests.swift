import BoardUI
import CellGrid
import Foundation
import Settings
import TestSupport
import Testing

/// The pictures in `docs/` show the screens as they are. `make screenshots` draws them anew.
@Suite struct ScreenshotTests {
  struct Picture: Sendable {
    let title: String
    let size: Size
    let theme: String
    let way: @Sendable (inout Walk) -> Void
  }

  static let pictures: [String: Picture] = [
    "board": Picture(
      title: "The board: five stages side by side", size: Size(width: 140, height: 36), theme: "dark"
    ) { $0.press("g") },
    "board-80": Picture(
      title: "The board on a terminal of 80 columns", size: Size(width: 80, height: 24), theme: "light"
    ) { $0.press("g") },
    "idea": Picture(
      title: "An idea: its conversation and its journey", size: Size(width: 110, height: 32), theme: "dark"
    ) { $0.press("1", "4", "Enter") },
    "composer": Picture(
      title: "Writing an idea, similar ones beneath it", size: Size(width: 80, height: 24), theme: "dark"
    ) { walk in
      walk.press("n")
      walk.type("One number")
    },
    "gate": Picture(
      title: "The gate as a checklist before an idea advances", size: Size(width: 80, height: 24), theme: "dark"
    ) { $0.press("G", ">") },
  ]

  private static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: pictures.keys.sorted())
  func thePictureIsWhatTheScreenShows(name: String) throws {
    let picture = try #require(Self.pictures[name])
    let paths = SettingsPaths(environment: [:], executable: Self.checkout.path + "/.build/debug/hothouse")
    let theme = try ThemeLibrary(paths: paths).theme(named: picture.theme)
    var walk = Walk(width: picture.size.width, height: picture.size.height)
    picture.way(&walk)
    let drawn = render(walk.state, theme: theme, size: picture.size).svg(title: picture.title)
    let file = Self.checkout.appending(path: "docs/\(name).svg")
    if ProcessInfo.processInfo.environment["HOTHOUSE_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try drawn.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    #expect(kept == drawn, "docs/\(name).svg is out of date: make screenshots")
  }

  @Test func everyPictureIsShownInREADME() throws {
    let readme = try String(contentsOf: Self.checkout.appending(path: "README.md"), encoding: .utf8)
    for name in Self.pictures.keys { #expect(readme.contains("(docs/\(name).svg)"), "\(name)") }
  }
}
