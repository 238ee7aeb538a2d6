import Foundation
import Testing

/// Two real accounts of one group on one board, and one that is not in the group.
@Suite(.serialized, .enabled(if: TemporaryAccounts.canBeMade, "making Unix accounts takes root, useradd and setpriv"))
struct SharedFolderTests {
  @Test func bothPostAndBothSeeUnderTheirOwnNames() async throws {
    try await BoardsHome.withAccounts { accounts in
      let (ann, bo) = (accounts.members[0], accounts.members[1])
      // The strictest umask: what it takes away would lock the second account out.
      try done(await accounts.run(as: ann, umask: "077", "new", "clinic", "--seed", "blank"))
      try done(await accounts.run(as: ann, umask: "077", "post", "clinic", "From the one"))
      #expect(try done(await accounts.run(as: bo, "post", "clinic", "From the other")).output == "2\n")
      #expect(try done(await accounts.run(as: ann, umask: "077", "dot", "clinic", "2")).output.contains("dot"))
      for account in [ann, bo] {
        let ideas = try done(await accounts.run(as: account, "list", "clinic", "--json")).objects()
        #expect(ideas.compactMap { $0["title"] as? String } == ["From the other", "From the one"])
        #expect(ideas.compactMap { $0["author"] as? String } == [bo, ann])
      }
      let people = try done(await accounts.run(as: bo, "people", "clinic", "--json")).objects()
      #expect(people.compactMap { $0["name"] as? String } == ["Ann Price", bo])
      #expect(people.compactMap { $0["role"] as? String } == ["facilitator", "participant"])
      #expect(try done(await accounts.run(as: bo, "check", "clinic")).output.contains("in order"))
    }
  }

  @Test func everyFileOfTheBoardIsTheGroupsWhateverTheUmask() async throws {
    try await BoardsHome.withAccounts { accounts in
      for (name, account, umask) in [("strict", 0, "077"), ("usual", 1, "022"), ("none", 0, "000")] {
        try done(await accounts.run(as: accounts.members[account], umask: umask, "new", name, "--seed", "blank"))
        for (member, umask) in zip(accounts.members, ["077", "000"]) {
          try done(await accounts.run(as: member, umask: umask, "post", name, "From \(member)"))
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: accounts.shared).filter { $0.hasPrefix(name) }
        #expect(Set(files).isSuperset(of: ["", "-wal", "-shm", "-lock", "-bell"].map { "\(name).hothouse\($0)" }))
        for file in files {
          var status = stat()
          #expect(stat("\(accounts.shared)/\(file)", &status) == 0)
          #expect(status.st_mode & 0o777 == 0o660, "\(file): \(String(status.st_mode, radix: 8))")
          #expect(status.st_gid == getgrnam(accounts.group)?.pointee.gr_gid, "\(file)")
        }
      }
    }
  }

  @Test func onlyTheOwnerOfTheFileActsAsOthers() async throws {
    try await BoardsHome.withAccounts { accounts in
      let (ann, bo) = (accounts.members[0], accounts.members[1])
      try done(await accounts.run(as: ann, "new", "clinic", "--seed", "blank"))
      try done(await accounts.run(as: ann, "post", "clinic", "As another", "--as", "Zoë Lark"))
      for command in [["post", "clinic", "x"], ["list", "clinic"]] {
        for name in [ann, "zoe-lark", "somebody-new"] {
          refused(77, try await accounts.run(as: bo, command, "--as", name), "Only the owner of the board’s file")
        }
      }
      // What the second account may not do, it may not do by being in the group either.
      try done(await accounts.run(as: bo, "post", "clinic", "Mine"))
      refused(77, try await accounts.run(as: bo, "hide", "clinic", "1", "--reason", "x"), "coach or a facilitator")
      refused(77, try await accounts.run(as: bo, "export", "clinic", "--to", "json", "--history"), "owner")
      let people = try done(await accounts.run(as: ann, "people", "clinic", "--json")).objects()
      #expect(Set(people.compactMap { $0["handle"] as? String }) == [ann, "zoe-lark", bo])
    }
  }

  @Test func whoIsNotInTheGroupIsToldSo() async throws {
    try await BoardsHome.withAccounts { accounts in
      try done(await accounts.run(as: accounts.members[0], "new", "clinic", "--seed", "blank"))
      for command in [
        ["list", "clinic"], ["post", "clinic", "x"], ["open", "clinic"], ["boards"], ["new", "other"],
      ] {
        refused(77, try await accounts.run(as: accounts.outsider, command), "This account may not")
      }
    }
  }

  @discardableResult
  private func done(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) throws -> Outcome {
    try #require(outcome.status == 0 && outcome.errors == "", "\(outcome)", sourceLocation: sourceLocation)
    return outcome
  }

  private func refused(
    _ status: Int32, _ outcome: Outcome, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == status && outcome.output == "", "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(words), "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome)", sourceLocation: sourceLocation)
  }
}
