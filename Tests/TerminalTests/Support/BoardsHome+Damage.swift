import Foundation

extension BoardsHome {
  /// Which of several places.
  enum Occurrence { case first, last }

  /// Changes bytes of the board's file, as a failing disk would; both texts are equally long. The board is closed, and
  /// what its write-ahead log holds is in the file only after a checkpoint, so that log is changed, too.
  func replaceInBoard(_ old: String, with new: String, occurrence: Occurrence) throws {
    for end in ["", "-wal"] {
      let url = URL(fileURLWithPath: file(of: "clinic") + end)
      guard var data = try? Data(contentsOf: url) else { continue }
      let options: Data.SearchOptions = occurrence == .last ? .backwards : []
      guard let range = data.range(of: Data(old.utf8), options: options) else { continue }
      data.replaceSubrange(range, with: Data(new.utf8))
      try data.write(to: url)
    }
  }
}
