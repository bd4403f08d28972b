import DealJournal
import HealthReports
import NoteSyntax
import SourceText

extension NoteScene {
  /// The note's structure as it is now.
  var note: Note { Note(parsing: SourceFile(path: name, bytes: source.bytes)) }

  /// The line with the last word of an entry, counted from 0.
  private func lastLine(of entry: Entry, in note: Note) -> Int {
    let end = note.blocks[entry.blocks].last.map { note.text.span(of: $0.text).end } ?? 0
    return max(entry.line - 1, source.lines.line(at: max(0, end - 1)) - 1)
  }

  private func lines(_ first: Int, _ last: Int) -> TextRange {
    var end = source.lines.span(ofLine: last + 1)
    while end.count > 0, source.bytes[end.end - 1] == 0x0A || source.bytes[end.end - 1] == 0x0D {
      end = Span(end.start, end.end - 1)
    }
    return range(of: Span(source.lines.span(ofLine: first + 1).start, end.end))
  }

  /// Dated entries of more than one line, and what headings govern.
  func foldingRanges() -> [FoldingRange] {
    let note = note
    var ranges = note.entries.map { (start: $0.line - 1, end: lastLine(of: $0, in: note)) }
    for (index, block) in note.blocks.enumerated() {
      guard case .heading(let level) = block.kind else { continue }
      let rest = note.blocks[(index + 1)...]
      let end = rest.firstIndex { if case .heading(let other) = $0.kind { other <= level } else { false } }
      guard let last = note.blocks[index..<(end ?? note.blocks.count)].last else { continue }
      let lastLine = source.lines.line(at: max(0, note.text.span(of: last.text).end - 1)) - 1
      ranges.append((block.line - 1, lastLine))
    }
    var seen: Set<Int> = []
    return ranges.filter { $0.end > $0.start }.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
      .filter { seen.insert($0.start).inserted }
      .map { FoldingRange(startLine: $0.start, endLine: $0.end) }
  }

  /// The dated entries, each with its headings.
  func symbols() -> [DocumentSymbol] {
    let note = note
    return note.entries.compactMap { entry in
      guard !entry.blocks.isEmpty else { return nil }
      let whole = lines(entry.line - 1, lastLine(of: entry, in: note))
      let first = note.blocks[entry.blocks.lowerBound]
      let headings = entry.blocks.dropFirst().filter {
        if case .heading = note.blocks[$0].kind { true } else { false }
      }
      let title = words(note.text.span(of: entry.title ?? first.text))
      let day = journalDay(ofLine: entry.line)?.iso
      return DocumentSymbol(
        name: title.isEmpty ? day ?? "…" : title, detail: day, kind: 24, range: whole,
        selectionRange: lines(entry.line - 1, entry.line - 1),
        children: headings.map { index in
          let line = note.blocks[index].line - 1
          let name = words(note.text.span(of: note.blocks[index].text))
          return DocumentSymbol(
            name: name.isEmpty ? "…" : name, detail: nil, kind: 15, range: lines(line, line),
            selectionRange: lines(line, line), children: nil)
        })
    }
  }

  /// The first words of a span, on one line.
  private func words(_ span: Span) -> String {
    let text = source.text(of: span)
    return String(text.prefix { !$0.isNewline }.prefix(60))
  }

  /// The day of the entry that a line (counted from 1) belongs to, as the journal knows it.
  func journalDay(ofLine line: Int) -> Day? {
    let start = source.lines.span(ofLine: line + 1).start
    return journal.entries.last {
      $0.evidence.path == name && (current($0.evidence.span)?.start ?? .max) < max(start, 1)
    }?.day
  }

  /// How a deal stands, over each heading and each first line of an entry that names it.
  func codeLenses() -> [CodeLens] {
    let note = note
    let heads = Set(note.entries.map(\.line)).union(
      note.blocks.filter { if case .heading = $0.kind { true } else { false } }.map(\.line))
    var seen: Set<String> = []
    return dealPlaces(peoplePlaces()).compactMap { place in
      let line = source.lines.line(at: place.span.start)
      guard case .deal(let id) = place.subject, heads.contains(line), seen.insert("\(line) \(id)").inserted,
        let deal = journal.deal(id), let card = DealCard(deal, in: assessed.assessment, language: language)
      else { return nil }
      let next = card.action.map { " → " + $0 } ?? ""
      return CodeLens(
        range: lines(line - 1, line - 1),
        command: ServerCommand(
          title: card.gates + next, command: "rapport.deal",
          arguments: [CommandArguments(uri: document.uri, deal: id)]))
    }
  }

  /// People, deals, marks and dates, for colours of their own.
  func semanticTokens(in range: TextRange? = nil) -> SemanticTokens {
    let note = note
    let people = peoplePlaces()
    var tokens = people.map { ($0.span, 0) } + dealPlaces(people).map { ($0.span, 1) }
    tokens += note.marks.filter { if case .tag = $0.kind { true } else { false } }.map { ($0.span, 2) }
    tokens += note.dates.map { (note.text.span(of: $0.range), 3) }
    let wanted = range.map {
      Span(source.offset(of: $0.start, encoding), source.offset(of: $0.end, encoding))
    }
    var data: [Int] = []
    var last = TextPosition(line: 0, character: 0)
    var end = 0
    for (span, type) in tokens.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) where span.start >= end {
      if let wanted, span.end < wanted.start || span.start > wanted.end { continue }
      let place = self.range(of: span)
      // A token stays on its line.
      guard place.start.line == place.end.line, place.end.character > place.start.character else { continue }
      let isSameLine = place.start.line == last.line
      data += [
        place.start.line - last.line, place.start.character - (isSameLine ? last.character : 0),
        place.end.character - place.start.character, type, 0,
      ]
      last = place.start
      end = span.end
    }
    return SemanticTokens(data: data)
  }

  static let tokenTypes = ["variable", "namespace", "keyword", "number"]
}
