import CellGrid
import IdeaPipeline

extension AppState {
  mutating func press(_ key: Key, in menu: Menu) -> [Effect] {
    var menu = menu
    if case .character(let letter) = key, let place = menu.options.firstIndex(where: { $0.letter == letter }) {
      menu.selected = place
      return choose(menu)
    }
    switch movement(key) {
    case .up?: menu.selected = max(0, menu.selected - 1)
    case .down?: menu.selected = min(menu.options.count - 1, menu.selected + 1)
    case .first?: menu.selected = 0
    case .last?: menu.selected = menu.options.count - 1
    case .open?: return choose(menu)
    case .back?, .quit?:
      closeTop()
      return []
    default:
      guard let place = place(key, in: menu) else { return [] }
      menu.selected = place
      return choose(menu)
    }
    setTop(.menu(menu))
    return []
  }

  /// The option that a key chooses: by its number, or the key that does the same without the menu.
  private func place(_ key: Key, in menu: Menu) -> Int? {
    if case .character(let character) = key, let place = menu.place(of: character) { return place }
    guard let command = keymap.command(for: key) else { return nil }
    return menu.options.firstIndex { $0.choice == .command(command) }
  }

  /// What a key means in a list laid over the screen.
  func movement(_ key: Key) -> Command? {
    keymap.command(for: key).flatMap { command in
      switch command {
      case .up, .down, .first, .last, .pageUp, .pageDown, .open, .back, .quit: command
      default: nil
      }
    }
  }

  private mutating func choose(_ menu: Menu) -> [Effect] {
    guard menu.options.indices.contains(menu.selected) else { return [] }
    let option = menu.options[menu.selected]
    if let reason = option.reason {
      setTop(.menu(menu))
      say(.refusal, reason)
      return []
    }
    closeTop()
    switch option.choice {
    case .command(let command): return run(command)
    case .write(let place): return resume(place)
    case .reply: return reply()
    case .confirm(let confirmation): return carryOut(confirmation)
    case .session(let deed): return carryOut(deed)
    case .undo(let operations): return undo(operations)
    case .sealed(let id): openOwnPost(id)
    case .editSealed(let id): return editSealed(id)
    case .withdrawSealed(let id): return withdrawSealed(id)
    case .closeHelp(let id): return submit([CloseHelp(request: id, note: nil, moment: moment)])
    case .quit: return end()
    case .stay: break
    }
    return []
  }

  mutating func press(_ key: Key, in clash: Clash) -> [Effect] {
    var clash = clash
    switch key {
    case .left, .backTab: clash.move(by: -1)
    case .right, .tab: clash.move(by: 1)
    case .up: clash.top = max(0, clash.top - 1)
    case .down: clash.top += 1
    case .escape:
      closeTop()
      say(.answer, "Your text is kept for later: \(label(.edit)) goes on with it.")
      return keepDraft(of: clash.composer, isPutAside: true)
    case .enter, .character(" "): return settle(clash)
    case .function(1): return openHelp()
    default: return []
    }
    setTop(.clash(clash))
    return []
  }

  /// Ends a clash as chosen. One's own text goes on from the revision that is on the board now, so saving it replaces the
  /// other, which stays among the earlier texts.
  private mutating func settle(_ clash: Clash) -> [Effect] {
    var composer = clash.composer
    composer.startFrom(clash.theirs.revision)
    switch clash.choice {
    case .mine: return send(composer)
    case .theirs:
      closeTop()
      board?.drafts[composer.place] = nil
      say(.answer, "Theirs stays; yours was not saved.")
      return [.discardDraft(composer.place)]
    case .combine: return combine(clash, composer)
    case .edit:
      composer.remark = "Saving this replaces their text; theirs stays among the earlier ones."
      setTop(.composer(composer))
      return keepDraft(of: composer)
    }
  }

  /// Goes on writing with both texts in one.
  private mutating func combine(_ clash: Clash, _ composer: Composer) -> [Effect] {
    var composer = composer
    let both = clash.combined
    if both.title.count > TextRule.title.limit || both.body.count > composer.body.limit ?? .max {
      say(.refusal, "Both together are longer than an idea can be: choose one, or edit yours further.")
      return []
    }
    composer.title = TextBuffer(both.title, limit: composer.title.limit)
    composer.body = TextBuffer(both.body, isMultiline: true, limit: composer.body.limit)
    let places = both.doubles == 1 ? "in one place both stand" : "in \(both.doubles) places both stand"
    composer.remark =
      both.doubles == 0 ? "These are both texts: save when it reads well." : "Read it through: \(places)."
    setTop(.composer(composer))
    return keepDraft(of: composer)
  }
}

extension Menu {
  /// The option that a digit chooses.
  fileprivate func place(of character: Character) -> Int? {
    character.wholeNumberValue.flatMap { options.indices.contains($0 - 1) ? $0 - 1 : nil }
  }
}

extension Clash {
  fileprivate mutating func move(by steps: Int) {
    let count = Choice.allCases.count
    choice = Choice.allCases[(choice.rawValue + steps + count) % count]
  }
}
