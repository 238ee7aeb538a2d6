import Testing

@testable import SharedStore

/// Whatever the store cannot do, it says what is safe and what to do.
@Suite struct StoreErrorTests {
  /// One of each; the switch below keeps a new case from being forgotten.
  private static let samples: [StoreError] = [
    .busy(holder: nil), .noSuchBoard("x"), .boardExists("x"), .fileExists("/x"),
    .unusableName("X", suggestion: nil), .notABoard(path: "/x", because: "it is empty"),
    .unsafeFileSystem(path: "/x", kind: "NFS"), .newerBoard(version: 9, understood: 3), .diskFull(path: "/x"),
    .notPermitted(doing: "open", path: "/x"), .damaged(path: "/x", detail: "page 3"),
    .system(doing: "open", path: "/x", code: 5), .database(path: "/x", detail: "locked"), .closed,
  ]

  private func wayOut(_ error: StoreError) -> String {
    switch error {
    case .busy: "try again"
    case .noSuchBoard: "hothouse boards"
    case .boardExists: "choose another name"
    case .fileExists: "choose another place"
    case .unusableName: "Choose another name"
    case .notABoard: "hothouse boards"
    case .unsafeFileSystem: "Keep boards on a local disk"
    case .newerBoard: "update to write"
    case .diskFull: "free some space"
    case .notPermitted: "Ask whoever owns it"
    case .damaged: "go back to a backup"
    case .system: "try again, or tell whoever looks after this machine"
    case .database: "hothouse check"
    case .closed: "open it again"
    }
  }

  @Test(arguments: samples) func namesTheWayOut(error: StoreError) {
    #expect(error.description.contains(wayOut(error)), "\(error)")
    #expect(error.description.hasSuffix("."))
  }

  @Test func everyCaseHasASample() {
    #expect(Set(Self.samples.map(wayOut)).count >= 13 && Self.samples.count == 14)
  }
}
