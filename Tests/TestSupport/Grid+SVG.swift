import CellGrid

extension Grid {
  /// The grid as a drawing: the same cells and colours as on a terminal, for pages where there is none.
  ///
  /// Each run of cells of one look is one text, stretched to its columns, so that any font with fixed width will do.
  public func svg(title: String) -> String {
    let width = Double(size.width) * SVG.columnWidth + 2 * SVG.margin
    let height = Double(size.height) * SVG.rowHeight + 2 * SVG.margin
    let ground = SVG.colour(theme[.screen].background, otherwise: "#1c1c1c")
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" role="img">
      <title>\(SVG.escaped(title))</title>
      <style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}rect{shape-rendering:crispEdges}</style>
      <rect width="100%" height="100%" rx="6" fill="\(ground)"/>

      """
    let rows = (0..<size.height).map { row($0, at: $0, on: ground) }
    return head + rows.joined() + "</svg>\n"
  }

  private func row(_ y: Int, at place: Int, on ground: String) -> String {
    runs(in: y).map { run in run.drawn(y: y, on: ground) }.joined()
  }

  /// Neighbouring cells that look the same.
  private func runs(in y: Int) -> [SVG.Run] {
    var runs: [SVG.Run] = []
    for (x, cell) in row(y).enumerated() {
      guard let glyph = cell.glyph else {
        runs[runs.count - 1].columns += 1
        continue
      }
      let look = appearance(at: Point(x: x, y: y))
      // A glyph of two columns stands by itself, since fonts differ most in their widths; and so does what follows two
      // spaces, which many programs draw as one.
      if let last = runs.last, last.look == look, glyph.columns == 1, last.columns == last.text.count,
        !(glyph == .space && last.text.last == " ")
      {
        runs[runs.count - 1].text += glyph.text
        runs[runs.count - 1].columns += 1
      } else {
        runs.append(SVG.Run(x: x, columns: 1, text: glyph.text, look: look))
      }
    }
    return runs
  }
}

/// How grids become drawings.
private enum SVG {
  static let columnWidth = 8.4
  static let rowHeight = 18.0
  static let margin = 8.0

  struct Run {
    let x: Int
    var columns: Int
    var text: String
    let look: Appearance

    func drawn(y: Int, on screen: String) -> String {
      let left = SVG.margin + Double(x) * SVG.columnWidth
      let top = SVG.margin + Double(y) * SVG.rowHeight
      let width = SVG.number(Double(columns) * SVG.columnWidth)
      let ground = SVG.colour(look.background, otherwise: screen)
      var drawn = ""
      if ground != screen {
        drawn += """
          <rect x="\(SVG.number(left))" y="\(SVG.number(top))" width="\(width)" height="\(SVG.number(SVG.rowHeight))" \
          fill="\(ground)"/>\n
          """
      }
      let words = text.drop { $0 == " " }
      guard !words.isEmpty else { return drawn }
      let skipped = text.count - words.count
      let shown = String(words.reversed().drop { $0 == " " }.reversed())
      let columns = Double(self.columns - skipped - (words.count - shown.count))
      return drawn + """
        <text x="\(SVG.number(left + Double(skipped) * SVG.columnWidth))" y="\(SVG.number(top + 13))" \
        textLength="\(SVG.number(columns * SVG.columnWidth))" lengthAdjust="spacingAndGlyphs" \
        fill="\(SVG.colour(look.foreground, otherwise: "#d0d0d0"))"\(attributes)>\(SVG.escaped(shown))</text>\n
        """
    }

    private var attributes: String {
      (look.attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
        + (look.attributes.contains(.italic) ? " font-style=\"italic\"" : "")
        + (look.attributes.contains(.underline) ? " text-decoration=\"underline\"" : "")
    }
  }

  static func colour(_ colour: Colour?, otherwise: String) -> String {
    guard let (red, green, blue) = colour?.components else { return otherwise }
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// With one decimal, none where that is 0.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
