import Dispatch
import SharedStore
import Synchronization

/// Brings drafts to the disk behind the back of whoever types: of several texts for one place only the last is written.
final class DraftKeeper: Sendable {
  private struct Place: Hashable {
    let directory: DraftStore
    let name: String
  }

  private let waiting = Mutex<[Place: String?]>([:])
  private let queue = DispatchQueue(label: "hothouse.drafts", qos: .utility)

  /// Keeps a text, or forgets the one that is kept when there is none any more.
  /// - Parameter trouble: is given a sentence when it cannot be kept.
  func keep(_ text: String?, at name: String, in store: DraftStore, trouble: @escaping @Sendable (String) -> Void) {
    let place = Place(directory: store, name: name)
    waiting.withLock { $0[place] = .some(text) }
    queue.async { self.write(place, trouble) }
  }

  /// Returns when everything is on the disk.
  func flush() { queue.sync {} }

  private func write(_ place: Place, _ trouble: (String) -> Void) {
    guard let text = waiting.withLock({ $0.removeValue(forKey: place) }) else { return }
    do throws(StoreError) {
      if let text {
        try place.directory.save(text, at: place.name)
      } else {
        try place.directory.discard(place.name)
      }
    } catch {
      trouble("Your draft could not be kept: \(error.description)")
    }
  }
}
