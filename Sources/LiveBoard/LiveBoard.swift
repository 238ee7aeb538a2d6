import BoardUI
import Dispatch
import Foundation
import IdeaPipeline
import SharedStore
import Synchronization

/// Carries out what the screens want of the boards and brings the answers back as messages.
///
/// Nothing here is done on the caller's thread. There is a queue for writing, one for reading, so that reading never
/// waits for a write, and one for drafts, so that keeping a draft waits for neither.
public final class LiveBoard: Sendable {
  /// What is different between the program and a test.
  public struct World: Sendable {
    /// The boards the lobby lists.
    public var boards: @Sendable () -> [BoardLocation]
    /// The board with a name, or at a path.
    public var locate: @Sendable (String) throws -> BoardLocation
    /// Who sits at this terminal, on the given board; may add the person to it.
    public var identify: @Sendable (BoardStore) throws -> Person
    /// Chooses the identities of operations.
    public var identity: @Sendable () -> OperationID
    /// The clocks of the host.
    public var clock: @Sendable () -> HostMoment
    /// Where drafts and last visits are kept; as the environment of a process.
    public var environment: [String: String]

    /// A world as given.
    public init(
      boards: @escaping @Sendable () -> [BoardLocation], locate: @escaping @Sendable (String) throws -> BoardLocation,
      identify: @escaping @Sendable (BoardStore) throws -> Person, identity: @escaping @Sendable () -> OperationID,
      clock: @escaping @Sendable () -> HostMoment, environment: [String: String]
    ) {
      self.boards = boards
      self.locate = locate
      self.identify = identify
      self.identity = identity
      self.clock = clock
      self.environment = environment
    }
  }

  let world: World
  let send: @Sendable (Message) -> Void
  let reading = DispatchQueue(label: "hothouse.reading")
  let writing = DispatchQueue(label: "hothouse.writing")
  /// Copies of the board at the start of steps, which nothing waits for.
  let backups = DispatchQueue(label: "hothouse.backups", qos: .utility)
  let drafts = DraftKeeper()
  private let visit = Mutex<Visit?>(nil)

  /// - Parameter send: takes each answer, on a thread of this object's.
  public init(_ world: World, send: @escaping @Sendable (Message) -> Void) {
    self.world = world
    self.send = send
  }

  /// The board that is open now.
  var current: Visit? { visit.withLock { $0 } }

  func replaceVisit(with new: Visit?) {
    let old = visit.withLock { visit in
      defer { visit = new }
      return visit
    }
    old?.end()
  }

  /// Begins an effect; returns at once. Effects that concern the terminal are the caller's and do nothing here.
  public func perform(_ effect: Effect) {
    switch effect {
    case .loadBoards: reading.async { self.loadBoards() }
    case .openBoard(let name): reading.async { self.open(name) }
    case .closeBoard: reading.async { self.replaceVisit(with: nil) }
    case .load(let load): reading.async { self.load(load) }
    case .submit(let token, let operations): submit(operations, token)
    case .submitSealed(let token, let operations): submitSealed(operations, token)
    case .submitEach(let parts): submit(parts)
    case .submitFor(let person, let token, let operations): submit(operations, for: person, token)
    case .undo(let token, let operations): undo(operations, token)
    case .saveDraft(let place, let draft): keep(draft, at: place)
    case .discardDraft(let place): keep(nil, at: place)
    case .loadDrafts: loadDrafts()
    case .active(let isWriting): show(isWriting: isWriting)
    case .markVisited(let seq): markVisited(seq)
    case .offerClipboard, .setMouse, .edit, .keepTheme, .redraw, .ring, .suspend, .quit: break
    }
  }

  /// Waits until every draft is on the disk and what was submitted has been answered, then closes the board.
  /// - Parameter limit: after this much time writes that still wait are given up; drafts are kept in any case.
  public func finish(waitingAtMost limit: Duration = .seconds(2)) {
    drafts.flush()
    let backedUp = DispatchSemaphore(value: 0)
    backups.async { backedUp.signal() }
    defer { _ = backedUp.wait(timeout: .now() + limit.seconds) }
    let written = DispatchSemaphore(value: 0)
    writing.async { written.signal() }
    _ = written.wait(timeout: .now() + limit.seconds)
    replaceVisit(with: nil)
  }
}

extension Duration {
  /// As seconds, for Dispatch.
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
