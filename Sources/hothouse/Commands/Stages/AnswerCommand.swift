import ArgumentParser
import IdeaPipeline
import Settings

/// Answers the worksheet of an idea.
struct AnswerCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer a question of an idea’s worksheet, or show what is asked.",
    discussion: """
      Without a question it shows those of the idea’s stage.

      \(examples:
        "hothouse answer clinic 14", "hothouse answer clinic 14 how_might_we \"How might we ring once?\"",
        "hothouse answer clinic 14 who --clear")
      """)

  @OptionGroup var idea: IdeaArgument
  @Argument(help: "The key of the question.")
  var question: String?
  @Argument(help: "The answer, or “-” to read it from standard input.")
  var answer: String?
  @Option(help: "The key of the worksheet, where several ask a question of the same key.")
  var worksheet: String?
  @Flag(help: "Take the answer away.")
  var clear = false
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if question != nil, clear == (answer != nil) { throw ValidationError("Give either an answer or --clear.") }
  }

  func run(in shell: Shell) throws {
    guard let question else { return try showQuestions(in: shell) }
    let words = try answer.map { try shell.words($0) }
    try idea.change(in: shell, acting, output) { detail, visit, hand in
      let place = try place(of: question, detail.row, try visit.reading.summary(for: hand.viewer), visit)
      let old = detail.entries.first { $0.worksheet == place.worksheet && $0.field == place.field.key }?.answer
      let new = try words.map { try place.field.answer(from: $0) }
      return [
        AnswerField(idea: detail.row.id, worksheet: place.worksheet, field: place.field.key, old: old, answer: new)
      ]
    }
  }

  /// The question, looked for in the worksheet of the idea’s stage first.
  private func place(
    of key: String, _ row: IdeaRow, _ summary: BoardSummary, _ visit: Visit
  ) throws -> (worksheet: String, field: Field) {
    let own = summary.guides.first { $0.stage == row.stage }?.worksheet
    let sheets = summary.worksheets.filter { worksheet == nil || $0.key == worksheet }
      .sorted { $0.key == own && $1.key != own }
    for sheet in sheets {
      if let field = sheet.field(key) { return (sheet.key, field) }
    }
    let known = sheets.flatMap { $0.fields.map(\.key) }
    let hint =
      Spelling.nearest(to: key, among: known).map { "Did you mean “\($0)”?" }
      ?? "“hothouse answer \(visit.name) \(idea.number)” shows what is asked."
    throw Complaint(.notFound, "No worksheet asks “\(key)”. \(hint)")
  }

  private func showQuestions(in shell: Shell) throws {
    let visit = try Visit(idea.board, in: shell)
    let viewer = try visit.viewer(acting)
    let detail = try visit.idea(idea.number, for: viewer)
    let summary = try visit.reading.summary(for: viewer)
    let sheet = summary.guides.first { $0.stage == detail.row.stage }?.worksheet
      .flatMap { key in summary.worksheets.first { $0.key == key } }
    let questions = (sheet?.fields ?? []).map { field in
      QuestionLine(field, in: sheet?.key ?? "", of: detail)
    }
    if output.isJSON { return try shell.printJSON(array: questions) }
    guard !questions.isEmpty else {
      return try shell.say(
        "\(detail.row.stage.title) asks nothing on this board. The way on is open: hothouse advance \(visit.name) \(idea.number)"
      )
    }
    var table = Table([.text("Key"), .flexible("Question"), .text("Answer by"), .flexible("Answer"), .text("Gate")])
    for line in questions {
      table.row([
        .strong(line.field), Span(line.question), .faint(line.choices), Span(line.answer ?? "–"),
        Span(line.isGate ? (line.answer == nil ? "needed" : "met") : ""),
      ])
    }
    try shell.print { $0.table(table) }
  }
}

/// One question of a worksheet and its answer.
private struct QuestionLine: Encodable {
  let worksheet: String
  let field: String
  let question: String
  let kind: String
  let options: [String]?
  let isGate: Bool
  let answer: String?

  init(_ field: Field, in worksheet: String, of detail: IdeaDetail) {
    self.worksheet = worksheet
    self.field = field.key
    question = field.question
    (kind, options) =
      switch field.kind {
      case .text: ("text", nil)
      case .choice(let options): ("choice", options)
      case .yesNo: ("yes_no", nil)
      }
    isGate = detail.gates.contains { $0.stage == detail.row.stage && $0.items.contains { $0.field.key == field.key } }
    answer = detail.entries.first { $0.worksheet == worksheet && $0.field == field.key }?.answer.words
  }

  var choices: String { options.map { $0.joined(separator: " | ") } ?? (kind == "yes_no" ? "yes | no" : "") }
}

extension Field {
  /// The answer that somebody typed, in the form the field takes.
  func answer(from words: String) throws(Complaint) -> Answer {
    let words = TextRule.answer.clean(words)
    switch kind {
    case .text: return .text(words)
    case .choice(let options):
      return .choice(options.first { $0.lowercased() == words.lowercased() } ?? words)
    case .yesNo:
      switch words.lowercased() {
      case "yes", "y", "true": return .yesNo(true)
      case "no", "n", "false": return .yesNo(false)
      default: throw Complaint(.badInput, "“\(question)” takes yes or no.")
      }
    }
  }
}
