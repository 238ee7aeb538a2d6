import Foundation
import Testing

extension BoardsHome {
  /// Copies of the board, each with one of the places that hold a text changed, as a failing disk would: the paths.
  func damagedCopies(of old: String, as new: String) async throws -> [String] {
    let whole = "\(path)/whole.hothouse"
    try await succeed("backup", "clinic", whole)
    let data = try Data(contentsOf: URL(fileURLWithPath: whole))
    var copies: [String] = []
    var rest = data.startIndex..<data.endIndex
    while let place = data.range(of: Data(old.utf8), in: rest) {
      let copy = "\(path)/damaged-\(copies.count).hothouse"
      var damaged = data
      damaged.replaceSubrange(place, with: Data(new.utf8))
      try damaged.write(to: URL(fileURLWithPath: copy))
      copies.append(copy)
      rest = place.upperBound..<data.endIndex
    }
    return copies
  }
}
