import IdeaPipeline
import Testing

/// The form each operation has in the log, frozen: what one program wrote, every later one has to read.
@Suite struct OperationJSONTests {
  @Test(arguments: FrozenOperation.all)
  func writesAndReadsTheFrozenForm(_ frozen: FrozenOperation) throws {
    #expect(try OperationCatalogue.json(frozen.operation) == frozen.json)
    #expect(OperationCatalogue.payload(kind: frozen.kind, json: frozen.json) == .known(frozen.operation))
  }

  @Test func everyKindHasAFrozenForm() {
    let kinds = OperationCatalogue.all.map { $0.kind }
    #expect(Set(kinds) == Set(FrozenOperation.all.map(\.kind)))
    #expect(Set(kinds).count == kinds.count)
  }

  @Test func anUnknownKindIsKeptAsItIs() {
    let payload = OperationCatalogue.payload(kind: "idea.sing", json: #"{"song":"la"}"#)
    #expect(payload == .unknown(kind: "idea.sing", json: #"{"song":"la"}"#))
    #expect(payload.kind == "idea.sing")
    let unreadable = OperationCatalogue.payload(kind: "idea.withdraw", json: #"{"thing":1}"#)
    #expect(unreadable == .unknown(kind: "idea.withdraw", json: #"{"thing":1}"#))
  }

  @Test func whatANewerProgramAddedIsLeftOut() {
    let json = #"{"colour":"red","idea":"0000000000002"}"#
    let payload = OperationCatalogue.payload(kind: "idea.withdraw", json: json)
    #expect(payload == .known(WithdrawIdea(idea: IdeaID(rawValue: 2))))
  }

  /// Redacting takes every text away and nothing else the replay needs.
  @Test(arguments: FrozenOperation.all)
  func redactionLeavesNoText(_ frozen: FrozenOperation) throws {
    let id = OperationID(rawValue: 77)
    let redacted = try OperationCatalogue.json(frozen.operation.redacted("[redacted]"))
    for text in frozen.texts { #expect(!redacted.contains(text), "\(redacted) holds “\(text)”") }
    let oldRedacted = try OperationCatalogue.json(frozen.operation.oldTextRedacted("[redacted]"))
    for text in frozen.texts where text.hasPrefix("Old") { #expect(!oldRedacted.contains(text)) }
    for text in frozen.texts where text.hasPrefix("New") { #expect(oldRedacted.contains(text)) }
    #expect(frozen.texts.isEmpty == frozen.operation.textPlaces(id).isEmpty || frozen.bringsTextBack)
  }
}

/// One operation and the JSON it must always be.
struct FrozenOperation: CustomTestStringConvertible, Sendable {
  let operation: any Operation
  let json: String
  /// What people wrote in it.
  let texts: [String]
  /// It holds no text itself, but the undo of it does.
  let bringsTextBack: Bool

  init(_ operation: any Operation, texts: [String] = [], bringsTextBack: Bool = false, _ json: String) {
    self.operation = operation
    self.json = json
    self.texts = texts
    self.bringsTextBack = bringsTextBack
  }

  var kind: String { type(of: operation).kind }
  var testDescription: String { kind }

  static let all = board + ideas + journeys + comments + rounds + sessions + room
}
