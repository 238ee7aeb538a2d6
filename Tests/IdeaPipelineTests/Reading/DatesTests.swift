import IdeaPipeline
import Testing

@Suite("Moments in words")
struct DatesTests {
  /// 2023-11-14 22:13:20 UTC.
  private let now = Timestamp(milliseconds: 1_700_000_000_000)

  private func earlier(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: now.milliseconds - seconds * 1000) }

  @Test(
    "How long ago",
    arguments: [
      (-5, "just now"), (0, "just now"), (59, "just now"), (60, "1 min ago"), (7_200, "2 h ago"), (90_000, "yesterday"),
      (260_000, "3 days ago"), (604_800, "7 Nov"), (31_536_000, "14 Nov 2022"),
    ] as [(Int64, String)])
  func ago(seconds: Int64, words: String) {
    #expect(Dates(.ago).words(earlier(seconds), now: now) == words)
  }

  @Test("“yesterday” turns at the reader’s midnight, not at Greenwich’s")
  func localMidnight() {
    // 24.5 hours before 22:13 is 21:43 of the day before; three hours east both are after midnight, still a day apart.
    #expect(Dates(.ago).words(earlier(88_200), now: now) == "yesterday")
    // 47 hours before is the day before yesterday in Greenwich (23:13) and yesterday one hour further east.
    #expect(Dates(.ago).words(earlier(169_200), now: now) == "2 days ago")
    #expect(Dates(.ago, utcOffset: 3_600).words(earlier(169_200), now: now) == "yesterday")
  }

  @Test("Day and minute, on the reader’s clock")
  func dates() {
    #expect(Dates(.date).words(now, now: now) == "14 Nov 22:13")
    #expect(Dates(.date, utcOffset: 7_200).words(now, now: now) == "15 Nov 00:13")
    #expect(Dates(.date).words(earlier(31_536_000), now: now) == "14 Nov 2022 22:13")
    #expect(Dates(.iso, utcOffset: -50_400).words(now, now: now) == "2023-11-14 08:13")
    #expect(Dates(.iso).words(Timestamp(milliseconds: -1), now: now) == "1969-12-31 23:59")
  }

  @Test("Days are those of the calendar, leap days and centuries included")
  func calendar() {
    // Days since 1970-01-01 of dates whose distance is known.
    for (days, iso) in [
      (0, "1970-01-01"), (11_016, "2000-02-29"), (19_782, "2024-02-29"), (19_783, "2024-03-01"), (47_540, "2100-02-28"),
      (47_541, "2100-03-01"), (-719_162, "1-01-01"),
    ] {
      let moment = Timestamp(milliseconds: Int64(days) * 86_400_000)
      #expect(Dates(.iso).words(moment, now: now).hasPrefix(iso + " "), "day \(days)")
    }
  }
}
