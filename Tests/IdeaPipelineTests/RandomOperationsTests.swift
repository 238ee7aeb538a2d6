import IdeaPipeline
import TestSupport
import Testing

@Suite struct RandomOperationsTests {
  /// Every property of `RandomRun` over a few hundred days, and that those days were worth looking at.
  @Test func propertiesHoldWhateverPeopleDo() throws {
    var count = RandomRun.Count()
    print("random days from seeds 1 to 340; a failure names its own")
    for seed in UInt64(1)...340 {
      try RandomRun.run(seed: seed, length: 120, on: MemoryBoard(), counting: &count)
    }
    for type in OperationCatalogue.all where type.kind != CreateBoard.kind && type.kind != Redact.kind {
      #expect(count.done[type.kind, default: 0] >= 20, "\(type.kind) is hardly ever done")
      #expect(count.refused[type.kind, default: 0] >= 5, "\(type.kind) is hardly ever refused")
    }
  }
}
