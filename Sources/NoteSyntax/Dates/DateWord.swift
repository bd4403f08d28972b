/// An English word that has a part in dates.
struct DateWord {
  enum Meaning {
    case month(Int)
    case weekday(Int)
    /// `today`, `tomorrow`: days from now.
    case relativeDay(Int)
    /// `next` 1, `this` 0, `last` −1.
    case which(Int)
    /// `week`, `month`, …
    case period(DateExpression.Period)
    /// `end`, `early`, `mid`: whether `of` has to follow.
    case part(DateExpression.Part, needsOf: Bool)
    /// `EOW`, `EOM`.
    case endOf(DateExpression.Period)
    case holiday(DateExpression.Holiday)
    /// `in`, `within`.
    case within
    /// A small number.
    case count(Int)
    /// `days`, `weeks`, as a number of days.
    case unit(Int)
    /// `ago` −1, `later` 1.
    case ago(Int)
    case the
    /// `Q`, before a digit.
    case quarter
    /// `W`, before a number.
    case week
  }

  let meaning: Meaning
  /// Just past the word.
  let end: Int
  /// Whether the word is spelled out.
  let isFull: Bool

  /// The word at `start`; nil when it has no part in dates.
  init?(_ text: TextCursor, _ start: Int) {
    let end = text.wordEnd(start)
    guard end - start <= 12, let entry = Self.words.entry(Self.key(text.bytes, start..<end)),
      entry.length == end - start
    else { return nil }
    meaning = entry.meaning
    self.end = end
    isFull = entry.isFull
  }

  /// Whether a word that may be a month's name is one: `may` and `march` are verbs as well.
  func isCertainMonth(_ text: TextCursor, _ start: Int) -> Bool {
    guard case .month(let month) = meaning else { return false }
    return month != 5 && month != 3 || end - start == 3 && month == 3 && text[start].isASCIIUpper
  }

  /// Whether a word of these first two bytes can have a part in dates: most cannot, and need no look-up.
  static func mayOpen(_ first: UInt8, _ second: UInt8) -> Bool {
    openings[Int(first & 0x1F) << 5 | (second.isASCIILetter ? Int(second & 0x1F) : 0)]
  }

  /// By the low five bits of the first letter and the second; 0 for a second byte that is none.
  private static let openings: [Bool] = {
    var openings = [Bool](repeating: false, count: 1024)
    for (key, entry) in words.slots where key != 0 {
      let shift = UInt64(min(entry.length, 8) - 1) * 8
      let first = Int(key >> shift & 0x1F)
      openings[first << 5 | (entry.length > 1 ? Int(key >> (shift - 8) & 0x1F) : 0)] = true
    }
    return openings
  }()

  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for at in range.prefix(8) { key = key << 8 | UInt64(bytes[at] | 0x20) }
    return key
  }

  private typealias Entry = (length: Int, meaning: Meaning, isFull: Bool)

  /// An open hash table: the words are few and fixed, and every English word of a note is looked up.
  private struct Words {
    private(set) var slots: [(key: UInt64, entry: Entry)] = Array(
      repeating: (0, (0, .the, false)), count: 512)

    private static func slot(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    mutating func add(_ key: UInt64, _ entry: Entry) {
      var slot = Self.slot(of: key)
      while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & 511 }
      slots[slot] = (key, entry)
    }

    func entry(_ key: UInt64) -> Entry? {
      var slot = Self.slot(of: key)
      while slots[slot].key != 0 {
        if slots[slot].key == key { return slots[slot].entry }
        slot = (slot + 1) & 511
      }
      return nil
    }
  }

  private static let words: Words = {
    var table = Words()
    func add(_ words: String, _ meaning: Meaning, isFull: Bool = false) {
      for word in words.split(separator: " ") {
        var word = String(word)
        word.withUTF8 { table.add(key($0, $0.indices), ($0.count, meaning, isFull)) }
      }
    }
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    for (index, name) in months.enumerated() {
      add(String(name.prefix(3)), .month(index + 1))
      add(name, .month(index + 1), isFull: true)
    }
    add("sept", .month(9))
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    for (index, name) in weekdays.enumerated() {
      add(String(name.prefix(3)), .weekday(index + 1))
      add(name, .weekday(index + 1), isFull: true)
    }
    add("tues", .weekday(2))
    add("weds", .weekday(3))
    add("thur thurs", .weekday(4))
    add("today tonight tonite eod cob", .relativeDay(0))
    add("tomorrow tmrw tmr tomorow", .relativeDay(1))
    add("yesterday yday ystrdy", .relativeDay(-1))
    add("next", .which(1))
    add("this", .which(0))
    add("last", .which(-1))
    add("week wk", .period(.week))
    add("month mth", .period(.month))
    add("quarter qtr", .period(.quarter))
    add("year yr", .period(.year))
    add("end", .part(.end, needsOf: true))
    add("start beginning", .part(.start, needsOf: true))
    add("middle", .part(.middle, needsOf: true))
    add("early", .part(.start, needsOf: false))
    add("mid", .part(.middle, needsOf: false))
    add("late", .part(.end, needsOf: false))
    add("eow", .endOf(.week))
    add("eom", .endOf(.month))
    add("eoq", .endOf(.quarter))
    add("eoy", .endOf(.year))
    add("christmas xmas", .holiday(.fixed(month: 12, first: 25, last: 26)))
    add("thanksgiving", .holiday(.movable(.thanksgiving)))
    add("easter", .holiday(.movable(.easter)))
    add("diwali", .holiday(.movable(.diwali)))
    add("in within", .within)
    add("the", .the)
    for (index, name) in ["one", "two", "three", "four", "five", "six"].enumerated() { add(name, .count(index + 1)) }
    add("day days", .unit(1))
    add("weeks wks", .unit(7))
    add("months mths", .unit(30))
    add("ago back", .ago(-1))
    add("later", .ago(1))
    add("q", .quarter)
    add("w", .week)
    return table
  }()
}
