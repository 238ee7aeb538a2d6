import Testing

@testable import Interchange

@Suite("Comma-separated values")
struct CSVReaderTests {
  private func cells(_ text: String) throws -> [[String]] {
    try CSVReader.rows(of: text).map { $0.cells.map(\.text) }
  }

  @Test(
    "Each form of RFC 4180, and what spreadsheets make of it",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a\rb\r", [["a"], ["b"]]),
      ("\u{FEFF}a,b", [["a", "b"]]),
      ("a,,\n,,", [["a", "", ""], ["", "", ""]]),
      ("\"a,b\",\"c\"\"d\",\"\"", [["a,b", "c\"d", ""]]),
      ("\"one\ntwo\",x\n", [["one\ntwo", "x"]]),
      ("\"one\r\ntwo\"\r\n", [["one\r\ntwo"]]),
      (" a , b ", [[" a ", " b "]]),
      ("a\n\n\nb\n", [["a"], ["b"]]),
      ("", []), ("\n\n", []),
      ("ü,🌱\n", [["ü", "🌱"]]),
    ] as [(String, [[String]])])
  func forms(_ text: String, _ expected: [[String]]) throws {
    #expect(try cells(text) == expected)
  }

  @Test("A cell knows its line, also below cells over several lines and whatever ends them")
  func lines() throws {
    let rows = try CSVReader.rows(of: "a,b\r\n\"1\n2\r\n3\r4\",\"x\ny\"\n\nlast,\"z\"")
    #expect(rows.map(\.line) == [1, 2, 8])
    #expect(rows.flatMap(\.cells).map(\.line) == [1, 1, 2, 5, 8, 8])
  }

  @Test(
    "What is no such file is refused with its place",
    arguments: [
      ("a,b\nc,\"d\ne,f\n", 2, 2, "never closed"),
      ("a,b\nc,d\"e\n", 2, 2, "inside a cell"),
      ("a\n\"b\nc\"d,e\n", 3, 1, "closing quote"),
    ])
  func syntaxErrors(_ text: String, _ line: Int, _ column: Int, _ words: String) {
    let error = #expect(throws: CSVReader.SyntaxError.self) { try CSVReader.rows(of: text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.what.contains(words) == true)
  }

  @Test("Whatever is written is read again exactly, in rows and lines that were counted right")
  func roundTrips() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Seed of the comma-separated values: \(seed)")
    var generator = Sequence64(state: seed)
    let pieces = ["a", ",", "\"", "\n", "\r\n", "\r", " ", "=", "'", "-", "@", "\t", "ü", "🌱", "+1", "e\u{301}"]
    for _ in 0..<500 {
      let width = Int.random(in: 1...4, using: &generator)
      let rows = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &generator)]
          }.joined()
        }
      }
      let text = rows.map { CSVWriter.row($0) }.joined()
      let read = try CSVReader.rows(of: text)
      #expect(read.map { $0.cells.map { SpreadsheetText.unguarded($0.text) } } == rows, "seed \(seed)")
      #expect(read.map(\.line) == startLines(rows), "seed \(seed)")
    }
  }

  /// The lines that rows start on, counted in another way.
  private func startLines(_ rows: [[String]]) -> [Int] {
    var line = 1
    return rows.map { row in
      defer {
        line += 1
        for cell in row {
          let scalars = Array(SpreadsheetText.guarded(cell).unicodeScalars)
          for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            if scalar == "\n" || scalar == "\r" && next != "\n" { line += 1 }
          }
        }
      }
      return line
    }
  }
}

@Suite("Text that spreadsheets would take for a formula")
struct SpreadsheetTextTests {
  @Test(
    "It is guarded by an apostrophe, and unguarded exactly",
    arguments: [
      ("=1+1", "'=1+1"), ("+44 161", "'+44 161"), ("-5", "'-5"), ("@ann", "'@ann"), ("\tx", "'\tx"), ("\rx", "'\rx"),
      ("\nx", "'\nx"), ("'=x", "''=x"), ("''-x", "'''-x"), ("＝x", "'＝x"), ("plain", "plain"), ("'quoted'", "'quoted'"),
      ("", ""), ("'", "'"), ("a=b", "a=b"),
    ])
  func guarding(_ text: String, _ cell: String) {
    #expect(SpreadsheetText.guarded(text) == cell)
    #expect(SpreadsheetText.unguarded(cell) == text)
  }

  @Test("No cell that is written starts like a formula")
  func harmless() {
    let row = CSVWriter.row(["=cmd|' /C calc'!A0", "@SUM(1)", "-1,2", "\t=1", " =x"])
    #expect(row == "'=cmd|' /C calc'!A0,'@SUM(1),\"'-1,2\",'\t=1,\" =x\"\r\n")
  }
}
