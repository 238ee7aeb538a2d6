import IdeaPipeline
import Yams

extension SeedReader {
  /// The sessions a seed plans, each with its agenda.
  mutating func sessions(_ map: MapReader, _ seed: BoardSeed) -> [SessionSeed] {
    var sessions: [SessionSeed] = []
    _ = map.maps("sessions", "a session") { item in
      places[.session(sessions.count)] = item.position
      sessions.append(
        SessionSeed(
          title: item.text("title", .name), agenda: item.maps("agenda", "a step of the agenda") { step($0, seed) }))
    }
    return sessions
  }

  private func step(_ map: MapReader, _ seed: BoardSeed) -> StepSeed {
    let title = map.text("title", .name)
    let instruction = map.optionalText("instruction", .reason) ?? ""
    let minutes = map.has("minutes") ? map.number("minutes", in: 1...600) : nil
    if !map.has("minutes") { _ = map.required("minutes") }
    let kind = map.choice("kind", StepPlan.Kind.self) ?? .work
    let naming = map.choice("naming", Naming.self) ?? .named
    if kind == .round, naming == .sealed, let entry = map.entry("naming") {
      journal.note(entry.node.position, "A round needs names, so that everyone has the same say: named or hidden.")
    }
    let plan = StepPlan(
      title: title, instruction: instruction, minutes: minutes ?? 1, kind: kind, stages: stages(map), naming: naming,
      isPrivate: map.yesNo("private"), hidesOrganisations: map.yesNo("hides_organisations") ?? false,
      isHardStop: map.yesNo("hard_stop") ?? false, rights: rights(map))
    return StepSeed(plan, challenges: challenges(map, of: seed))
  }

  private func stages(_ map: MapReader) -> [Stage] {
    Self.once(map, "stages") { node in
      map.choice(of: node, "stages", among: Stage.allCases.map(\.rawValue)).flatMap { Stage(rawValue: $0) }
    }
  }

  private func challenges(_ map: MapReader, of seed: BoardSeed) -> [Int] {
    Self.once(map, "challenges") { node in
      guard let written = map.written(node, "challenges") else { return nil }
      let count = seed.challenges.count
      if let place = Int(written), 1...max(1, count) ~= place, count > 0 { return place }
      let known = count == 0 ? "poses none" : count == 1 ? "has only 1" : "has 1 to \(count)"
      journal.note(node.position, "There is no challenge \(written): this seed \(known), counted from the top.")
      return nil
    }
  }

  /// What each role that is named may do, instead of all that it may do otherwise.
  private func rights(_ map: MapReader) -> [StepRight] {
    map.map("may", "what a step lets people do") { may in
      for role in Role.allCases { _ = may.has(role.rawValue) }
      return Role.allCases.compactMap { role in
        guard may.entries.contains(where: { $0.key == role.rawValue }), may.required(role.rawValue) != nil else {
          return nil
        }
        return StepRight(
          role: role,
          deeds: Self.once(may, role.rawValue) { node in
            may.choice(of: node, role.rawValue, among: StepDeed.allCases.map(\.rawValue))
              .flatMap { StepDeed(rawValue: $0) }
          })
      }
    } ?? []
  }

  /// What is in a list, none of it twice.
  private static func once<T: Equatable>(_ map: MapReader, _ key: String, _ read: (Node) -> T?) -> [T] {
    var found: [T] = []
    for node in map.list(key) {
      guard let item = read(node) else { continue }
      if found.contains(item) {
        map.journal.note(node.position, "“\(map.written(node, key) ?? "")” is in “\(key)” twice.")
      } else {
        found.append(item)
      }
    }
    return found
  }
}
