import SourceText
import Testing

@testable import NoteSyntax

/// Each sentence is read on Thursday, 2026-10-15, month first. What is expected is `words → day` or `words → first..last`;
/// `?` stands for what cannot be told.
@Suite struct DateReaderTests {
  static let anchor = Day(year: 2026, month: 10, day: 15)

  func read(_ sentence: String, isDatePlace: Bool = false) -> [String] {
    var text = ProseText()
    Array(sentence.utf8).withUnsafeBufferPointer { text.appendFolded($0, $0.indices) }
    let found = text.bytes.withUnsafeBufferPointer { DateReader($0, $0.indices, isDatePlace: isDatePlace).all() }
    let convention = DateConvention(reference: Day(number: 0))
    return found.map { date in
      let days = date.expression.resolved(anchor: Self.anchor, convention: convention)
      let told = days.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso)..\($0.last.iso)" } ?? "?"
      return "\(text.string(date.range)) → \(told)"
    }
  }

  @Test(arguments: [
    (
      "On 2026-09-03 and 2026/10/9 and 20260904.",
      ["2026-09-03 → 2026-09-03", "2026/10/9 → 2026-10-09", "20260904 → 2026-09-04"]
    ),
    ("2026 年 9 月 3 日（周四）首次拜访", ["2026 年 9 月 3 日(周四) → 2026-09-03"]),
    ("10/9 到的，10.20 随手", ["10/9 → 2026-10-09"]),
    ("改到 10.28，十月底前交", ["10.28 → 2026-10-28", "十月底 → 2026-10-21..2026-10-31"]),
    ("9.2 周三；10.9（五）", ["9.2 周三 → 2026-09-02", "10.9(五) → 2026-10-09"]),
    ("10月9日、9号、二十号", ["10月9日 → 2026-10-09", "9号 → 2026-10-09", "二十号 → 2026-10-20"]),
    ("Tues 6th, Thurs 15th and the 12th.", ["Tues 6th → 2026-10-06", "Thurs 15th → 2026-10-15", "12th → 2026-10-12"]),
    (
      "9 Oct, Oct 13th, Sept 9, October 6, 2026",
      ["9 Oct → 2026-10-09", "Oct 13th → 2026-10-13", "Sept 9 → 2026-09-09", "October 6, 2026 → 2026-10-06"]
    ),
    (
      "Fri 10/2 and 9/24 thurs, Sunday, the 18th",
      ["Fri 10/2 → 2026-10-02", "9/24 thurs → 2026-09-24", "Sunday, the 18th → 2026-10-18"]
    ),
    ("Wk of 8/31-9/4; 9月8日至12日", ["8/31-9/4 → 2026-08-31..2026-09-04", "9月8日至12日 → 2026-09-08..2026-09-12"]),
    ("Oct 6-8 on site", ["Oct 6-8 → 2026-10-06..2026-10-08"]),
    (
      "in March and in Mar, since May 4",
      ["March → 2027-03-01..2027-03-31", "Mar → 2027-03-01..2027-03-31", "May 4 → 2026-05-04"]
    ),
    ("Oct_9, Oct-9, Oct. 9", ["Oct_9 → 2026-10-09", "Oct-9 → 2026-10-09", "Oct. 9 → 2026-10-09"]),
    ("met 2026-09 or 2026/09", ["2026-09 → 2026-09-01..2026-09-30", "2026/09 → 2026-09-01..2026-09-30"]),
    ("by 9.12, on 20.10", ["9.12 → 2026-09-12", "20.10 → 2026-10-20"]),
    ("8/10 passed on 8/10", ["8/10 → 2026-08-10"]), ("by 2/3", ["2/3 → 2027-02-03"]),
    ("周三晚了，周四", ["周三 → 2026-10-14", "周四 → 2026-10-15"]),
  ])
  func absolute(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

  @Test(arguments: [
    ("周三见了，下周五再来，上周五没来", ["周三 → 2026-10-14", "下周五 → 2026-10-23", "上周五 → 2026-10-09"]),
    ("本周五前发，下下周一", ["本周五 → 2026-10-16", "下下周一 → 2026-10-26"]),
    (
      "by Tuesday, on Tuesday, next Fri, last Monday",
      ["Tuesday → 2026-10-20", "Tuesday → 2026-10-13", "next Fri → 2026-10-23", "last Monday → 2026-10-05"]
    ),
    ("friday next wk", ["friday next wk → 2026-10-23"]),
    ("明天、后天、昨晚、大前天", ["明天 → 2026-10-16", "后天 → 2026-10-17", "昨晚 → 2026-10-14", "大前天 → 2026-10-12"]),
    (
      "today, tmrw, yesterday, last night",
      ["today → 2026-10-15", "tmrw → 2026-10-16", "yesterday → 2026-10-14", "last night → 2026-10-14"]
    ),
    ("三天后、2周内、两个月前", ["三天后 → 2026-10-18", "2周内 → 2026-10-29", "两个月前 → 2026-08-16"]),
    (
      "in two weeks, within 10 days, 3 weeks ago",
      ["in two weeks → 2026-10-29", "within 10 days → 2026-10-25", "3 weeks ago → 2026-09-24"]
    ),
    ("月底给，下个月初，本月底", ["月底 → 2026-10-21..2026-10-31", "下个月初 → 2026-11-01..2026-11-10", "本月底 → 2026-10-21..2026-10-31"]),
    (
      "EOW, EOM, end of the quarter, end of next week",
      [
        "EOW → 2026-10-16", "EOM → 2026-10-21..2026-10-31", "end of the quarter → 2026-12-01..2026-12-31",
        "end of next week → 2026-10-23",
      ]
    ),
    (
      "end of Oct, mid-November, early Jan, in March",
      [
        "end of Oct → 2026-10-21..2026-10-31", "mid-November → 2026-11-11..2026-11-20",
        "early Jan → 2027-01-01..2027-01-10", "March → 2027-03-01..2027-03-31",
      ]
    ),
    ("下周、这个礼拜、上礼拜", ["下周 → 2026-10-19..2026-10-25", "这个礼拜 → 2026-10-12..2026-10-18", "上礼拜 → 2026-10-05..2026-10-11"]),
    (
      "Q3, 三季度, 明年一季度, Q1 2027",
      [
        "Q3 → 2026-07-01..2026-09-30", "三季度 → 2026-07-01..2026-09-30", "明年一季度 → 2027-01-01..2027-03-31",
        "Q1 2027 → 2027-01-01..2027-03-31",
      ]
    ),
    (
      "年底前，明年3月，去年国庆，今年年底",
      [
        "年底 → 2026-12-01..2026-12-31", "明年3月 → 2027-03-01..2027-03-31", "去年国庆 → 2025-10-01..2025-10-07",
        "今年年底 → 2026-12-01..2026-12-31",
      ]
    ),
    (
      "国庆后、元旦前、春节前、before Christmas",
      ["国庆后 → 2026-10-08..2026-10-14", "元旦前 → 2026-12-31", "春节前 → ?", "Christmas → 2026-12-24"]
    ),
    ("十一后再说", ["十一后 → 2026-10-08..2026-10-14"]),
    ("下月5号，20号前，the 2nd", ["下月5号 → 2026-11-05", "20号 → 2026-10-20", "2nd → 2026-10-02"]),
  ])
  func relative(sentence: String, expected: [String]) { #expect(read(sentence) == expected) }

  @Test(arguments: [
    "3.5 万，6.5 折，10.9%，v10.9，iOS 17.4", "2/3 of it, 1/2 a day, 3/4, 24/7, scored 8/10", "PoC 41/41，36/41 过",
    "at 10:30, 9:15-10:00",
    "3号楼、2号线、11 号机", "两周一次，每周三例会，每双周五", "every Tues, Wednesdays, every other Friday", "周一鸣来了，小周说这个周就是做管路的",
    "the 3rd visit, 2nd of 8, 5th floor", "we may march on; Jan said May is off; April from finance", "sat in the sun",
    "说明晚了一个礼拜",
    "五百年前", "缩到5天以内", "三个月、两周、5 天", "$10/9, £3.50, #12/3", "12345678, 3f9ac1d0, 2026-13-40, 2/30, 31/11", "五日游",
    "in a day, twice in a year", "Oct 5% up, in 3.5% steps", "2026-9, 2026.09, 2026-091, 2026-09%", "W38, week 40",
    "周一鸣和周天成", "v2026-10-09, a10/9",
    "they march 20 miles", "三十一后面，十一个人", "he may 10 times say no",
  ])
  func noDate(sentence: String) { #expect(read(sentence) == []) }

  @Test func aDeadlineIsMarked() {
    let text = Array("by Friday".utf8)
    let found = text.withUnsafeBufferPointer { DateReader($0, $0.indices).all() }
    #expect(found.map(\.expression) == [.by(.weekday(5, week: nil))])
  }

  /// Each with its deadline; a date at the very beginning has nothing before it.
  @Test(arguments: [
    ("by Friday", true), ("due 10/20", true), ("📅 2026-10-20", true), ("截止: 10月20日", true), ("最晚10月20日", true),
    ("10月20日前", true), ("10月20日", false), ("Friday", false), ("on 10/20", false), ("to 2026-10-20", false),
  ])
  func deadlines(sentence: String, isDeadline: Bool) {
    let text = Array(sentence.utf8)
    let found = text.withUnsafeBufferPointer { DateReader($0, $0.indices).all() }
    let deadlines = found.filter { if case .by = $0.expression { true } else { false } }
    #expect(found.count == 1 && deadlines.count == (isDeadline ? 1 : 0))
  }

  /// `10.2` opens a day's line where `1.2` numbers a section; in the middle of one it is a version or a price.
  @Test(arguments: [
    ("10.20 met Ann", ["10.20"]), ("met 10.20 Ann", []), ("1.2 Budget", []),
    ("10.9 路过", ["10.9"]), ("1.2, met Ann", ["1.2"]), ("1.2", ["1.2"]), ("1.2.3", []), ("12.10.26", ["12.10.26"]),
    ("1.10.26", []), ("12.10.2026", ["12.10.2026"]), ("met 3/4 of it", []), ("3/4 Ann", ["3/4"]),
  ])
  func sectionsAndDays(text: String, expected: [String]) {
    #expect(read(text).map { String($0.prefix { $0 != " " }) } == expected)
  }

  @Test func whichWayRoundIsTheJournalsToTell() throws {
    let expression = DateExpression.ambiguous(first: 10, second: 11, year: nil, weekday: nil)
    let convention = DateConvention(dayFirst: true, reference: Day(number: 0))
    #expect(expression.resolved(anchor: Self.anchor, convention: convention)?.first.iso == "2026-11-10")
    let clear = DateExpression.ambiguous(first: 14, second: 10, year: nil, weekday: nil)
    #expect(
      clear.resolved(anchor: Self.anchor, convention: DateConvention(reference: Day(number: 0)))?.first.iso
        == "2026-10-14")
  }

  /// How many dates say the day first, less those that say it behind.
  @Test(arguments: [
    ("9 Oct and 12 Nov", 2), ("Oct 9 and Nov 12, 2026", -2), ("9 Oct and Nov 12", 0), ("2026-10-09", 0),
    ("12th of October", 1), ("Tues 6 Oct", 1),
  ])
  func dayFirst(text: String, expected: Int) {
    #expect(Note(parsing: SourceFile(path: "a.md", text: text)).dayFirstDates == expected)
  }

  /// A day that is written in full but grown together with what stands beside it.
  @Test(arguments: [
    ("notes/20261112acme.md", "2026-11-12"), ("acme2026-11-12b.txt", "2026-11-12"), ("acme2026.11.12.md", "2026-11-12"),
    ("a20261112b20261112.md", "2026-11-12"), ("a20261112b20261113.md", nil), ("2026-1-12.md", nil),
    ("a26-11-2012.md", nil), ("a2026--11-12.md", nil), ("a20261312.md", nil), ("a10001112.md", nil), ("acme.md", nil),
    ("2026-11-12/acme.md", nil), ("a202611121.md", nil),
  ])
  func gluedDay(path: String, expected: String?) { #expect(FileNameDate.day(gluedIn: path)?.iso == expected) }

  @Test(
    arguments: [
      ("0911.md", "9/11"), ("1020 顾工.md", "10/20"), ("notes/20260904-会.md", "2026-09-04"), ("凌跃 0923.md", "9/23"),
      ("oct07.md", "10/7"),
      ("dvorak-sept-12.md", "9/12"), ("MoM_2026-09-07_x.md", "2026-09-07"), ("nov12_voice.md", "11/12"),
      ("week of 12 oct.txt", "10/12"),
      ("week-of-aug-03.md", "8/3"), ("语音0918_2.txt", "9/18"), ("fri brain nov 20.md", "11/20"),
      ("260904.md", "2026-09-04"),
      ("Brightwater 3f9ac1d07be24e1f.md", nil), ("Rick S 0f44.md", nil), ("log.txt", nil), ("plan 2026.md", nil),
      ("W38.md", "W38"), ("2026-W38.md", "W38 of 2026"),
      ("2026-09.md", "2026-9"), ("十一月中_三家.md", "11"), ("2026-10-09/visit 3.md", nil),
    ] as [(String, String?)])
  func fileName(path: String, expected: String?) {
    let told: String? =
      switch FileNameDate.date(in: path) {
      case .day(let day): day.iso
      case .ambiguous(let first, let second, nil, _): "\(first)/\(second)"
      case .monthDay(let month, let day, _): "\(month)/\(day)"
      case .week(let week, nil): "W\(week)"
      case .week(let week, let year?): "W\(week) of \(year)"
      case .month(let month, .number(let year), _): "\(year)-\(month)"
      case .month(let month, nil, _): "\(month)"
      case nil: nil
      default: "something else"
      }
    #expect(told == expected)
  }
}
