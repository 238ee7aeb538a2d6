import Yams

/// A place in a file: line and column from 1, columns counted in Unicode scalars.
struct FilePosition: Hashable, Comparable {
  let line: Int
  let column: Int

  static let start = FilePosition(line: 1, column: 1)

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }

  static func < (lhs: Self, rhs: Self) -> Bool { (lhs.line, lhs.column) < (rhs.line, rhs.column) }
}

extension Node {
  /// Where the node starts.
  var position: FilePosition? { mark.map { FilePosition($0) } }
}
