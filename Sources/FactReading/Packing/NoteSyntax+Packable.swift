import NoteSyntax
import SourceText

extension Day: Packable {
  func pack(into bytes: inout PackedBytes) { bytes.put(number) }
  init(from bytes: inout PackedReader) throws(PackedFault) { self.init(number: try bytes.number()) }
}

extension DateExpression.Period: PackableCase {
  static let cases = allCases
}
extension DateExpression.Part: PackableCase {
  static let cases = allCases
}
extension DateExpression.Side: PackableCase {
  static let cases = allCases
}
extension DateExpression.MovableHoliday: PackableCase {
  static let cases = allCases
}

extension DateExpression.Year: Packable {
  func pack(into bytes: inout PackedBytes) {
    switch self {
    case .number(let number):
      bytes.put(UInt8(0))
      bytes.put(number)
    case .offset(let offset):
      bytes.put(UInt8(1))
      bytes.put(offset)
    }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    switch try bytes.byte() {
    case 0: self = .number(try bytes.number())
    case 1: self = .offset(try bytes.number())
    default: throw PackedFault()
    }
  }
}

extension DateExpression.Holiday: Packable {
  func pack(into bytes: inout PackedBytes) {
    switch self {
    case .fixed(let month, let first, let last):
      bytes.put(UInt8(0))
      for number in [month, first, last] { bytes.put(number) }
    case .movable(let holiday):
      bytes.put(UInt8(1))
      holiday.pack(into: &bytes)
    }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    switch try bytes.byte() {
    case 0: self = .fixed(month: try bytes.number(), first: try bytes.number(), last: try bytes.number())
    case 1: self = .movable(try Optional(from: &bytes))
    default: throw PackedFault()
    }
  }
}

extension DateExpression: Packable {
  func pack(into bytes: inout PackedBytes) {
    func put(_ code: UInt8, _ parts: any Packable...) {
      bytes.put(code)
      for part in parts { part.pack(into: &bytes) }
    }
    switch self {
    case .day(let day): put(0, day)
    case .monthDay(let month, let day, let weekday): put(1, month, day, weekday)
    case .ambiguous(let first, let second, let year, let weekday): put(2, first, second, year, weekday)
    case .dayOfMonth(let day, let weekday, let month): put(3, day, weekday, month)
    case .weekday(let weekday, let week): put(4, weekday, week)
    case .offset(let days): put(5, days)
    case .period(let period, let offset, let part): put(6, period, offset, part)
    case .month(let month, let year, let part): put(7, month, year, part)
    case .quarter(let quarter, let year, let part): put(8, quarter, year, part)
    case .week(let week, let year): put(9, week, year)
    case .through(let first, let last): put(10, first, last)
    case .holiday(let holiday, let side, let year): put(11, holiday, side, year)
    case .by(let date): put(12, date)
    case .latest(let date): put(13, date)
    }
  }

  init(from bytes: inout PackedReader) throws(PackedFault) { try self.init(from: &bytes, depth: 0) }

  /// Dates stand in dates, but no deeper than notes write them: bytes from elsewhere must not fill the stack.
  private init(from bytes: inout PackedReader, depth: Int) throws(PackedFault) {
    guard depth < 16 else { throw PackedFault() }
    switch try bytes.byte() {
    case 0: self = .day(try Day(from: &bytes))
    case 1:
      self = .monthDay(month: try bytes.number(), day: try bytes.number(), weekday: try Optional(from: &bytes))
    case 2:
      self = .ambiguous(
        first: try bytes.number(), second: try bytes.number(), year: try Optional(from: &bytes),
        weekday: try Optional(from: &bytes))
    case 3:
      self = .dayOfMonth(
        try bytes.number(), weekday: try Optional(from: &bytes), month: try Optional(from: &bytes))
    case 4: self = .weekday(try bytes.number(), week: try Optional(from: &bytes))
    case 5: self = .offset(days: try bytes.number())
    case 6:
      self = .period(try Period(from: &bytes), offset: try bytes.number(), part: try Part(from: &bytes))
    case 7: self = .month(try bytes.number(), year: try Optional(from: &bytes), part: try Part(from: &bytes))
    case 8: self = .quarter(try bytes.number(), year: try Optional(from: &bytes), part: try Part(from: &bytes))
    case 9: self = .week(try bytes.number(), year: try Optional(from: &bytes))
    case 10:
      self = .through(
        try DateExpression(from: &bytes, depth: depth + 1), try DateExpression(from: &bytes, depth: depth + 1))
    case 11:
      self = .holiday(
        try Holiday(from: &bytes), side: try Side(from: &bytes), year: try Optional(from: &bytes))
    case 12: self = .by(try DateExpression(from: &bytes, depth: depth + 1))
    case 13: self = .latest(try DateExpression(from: &bytes, depth: depth + 1))
    default: throw PackedFault()
    }
  }
}

extension NoteProblem: Packable {
  func pack(into bytes: inout PackedBytes) {
    switch kind {
    case .unreadable: bytes.put(UInt8(0))
    case .unknownMark(let suggestion):
      bytes.put(UInt8(1))
      suggestion.pack(into: &bytes)
    case .badFrontMatter: bytes.put(UInt8(2))
    }
    span.pack(into: &bytes)
    detail.pack(into: &bytes)
    detailZh.pack(into: &bytes)
  }

  init(from bytes: inout PackedReader) throws(PackedFault) {
    let kind: Kind
    switch try bytes.byte() {
    case 0: kind = .unreadable
    case 1: kind = .unknownMark(suggestion: try Optional(from: &bytes))
    case 2: kind = .badFrontMatter
    default: throw PackedFault()
    }
    self.init(
      kind: kind, span: try Optional(from: &bytes), detail: try String(from: &bytes), detailZh: try String(from: &bytes)
    )
  }
}

extension IgnoreMark: Packable {
  func pack(into bytes: inout PackedBytes) {
    for text in [rule, subject, reason, quote] { text.pack(into: &bytes) }
    until.pack(into: &bytes)
    span.pack(into: &bytes)
    bytes.put(line)
    bytes.put(column)
  }

  init(from bytes: inout PackedReader) throws(PackedFault) {
    let rule = try String(from: &bytes)
    let subject = try String(from: &bytes)
    let reason = try String(from: &bytes)
    let quote = try String(from: &bytes)
    self.init(
      rule: rule, subject: subject, reason: reason, until: try Optional(from: &bytes), span: try Span(from: &bytes),
      line: try bytes.number(), column: try bytes.number(), quote: quote)
  }
}
