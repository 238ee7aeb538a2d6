import IdeaPipeline

/// The ideas of one stage: a window of rows around the selection, and where one is in it.
struct StageList: Equatable, Sendable {
  let stage: Stage
  /// The window; `offset` is the place of its first row in the whole list.
  private(set) var rows: [IdeaRow] = []
  private(set) var offset = 0
  /// How many ideas the list has in all; nil until it was read.
  private(set) var total: Int?
  /// The last sequence number the rows know; nil before the first were read.
  private var readSeq: Int?
  /// The selected idea: an identity, so that nothing that others do moves it.
  var selected: IdeaID?
  /// A place to select as soon as the rows around it are there.
  var wantedPlace: Int?
  /// The place of the first idea in sight.
  var top = 0

  /// Rows read at once, and how near its edge the selection comes before the window moves.
  static let window = 300
  static let margin = 60

  init(stage: Stage) { self.stage = stage }

  var selectedRow: IdeaRow? { rows.first { $0.id == selected } }

  /// The place of the selected idea in the whole list.
  var place: Int? {
    wantedPlace ?? rows.firstIndex { $0.id == selected }.map { $0 + offset }
  }

  /// The row at a place of the whole list; nil where it is not in the window.
  func row(at place: Int) -> IdeaRow? {
    rows.indices.contains(place - offset) ? rows[place - offset] : nil
  }

  /// Whether an idea can be selected here: it is in the window, or nothing was read yet.
  func mayHold(_ id: IdeaID) -> Bool { total == nil || rows.contains { $0.id == id } }

  /// Where the window should begin so that the selection has rows around it.
  var wantedOffset: Int {
    guard let place, let total else { return offset }
    let start = max(0, place - Self.margin)
    let end = min(total, place + Self.margin)
    if start >= offset && end <= offset + rows.count { return offset }
    if rows.count < Self.window && offset == 0 && place < Self.window - Self.margin { return 0 }
    return max(0, place - Self.window / 2)
  }

  /// Puts the selection at a place, or at the nearest there is.
  mutating func select(place wanted: Int) {
    guard let total, total > 0 else { return }
    let place = min(max(0, wanted), total - 1)
    if let row = row(at: place) {
      selected = row.id
      wantedPlace = nil
    } else {
      wantedPlace = place
    }
  }

  /// Takes in rows as they are now. The selection stays on its idea; where that has left the list, its neighbour follows.
  /// - Returns: the ideas that were not in the window before and changed since it was read.
  @discardableResult
  mutating func take(_ page: IdeaPage, offset newOffset: Int) -> [IdeaID] {
    let oldPlace = rows.firstIndex { $0.id == selected }.map { $0 + offset }
    let before = Set(rows.map(\.id))
    rows = page.rows
    offset = newOffset
    total = page.total
    settleSelection(oldPlace: oldPlace)
    defer { readSeq = page.seq }
    guard let readSeq else { return [] }
    return rows.filter { $0.activity > readSeq && !before.contains($0.id) }.map(\.id)
  }

  private mutating func settleSelection(oldPlace: Int?) {
    if let wanted = wantedPlace {
      wantedPlace = nil
      select(place: wanted)
    } else if let index = rows.firstIndex(where: { $0.id == selected }) {
      // A list that is scrolled keeps what is in sight where it is; one at its top shows what came.
      if let oldPlace, top > 0 { top = max(0, top + index + offset - oldPlace) }
    } else if let total, total > 0 {
      select(place: oldPlace ?? 0)
      if wantedPlace != nil {
        selected = rows.first?.id
        wantedPlace = nil
      }
    } else {
      selected = nil
    }
  }

  /// Scrolls as little as it takes to have the selection in sight.
  mutating func scroll(toShow visible: Int) {
    guard visible > 0, let total else { return }
    top = min(max(0, top), max(0, total - visible))
    guard let place else { return }
    if place < top { top = place }
    if place >= top + visible { top = place - visible + 1 }
  }

  /// Forgets the rows but not what is selected: another filter is in force.
  mutating func forget() {
    rows = []
    offset = 0
    total = nil
    readSeq = nil
    top = 0
    wantedPlace = nil
  }
}
