/// What sort of number a run of digits is, told from what stands beside it.
enum NumberShape: UInt16, CaseIterable {
  /// `38万`, `$140k`, `£2m`, `4.9 元`.
  case money
  /// `8%`, `九折`, `三个点`.
  case percent
  /// `10/14`, `9月29号`.
  case date
  /// `两周`, `40 min`, `12 months`.
  case duration
  /// `2台`, `240 seats`.
  case quantity
  /// Anything else.
  case bare

  /// Calls `body` with each number written in digits in `bytes[range]`, in reading order.
  static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ body: (NumberShape, Range<Int>) -> Void) {
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] &- 0x30 < 10 else {
        at += 1
        continue
      }
      let start = at
      var hasSlash = false
      while at < range.upperBound {
        let byte = bytes[at]
        let isJoint =
          (byte == 0x2C || byte == 0x2E || byte == 0x2F || byte == 0x3A) && at + 1 < range.upperBound
          && bytes[at + 1] &- 0x30 < 10
        guard byte &- 0x30 < 10 || isJoint else { break }
        if byte == 0x2F || byte == 0x3A { hasSlash = true }
        at += 1
      }
      // A digit inside a word (`q3`, `P4`) is part of a name as a rule.
      if start > range.lowerBound, bytes[start - 1].isWordByte { continue }
      body(hasSlash ? .date : shape(bytes, before: start, after: at, in: range), start..<at)
    }
  }

  private static func shape(_ bytes: [UInt8], before start: Int, after end: Int, in range: Range<Int>) -> NumberShape {
    if start > range.lowerBound, bytes[start - 1] == 0x24 { return .money }
    if start >= range.lowerBound + 2 {
      let sign = bytes[(start - 2)..<start]
      if sign.elementsEqual([0xC2, 0xA3]) || sign.elementsEqual([0xC2, 0xA5]) { return .money }
    }
    if start >= range.lowerBound + 3, bytes[(start - 3)..<start].elementsEqual([0xE2, 0x82, 0xAC]) { return .money }
    var at = end
    while at < range.upperBound, bytes[at] == 0x20 { at += 1 }
    guard at < range.upperBound, beginsUnit[Int(bytes[at].lowercased)] else { return .bare }
    for (shape, units) in unitTable {
      for unit in units where at + unit.count <= range.upperBound {
        var position = 0
        while position < unit.count, bytes[at + position].lowercased == unit[position] { position += 1 }
        guard position == unit.count else { continue }
        let next = at + unit.count
        if unit[0] < 0x80, unit[0] != 0x25, next < range.upperBound, bytes[next].isWordByte { continue }
        return shape
      }
    }
    return .bare
  }

  /// For each byte, whether a unit begins with it: most numbers have none.
  private static let beginsUnit: [Bool] = (0...255).map { byte in
    unitTable.contains { $0.1.contains { $0[0] == UInt8(byte) } }
  }

  private static let unitTable: [(NumberShape, [[UInt8]])] = [
    (.percent, ["%", "percent", "pct", "个点", "点", "折", "成"].map { Array($0.utf8) }),
    (
      .money,
      ["万", "亿", "元", "块", "千", "k", "m", "grand", "bucks", "w", "usd", "eur", "gbp", "rmb", "million", "thousand"]
        .map { Array($0.utf8) }
    ),
    (.date, ["月", "号", "日", "年", "am", "pm", "th", "st", "nd", "rd"].map { Array($0.utf8) }),
    (
      .duration,
      [
        "天", "周", "个月", "小时", "分钟", "个工作日", "days", "day", "weeks", "week", "wks", "wk", "months", "month", "mo",
        "hours",
        "hrs", "hr", "min", "mins", "minutes", "years", "year", "yrs", "yr",
      ].map { Array($0.utf8) }
    ),
    (
      .quantity,
      [
        "台", "套", "人", "家", "个", "吨", "件", "条", "项", "份", "平", "间", "users", "seats", "people", "units", "sites",
        "stores",
        "trucks", "loads", "acres", "pax", "hc",
      ].map { Array($0.utf8) }
    ),
  ]
}
