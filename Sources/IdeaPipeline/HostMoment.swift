/// A moment on the host, by two clocks: the wall clock, for people, and one that nobody can set, for counting down.
///
/// Every program of a board runs on one host, so they all read the same second clock: what is left of a step is the same on
/// each screen, also after the wall clock was set. After a restart of the host that clock begins anew; then, and only
/// then, the wall clock is counted by.
public struct HostMoment: Codable, Hashable, Sendable {
  /// The wall clock.
  public var wall: Timestamp
  /// Milliseconds since the host was started, time asleep included (CLOCK_BOOTTIME).
  public var sinceBoot: Int64
  /// Tells one start of the host from the next.
  public var boot: Int64

  /// A moment as given.
  public init(wall: Timestamp, sinceBoot: Int64, boot: Int64) {
    self.wall = wall
    self.sinceBoot = sinceBoot
    self.boot = boot
  }

  /// A moment of a host whose wall clock was never set.
  public init(steady wall: Timestamp) { self.init(wall: wall, sinceBoot: wall.milliseconds, boot: 0) }

  /// Milliseconds from `earlier` to this moment; negative when it lies ahead.
  public func milliseconds(since earlier: HostMoment) -> Int64 {
    boot == earlier.boot ? sinceBoot - earlier.sinceBoot : wall.milliseconds - earlier.wall.milliseconds
  }

  /// The moment that many milliseconds later.
  public func adding(_ milliseconds: Int64) -> HostMoment {
    HostMoment(
      wall: Timestamp(milliseconds: wall.milliseconds + milliseconds), sinceBoot: sinceBoot + milliseconds, boot: boot)
  }
}
