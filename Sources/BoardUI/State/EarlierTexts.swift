import CellGrid
import IdeaPipeline

/// The texts an idea has had, each compared with the one before.
public struct EarlierTexts: Equatable, Sendable {
  /// A text, and who put the next one in its place and when; nil for the one on the board.
  struct Text: Equatable, Sendable {
    let title: String
    let body: String
    var replacedBy: AuthorView?
    var replacedAt: Timestamp?
  }

  let subject: Composer.Subject
  let texts: [Text]
  /// The place of the newer of the two texts that are compared.
  private(set) var place: Int
  /// Lines above the first in sight.
  var top = 0
  private(set) var title: TextDifference
  private(set) var body: TextDifference

  /// Nil when the text was never changed.
  init?(_ detail: IdeaDetail) {
    guard !detail.revisions.isEmpty else { return nil }
    subject = Composer.Subject(detail.row)
    texts =
      detail.revisions.map {
        Text(title: $0.title, body: $0.body, replacedBy: $0.replacedBy, replacedAt: $0.replacedAt)
      }
      + [Text(title: detail.row.title, body: detail.row.body)]
    place = texts.count - 1
    (title, body) = Self.compare(texts, place)
  }

  /// Goes to an earlier or a later change.
  mutating func move(by steps: Int) {
    place = min(max(1, place + steps), texts.count - 1)
    top = 0
    (title, body) = Self.compare(texts, place)
  }

  private static func compare(_ texts: [Text], _ place: Int) -> (TextDifference, TextDifference) {
    let (old, new) = (texts[place - 1], texts[place])
    return (TextDifference(from: old.title, to: new.title), TextDifference(from: old.body, to: new.body))
  }
}
