/// A colour as a theme names it.
///
/// Only `fixed` and `rgb` have a known appearance. The terminal's default and the colours 0 to 15 are whatever the
/// person set up, so nothing may be computed from them.
public enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// One of the sixteen colours that the person's palette defines, 0–15.
  case ansi(UInt8)
  /// One of the colours that every 256-colour terminal shares: the cube 16–231 and the greys 232–255.
  case fixed(UInt8)
  /// A colour by its red, green and blue, 0–255 each.
  case rgb(UInt8, UInt8, UInt8)

  /// Red, green and blue, 0–255 each, where they are known.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .terminalDefault, .ansi: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .fixed(let index): Colour.fixedComponents(Int(index))
    }
  }

  private static let cubeSteps = [0, 95, 135, 175, 215, 255]

  private static func fixedComponents(_ index: Int) -> (red: Int, green: Int, blue: Int)? {
    switch index {
    case 16...231:
      let place = index - 16
      return (cubeSteps[place / 36], cubeSteps[place / 6 % 6], cubeSteps[place % 6])
    case 232...255:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    default: return nil
    }
  }

  /// The contrast of two colours by WCAG 2, from 1 (the same) to 21 (black on white); nil when either is not known.
  public func contrast(with other: Colour) -> Double? {
    guard let mine = luminance, let theirs = other.luminance else { return nil }
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  /// Relative luminance by WCAG 2, 0–1. The power 2.4 is taken from a table made by repeated square roots, since
  /// the module imports nothing.
  private var luminance: Double? {
    guard let (red, green, blue) = components else { return nil }
    return 0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // base^2.4 = base² · base^0.4, and 0.4 in binary is 0.0110 0110 …: a product of repeated square roots.
    var power = base * base
    var root = base
    var rest = 0.4
    for _ in 0..<40 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        power *= root
        rest -= 1
      }
    }
    return power
  }
}

extension Colour {
  /// The nearest colour of the 256 that terminals share; the palette's own stay as they are.
  public var inFixedPalette: Colour {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    return .fixed(Colour.nearest(16...255, to: (Int(red), Int(green), Int(blue))))
  }

  /// The nearest of the sixteen palette colours, going by what their names say.
  public var inSixteen: Colour {
    guard let components else { return self }
    var best = (index: UInt8(0), distance: Int.max)
    for (index, named) in Colour.usualSixteen.enumerated() {
      let distance = Colour.distance(named, components)
      if distance < best.distance { best = (UInt8(index), distance) }
    }
    return .ansi(best.index)
  }

  /// The nearest of the first eight palette colours.
  public var inEight: Colour {
    guard case .ansi(let index) = inSixteen else { return self }
    return .ansi(index == 8 ? 0 : index % 8)
  }

  /// What the sixteen usually look like (the original xterm's palette), only to choose among them.
  private static let usualSixteen: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  private static func nearest(
    _ indices: ClosedRange<Int>, to wanted: (red: Int, green: Int, blue: Int)
  ) -> UInt8 {
    var best = (index: indices.lowerBound, distance: Int.max)
    for index in indices {
      guard let components = fixedComponents(index) else { continue }
      let distance = distance(components, wanted)
      if distance < best.distance { best = (index, distance) }
    }
    return UInt8(best.index)
  }

  /// The eye tells greens apart best and blues worst.
  private static func distance(
    _ first: (red: Int, green: Int, blue: Int), _ second: (red: Int, green: Int, blue: Int)
  ) -> Int {
    let red = first.red - second.red
    let green = first.green - second.green
    let blue = first.blue - second.blue
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
