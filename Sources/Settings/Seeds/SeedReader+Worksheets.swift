import IdeaPipeline
import Yams

extension SeedReader {
  func worksheet(_ entry: MapReader.Entry, _ map: MapReader) -> Worksheet? {
    MapReader.read(entry.node, "a worksheet", in: map.tree, journal) { sheet in
      if !sheet.has("fields") { _ = sheet.required("fields") }
      return Worksheet(
        key: entry.key, title: sheet.text("title", .name),
        fields: sheet.named("fields", "the fields of a worksheet") { field($0, sheet) })
    }
  }

  private func field(_ entry: MapReader.Entry, _ sheet: MapReader) -> Field? {
    MapReader.read(entry.node, "a field", in: sheet.tree, journal) { field in
      Field(
        key: entry.key, question: field.text("question", .question),
        label: field.optionalText("label", .name) ?? entry.key.replacing("_", with: " "), kind: kind(field))
    }
  }

  private func kind(_ field: MapReader) -> Field.Kind {
    let options = field.texts("options", .name)
    let kinds = ["text", "choice", "yes-no"]
    let kind = field.entry("answer").flatMap { field.choice(of: $0.node, "answer", among: kinds) }
    if kind == "choice" {
      if options.count < 2 { journal.note(field.position, "A choice needs at least two “options”.") }
      return .choice(options: options)
    }
    if kind != nil || !field.has("answer"), let entry = field.entry("options") {
      journal.note(entry.position, "Only a field with “answer: choice” has “options”.")
    }
    return kind == "yes-no" ? .yesNo : .text
  }

  /// A guide for each of the five stages; one that the seed leaves out has neither text nor gate.
  func guides(_ map: MapReader, _ worksheets: [Worksheet]) -> [StageGuide] {
    var guides: [Stage: StageGuide] = [:]
    _ = map.map("stages", "the stages") { stages in
      for stage in Stage.allCases {
        guides[stage] = stages.map(stage.rawValue, "a stage") { guide(stage, $0, worksheets) }
      }
    }
    return Stage.allCases.map { guides[$0] ?? StageGuide(stage: $0, guide: "", worksheet: nil, gate: []) }
  }

  private func guide(_ stage: Stage, _ map: MapReader, _ worksheets: [Worksheet]) -> StageGuide {
    let keys = worksheets.map(\.key)
    let key = map.entry("worksheet").flatMap { map.written($0.node, "worksheet") }
    let sheet = worksheets.first { $0.key == key }
    if let key, sheet == nil, let entry = map.entry("worksheet") {
      journal.note(
        entry.node.position, "There is no worksheet “\(key)” in this seed.",
        suggestion: Spelling.nearest(to: key, among: keys))
    }
    if key == nil, let gate = map.entry("gate") {
      journal.note(gate.position, "A gate asks for fields of a worksheet: say which with “worksheet”.")
    }
    return StageGuide(
      stage: stage, guide: map.text("guide", .body), worksheet: sheet?.key, gate: gate(map, sheet))
  }

  private func gate(_ map: MapReader, _ sheet: Worksheet?) -> [String] {
    var gate: [String] = []
    for node in map.list("gate") {
      guard let key = map.written(node, "gate"), let sheet else { continue }
      if sheet.field(key) == nil {
        journal.note(
          node.position, "The worksheet “\(sheet.key)” has no field “\(key)”.",
          suggestion: Spelling.nearest(to: key, among: sheet.fields.map(\.key)))
      } else if gate.contains(key) {
        journal.note(node.position, "“\(key)” is in the gate twice.")
      } else {
        gate.append(key)
      }
    }
    return gate
  }
}
