import Foundation
import TestSupport
import Testing

@testable import IdeaPipeline

/// Every refusal names the way out. That one is given at all the compiler sees to: a refusal takes either what to do
/// instead or a remedy that has a key and a command. That it says something is looked at here, at every place.
@Suite struct RefusalTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "Sources")

  /// Each call that makes a refusal, as it stands in the sources of the domain and the store.
  private static let calls: [String] = ["IdeaPipeline", "SharedStore"].flatMap { target -> [String] in
    let directory = sources.appendingPathComponent(target).path
    let files = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file -> [String] in
      let text = (try? String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)) ?? ""
      return ["Refusal(", "Lasting("].flatMap { name in
        text.components(separatedBy: name).dropFirst().map { name + call($0) }
      }.filter { $0.contains("\"") }
    }
  }

  /// Up to the parenthesis that ends the call.
  private static func call(_ rest: String) -> String {
    var depth = 1
    let end = rest.firstIndex { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth == 0
    }
    return String(rest[..<(end ?? rest.endIndex)])
  }

  @Test func everyPlaceThatRefusesWasFound() { #expect(Self.calls.count > 80, "\(Self.calls.count)") }

  @Test(arguments: calls) func namesWhatToDoInstead(call: String) throws {
    guard let instead = call.components(separatedBy: "instead: \"").dropFirst().first else {
      #expect(call.contains("remedy: .") || call.contains("instead: "), "\(call)")
      return
    }
    let sentence = instead.components(separatedBy: "\"").first ?? ""
    #expect(sentence.split(separator: " ").count >= 2, "\(call)")
    #expect(call.contains(".\"") || call.contains(").\""), "a sentence ends with a full stop: \(call)")
  }

  @Test func everyRemedyHasAKeyOrSaysWhoCanDoIt() {
    let keyed = Set(KeyedRemedy.allCases.map(\.remedy))
    #expect(keyed.count == KeyedRemedy.allCases.count)
    // What these refusals say besides names the way out: they cannot be made without.
    let said: Set<Remedy> = [
      .openRound, .closeRound, .askFacilitator, .openSession, .closeSession, .startStep, .takeOver, .postWithoutName,
      .claimHelp, .closeHelp,
    ]
    #expect(Set(Remedy.allCases).subtracting(keyed) == said)
  }

  @Test func whatCannotBeUndoneSaysWhatToDoInstead() {
    let lasting = OperationCatalogue.all.compactMap { $0.cannotUndo }
    #expect(lasting.count >= 8)
    for reason in lasting { #expect(reason.why.hasSuffix(".") && reason.instead.hasSuffix(".")) }
  }
}
