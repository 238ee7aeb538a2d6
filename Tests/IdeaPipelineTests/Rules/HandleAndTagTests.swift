import IdeaPipeline
import Testing

@Suite struct HandleTests {
  @Test(arguments: ["a", "ann", "ann-lee_2", "9lives", String(repeating: "a", count: 32)])
  func handles(_ handle: String) throws { try Handle.check(handle) }

  @Test(arguments: [
    "", "Ann", "ann lee", "-ann", "_ann", "zoë", "ann.", "@ann", "a\u{0}b", String(repeating: "a", count: 33),
  ])
  func noHandles(_ handle: String) {
    expectRefusal(.badInput, "cannot be a handle: use 1–32 lower-case letters") { try Handle.check(handle) }
  }

  @Test func aRefusalIsSafeToShow() {
    expectRefusal(.badInput, "“[31mann” cannot be") { try Handle.check("\u{1B}[31mann") }
  }

  @Test(arguments: [
    ("Ann Lee", "ann-lee"), ("Zoë O’Neil", "zoe-oneil"), ("  Jo   Quill ", "jo-quill"),
    ("Øystein Strauß", "oystein-strauss"),
    ("Łukasz", "lukasz"), ("李明", ""), ("- _x", "x"), ("Dr. Sam-Lee", "dr-sam-lee"),
    ("A very long name that goes on and on", "a-very-long-name-that-goes-on-an"),
    ("A very long name that goes on a  b", "a-very-long-name-that-goes-on-a"),
  ])
  func suggestions(_ name: String, _ handle: String) throws {
    #expect(Handle.suggestion(for: name) == handle)
    if !handle.isEmpty { try Handle.check(handle) }
  }

  @Test(arguments: [
    ("@ann", ["ann"]), ("ask @ann, @Jo or @ann.", ["ann", "jo"]), ("(@sam)", ["sam"]), ("mail a@b.org", []),
    ("@", []), ("@@ann", []), ("@ann’s desk", ["ann"]), ("“@ann”", ["ann"]), ("x\n@ann", ["ann"]), ("@ann@jo", ["ann"]),
    ("/@ann", ["ann"]), ("@zoë", ["zo"]),
  ])
  func mentions(_ text: String, _ handles: [String]) {
    #expect(Handle.mentions(in: text) == handles)
  }
}

@Suite struct TagTests {
  @Test(arguments: [
    ("#Falls", "falls"), ("urgent care", "urgent-care"), ("urgent__care", "urgent-care"), ("  a  b  ", "a-b"),
    ("-x-", "x"), ("Café", "café"), ("2nd", "2nd"), ("!?", ""), ("a/b", "ab"), ("a\u{202E}b", "ab"),
    ("a\u{1B}[0mb", "a0mb"),
  ])
  func normalised(_ text: String, _ tag: String) throws {
    #expect(Tag.normalised(text) == tag)
    #expect(Tag.normalised(tag) == tag)
  }
}
