/// Cuts a note into its dated pieces.
struct EntryReader {
  /// A place where an entry begins.
  private struct Opening {
    var block: Int
    var date: DateExpression
    /// The heading that names it.
    var heading: Int?
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let blocks: [NoteDraft.DraftBlock]
  private let labels: [Label]
  private let governing: [Int?]
  /// The note's own date, from its file name or front matter.
  private let noteDate: DateExpression?
  /// Whether each block announces what is still to come; only headings and introducing lines do.
  private let isPlan: [Bool]
  /// Whether several headings begin with a weekday: the sections of a week.
  private let hasWeekdayHeadings: Bool
  /// The blocks that hold a label.
  private let labelled: Set<Int>

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ blocks: [NoteDraft.DraftBlock], labels: [Label], governing: [Int?],
    noteDate: DateExpression?
  ) {
    self.text = text
    self.blocks = blocks
    self.labels = labels
    self.governing = governing
    self.noteDate = noteDate
    var isPlan = [Bool](repeating: false, count: blocks.count)
    for case let heading? in Set(governing) { isPlan[heading] = Self.isPlan(text, blocks[heading].text) }
    self.isPlan = isPlan
    hasWeekdayHeadings =
      blocks.count { block in
        guard case .heading = block.kind, case .weekday(_, nil)? = DateReader(text, block.text).leading()?.expression
        else {
          return false
        }
        return true
      } > 1
    labelled = Set(labels.lazy.filter { $0.origin == .text }.compactMap(\.block))
  }

  /// The entries in order; they cover all blocks.
  func entries() -> [Entry] {
    guard !blocks.isEmpty else { return [] }
    var openings = self.openings()
    if openings.first?.block != 0 {
      attachPreface(&openings)
      if openings[0].block == 0, openings[0].date == .undated, let date = titleDate { openings[0].date = date }
    }
    return openings.enumerated().map { index, opening in
      let end = index + 1 < openings.count ? openings[index + 1].block : blocks.count
      let date = opening.date == .undated ? nil : completed(opening.date)
      return Entry(
        date: date, title: title(opening, end), blocks: opening.block..<end, line: blocks[opening.block].line)
    }
  }

  /// What stands before the first own date: a title alone belongs to what follows; anything else is dated by the note.
  private func attachPreface(_ openings: inout [Opening]) {
    guard let first = openings.first else {
      openings = [Opening(block: 0, date: noteDate ?? .undated, heading: firstHeading)]
      return
    }
    let isTitle = blocks[..<first.block].allSatisfy { block in
      if case .heading = block.kind { return true }
      return false
    }
    if isTitle, first.heading == nil || first.block == 1 {
      openings[0].block = 0
      openings[0].heading = openings[0].heading ?? firstHeading
    } else {
      openings.insert(Opening(block: 0, date: noteDate ?? .undated, heading: firstHeading), at: 0)
    }
  }

  /// The day at the end of a first line that says little else, as a title would: `Northolme 21 Aug`.
  private var titleDate: DateExpression? {
    guard case .paragraph = blocks[0].kind, !blocks[0].isQuote else { return nil }
    let text = self.text
    let range = blocks[0].text
    let line = range.lowerBound..<(text[range].firstIndex(of: 0x0A) ?? range.upperBound)
    guard line.count <= 48, line.upperBound < range.upperBound || blocks.count > 1,
      let last = DateReader(text, line, isDatePlace: true).all().last, last.range.upperBound == line.upperBound,
      last.range.lowerBound > line.lowerBound, last.expression.monthAndDay != nil
    else { return nil }
    // A word that leads to the day makes a deadline of it, and a stop a sentence.
    let before = text[line.lowerBound..<last.range.lowerBound].map(\.asciiLower)
    let words = before.split { !$0.isASCIIAlphanumeric && $0 < 0x80 }.map { String(decoding: $0, as: UTF8.self) }
    let leads: Set<String> = [
      "by", "before", "until", "till", "til", "due", "for", "from", "since", "to", "on", "after",
    ]
    guard words.count <= 4, !(words.last.map(leads.contains) ?? true), !before.contains(0x2E), !before.contains(0x3A)
    else { return nil }
    return last.expression
  }

  private var firstHeading: Int? {
    guard let first = blocks.first, case .heading = first.kind else { return nil }
    return 0
  }

  private func title(_ opening: Opening, _ end: Int) -> Range<Int>? {
    if let heading = opening.heading { return blocks[heading].text }
    let first = blocks[opening.block].text
    if case .heading = blocks[opening.block].kind { return first }
    let line = first.lowerBound..<(text[first].firstIndex(of: 0x0A) ?? first.upperBound)
    return line.count <= 90 ? line : nil
  }

  /// A date without a year that the note's own, complete date agrees with takes its year from it.
  private func completed(_ date: DateExpression) -> DateExpression {
    guard let noteDate, case .day(let day) = noteDate else { return date }
    if date.isVague { return noteDate }
    let civil = day.civil
    switch date {
    case .monthDay(civil.month, civil.day, _): return noteDate
    default: return date
    }
  }

  // MARK: Openings

