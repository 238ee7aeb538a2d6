import CNcurses
import Testing

@testable import CursesTerminal

/// Where a space may be drawn as its neighbours are: never where somebody would see it.
@Suite struct InkTests {
  private let plain = Palette.Ink(attributes: 0, pair: 3, background: 234)

  @Test func aSpaceLooksTheSameInAnyColourOnTheSameGround() {
    let bold = Palette.Ink(attributes: UInt32(CN_BOLD | CN_DIM | CN_ITALIC), pair: 4, background: 234)
    #expect(plain.leavesSpaces(as: bold))
  }

  @Test func anotherGroundShows() {
    #expect(!plain.leavesSpaces(as: Palette.Ink(attributes: 0, pair: 4, background: 236)))
  }

  @Test(arguments: [CN_UNDERLINE, CN_REVERSE])
  func aLineOrAReversedColourShows(attribute: Int) {
    let drawn = Palette.Ink(attributes: UInt32(attribute), pair: 3, background: 234)
    #expect(!plain.leavesSpaces(as: drawn))
    #expect(!drawn.leavesSpaces(as: plain))
  }
}
