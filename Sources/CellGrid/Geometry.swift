/// A cell's place, in columns and rows from the top left corner, which is (0, 0).
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The top left corner.
  public static let zero = Point(x: 0, y: 0)
}

/// A width and height in cells; never negative.
public struct Size: Hashable, Sendable {
  public let width: Int
  public let height: Int

  /// A negative width or height counts as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// No cells at all.
  public static let zero = Size(width: 0, height: 0)

  public var isEmpty: Bool { width == 0 || height == 0 }
}

/// A rectangle of cells. Every operation gives a rectangle inside the receiver, so that a screen too small for
/// its parts ends up with empty parts rather than with parts that overlap.
public struct Rect: Hashable, Sendable {
  public let x: Int
  public let y: Int
  public let width: Int
  public let height: Int

  /// A negative width or height counts as 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a grid of that size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  public var isEmpty: Bool { width == 0 || height == 0 }
  public var size: Size { Size(width: width, height: height) }
  public var origin: Point { Point(x: x, y: y) }
  /// The first column to the right of the rectangle.
  public var maxX: Int { x + width }
  /// The first row below the rectangle.
  public var maxY: Int { y + height }
  public var columns: Range<Int> { x..<maxX }
  public var rows: Range<Int> { y..<maxY }

  public func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// What both rectangles share; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without a margin on each side; a margin wider than the rectangle leaves an empty one.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
      .intersection(self)
  }

  /// The same margin left and right, and above and below.
  public func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    inset(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
  }

  /// One row, counted from the top of the rectangle; empty when there is no such row.
  public func row(_ index: Int) -> Rect {
    guard (0..<height).contains(index) else { return Rect(x: x, y: y, width: width, height: 0) }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }

  /// A rectangle of this size in the middle, made smaller where it does not fit.
  public func centred(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }
}

extension Rect {
  /// The uppermost `height` rows, and what is left below.
  public func split(top height: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: height),
      Rect(x: x, y: y + height, width: width, height: self.height - height)
    )
  }

  /// What is left above, and the lowest `height` rows.
  public func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
    let parts = split(top: self.height - min(max(0, height), self.height))
    return (parts.top, parts.rest)
  }

  /// The leftmost `width` columns, and what is left to the right.
  public func split(left width: Int) -> (left: Rect, rest: Rect) {
    let width = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: width, height: height),
      Rect(x: x + width, y: y, width: self.width - width, height: height)
    )
  }

  /// What is left to the left, and the rightmost `width` columns.
  public func split(right width: Int) -> (rest: Rect, right: Rect) {
    let parts = split(left: self.width - min(max(0, width), self.width))
    return (parts.left, parts.rest)
  }

  /// Columns side by side, as wide as one another to within one cell, with `gap` empty columns between them.
  /// With no room for `count` columns the last ones are empty.
  public func columns(_ count: Int, gap: Int = 0) -> [Rect] {
    guard count > 0 else { return [] }
    return columns(weights: Array(repeating: 1, count: count), gap: gap)
  }

  /// Columns side by side whose widths are in proportion to `weights`; together with the gaps they fill the width.
  public func columns(weights: [Int], gap: Int = 0) -> [Rect] {
    let room = max(0, width - max(0, gap) * (weights.count - 1))
    let total = max(1, weights.reduce(0) { $0 + max(0, $1) })
    var used = 0
    var left = 0
    return weights.enumerated().map { index, weight in
      used += max(0, weight)
      let right = room * used / total
      defer { left = right }
      return Rect(x: x + left + index * max(0, gap), y: y, width: right - left, height: height).intersection(self)
    }
  }
}
