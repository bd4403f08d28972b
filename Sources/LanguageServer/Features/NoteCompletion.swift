import DealJournal
import FactReading
import HealthReports
import NoteSyntax
import SourceText

extension NoteScene {
  /// Signs with which a completion opens by itself: those that an input method for Chinese gives, too.
  static let triggers = ["@", "＠", "#", "＃", "[", "【", ":", "："]

  /// What may be written at a place: names behind `@` and `[[`, marks behind `#`, what a label asks for behind its colon, and
  /// in running text names and dates that were begun.
  func completions(at position: TextPosition) -> CompletionList {
    let offset = source.offset(of: position, encoding)
    let context = CompletionContext(source, at: offset)
    var candidates: [Candidate] = []
    switch context.kind {
    case .mention, .link: candidates = names(people: true, deals: true)
    case .tag: candidates = tags()
    case .value(let label): candidates = values(ofLabel: label, context, offset)
    case .text:
      if !context.typed.isEmpty { candidates = names(people: true, deals: true) }
    }
    if context.kind == .text, let date = date(before: offset, context) { candidates.insert(date, at: 0) }
    let chosen = candidates.compactMap { candidate in filter(candidate, context).map { (candidate, $0) } }
    let items = chosen.prefix(200).enumerated().map { index, chosen in
      item(chosen.0, filter: chosen.1, context, offset: offset, index: index)
    }
    return CompletionList(isIncomplete: true, items: Array(items))
  }

  /// Something that may be written.
  private struct Candidate {
    /// LSP's kinds: 6 variable, 9 module, 14 keyword, 12 value.
    let kind: Int
    let text: String
    let label: String
    let detail: String?
    /// Where the words begin that it stands in place of, when that is not what was typed.
    var start: Int?
    /// Whether what was typed has to begin it.
    var isFiltered = true
    /// Other words by which it is found.
    var aliases: [String] = []
  }

  /// How the client is to find a candidate; nil for one that what was typed does not begin.
  private func filter(_ candidate: Candidate, _ context: CompletionContext) -> String? {
    let pinyin = PinyinReadings.builtin
    let typed = context.typed
    guard candidate.isFiltered else { return source.text(of: Span(candidate.start ?? context.start, context.end)) }
    let words = [candidate.text] + candidate.aliases
    if typed.isEmpty { return ([candidate.text] + pinyin.spellings(of: candidate.text)).joined(separator: " ") }
    let wanted = typed.lowercased()
    if words.contains(where: { $0.lowercased().hasPrefix(wanted) }) {
      return candidate.text.lowercased().hasPrefix(wanted) ? candidate.text : typed + " " + candidate.text
    }
    let isLatin = typed.utf8.allSatisfy { $0 < 0x80 }
    if isLatin, words.contains(where: { pinyin.matches($0, typed: typed) }) {
      // The client filters by the beginning of what it is given, and knows no readings.
      let spelling = pinyin.spellings(of: candidate.text).first { $0.hasPrefix(wanted) }
      return (spelling ?? typed) + " " + candidate.text
    }
    if typed.unicodeScalars.count > 1 || !isLatin, words.contains(where: { $0.lowercased().contains(wanted) }) {
      return typed + " " + candidate.text
    }
    return nil
  }

  private func item(
    _ candidate: Candidate, filter: String, _ context: CompletionContext, offset: Int, index: Int
  ) -> CompletionList.Item {
    let start = candidate.start ?? context.start
    var text = candidate.text
    var end = offset
    switch context.kind {
    case .mention where text.contains(" "): text = "[[\(text)]]"
    case .mention: text = context.sign + text
    case .link:
      text = "[[\(text)]]"
      // Brackets that the editor closed by itself are taken along.
      for closing in ["]]", "】】"] where source.bytes[end...].starts(with: closing.utf8) { end += closing.utf8.count }
    case .tag: text = context.sign + text
    case .value, .text: break
    }
    let opening = candidate.start == nil ? context.sign : ""
    let digits = String(index)
    return CompletionList.Item(
      label: candidate.label, kind: candidate.kind, detail: candidate.detail,
      sortText: String(repeating: "0", count: max(0, 4 - digits.count)) + digits, filterText: opening + filter,
      textEdit: TextEdit(range: range(of: Span(start, end)), newText: text))
  }

  // MARK: Candidates

