import IdeaPipeline

/// What happens in the room while one looks on.
extension AppState {
  /// Whether a form is open: then nothing lies over it and nobody is asked away.
  var isInForm: Bool {
    overlays.contains { overlay in
      switch overlay {
      case .composer, .checklist, .prompt, .clash, .merge, .scribe, .form: true
      default: false
      }
    }
  }

  /// What the room says above the board now.
  var banners: [RoomBanner] { board?.banners(isWriting: isInForm) ?? [] }

  /// Rings once when the time of the step is up, and says so. Nothing is closed by it.
  mutating func countDown(from before: HostMoment) -> [Effect] {
    guard let step = board?.room?.step, step.state == .running, let was = step.left(at: before),
      let left = step.left(at: moment), was > 0, left <= 0
    else { return [] }
    let now = now
    board?.news.forget(.step)
    board?.news.announce(.timeUp, "Time is up in \(step.plan.title): finish your line.", at: now)
    return [.ring]
  }

  /// Takes the room in as it is now: says what has changed, and keeps what was promised.
  mutating func take(room: RoomView?, after old: RoomView?) -> [Effect] {
    guard board != nil else { return [] }
    let now = now
    if let room { tell(room, after: old) }
    if room == nil, let old {
      for kind in [RoomNews.Announcement.Kind.step, .timeUp] { board?.news.forget(kind) }
      board?.news.announce(.over, "Session “\(old.title)” is over. The board stays open.", at: now)
    }
    return keepPromises(Promise.of(room))
  }

  private mutating func tell(_ room: RoomView, after old: RoomView?) {
    let now = now
    if let words = reveal(in: room, after: old) { board?.news.announce(.revealed, words, at: now) }
    if room.step?.id != old?.step?.id || room.step?.runs.count != old?.step?.runs.count {
      for kind in [RoomNews.Announcement.Kind.step, .timeUp] { board?.news.forget(kind) }
      if let step = room.step { board?.news.announce(.step, step.announcement, at: now) }
    }
    if let left = room.step?.left(at: moment), left > 0 { board?.news.forget(.timeUp) }
    if room.step?.state != .paused { board?.news.knowsPause = false }
    if room.spotlight?.idea != old?.spotlight?.idea {
      board?.news.spotlight = nil
      board?.news.spotlightSince = now
    }
    if let words = helpNews(in: room, after: old) { board?.news.announce(.help, words, at: now) }
  }

  /// What was shown to everyone since `old`, in words; nil for nothing.
  private func reveal(in room: RoomView, after old: RoomView?) -> String? {
    guard let old else { return nil }
    let step = room.agenda.first { step in
      step.revealedAt != nil && old.agenda.contains { $0.id == step.id && $0.revealedAt == nil && $0.plan.isPrivate }
    }
    guard let step else { return nil }
    let posted = room.step?.id == step.id ? room.posted : old.step?.id == step.id ? old.posted : nil
    guard let posted else { return "The ideas of “\(step.plan.title)” are revealed" }
    return "\(Phrases.count(posted, "idea")) revealed"
  }

  /// What became of one's own help request.
  private func helpNews(in room: RoomView, after old: RoomView?) -> String? {
    guard let old else { return nil }
    for help in room.help where help.isOwn {
      let before = old.help.first { $0.request.id == help.request.id }?.request.state ?? .waiting
      if before == help.request.state { continue }
      let expert = help.expert ?? "Somebody"
      switch help.request.state {
      case .claimed: return "\(expert) is on the way to you: “\(help.request.topic)”."
      case .arrived: continue
      case .closed: if let note = help.request.note { return "\(expert) leaves you a note: \(note)" }
      case .waiting: return "You wait again for help with “\(help.request.topic)”."
      }
    }
    return nil
  }

  /// What is being written never gets a weaker promise than was read when it was begun. A draft of what will have no name
  /// goes from the disk at once.
  private mutating func keepPromises(_ now: Promise) -> [Effect] {
    var effects: [Effect] = []
    for place in overlays.indices {
      guard case .composer(var composer) = overlays[place], composer.isPost, case .writing = composer.phase else {
        continue
      }
      let wasSealed = composer.isSealed
      composer.promise = composer.promise.kept(in: now)
      overlays[place] = .composer(composer)
      if composer.isSealed, !wasSealed { effects += keepDraft(of: composer) }
    }
    return effects
  }

  /// Answers a banner with a key; nil where the key means something else.
  mutating func answerBanner(_ command: Command?) -> [Effect]? {
    guard let banner = banners.first else { return nil }
    let now = now
    switch (banner.source, command) {
    case (.spotlight(let id), .open?):
      // Enter that was meant for something else a moment ago takes nobody away.
      guard let since = board?.news.spotlightSince.map({ now.seconds(since: $0) }), since >= 1 else { return nil }
      board?.news.spotlight = id
      go(to: id)
    case (.spotlight(let id), .back?): board?.news.spotlight = id
    case (.line(let id), .back?): board?.news.line = id
    case (.pause, .back?): board?.news.knowsPause = true
    case (.announcement, .back?): board?.news.dropFirst()
    default:
      board?.news.read(at: now)
      return nil
    }
    return []
  }
}
