import TestSupport
import Testing

@Suite struct StoreDayTests {
  /// Whatever people do, the file holds what memory would, and nothing of what was redacted.
  @Test func aDayOnAFileIsADayInMemory() throws {
    let seed = RandomSeed.fresh("random days on files")
    var redactions = 0
    for seed in seed..<(seed + 12) {
      let day = try StoreDay(seed: seed)
      do {
        try day.run(80)
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
      redactions += day.redactions
    }
    #expect(redactions > 12)
  }
}