  private func names(people: Bool, deals: Bool) -> [Candidate] {
    var candidates: [Candidate] = []
    if people {
      let ordered = journal.people.filter(\.isNamed).sorted { ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id) }
      candidates += ordered.map { person in
        Candidate(
          kind: 6, text: person.name, label: person.name,
          detail: [person.title, person.organisation].compactMap(\.self).joined(separator: " · "),
          aliases: person.surfaces)
      }
    }
    if deals {
      var seen = Set(candidates.map(\.text))
      for deal in journal.deals {
        for name in [deal.name, deal.account] where !name.isEmpty && seen.insert(name).inserted {
          candidates.append(
            Candidate(
              kind: 9, text: name, label: name,
              detail: name == deal.name ? say("deal", "商机") : say("customer", "客户"), aliases: deal.surfaces))
        }
      }
    }
    return candidates
  }

  private func tags() -> [Candidate] {
    let facts = FactKind.allCases.map { kind in
      let english = MarkVocabulary.tag(for: kind)
      let tag = language == .zh ? MarkVocabulary.chineseTag(for: kind) : english
      return Candidate(
        kind: 14, text: tag, label: tag, detail: kind.title(in: language),
        aliases: [english, kind.rawValue, kind.title(in: language)])
    }
    let others = MarkVocabulary.otherTags(in: language)
    let deals = journal.deals.map { deal in
      let tag = say("deal/", "商机/") + MarkVocabulary.tagName(of: deal.name)
      return Candidate(
        kind: 14, text: tag, label: tag, detail: say("deal", "商机"), aliases: ["deal/" + deal.name, deal.name])
    }
    return facts + others.map { Candidate(kind: 14, text: $0, label: $0, detail: nil) } + deals
  }

  private func values(ofLabel label: String, _ context: CompletionContext, _ offset: Int) -> [Candidate] {
    func has(_ words: [String]) -> Bool { words.contains { label.contains($0) } }
    if has(["阶段", "stage", "status"]) {
      return MarkVocabulary.stageNames(in: language).map { Candidate(kind: 12, text: $0, label: $0, detail: nil) }
    }
    if has(["日期", "时间", "date", "due", "when", "截止", "day"]) {
      return days(offset) + [date(before: offset, context)].compactMap(\.self)
    }
    if has(["人", "联系", "参会", "attend", "contact", "who", "person", "participants", "出席"]) {
      return names(people: true, deals: false)
    }
    if has(["客户", "商机", "项目", "公司", "deal", "customer", "account", "client", "company", "project", "opportunity"]) {
      return names(people: false, deals: true)
    }
    return context.typed.isEmpty ? [] : names(people: true, deals: true)
  }

  private func anchor(_ offset: Int) -> Day {
    journalDay(ofLine: source.lines.line(at: offset)) ?? journal.asOf
  }

  /// Days that are often meant, counted from the entry's.
  private func days(_ offset: Int) -> [Candidate] {
    let anchor = anchor(offset)
    let monday = anchor - (anchor.weekday - 1)
    let named: [(String, String, Day)] =
      [("today", "今天", anchor), ("tomorrow", "明天", anchor + 1)]
      + zip(["Mon", "Tue", "Wed", "Thu", "Fri"], ["一", "二", "三", "四", "五"]).enumerated().map { index, names in
        ("next " + names.0, "下周" + names.1, monday + 7 + index)
      }
    return named.map { english, chinese, day in
      let words = say(english, chinese)
      return Candidate(
        kind: 12, text: day.iso, label: "\(words) \(day.iso)", detail: nil, aliases: [words, english, chinese])
    }
  }

  /// The day that words right before a place mean: `明天`, `next Fri`.
  private func date(before offset: Int, _ context: CompletionContext) -> Candidate? {
    let note = note
    guard
      let found = note.dates.last(where: { note.text.span(of: $0.range).end == offset }),
      let days = found.expression.resolved(
        anchor: anchor(offset), convention: DateConvention(reference: journal.asOf), asDeadline: true)
    else { return nil }
    let span = note.text.span(of: found.range)
    let words = source.text(of: span)
    let iso = days.last.iso
    guard words != iso else { return nil }
    return Candidate(kind: 12, text: iso, label: "\(iso) \(words)", detail: nil, start: span.start, isFiltered: false)
  }
}
