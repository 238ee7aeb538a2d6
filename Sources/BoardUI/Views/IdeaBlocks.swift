import CellGrid
import IdeaPipeline

/// A piece of the idea screen that one can point at, laid out for a width.
struct IdeaBlock {
  let spot: IdeaScreen.Spot
  /// Lines above it that are no part of it: a heading, an empty line.
  var lead: [StyledText] = []
  var lines: [StyledText]

  var height: Int { lead.count + lines.count }
}

/// The blocks of a pane, one below another, and where a pane of some height is in them.
struct IdeaPaneLayout {
  let blocks: [IdeaBlock]
  /// The line each block begins at.
  let starts: [Int]
  let total: Int

  init(_ blocks: [IdeaBlock]) {
    self.blocks = blocks
    var line = 0
    starts = blocks.map { block in
      defer { line += block.height }
      return line
    }
    total = line
  }

  /// The place moved by one block, or by part of one that is taller than the pane.
  func moved(_ place: IdeaScreen.Place, down: Bool, height: Int) -> IdeaScreen.Place {
    guard !blocks.isEmpty, height > 0 else { return place }
    var place = place
    let index = index(of: place.spot)
    let bottom = starts[index] + blocks[index].height
    if down {
      if bottom > place.top + height {
        place.top += min(bottom - place.top - height, max(1, height / 2))
        return place
      }
      place.spot = blocks[min(index + 1, blocks.count - 1)].spot
    } else {
      if starts[index] < place.top {
        place.top -= min(place.top - starts[index], max(1, height / 2))
        return place
      }
      place.spot = blocks[max(index - 1, 0)].spot
    }
    return inSight(place, height: height, fromAbove: down)
  }

  /// The place moved by a page of lines; the selection goes along.
  func paged(_ place: IdeaScreen.Place, by lines: Int, height: Int) -> IdeaScreen.Place {
    guard !blocks.isEmpty else { return place }
    var place = place
    place.top = min(max(0, place.top + lines), max(0, total - height))
    let atEdge = lines > 0 ? place.top >= total - height : place.top == 0
    let index =
      atEdge
      ? (lines > 0 ? blocks.count - 1 : 0)
      : blocks.indices.first { starts[$0] >= place.top } ?? blocks.count - 1
    place.spot = blocks[index].spot
    return place
  }

  func edge(last: Bool, height: Int) -> IdeaScreen.Place {
    let spot = last ? blocks.last?.spot : blocks.first?.spot
    return IdeaScreen.Place(spot: spot, top: last ? max(0, total - height) : 0)
  }

  /// The place with its selection in sight: all of it where it fits, else its beginning (or its end, coming from below).
  func inSight(_ place: IdeaScreen.Place, height: Int, fromAbove: Bool = true) -> IdeaScreen.Place {
    guard !blocks.isEmpty, height > 0 else { return place }
    var place = place
    let index = index(of: place.spot)
    place.spot = blocks[index].spot
    place.top = min(max(0, place.top), max(0, total - height))
    let (start, end) = (starts[index], starts[index] + blocks[index].height)
    if end - start > height {
      let isInside = place.top >= start && place.top + height <= end
      if !isInside { place.top = fromAbove ? start : end - height }
    } else if start < place.top {
      place.top = start
    } else if end > place.top + height {
      place.top = end - height
    }
    return place
  }

  /// The block of a spot; the first where it is gone.
  func index(of spot: IdeaScreen.Spot?) -> Int { blocks.firstIndex { $0.spot == spot } ?? 0 }
}

/// What blocks are made from.
struct IdeaBlockMaker {
  let row: IdeaRow
  let detail: IdeaDetail?
  let width: Int
  let now: Timestamp
  let dates: Dates
  let keymap: Keymap
  /// Comments after this sequence number are new.
  let newSince: Int
  /// Whether the viewer may write here, so that keys are named that do something.
  let mayWrite: Bool
  /// Whether the viewer may merge ideas and take them apart.
  let mayMerge: Bool

  func age(_ moment: Timestamp) -> String { dates.words(moment, now: now) }

  func wrapped(_ text: String, _ token: ThemeToken, indent: Int = 0) -> [StyledText] {
    let space = String(repeating: " ", count: indent)
    return TextLayout.wrap(text, width: max(1, width - indent)).map { StyledText(space + $0, token) }
  }

  /// A text behind a number, its further lines standing under the first.
  func wrapped(behind number: Int?, _ text: String, _ token: ThemeToken) -> [StyledText] {
    guard let number else { return wrapped(text, token) }
    let label = "\(number)  "
    let lines = TextLayout.wrap(text, width: max(1, width - label.count))
    return lines.enumerated().map { index, line in
      let head = index == 0 ? StyledText(label, .number) : StyledText(String(repeating: " ", count: label.count))
      return head + StyledText(line, token)
    }
  }

  /// A heading with a rule to the end of the line.
  func heading(_ text: String) -> [StyledText] { ["", StyledText(text, .fieldLabel)] }
}
