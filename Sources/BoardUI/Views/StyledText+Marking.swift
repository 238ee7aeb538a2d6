import CellGrid

extension StyledText {
  /// The text with some of its characters in another style.
  /// - Parameter places: characters counted from the beginning.
  func marking(_ places: some Sequence<Int>, _ token: ThemeToken) -> StyledText {
    let places = Set(places)
    guard !places.isEmpty else { return self }
    var marked = StyledText()
    var place = 0
    for run in runs {
      var piece = ""
      var isMarked = false
      for character in run.text {
        if places.contains(place) != isMarked {
          marked += StyledText(piece, isMarked ? Style(token) : run.style)
          (piece, isMarked) = ("", !isMarked)
        }
        piece.append(character)
        place += 1
      }
      marked += StyledText(piece, isMarked ? Style(token) : run.style)
    }
    return marked
  }

  /// The text with every place that has the words in another style.
  func marking(_ words: String, _ token: ThemeToken) -> StyledText {
    marking(text.places(of: words).flatMap(\.self), token)
  }
}

extension String {
  /// Where some words stand in the text, whatever the case of their letters, as ranges of characters.
  func places(of words: String) -> [Range<Int>] {
    let (wanted, all) = (words.map(Self.folded), map(Self.folded))
    guard !wanted.isEmpty, wanted.count <= all.count else { return [] }
    var places: [Range<Int>] = []
    var place = 0
    while place + wanted.count <= all.count {
      if all[place..<place + wanted.count].elementsEqual(wanted) {
        places.append(place..<place + wanted.count)
        place += wanted.count
      } else {
        place += 1
      }
    }
    return places
  }

  private static func folded(_ character: Character) -> String { character.lowercased() }
}
