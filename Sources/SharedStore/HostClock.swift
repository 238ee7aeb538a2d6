import Foundation
import IdeaPipeline

extension BoardStore {
  /// Now, by the clocks of this host.
  public static func hostClock() -> HostMoment {
    var sinceBoot = timespec()
    clock_gettime(CLOCK_BOOTTIME, &sinceBoot)
    return HostMoment(
      wall: Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())),
      sinceBoot: Int64(sinceBoot.tv_sec) * 1000 + Int64(sinceBoot.tv_nsec) / 1_000_000, boot: boot)
  }

  /// This start of the host, from the random number that the kernel gives each.
  private static let boot: Int64 = {
    let name = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
    return Int64(name.filter(\.isHexDigit).prefix(15), radix: 16) ?? 0
  }()
}
