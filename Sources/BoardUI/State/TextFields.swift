import CellGrid

/// The text that has the keys, wherever it is, so that every field is edited and pointed at in the same way.
extension AppState {
  /// Nil while the keys go elsewhere.
  var textField: TextBuffer? {
    get {
      if let overlay = overlays.last { return overlay.textField }
      if case .filter(let buffer)? = board?.entry { return buffer }
      return nil
    }
    set {
      guard let newValue else { return }
      if overlays.isEmpty {
        if case .filter? = board?.entry { board?.entry = .filter(newValue) }
      } else {
        overlays[overlays.count - 1].textField = newValue
      }
    }
  }

  /// Takes a key to whoever has the keys. What is cut in one text can be put into another, and Esc lets selected lines go
  /// before it closes anything.
  mutating func pressWriting(_ key: Key, _ press: (inout AppState) -> [Effect]) -> [Effect] {
    guard var field = textField else { return press(&self) }
    if key == .escape, field.selection != nil {
      field.letGo()
      textField = field
      return []
    }
    field.cut = cut
    textField = field
    if case .paste(let text) = key, field.count + text.count > TextBuffer.most { say(.refusal, TextBuffer.refusal) }
    let effects = press(&self)
    if TextBuffer.takes(key), let field = textField { cut = field.cut }
    return effects
  }
}

extension Overlay {
  /// The text of it that has the keys; nil while none has them or what was written is on its way.
  var textField: TextBuffer? {
    get {
      switch self {
      case .composer(let composer): composer.phase == .writing ? composer.textField : nil
      case .checklist(let checklist): checklist.phase == .writing ? checklist.textField : nil
      case .prompt(let prompt): prompt.phase == .writing ? prompt.text : nil
      case .form(let form): form.phase == .writing ? form.textField : nil
      case .merge(let picker): picker.phase == .writing ? picker.query : nil
      case .scribe(let scribe): scribe.field
      case .palette(let palette): palette.query
      case .search(let list): list.query
      case .activity(let list): list.isTyping ? list.filter : nil
      case .help(let help): help.search.flatMap { $0.isTyping ? $0.query : nil }
      case .clash, .earlierTexts, .rounds, .menu, .themes, .catchUp, .teams: nil
      }
    }
    set {
      guard let newValue, textField != nil else { return }
      switch self {
      case .composer(var composer):
        composer.textField = newValue
        self = .composer(composer)
      case .checklist(var checklist):
        checklist.textField = newValue
        self = .checklist(checklist)
      case .prompt(var prompt):
        prompt.text = newValue
        self = .prompt(prompt)
      case .form(var form):
        form.textField = newValue
        self = .form(form)
      default: setQuery(newValue)
      }
    }
  }

  private mutating func setQuery(_ query: TextBuffer) {
    switch self {
    case .merge(var picker):
      picker.query = query
      self = .merge(picker)
    case .scribe(var scribe):
      scribe.field = query
      self = .scribe(scribe)
    case .palette(var palette):
      palette.query = query
      self = .palette(palette)
    case .search(var list):
      list.query = query
      self = .search(list)
    case .activity(var list):
      list.filter = query
      self = .activity(list)
    case .help(var help):
      help.search?.query = query
      self = .help(help)
    default: break
    }
  }

  /// Gives the keys to a text that somebody points at: a field of a form by its place, or the one text that a list has.
  mutating func giveKeys(to place: Int?, hasChallenges: Bool) {
    switch self {
    case .composer(var composer):
      let fields = composer.fields(hasChallenges: hasChallenges)
      guard composer.phase == .writing, let place, fields.indices.contains(place) else { return }
      composer.focus = fields[place]
      self = .composer(composer)
    case .checklist(var checklist):
      guard checklist.phase == .writing, let place, checklist.order.indices.contains(place) else { return }
      checklist.focus = checklist.order[place]
      self = .checklist(checklist)
    case .form(var form):
      guard form.phase == .writing, let place, (0..<form.stops).contains(place) else { return }
      form.focus = place
      self = .form(form)
    case .activity(var list):
      list.isTyping = true
      self = .activity(list)
    case .help(var help):
      help.search?.isTyping = true
      self = .help(help)
    default: break
    }
  }
}

extension Composer {
  /// The text that has the keys.
  var textField: TextBuffer? {
    get {
      switch focus {
      case .title: title
      case .body: body
      case .tags: tags
      case .outcome, .challenge, .kind, .post, .keep, .similar: nil
      }
    }
    set {
      guard let newValue else { return }
      switch focus {
      case .title: title = newValue
      case .body: body = newValue
      case .tags: tags = newValue
      case .outcome, .challenge, .kind, .post, .keep, .similar: break
      }
    }
  }
}

extension Checklist {
  /// The answer that has the keys, where it is a text.
  var textField: TextBuffer? {
    get {
      guard case .item(let index) = focus, let items, items.indices.contains(index),
        case .text(let buffer) = items[index].reply
      else { return nil }
      return buffer
    }
    set {
      guard let newValue, textField != nil, case .item(let index) = focus else { return }
      items?[index].reply = .text(newValue)
    }
  }
}

/// What is said about the length of a text.
extension TextBuffer {
  /// The room that is left, once that matters, or how much is too much; nil before.
  var counter: StyledText? {
    guard let limit else { return nil }
    if excess > 0 { return StyledText("\(Phrases.grouped(excess)) too many", .counterLow) }
    let left = limit - count
    guard left < max(10, limit / 10) else { return nil }
    return StyledText("\(left) left", left < max(5, limit / 100) ? .counterLow : .counter)
  }

  /// What is to be done about a text that is too long; nil where it is not.
  /// - Parameter name: what the text is called: "title".
  func problem(named name: String) -> String? {
    guard excess > 0, let limit else { return nil }
    return "Take away \(Phrases.count(excess, "character")): a \(name) has at most \(Phrases.grouped(limit))."
  }

  /// Said where a text was not taken in at all.
  static let refusal = "That is more than fits here: \(Phrases.grouped(most)) characters. Nothing of it was put in."
}
