/// What a press of the mouse on a part of a screen stands for.
public enum Touch: Hashable, Sendable {
  /// The same as this key.
  case key(Key)
  /// Points at a place of a list, or with nil at the list itself. Where there are several lists, they are numbered.
  case place(Int?, list: Int)
  /// Points at a place and does at once what it is for.
  case button(Int)
  /// Puts the caret into a text: which field it is where there are several, and what of it is in sight.
  case text(field: Int?, TextWindow)
  /// Chooses one of the options of a field.
  case option(Int, field: Int)
}

/// A part of a screen that answers to the mouse.
struct TouchArea: Hashable, Sendable {
  let rect: Rect
  let touch: Touch
}

extension Grid {
  /// Says what a press within a rectangle stands for; what is said later lies above.
  public mutating func touch(_ rect: Rect, _ touch: Touch) {
    if !rect.isEmpty { touchAreas.append(TouchArea(rect: rect, touch: touch)) }
  }

  /// What a press at a place stands for.
  public func touch(at point: Point) -> Touch? { touchAreas.last { $0.rect.contains(point) }?.touch }

  /// Takes the mouse from everything drawn so far: something lies over it.
  public mutating func forgetTouches() { touchAreas = [] }
}
