import IdeaPipeline
import Testing

@testable import BoardUI

@Suite("The filter for what is stuck")
struct StuckFilterTests {
  private let now = Timestamp(milliseconds: 10_000_000_000)

  @Test("Stuck is what nothing happened to for a week before it was typed")
  func week() throws {
    let filter = IdeaFilter("is:stuck #night", now: now)
    #expect(filter.narrows && filter.problem == nil)
    let query = try #require(filter.query(stage: .define, newSince: 0, limit: 10))
    #expect(query.quietSince == Timestamp(milliseconds: 10_000_000_000 - 604_800_000))
    #expect(query.tags == ["night"])
    #expect(IdeaFilter("is:stu", now: now).problem == nil, "it may be typed on")
    #expect(IdeaFilter("is:stuk", now: now).problem?.contains("stuck") == true)
  }

  @Test("The list shows those and counts them")
  func list() {
    var walk = Walk()
    walk.press("/")
    walk.type("is:stuck")
    #expect(walk.notice.hasPrefix("/is:stuck") || walk.text.contains("is:stuck"))
    #expect(walk.text.contains("Ideate 0"))
  }
}
