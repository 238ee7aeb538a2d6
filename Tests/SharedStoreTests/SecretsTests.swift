import IdeaPipeline
import SharedStore
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct SecretsTests {
  /// What somebody may not know makes no difference to anything that they can read or try.
  @Test func nobodyCanTellADayFromOneWithOtherSecrets() throws {
    let first = RandomSeed.fresh("days with secrets")
    var found: [String: Int] = [:]
    // Each of the five kinds twice: every one is read through every path, for several people.
    for seed in first..<(first + 40) where found.values.count(where: { $0 > 1 }) < 5 {
      var day = try SecretDay(seed: seed)
      day.run(150)
      for (kind, twins) in Dictionary(grouping: day.twins, by: { String($0.what.prefix { !$0.isNumber }) }) {
        guard let twin = twins.last, found[kind, default: 0] < 2 else { continue }
        try compare(day, twin, seed)
        found[kind, default: 0] += 1
      }
    }
    #expect(found.count == 5, "\(found)")
  }

  private func compare(_ day: SecretDay, _ twin: Twin, _ seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let stores = try ["one": day.builder.log, "other": twin.log].mapValues { $0 }
      .sorted { $0.key < $1.key }
      .map { try BoardStore.create(directory.board($0.key), replaying: $0.value) }
    defer { for store in stores { store.close() } }
    let ideas = day.ideas.map { IdeaID(madeBy: $0.id) }
    for viewer in twin.viewers {
      let texts = try stores.map { store in
        try EveryReading(
          store: store, viewer: viewer, ideas: ideas, handles: ["ann", "bo", "cy", "di", "ed", "fay"],
          words: ["otherwise", "again", "said", "x"] + day.words, leavesOutVoices: twin.changesVoices
        ).lines()
      }
      expectSame(texts[0], texts[1], "seed \(seed), \(twin.what), read by \(viewer)")
      guard let person = viewer.person else { continue }
      expectSame(
        EveryReading.verdicts(day.builder.log, ideas: ideas, by: person),
        EveryReading.verdicts(twin.log, ideas: ideas, by: person), "seed \(seed), \(twin.what), tried by \(viewer)")
    }
  }

  private func expectSame(_ one: [String], _ other: [String], _ what: String) {
    for (line, twin) in zip(one, other) where line != twin {
      let start = zip(line, twin).prefix { $0 == $1 }.count
      let from = max(0, start - 160)
      Issue.record(
        "\(what): \(line.prefix(60)) … \(line.dropFirst(from).prefix(260)) ≠ \(twin.dropFirst(from).prefix(260))")
      return
    }
  }
}

extension SecretDay {
  /// Words from ideas, some of them not revealed.
  fileprivate var words: [String] { ideas.suffix(6).map { "w\($0.seq - 1)w" } }
}
