import CellGrid
import Foundation
import IdeaPipeline
import Testing

@testable import hothouse

/// What commands print, whatever is written on the board.
@Suite struct OutputTests {
  private let hostile = "a\u{1B}[31mb\u{0}c\u{9B}2Jd\u{202E}e\u{2066}f\u{7F}g\u{E0041}h\nz"

  @Test func aSpanIsOneHarmlessLine() {
    #expect(Span(hostile).text == "a[31mbc2Jdefgh z")
  }

  @Test func combiningMarksAreLimited() {
    let marks = "e" + String(repeating: "\u{301}", count: 100)
    #expect(HarmlessText.line(marks).unicodeScalars.count == 9)
  }

  @Test func emojiAndOtherScriptsStay() {
    for text in ["👩🏽‍🚒 fire", "日本語", "שלום", "e\u{301}"] { #expect(HarmlessText.line(text) == text) }
  }

  @Test func jsonKeepsTextExactlyAndPrintsOnlyHarmlessScalars() throws {
    let line = try HarmlessJSON.line(["text": hostile])
    #expect(!line.unicodeScalars.contains(where: HarmlessText.disturbs))
    #expect(try JSONDecoder().decode([String: String].self, from: Data(line.utf8)) == ["text": hostile])
  }

  @Test func emphasisIsWrittenOnlyWhereItIsWanted() {
    #expect(Span.strong("x").drawn(styled: false) == "x")
    #expect(Span.strong("x").drawn(styled: true) == "\u{1B}[1mx\u{1B}[0m")
    #expect(Span.strong("").drawn(styled: true) == "")
  }

  @Test func aLineIsClippedAtTheEdgeOfATerminalOnly() {
    #expect(page(columns: 10) { $0.line("wide 日本語 text") } == "wide 日本…\n")
    #expect(page(columns: nil) { $0.line("wide 日本語 text") } == "wide 日本語 text\n")
  }

  @Test func aParagraphIsWrappedAtTheEdgeOfATerminalOnly() {
    let words = String(repeating: "word ", count: 20).trimmingCharacters(in: .whitespaces)
    #expect(page(columns: 40) { $0.paragraph(words, indent: 2) }.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(page(columns: nil) { $0.paragraph(words) } == words + "\n")
  }

  @Test func aTableLeavesOutEmptyColumnsAndNarrowsTheFlexibleOne() {
    var table = Table([.number("#"), .flexible("Title"), .text("Empty"), .text("Age", leaving: 0)])
    table.row(["1", Span(String(repeating: "t", count: 60)), "", "just now"])
    table.row(["14", "short", "", "2 h ago"])
    #expect(
      page(columns: 60) { $0.table(table) }.split(separator: "\n").map(String.init) == [
        " #  Title                                           Age",
        " 1  \(String(repeating: "t", count: 45))…  just now",
        "14  short                                           2 h ago",
      ])
    // Narrower than what is comfortable to read: the age goes.
    let narrow = page(columns: 40) { $0.table(table) }
    #expect(!narrow.contains("Age"))
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test(arguments: [
    (0, "just now"), (59, "just now"), (60, "1 min ago"), (7_200, "2 h ago"), (90_000, "yesterday"),
    (260_000, "3 days ago"),
    (604_800, "7 Nov"), (-5, "just now"),
  ])
  func momentsReadAsPeopleSayThem(seconds: Int64, words: String) {
    let now = Timestamp(milliseconds: 1_700_000_000_000)
    #expect(Moment.ago(Timestamp(milliseconds: now.milliseconds - seconds * 1000), now: now) == words)
  }

  private func page(columns: Int?, _ build: (inout Page) -> Void) -> String {
    var page = Page(for: Outlet(isTerminal: columns != nil, columns: columns) { $0.count })
    build(&page)
    return page.text
  }
}
