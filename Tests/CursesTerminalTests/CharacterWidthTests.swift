import CNcurses
import CellGrid
import Testing

@Suite struct CharacterWidthTests {
  /// Every scalar against the C library, which is what ncurses asks. Not compared: what the library does not know
  /// (-1: controls, separators, unassigned), and format characters, which it counts and no cell ever holds.
  /// U+1171E became a spacing mark after Unicode 15, so libraries differ on it.
  @Test func everyScalarIsAsWideAsTheCLibraryHasIt() throws {
    try #require(cn_set_locale("C.UTF-8"))
    var different: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Int(cn_columns(value))
      if expected < 0 || value == 0x1171E || scalar.properties.generalCategory == .format { continue }
      if TextWidth.columns(of: scalar) != expected { different.append("U+\(String(value, radix: 16))") }
    }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(20))")
  }
}
