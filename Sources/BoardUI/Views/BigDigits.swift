import CellGrid

/// Digits for a projector: five rows high, or a multiple of that.
public struct BigDigits: Hashable, Sendable {
  /// Digits, ":", "+" and "-".
  public let text: String
  /// How many rows a dot of the pattern takes; it takes twice as many columns, so that it looks square.
  public let scale: Int
  /// Columns between two characters.
  private let gap: Int

  /// Rows of the pattern from the top, three dots each, written as octal digits.
  private static let patterns: [Character: [UInt8]] = [
    "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7], "4": [5, 5, 7, 1, 1],
    "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 1, 1, 1], "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7],
    "+": [0, 2, 7, 2, 0], "-": [0, 0, 7, 0, 0],
  ]
  private static let colon: [UInt8] = [0, 1, 0, 1, 0]

  /// The largest digits that fit; nil where five rows or the columns for them are not there.
  public init?(_ text: String, fitting size: Size) {
    let scales = stride(from: size.height / 5, through: 1, by: -1)
    let choices = scales.flatMap { scale in [(scale, 2 * scale), (scale, scale)] }
    for (scale, gap) in choices {
      let digits = BigDigits(text: text, scale: scale, gap: gap)
      if digits.size.width <= size.width {
        self = digits
        return
      }
    }
    return nil
  }

  private init(text: String, scale: Int, gap: Int) {
    self.text = text
    self.scale = scale
    self.gap = gap
  }

  /// Columns and rows that they take.
  public var size: Size {
    let widths = text.map { Self.dots(of: $0) * 2 * scale }
    return Size(width: widths.reduce(0, +) + gap * max(0, widths.count - 1), height: 5 * scale)
  }

  private static func dots(of character: Character) -> Int { character == ":" ? 1 : 3 }

  /// Draws them with their left upper corner at the rectangle's.
  func draw(in rect: Rect, _ token: ThemeToken, _ grid: inout Grid) {
    var x = rect.x
    for character in text {
      let width = Self.dots(of: character)
      let rows = character == ":" ? Self.colon : Self.patterns[character] ?? []
      for (row, dots) in rows.enumerated() {
        for column in 0..<width where dots & (1 << (width - 1 - column)) != 0 {
          let dot = Rect(x: x + column * 2 * scale, y: rect.y + row * scale, width: 2 * scale, height: scale)
          grid.fill(dot.intersection(rect), token, with: "█")
        }
      }
      x += width * 2 * scale + gap
    }
  }
}
