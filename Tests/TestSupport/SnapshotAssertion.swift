import CellGrid
import Foundation
import Testing

/// Compares grids with the texts and style maps kept in `Snapshots/<name>.txt` beside the test.
///
/// To keep what is drawn now: `HOTHOUSE_RECORD=1 swift test --filter <suite>`, then read the change in the diff.
public func expectSnapshot(
  of grids: [Grid], named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
  let drawn = grids.map { "\($0.framedText)\n\($0.styleMap)\n" }.joined(separator: "\n")
  if ProcessInfo.processInfo.environment["HOTHOUSE_RECORD"] == "1" { return record(drawn, at: path) }
  guard let kept = try? String(contentsOf: path, encoding: .utf8) else {
    Issue.record(
      "There is no snapshot \(name).txt. Make it with HOTHOUSE_RECORD=1 swift test, and read it.",
      sourceLocation: sourceLocation)
    return
  }
  guard kept != drawn else { return }
  let place = zip(kept.split(separator: "\n"), drawn.split(separator: "\n")).first { $0 != $1 }
  let screen = grids.first { !kept.contains("\($0.framedText)\n\($0.styleMap)\n") }
  Issue.record(
    """
    \(name).txt differs, first in:
    kept  \(place?.0 ?? "(fewer lines)")
    drawn \(place?.1 ?? "(fewer lines)")
    If the new one is right, keep it with HOTHOUSE_RECORD=1 swift test. It is:
    \(screen?.framedText ?? "")
    """, sourceLocation: sourceLocation)
}

private func record(_ text: String, at path: URL) {
  do {
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  } catch {
    Issue.record("\(path.path) cannot be written: \(error)")
  }
}

extension Grid {
  /// The text within a frame that shows where the screen ends.
  public var framedText: String {
    let edge = "+" + String(repeating: "-", count: size.width) + "+"
    let lines = (0..<size.height).map { y in
      "|" + row(y).compactMap(\.glyph).map(\.text).joined() + "|"
    }
    return ([edge] + lines + [edge]).joined(separator: "\n")
  }
}
