import CellGrid
import IdeaPipeline

/// Small pieces of wording that several views share.
enum Phrases {
  /// How long ago something was: "just now", "4 min ago", "yesterday", then the day.
  static func age(_ moment: Timestamp, now: Timestamp, utcOffset: Int) -> String {
    let seconds = now.seconds(since: moment)
    switch seconds {
    case ..<60: return "just now"
    case ..<3_600: return "\(seconds / 60) min ago"
    case ..<86_400: return "\(seconds / 3_600) h ago"
    default:
      let days = now.day(utcOffset) - moment.day(utcOffset)
      if days <= 1 { return "yesterday" }
      return days < 7 ? "\(days) days ago" : CivilDate(day: moment.day(utcOffset)).words(in: now.day(utcOffset))
    }
  }

  /// "1 idea", "3 ideas".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A number with its thousands apart: "14,995".
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// A tally of dots: "●●●●●" up to five, then "●12".
  static func dots(_ number: Int) -> String {
    number <= 5 ? String(repeating: "●", count: max(0, number)) : "●\(number)"
  }

  /// A tally as a list shows it; empty where there is nothing to show.
  static func tally(_ tally: TallyView) -> StyledText {
    switch tally {
    case .none: return StyledText()
    case .dots(let number, _): return StyledText(dots(number), .dot)
    case .own(let number, nil): return StyledText(number > 0 ? "you \(dots(number))" : "", .own)
    case .own(_, let position?): return StyledText("you \(sign(position))", .own)
    case .consensus(let agree, let disagree, _, let own):
      guard agree + disagree > 0 || own != nil else { return StyledText() }
      return StyledText("+\(agree)", .dot) + StyledText(" -\(disagree)", .dotLeft)
    }
  }

  /// A tally in words: "5 dots, 2 of them yours".
  static func words(_ tally: TallyView) -> String {
    switch tally {
    case .none: return ""
    case .dots(0, _): return "no dots yet"
    case .own(0, nil): return "none of yours yet; the others’ show at the end of the round"
    case .consensus(0, 0, 0, _): return "nobody has said yet"
    case .dots(let number, let own):
      return count(number, "dot") + (own > 0 ? ", \(own == number ? "all" : "\(own)") yours" : "")
    case .own(let number, nil): return "\(count(number, "dot")) of yours; the others’ show at the end of the round"
    case .own(_, let position?): return "you \(words(position)); the others’ answers show at the end of the round"
    case .consensus(let agree, let disagree, let pass, let own):
      let mine = own.map { "; you \(words($0))" } ?? ""
      return "\(agree) agree, \(disagree) disagree, \(pass) pass\(mine)"
    }
  }

  /// "agree", "disagree", "pass" after "you".
  static func words(_ position: Ballot.Position) -> String { position.rawValue }

  /// The key that takes the position.
  static func sign(_ position: Ballot.Position) -> String {
    switch position {
    case .agree: "+"
    case .disagree: "-"
    case .pass: "0"
    }
  }

  /// The author as a list names them: "you" for the viewer.
  static func author(of row: IdeaRow) -> String {
    let first = row.isOwn ? "you" : row.author.words
    return row.coAuthors.isEmpty ? first : "\(first) and \(row.coAuthors.count)"
  }
}

extension AuthorView {
  /// The name where there is little room.
  var firstName: String {
    if case .named(_, _, let name) = self { String(name.prefix { $0 != " " }) } else { words }
  }
}

extension Timestamp {
  /// Days since 1970-01-01 on a clock that is `utcOffset` seconds ahead of UTC.
  func day(_ utcOffset: Int) -> Int {
    let seconds = Int(milliseconds / 1000) + utcOffset
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }
}

/// A day of the Gregorian calendar, made from the days since 1970-01-01 by arithmetic alone, so that a screen reads the
/// same wherever it is drawn.
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

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "12 May", with the year where that is not the year of `today`.
  func words(in today: Int) -> String {
    let short = "\(day) \(Self.months[month - 1])"
    return CivilDate(day: today).year == year ? short : "\(short) \(year)"
  }
}
