import IdeaPipeline
import Testing

@testable import Interchange

@Suite("Times by ISO 8601")
struct TimestampTests {
  @Test(
    "Known moments",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_497_419_732_363, "2017-06-14T05:55:32.363Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_000, "2000-02-29T00:00:00Z"), (1_709_251_199_000, "2024-02-29T23:59:59Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00Z"), (1_778_754_600_070, "2026-05-14T10:30:00.070Z"),
    ] as [(Int64, String)])
  func known(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test("Any moment of ten thousand years comes back exactly")
  func roundTrips() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Seed of the moments: \(seed)")
    var generator = Sequence64(state: seed)
    for _ in 0..<2_000 {
      let moment = Timestamp(milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator))
      #expect(Timestamp(iso8601: moment.iso8601) == moment, "seed \(seed)")
    }
  }

  @Test(
    "Other ways of writing a moment",
    arguments: [
      ("2026-05-14", 1_778_716_800_000), ("2026-05-14 10:30", 1_778_754_600_000),
      ("2026-05-14T12:30:00+02:00", 1_778_754_600_000), ("2026-05-14T05:00:00-0530", 1_778_754_600_000),
      ("2026-05-14T10:30:00.5Z", 1_778_754_600_500), ("2026-05-14T10:30:00.123456789Z", 1_778_754_600_123),
    ] as [(String, Int64)])
  func variants(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(
    "What is no time is none",
    arguments: [
      "", "yesterday", "2026-13-01", "2026-02-29", "2026-04-31", "2026-05-14T24:00:00Z", "2026-05-14T10:60:00Z",
      "2026-05-14T10:30:00X", "14/05/2026", "2026-05-14T10", "2026-05-14T10:30:00.Z", "2026-05-14T10:30:00Z ",
    ])
  func refused(_ text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }
}
