import CNcurses
import CellGrid

/// Colours and attributes as this terminal has them; keeps a pair for each combination in use.
///
/// The person's palette is never changed: colours are chosen among those that the terminal has.
struct Palette {
  /// How many colours there are.
  enum Depth: Hashable {
    case none
    /// So many as the terminal says: 8, 16 or the 256 that all share.
    case palette
    /// Any colour, by its red, green and blue.
    case direct
  }

  /// What a cell is drawn with.
  struct Ink: Hashable {
    let attributes: UInt32
    let pair: Int32
    /// The colour behind, by its number.
    let background: Int32

    /// Whether a space looks the same with either.
    func leavesSpaces(as other: Ink) -> Bool {
      let visible = UInt32(CN_UNDERLINE | CN_REVERSE)
      return background == other.background && (attributes | other.attributes) & visible == 0
    }
  }

  private struct Pair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private let depth: Depth
  private let colourCount: Int
  private let pairCount: Int32
  private var pairs = [Pair(foreground: -1, background: -1): Int32(0)]

  /// To be made once the screen is open.
  init(depth: Depth) {
    colourCount = Int(cn_colour_count())
    self.depth = colourCount < 8 ? .none : depth
    pairCount = cn_pair_count()
  }

  mutating func ink(for appearance: Appearance) -> Ink {
    let attributes = Palette.attributes(appearance.attributes)
    guard depth != .none else { return Ink(attributes: attributes, pair: 0, background: -1) }
    let shown = legible(appearance)
    let pair = Pair(foreground: index(shown.foreground), background: index(shown.background))
    let number = number(of: pair)
    // Number 0 is the terminal's own colours.
    return Ink(attributes: attributes, pair: number, background: number == 0 ? -1 : pair.background)
  }

  private mutating func number(of pair: Pair) -> Int32 {
    if let number = pairs[pair] { return number }
    let number = Int32(pairs.count)
    // Out of pairs: the terminal's own colours stay legible.
    guard number < pairCount, cn_pair_set(number, pair.foreground, pair.background) else { return 0 }
    pairs[pair] = number
    return number
  }

  /// Two colours that few colours make one are told apart again.
  private func legible(_ appearance: Appearance) -> (foreground: Colour, background: Colour) {
    let wanted = (appearance.foreground ?? .terminalDefault, appearance.background ?? .terminalDefault)
    let reduced = (reduce(wanted.0), reduce(wanted.1))
    guard reduced.0 == reduced.1, wanted.0 != wanted.1, case .ansi(let index) = reduced.1 else { return reduced }
    let isDark = [0, 1, 4, 5, 8].contains(index)
    return (.ansi(isDark ? 7 : 0), reduced.1)
  }

  private func reduce(_ colour: Colour) -> Colour {
    switch depth {
    case .direct: colour
    case _ where colourCount >= 256: colour.inFixedPalette
    case _ where colourCount >= 16: colour.inSixteen
    default: colour.inEight
    }
  }

  private func index(_ colour: Colour) -> Int32 {
    switch colour {
    case .terminalDefault: return -1
    case .ansi(let index): return depth == .direct ? Int32(index & 7) : Int32(index)
    case .fixed(let index) where depth != .direct: return Int32(index)
    case .fixed, .rgb:
      guard let (red, green, blue) = colour.components else { return -1 }
      // Direct-colour terminals keep the lowest eight numbers for the palette.
      let value = Int32(red << 16 | green << 8 | blue)
      return value == 0 || value > 7 ? value : 8
    }
  }

  private static func attributes(_ attributes: Attributes) -> UInt32 {
    let table: [(Attributes, Int)] = [
      (.bold, CN_BOLD), (.dim, CN_DIM), (.italic, CN_ITALIC), (.underline, CN_UNDERLINE), (.reverse, CN_REVERSE),
    ]
    return table.reduce(0) { attributes.contains($1.0) ? $0 | UInt32($1.1) : $0 }
  }
}
