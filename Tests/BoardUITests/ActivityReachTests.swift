import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// What a filter over the feed costs follows what it shows.
@Suite struct ActivityReachTests {
  /// The last `count` things that happened, ten of them a "merge".
  private func changes(before seq: Int, _ count: Int) -> [Change] {
    (max(1, seq - count)..<seq).reversed().map { seq in
      Change(
        seq: seq, id: OperationID(rawValue: Int64(seq)), at: SampleBoard.before(minutes: 100_000 - seq),
        actor: seq % 2 == 0 ? SampleBoard.jo : SampleBoard.sam, kind: "x",
        activity: Activity(seq == 90_000 ? "merged two" : "posted \(seq)"), isUndo: false, isOwn: false)
    }
  }

  private func type(_ text: String, in list: inout ActivityList) {
    for character in text { list.type(.character(character)) }
  }

  /// Reads as the screens do, until nothing more is wanted.
  private func readOn(_ list: inout ActivityList) -> Int {
    var pages = 0
    while let before = list.wantedBefore, pages < 1_000 {
      list.take(changes(before: before, ActivityList.page), before: before)
      pages += 1
    }
    return pages
  }

  @Test func aFilterThatMatchesNothingStopsAndGoesOnWhenAsked() {
    var list = ActivityList()
    list.take(changes(before: 100_001, ActivityList.page), before: nil)
    type("unicorn", in: &list)
    #expect(readOn(&list) == 4, "1,000 in all")
    #expect(list.hasStopped && list.looked == 1_000)
    list.move(by: 1)
    #expect(!list.hasStopped)
    #expect(readOn(&list) == 5, "a thousand more")
    type("s", in: &list)
    #expect(list.wantedBefore == nil, "another filter looks at what is there first")
  }

  @Test func whatIsFoundFartherBackComesWhenAsked() {
    var list = ActivityList()
    list.take(changes(before: 100_001, ActivityList.page), before: nil)
    type("merged", in: &list)
    var asked = 0
    while list.shown.isEmpty, asked < 50 {
      _ = readOn(&list)
      list.move(by: 1)
      asked += 1
    }
    #expect(asked == 11 && list.shown.map(\.seq) == [90_000])
  }

  @Test func withoutAFilterOneScrollsToTheBeginning() {
    var list = ActivityList()
    list.take(changes(before: 1_501, ActivityList.page), before: nil)
    for _ in 0..<100 where !list.hasAll {
      list.select(.max)
      _ = readOn(&list)
    }
    #expect(list.hasAll && list.shown.count == 1_500)
  }

  @Test func whatCameMeanwhileDoesNotLoseWhatWasRead() {
    var list = ActivityList()
    list.take(changes(before: 1_001, ActivityList.page), before: nil)
    type("@jo -1000", in: &list)
    while !list.hasStopped, !list.hasAll {
      list.select(.max)
      _ = readOn(&list)
    }
    #expect(list.shown.count == 499 && list.shown.allSatisfy { $0.seq % 2 == 0 && $0.seq != 1_000 })
    list.take(changes(before: 1_003, ActivityList.page), before: nil)
    #expect(list.shown.count == 500 && list.shown.first?.seq == 1_002)
    #expect(Set(list.shown.map(\.seq)).count == 500)
  }

  @Test func theFilterOfTheFeedTakesQuotesAndWhatToLeaveOut() {
    let jo = changes(before: 3, 1)[0]
    func takes(_ text: String) -> Bool { ActivityFilter(text).takes(jo) }
    #expect(takes("\"posted 2\"") && !takes("\"2 posted\"") && takes("2 posted"))
    #expect(takes("-merged") && !takes("-posted") && !takes("-@jo") && takes("-@sam @jo"))
    #expect(takes("-") == false && takes("- ") == false, "a dash by itself is a word")
  }

  @Test func howFarItLookedIsSaid() {
    var walk = Walk(.overfull, width: 120, height: 30)
    walk.press("a", "/")
    walk.type("unicorn")
    let reached = walk.text.contains("None of the last 1,000 changes, back to ")
    #expect(reached || walk.text.contains("No line has “unicorn”."), "\(walk.text)")
  }
}
