import Foundation
import IdeaPipeline
import SharedStore

/// Whose hand does something on the board.
struct Hand {
  /// Whose doing it is.
  let actor: PersonID
  /// Who types it, where that is somebody else.
  let enteredBy: PersonID?
  /// How long to wait while others change the board.
  let patience: Duration

  /// Through whose eyes the board is seen meanwhile.
  var viewer: Viewer { .person(enteredBy ?? actor) }
}

extension Visit {
  /// Who looks: the person of this account, or whom `--as` names; everyone's view for an account that is not on the board.
  func viewer(_ options: some ActingAs) throws -> Viewer {
    if let name = options.actingAs {
      try requireFileOwner()
      return .person(try personNamed(name).id)
    }
    return try reading.person(account: shell.account.name).map { .person($0.id) } ?? .everyone
  }

  /// Who acts: as `viewer`, but somebody new is added to the board first.
  func hand(_ options: ActingOptions) throws -> Hand {
    let own = try hand(actingAs: options.actingAs, waitingAtMost: options.patience.limit)
    guard let other = options.enteredFor else { return own }
    let actor = try person(other).id
    return Hand(actor: actor, enteredBy: actor == own.actor ? nil : own.actor, patience: own.patience)
  }

  /// Who acts, where nothing can be entered for others.
  func hand(_ options: some Changing) throws -> Hand {
    try hand(actingAs: options.actingAs, waitingAtMost: options.patience.limit)
  }

  /// Who acts, as `--as` names them or as the account says; somebody new is added to the board first.
  func hand(actingAs name: String?, waitingAtMost limit: Duration) throws -> Hand {
    Hand(actor: try ownPerson(name, limit), enteredBy: nil, patience: limit)
  }

  private func ownPerson(_ name: String?, _ limit: Duration) throws -> PersonID {
    guard let name else {
      return try reading.person(account: shell.account.name)?.id ?? joinAsAccount(limit)
    }
    try requireFileOwner()
    return try personIfKnown(name)?.id ?? addPerson(named: name, limit)
  }
}

extension Visit {
  /// The person a handle or a full name stands for.
  private func personIfKnown(_ name: String) throws -> Person? {
    let handle = name.hasPrefix("@") ? String(name.dropFirst()) : name
    if let person = try reading.person(handle: handle) { return person }
    return try reading.person(handle: Handle.suggestion(for: name))
  }

  private func personNamed(_ name: String) throws -> Person {
    guard let person = try personIfKnown(name) else { return try person(name) }
    return person
  }

  /// `--as` asserts another identity, which only the owner of the file could do by other means anyway.
  private func requireFileOwner() throws {
    var status = stat()
    guard stat(store.location.path, &status) == 0 else {
      throw StoreError.noSuchBoard(name)
    }
    guard status.st_uid == shell.account.id else {
      throw Complaint(
        .notPermitted,
        "Only the owner of the board’s file can use --as. Without it you act as yourself, \(shell.account.name).")
    }
  }

  /// Adds the person whom the owner named with `--as`.
  private func addPerson(named name: String, _ limit: Duration) throws -> PersonID {
    let handle = (try? Handle.check(name)) == nil ? Handle.suggestion(for: name) : name
    guard !handle.isEmpty else {
      throw Complaint(
        .badInput, "No handle can be made from “\(name)”. Give one in small letters: --as zoe.")
    }
    return try join(handle: handle, name: TextRule.name.clean(name), account: nil, limit)
  }

  /// Adds the person of this account: the Unix account is who somebody is on a board that accounts share.
  private func joinAsAccount(_ limit: Duration) throws -> PersonID {
    let account = shell.account
    let base = Handle.suggestion(for: account.name)
    let handle = try freeHandle(base.isEmpty ? "person" : base)
    return try join(handle: handle, name: account.fullName ?? account.name, account: account.name, limit)
  }

  private func freeHandle(_ base: String) throws -> String {
    var handle = base
    var count = 1
    while try reading.person(handle: handle) != nil {
      count += 1
      handle = "\(base.prefix(28))-\(count)"
    }
    return handle
  }

  /// Brings somebody onto the board. Two commands may do it at once: the second finds the person there.
  private func join(handle: String, name: String, account: String?, _ limit: Duration) throws -> PersonID {
    let id = shell.newIdentity()
    let operation = JoinBoard(handle: handle, name: name, account: account)
    do {
      let submission = Submission(id: id, operation, by: .person(PersonID(madeBy: id)))
      _ = try store.submit([submission], waitingAtMost: limit, report: tellWaiting)
      return PersonID(madeBy: id)
    } catch let refusal as Refusal {
      let known = try account.map { try reading.person(account: $0) } ?? reading.person(handle: handle)
      guard let known else { throw refusal }
      return known.id
    }
  }
}