  private func openings() -> [Opening] {
    var openings: [Opening] = []
    let paragraphs = paragraphOpenings()
    let dateLabels = self.dateLabels()
    /// Whether the current entry has said anything yet besides headings and labels.
    var isHead = true
    var lastHeading: Int?
    for (index, block) in blocks.enumerated() {
      if case .heading = block.kind {
        lastHeading = index
        if let date = headingDate(index) {
          openings.append(Opening(block: index, date: date, heading: index))
          isHead = true
          continue
        }
      }
      if let date = dateLabels[index] {
        if isHead, let last = openings.last, last.date.isVague || sameDay(last.date, date) {
          // The heading has the date already; the label may complete it.
          if last.date.isVague { openings[openings.count - 1].date = date }
          if case .day = date { openings[openings.count - 1].date = date }
        } else {
          let start = isHead && openings.isEmpty ? 0 : headStart(index, after: openings.last?.block ?? -1)
          if let last = openings.last, last.block >= start {
            openings[openings.count - 1].date = date
          } else {
            let heading = (start...index).first { if case .heading = blocks[$0].kind { true } else { false } }
            openings.append(Opening(block: start, date: date, heading: heading))
          }
        }
        continue
      }
      if let date = paragraphs[index], !tellsOfBefore(date, openings.last) {
        let hasOwnHeading = lastHeading == index - 1 && isHead && openings.last?.block == lastHeading
        if hasOwnHeading, let last = openings.last, sameDay(last.date, date) { continue }
        // A heading without a date directly above names the entry; labels may stand between.
        let start = lastHeading.flatMap { names($0, openingAt: index, after: openings.last) ? $0 : nil } ?? index
        openings.append(Opening(block: start, date: date, heading: start < index ? start : nil))
        isHead = false
        continue
      }
      if case .heading = block.kind { continue }
      if !labelled.contains(index) { isHead = false }
    }
    return openings
  }

  /// Whether a heading, and at most labels below it, stand right above the block that opens an entry.
  private func names(_ heading: Int, openingAt index: Int, after last: Opening?) -> Bool {
    (last?.block ?? -1) < heading && (heading + 1..<index).allSatisfy(labelled.contains)
  }

  /// Whether a date tells of an earlier day within a section that its heading dates.
  private func tellsOfBefore(_ date: DateExpression, _ section: Opening?) -> Bool {
    guard let section, section.heading == section.block, let (month, day) = section.date.monthAndDay,
      let (ownMonth, ownDay) = date.monthAndDay, let own = Day(year: 2024, month: ownMonth, day: ownDay),
      let dated = Day(year: 2024, month: month, day: day)
    else { return false }
    // Across the turn of a year the later date has the smaller month.
    let away = dated - own
    return (1...180).contains(away) || away < -186
  }

  private func sameDay(_ left: DateExpression, _ right: DateExpression) -> Bool {
    guard let left = left.monthAndDay, let right = right.monthAndDay else { return false }
    return left == right || left == (right.1, right.0)
  }

  /// The first block of the heading and labels that stand directly above a date label.
  private func headStart(_ index: Int, after previous: Int) -> Int {
    var start = index
    while start - 1 > previous, labelled.contains(start - 1) || isHeading(start - 1) { start -= 1 }
    return start
  }

  private func isHeading(_ index: Int) -> Bool {
    if case .heading = blocks[index].kind { return true }
    return false
  }

  private func headingDate(_ index: Int) -> DateExpression? {
    let range = blocks[index].text
    let dates = DateReader(text, range, isDatePlace: true).all().filter { mayDateHeading($0.expression) }
    guard let first = dates.first, !Self.isPlan(text, range) else { return nil }
    let before = text[max(range.lowerBound, first.range.lowerBound - 1)]
    let isAtStart = first.range.lowerBound - range.lowerBound <= 3 || index == 0
    // `## 二、初步验收会（11月6日）`: at the end, in brackets or not.
    let cursor = TextCursor(text, limit: range.upperBound)
    let last = dates[dates.count - 1]
    let end = cursor.skip(last.range.upperBound, ")|]|】") ?? last.range.upperBound
    if isAtStart || before == 0x28 { return first.expression }
    return end == range.upperBound ? last.expression : nil
  }

  private func mayDateHeading(_ date: DateExpression) -> Bool {
    switch date {
    case .weekday(_, nil): hasWeekdayHeadings
    case .dayOfMonth(_, nil, nil): isMonthly
    default: date.mayDateEntry
    }
  }

  /// Whether the note is one month's, so that a day alone is a date.
  private var isMonthly: Bool {
    if case .month = noteDate { return true }
    return false
  }

  /// Names of labels that tell when something was written or took place.
  static let dateNames: Set<String> = [
    "时间", "日期", "会议时间", "拜访时间", "沟通时间", "记录时间", "记录日期", "拜访日期", "会议日期", "通话时间", "日期时间", "日期/时间", "date", "when",
    "created", "day", "time", "meeting date", "call date", "visit date", "date/time", "created at", "last touch",
    "logged",
    "date of visit", "date of call",
  ]

