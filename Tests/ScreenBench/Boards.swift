import Foundation
import IdeaPipeline
import SharedStore

/// A directory with a large and a small board, as a home of its own.
struct Boards {
  let path: String

  init() throws {
    path = "/tmp/hothouse-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: "\(path)/home", withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  var environment: [String: String] {
    ["HOTHOUSE_HOME": path, "HOME": "\(path)/home", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"]
  }

  /// Makes a board that Ann owns, with so many ideas.
  func make(_ name: String, ideas: Int) throws {
    var random = SystemRandomNumberGenerator()
    let id = OperationID(using: &random)
    let owner = PersonID(madeBy: id)
    let creation = CreateBoard(title: "Bench", ownerHandle: "ann", ownerName: "Ann", dots: 5, cap: 5)
    let store = try BoardStore.create(
      BoardLocation("\(path)/\(name).hothouse"), [Submission(id: id, creation, by: .person(owner))])
    defer { store.close() }
    for start in stride(from: 0, to: ideas, by: 500) {
      let numbers = start..<min(start + 500, ideas)
      _ = try store.submit(
        numbers.map { Submission(id: OperationID(using: &random), idea($0 + 1, of: ideas), by: .person(owner)) })
    }
  }

  /// Titles of many lengths, among them some in wide characters, as people write them.
  private func idea(_ number: Int, of count: Int) -> PostIdea {
    let place = ["near the ward", "in the 薬局 at night", "for everyone who cares for somebody at home", "– café", ""]
    let title = "Idea \(number): a shared desk \(place[number % place.count])"
    let body = "One desk that is open at night. " + String(repeating: "It helps those who care. ", count: number % 6)
    return PostIdea(title: title, body: body)
  }
}
