import CellGrid
import IdeaPipeline

/// The parts every screen has: header above, body, a form docked under it, a line for answers, the footer.
///
/// What does not fit goes in this order: second header line, line for answers, footer. The body is last.
struct ScreenFrame: Equatable {
  let header: Rect
  /// What is asked in the step of a session; empty without one.
  let room: Rect
  /// What the room says; empty while it says nothing.
  let banner: Rect
  let body: Rect
  /// Where a form is written; empty without one.
  let dock: Rect
  let notice: Rect
  let footer: Rect

  /// Body and form together, for what is read or chosen while something is being written.
  var whole: Rect { Rect(x: body.x, y: body.y, width: body.width, height: body.height + dock.height) }

  /// Where a question is asked: above the form, unless that leaves too little room for it.
  var forQuestions: Rect { body.height >= 8 ? body : whole }

  /// - Parameters:
  ///   - dockHeight: rows the form would like to have.
  ///   - hasRoom: whether a session is open.
  ///   - bannerRows: rows that what the room says takes.
  init(_ size: Size, dockHeight: Int = 0, hasRoom: Bool = false, bannerRows: Int = 0) {
    let height = size.height
    var rest = Rect(size)
    (header, rest) = rest.split(top: height >= 14 ? 2 : height >= 4 ? 1 : 0)
    (rest, footer) = rest.split(bottom: height >= 3 ? 1 : 0)
    (rest, notice) = rest.split(bottom: height >= 6 ? 1 : 0)
    (room, rest) = rest.split(top: hasRoom && height >= 18 ? 1 : 0)
    (banner, rest) = rest.split(top: min(bannerRows, max(0, rest.height - 2)))
    // The board stays in sight above a form wherever there is room for both.
    let room = rest.height >= 14 ? rest.height - 6 : rest.height
    (body, dock) = rest.split(bottom: min(dockHeight, room))
  }
}

/// How the board's body is divided, and how many ideas a list shows at once.
struct BoardLayout: Equatable {
  enum Shape: Equatable {
    /// One stage at a time under tabs.
    case list
    /// The five stages side by side.
    case columns
  }

  let shape: Shape
  /// The stage tabs; empty in columns.
  let tabs: Rect
  /// The rule under tabs or column heads.
  let rule: Rect
  /// The names of the stages, when they stand side by side.
  let heads: Rect
  /// Three lines for a first visit.
  let firstRun: Rect
  let lists: Rect
  let previewRule: Rect
  let preview: Rect
  /// The preview stands beside the columns rather than below.
  let isPreviewBeside: Bool
  /// The rule that ends the body.
  let bottomRule: Rect
  let cardHeight: Int

  /// The width from which the five stages stand side by side, and from which a preview stands beside them.
  static let columnsWidth = 110
  static let previewWidth = 180

  /// - Parameters:
  ///   - endsInRule: whether a rule stands below; a form there begins with its own.
  ///   - hasPreview: whether there is an idea to show in short.
  init(_ body: Rect, isFirstRun: Bool, endsInRule: Bool, hasPreview: Bool = true) {
    shape = body.width >= Self.columnsWidth ? .columns : .list
    var rest = body
    let hasFirstRun = isFirstRun && body.width >= 40
    (rest, bottomRule) = rest.split(bottom: endsInRule && body.height >= 10 ? 1 : 0)
    (firstRun, rest) = rest.split(top: hasFirstRun && body.height >= 14 ? 4 : 0)
    if shape == .columns {
      isPreviewBeside = body.width >= Self.previewWidth && hasPreview
      let height = isPreviewBeside || body.height < 26 || !hasPreview ? 0 : 4
      let (upper, below) = rest.split(bottom: height)
      let (left, beside) = upper.split(right: isPreviewBeside ? max(44, body.width / 4) : 0)
      preview = isPreviewBeside ? beside : below
      (rest, previewRule) = left.split(bottom: height > 0 ? 1 : 0)
      tabs = .zero
      (heads, rest) = rest.split(top: body.height >= 4 ? 1 : 0)
      (rule, lists) = rest.split(top: body.height >= 6 ? 1 : 0)
      cardHeight = lists.height >= 12 ? 4 : 2
    } else {
      heads = .zero
      isPreviewBeside = false
      (tabs, rest) = rest.split(top: body.height >= 4 ? 1 : 0)
      (rule, rest) = rest.split(top: body.height >= 6 ? 1 : 0)
      let hasPreview = hasPreview && body.width >= 72 && rest.height >= 12
      (rest, preview) = rest.split(bottom: hasPreview ? 3 : 0)
      (lists, previewRule) = rest.split(bottom: hasPreview ? 1 : 0)
      cardHeight = lists.height >= 6 ? 2 : 1
    }
  }

  var hasPreview: Bool { !preview.isEmpty }

  /// Ideas that fit into a list.
  var visible: Int {
    // In columns the last row says how many more there are.
    let rows = shape == .columns ? lists.height - 1 : lists.height
    return max(0, rows) / max(1, cardHeight)
  }

  /// The stages that are shown.
  func stages(selected: Stage) -> [Stage] { shape == .columns ? Stage.allCases : [selected] }

  /// The five columns, the selected one wider.
  func columns(of rect: Rect, selected: Stage) -> [Rect] {
    let weights = Stage.allCases.map { $0 == selected ? 9 : 5 }
    return rect.inset(horizontal: 1).columns(weights: weights, gap: 2)
  }
}
