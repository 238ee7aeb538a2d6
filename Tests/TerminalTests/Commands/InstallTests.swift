import Foundation
import Testing

/// What `make install` lays down, with the program that the tests run in place of a release.
@Suite(.timeLimit(.minutes(10))) struct InstallTests {
  @Test func theInstalledProgramFindsWhatIsBesideItAndMakeTakesItAllAwayAgain() async throws {
    let home = try BoardsHome()
    let prefix = "\(home.path)/opt"
    try await make(home, "install", prefix)
    let installed = try await home.start("\(prefix)/bin/hothouse", ["paths", "--json"]).outcome().object()
    #expect((installed["seeds"] as? [String])?.contains("\(prefix)/share/hothouse/seeds") == true)
    #expect((installed["seeds"] as? [String])?.count == 2, "the checkout is not among them")
    for list in ["seeds", "themes"] {
      let found = try await home.start("\(prefix)/bin/hothouse", [list, "--json"]).outcome().objects()
      #expect(found.count >= 2 && found.allSatisfy { $0["problem"] is NSNull || $0["problem"] == nil }, "\(found)")
      #expect(found.allSatisfy { ($0["path"] as? String)?.hasPrefix("\(prefix)/share/hothouse/\(list)/") == true })
    }
    let made = try await home.start("\(prefix)/bin/hothouse", ["new", "clinic", "--seed", "blank"]).outcome()
    #expect(made.status == 0, "\(made)")
    let manual = try String(contentsOfFile: "\(prefix)/share/man/man1/hothouse.1", encoding: .utf8)
    #expect(manual.contains(".Dt HOTHOUSE 1"))
    let completions = "\(prefix)/share/bash-completion/completions/hothouse"
    let bash = try await home.start("/bin/bash", ["-n", completions]).outcome()
    #expect(bash.status == 0 && bash.errors == "", "\(bash)")
    for file in ["zsh/site-functions/_hothouse", "fish/vendor_completions.d/hothouse.fish"] {
      #expect(try String(contentsOfFile: "\(prefix)/share/\(file)", encoding: .utf8).contains("send-back"))
    }
    try await make(home, "uninstall", prefix)
    let left = FileManager.default.enumerator(atPath: prefix)?.compactMap { $0 as? String } ?? []
    var isFolder: ObjCBool = false
    #expect(
      left.allSatisfy {
        FileManager.default.fileExists(atPath: "\(prefix)/\($0)", isDirectory: &isFolder) && isFolder.boolValue
      })
    #expect(try await home.succeed("boards").output.contains("clinic"), "boards stay")
  }

  private func make(_ home: BoardsHome, _ target: String, _ prefix: String) async throws {
    let arguments = [
      "-s", "-C", Examples.checkout.path, target, "PREFIX=\(prefix)", "BUILD=true", "BINARY=\(RunningProgram.path)",
    ]
    let outcome = try await home.start("/usr/bin/make", arguments).outcome()
    #expect(outcome.status == 0, "\(outcome)")
  }
}
