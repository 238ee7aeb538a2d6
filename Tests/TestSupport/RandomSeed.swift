import Foundation

/// Where random tests start.
public enum RandomSeed {
  /// Another one each time, printed; `HOTHOUSE_SEED=N` gives the same again.
  public static func fresh(_ what: String) -> UInt64 {
    let wanted = ProcessInfo.processInfo.environment["HOTHOUSE_SEED"].flatMap { UInt64($0) }
    let seed = wanted ?? UInt64.random(in: 1...999_999)
    print("\(what) from HOTHOUSE_SEED=\(seed)")
    return seed
  }
}
