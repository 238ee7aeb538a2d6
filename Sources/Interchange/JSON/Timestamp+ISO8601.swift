import IdeaPipeline

extension Timestamp {
  /// "2017-06-14T05:55:32Z": UTC by ISO 8601, with ".363" only where there are milliseconds.
  public var iso8601: String {
    let days = milliseconds.floorDivided(by: 86_400_000)
    let ofDay = milliseconds - days * 86_400_000
    let (year, month, day) = Self.civil(fromDays: days)
    let seconds = ofDay / 1_000
    let fraction = ofDay % 1_000
    let date = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    let time = "\((seconds / 3_600).padded(2)):\((seconds / 60 % 60).padded(2)):\((seconds % 60).padded(2))"
    return "\(date)T\(time)\(fraction == 0 ? "" : "." + fraction.padded(3))Z"
  }

  /// Reads what `iso8601` writes, with any number of digits in the fraction, an offset such as "+02:00" instead of "Z",
  /// and a space instead of "T"; a date alone means its first moment. Nil for anything else.
  public init?(iso8601 text: String) {
    var rest = DigitReader(text)
    guard let year = rest.number(4), rest.take("-"), let month = rest.number(2), rest.take("-"),
      let day = rest.number(2), let days = Self.days(year, month, day)
    else { return nil }
    guard !rest.isAtEnd else {
      self.init(milliseconds: days * 86_400_000)
      return
    }
    guard rest.take("T") || rest.take(" "), let hour = rest.number(2), hour < 24, rest.take(":"),
      let minute = rest.number(2), minute < 60
    else { return nil }
    let second: Int64? = rest.take(":") ? rest.number(2) : 0
    let fraction: Int64? = rest.take(".") ? rest.thousandths() : 0
    guard let second, second < 61, let fraction, let offset = rest.offset(), rest.isAtEnd else { return nil }
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(milliseconds: seconds * 1_000 + fraction)
  }

  /// Year, month and day of a number of days since 1970-01-01, in the Gregorian calendar (years start in March inside, so
  /// that the leap day comes last).
  private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The reverse of `civil`; nil for a day that does not exist.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    guard 1...12 ~= month, 1...31 ~= day else { return nil }
    let year0 = month <= 2 ? year - 1 : year
    let era = year0.floorDivided(by: 400)
    let yearOfEra = year0 - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    return civil(fromDays: days) == (year, month, day) ? days : nil
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  fileprivate func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}

/// Takes digits and signs from the start of a text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Exactly that many digits.
  mutating func number(_ digits: Int) -> Int64? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    rest = rest.dropFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  /// A fraction of any length, as whole thousandths.
  mutating func thousandths() -> Int64? {
    var digits: [Int64] = []
    while let digit = number(1) { digits.append(digit) }
    guard !digits.isEmpty else { return nil }
    return (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
  }

  /// Seconds ahead of UTC: "Z" or nothing, "+02:00", "-0530".
  mutating func offset() -> Int64? {
    if isAtEnd || take("Z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(2) else { return nil }
    _ = take(":")
    guard let minutes = number(2) else { return nil }
    return (hours * 60 + minutes) * (isWest ? -60 : 60)
  }
}
