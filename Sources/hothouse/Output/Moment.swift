import Foundation
import IdeaPipeline

/// Moments in words.
enum Moment {
  /// How long ago: "just now", "4 min ago", "3 h ago", "2 days ago", and the day where that is longer ago than a week.
  static func ago(_ moment: Timestamp, now: Timestamp) -> String {
    Dates(.ago, utcOffset: localTime(now).tm_gmtoff).words(moment, now: now)
  }

  /// Day and minute where the reader is: "2025-11-21 09:41".
  static func clock(_ moment: Timestamp) -> String {
    let local = localTime(moment)
    return "\(day(moment)) \(padded(Int(local.tm_hour))):\(padded(Int(local.tm_min)))"
  }

  /// The day where the reader is: "2025-11-21".
  static func day(_ moment: Timestamp) -> String {
    let local = localTime(moment)
    return "\(local.tm_year + 1900)-\(padded(Int(local.tm_mon) + 1))-\(padded(Int(local.tm_mday)))"
  }

  /// The day as manuals have it: "November 21, 2025".
  static func longDay(_ moment: Timestamp) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let local = localTime(moment)
    return "\(months[Int(local.tm_mon)]) \(local.tm_mday), \(local.tm_year + 1900)"
  }

  private static func localTime(_ moment: Timestamp) -> tm {
    // The C library reads the time zone in a fraction of the time Foundation's formatters take to start.
    var seconds = time_t(moment.milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    return local
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