  private func dateLabels() -> [Int: DateExpression] {
    var found: [Int: DateExpression] = [:]
    for label in labels {
      guard let block = label.block, found[block] == nil else { continue }
      let isRecord =
        label.origin == .text && !label.value.isEmpty && text[label.value.lowerBound].isASCIIDigit
        && RecordWords.end(label.name.utf8)
      switch label.origin {
      case .text, .field: guard isRecord || Self.dateNames.contains(label.name) else { continue }
      // In a log, the first column tells the day; a later one rather a deadline.
      case .tableCell:
        guard Self.dateNames.contains(label.name), blocks[block].cells.first == label.value else { continue }
      case .frontMatter: continue
      }
      let reader = DateReader(text, label.value, isDatePlace: true)
      let date = isRecord ? reader.leading() : reader.all().first { $0.expression.mayDateEntry }
      if let date, date.expression.mayDateEntry { found[block] = date.expression }
    }
    return found
  }

  private func paragraphOpenings() -> [Int: DateExpression] {
    var found: [Int: EntryOpening] = [:]
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph: break
      case .listItem(_, let task): if task != nil { continue }
      default: continue
      }
      guard !block.isQuote, !isUnderPlan(index),
        let opening = EntryOpening(DateReader(text, block.text, isDatePlace: true))
      else { continue }
      found[index] = opening
    }
    // A diary has dated paragraphs, or in the note of a day or week several that a weekday sets off.
    let isDiary =
      found.values.contains { $0.kind == .date }
      || noteDate != nil && found.values.count { $0.kind == .weekday && $0.isSetApart } > 1
    let items = blocks.indices.filter { if case .listItem = blocks[$0].kind { true } else { false } }
    let datedItems = items.filter { found[$0].map { $0.kind == .date } ?? false }
    // In a log every other item has its date, or the first and some of those behind it: what stands between is of their day.
    let isLog =
      datedItems.count >= 2 && datedItems.count * 2 >= items.count
      || datedItems.count >= 3 && datedItems.first == items.first && datedItems.count * 4 >= items.count
    return found.filter { index, opening in
      if case .listItem = blocks[index].kind, !isLog || opening.kind != .date { return false }
      switch opening.kind {
      case .weekday: return isDiary
      case .day: return isMonthly && opening.isSetApart
      case .date: break
      }
      guard case .day(let own)? = noteDate, !opening.isUpdate else { return true }
      // In the note of one day, a date that comes later is a plan, and one before tells of that day, but for a log.
      guard let (month, day) = opening.expression.monthAndDay, let days = Day.near(own, month, day) else {
        return opening.isSetApart
      }
      return days <= own && found.count > 2
    }.mapValues(\.expression)
  }

  private func isUnderPlan(_ index: Int) -> Bool {
    var heading = governing[index]
    var steps = 0
    while let at = heading, steps < 8 {
      if isPlan[at] { return true }
      heading = governing[at]
      steps += 1
    }
    return false
  }

  /// Whether a heading or introducing line announces what is still to come.
  private static func isPlan(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let folded = text[range].map(\.asciiLower)
    return folded.withUnsafeBufferPointer { bytes in
      let cursor = TextCursor(bytes, limit: bytes.count)
      return bytes.indices.contains { at in
        switch cursor.scalar(at).scalar {
        // a m n p s t u 下 后 安 待 日 时 计 里
        case 0x61, 0x6D, 0x6E, 0x70, 0x73, 0x74, 0x75, 0x4E0B, 0x540E, 0x5B89, 0x5F85, 0x65E5, 0x65F6, 0x8BA1, 0x91CC:
          cursor.skip(at, Self.planWords) != nil
        default: false
        }
      }
    }
  }

  private static let planWords: StaticString =
    "下一步|下步|下周|后续|计划|待办|安排|里程碑|时间节点|日程|next|todo|to do|to-do|action|timeline|milestone|schedule|plan|upcoming"
}

extension Day {
  /// The day with this month and day nearest to `day`.
  static func near(_ day: Day, _ month: Int, _ dayOfMonth: Int) -> Day? {
    let year = day.civil.year
    return (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: dayOfMonth) }
      .min { abs($0 - day) < abs($1 - day) }
  }
}

extension DateExpression {
  /// Stands for no date until the entry is made.
  fileprivate static let undated = DateExpression.offset(days: Int.min)

  /// Whether a heading or label with this date dates an entry.
  fileprivate var mayDateEntry: Bool {
    switch self {
    case .day, .monthDay, .ambiguous, .through, .week, .month: true
    case .dayOfMonth(_, let weekday, nil): weekday != nil
    default: false
    }
  }

  fileprivate var isVague: Bool {
    switch self {
    case .month, .week: true
    default: self == .undated
    }
  }

  /// Month and day, the likelier way round.
  var monthAndDay: (Int, Int)? {
    switch self {
    case .day(let day): (day.civil.month, day.civil.day)
    case .monthDay(let month, let day, _): (month, day)
    case .ambiguous(let first, let second, _, _): Self.order(first, second, dayFirst: false).map { ($0.month, $0.day) }
    default: nil
    }
  }
}
