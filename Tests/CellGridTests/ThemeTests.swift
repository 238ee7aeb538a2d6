import CellGrid
import Testing

@Suite struct ThemeTests {
  @Test func aMissingTokenLooksLikeItsScope() {
    let theme = Theme(
      name: "test", isLight: false,
      appearances: [
        .screen: Appearance(foreground: .ansi(7), background: .fixed(234)),
        .header: Appearance(foreground: .fixed(111)),
        .stage: Appearance(attributes: .bold),
        .selected: Appearance(background: .fixed(238)),
        .dim: Appearance(foreground: .fixed(245)),
      ])
    #expect(theme[.headerClockLate].foreground == .fixed(111))
    #expect(theme[.stageDefine].attributes == .bold)
    #expect(theme[.danger] == Appearance())
    #expect(theme.resolve(Style(.strong)) == Appearance(foreground: .ansi(7), background: .fixed(234)))
    #expect(
      theme.resolve(Style(.dim, on: .selected)) == Appearance(foreground: .fixed(245), background: .fixed(238)))
    #expect(ThemeToken.headerClockLate.parent == .headerClock)
    #expect(ThemeToken.warning.parent == nil)
  }

  @Test func contrastIsKnownOfFixedColoursOnly() throws {
    let most = try #require(Colour.rgb(0, 0, 0).contrast(with: .rgb(255, 255, 255)))
    #expect(abs(most - 21) < 0.001)
    let grey = try #require(Colour.rgb(119, 119, 119).contrast(with: .rgb(255, 255, 255)))
    #expect(abs(grey - 4.478) < 0.001)
    #expect(Colour.ansi(1).contrast(with: .rgb(0, 0, 0)) == nil)
    #expect(Colour.terminalDefault.contrast(with: .fixed(16)) == nil)
  }

  @Test func coloursAreReducedToTheNearest() {
    for index in UInt8(16)...255 {
      guard let (red, green, blue) = Colour.fixed(index).components else { continue }
      let reduced = Colour.rgb(UInt8(red), UInt8(green), UInt8(blue)).inFixedPalette
      #expect(reduced.components.map { [$0.red, $0.green, $0.blue] } == [red, green, blue])
    }
    #expect(Colour.rgb(250, 2, 2).inSixteen == .ansi(9))
    #expect(Colour.fixed(196).inEight == .ansi(1))
    #expect(Colour.ansi(12).inEight == .ansi(4))
    #expect(Colour.ansi(8).inEight == .ansi(0))
    #expect(Colour.terminalDefault.inEight == .terminalDefault)
  }
}
