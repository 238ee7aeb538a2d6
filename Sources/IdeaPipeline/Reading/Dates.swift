/// How moments are told.
public enum DateStyle: String, CaseIterable, Hashable, Sendable {
  /// How long ago: "4 min ago", "yesterday", and the day where that is a week or more.
  case ago
  /// Day and minute: "12 May 09:41", with the year where it is not this one.
  case date
  /// "2026-05-12 09:41".
  case iso
}

/// Moments in words, the same wherever they are drawn: no formatter of the system is asked.
public struct Dates: Hashable, Sendable {
  public var style: DateStyle
  /// Seconds by which the reader's clock is ahead of UTC.
  public var utcOffset: Int

  public init(_ style: DateStyle = .ago, utcOffset: Int = 0) {
    self.style = style
    self.utcOffset = utcOffset
  }

  /// Whether a text is a day of the calendar as "2026-05-04".
  public static func isDay(_ text: String) -> Bool { CivilDate(text) != nil }

  /// A past moment as the style has it.
  public func words(_ moment: Timestamp, now: Timestamp) -> String {
    switch style {
    case .ago: return ago(moment, now: now)
    case .date: return "\(day(of: moment).words(in: day(of: now).year)) \(clock(moment))"
    case .iso: return "\(day(of: moment).iso) \(clock(moment))"
    }
  }

  private func ago(_ moment: Timestamp, now: Timestamp) -> String {
    let seconds = now.seconds(since: moment)
    switch seconds {
    case ..<60: return "just now"
    case ..<3_600: return "\(seconds / 60) min ago"
    case ..<86_400: return "\(seconds / 3_600) h ago"
    default:
      let days = dayNumber(of: now) - dayNumber(of: moment)
      if days <= 1 { return "yesterday" }
      return days < 7 ? "\(days) days ago" : day(of: moment).words(in: day(of: now).year)
    }
  }

  /// "09:41".
  private func clock(_ moment: Timestamp) -> String {
    let minute = (localSeconds(of: moment) - dayNumber(of: moment) * 86_400) / 60
    return "\(CivilDate.padded(minute / 60)):\(CivilDate.padded(minute % 60))"
  }

  private func day(of moment: Timestamp) -> CivilDate { CivilDate(day: dayNumber(of: moment)) }

  private func localSeconds(of moment: Timestamp) -> Int {
    Int((Double(moment.milliseconds) / 1000).rounded(.down)) + utcOffset
  }

  /// Days since 1970-01-01.
  private func dayNumber(of moment: Timestamp) -> Int {
    let seconds = localSeconds(of: moment)
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }
}

/// A day of the Gregorian calendar, made from the days since 1970-01-01 by arithmetic alone.
struct CivilDate: Equatable {
  let year: Int
  /// 1–12.
  let month: Int
  /// 1–31.
  let day: Int

  /// Counts in 400-year eras from 0000-03-01, so that the leap day is the last of a year.
  init(day number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads "2026-05-04"; nil where that is no day of the Gregorian calendar.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...days).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "12 May", with the year where that is another than this.
  func words(in thisYear: Int) -> String {
    let short = "\(day) \(Self.months[month - 1])"
    return year == thisYear ? short : "\(short) \(year)"
  }

  /// "2026-05-12".
  var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
