import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// `docs/format.md` executes: each note in it is read, and must say what the fence behind it says.
@Suite struct FormatDocumentTests {
  struct Example: CustomTestStringConvertible {
    let line: Int
    let path: String
    let note: String
    let read: [String]
    var testDescription: String { "docs/format.md:\(line)" }
  }

  static let examples: [Example] = {
    guard let text = try? Checkout.text("docs/format.md") else { return [] }
    var examples: [Example] = []
    var note: (line: Int, path: String, text: String)?
    var fence: (info: String, line: Int, lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        fence?.lines.append(String(line))
        continue
      }
      guard let (info, start, lines) = fence else {
        fence = (String(line.dropFirst(3)), index + 1, [])
        continue
      }
      fence = nil
      if info.hasPrefix("note ") {
        note = (start, String(info.dropFirst(5)), lines.map { $0 + "\n" }.joined())
      } else if info == "read", let opened = note {
        examples.append(Example(line: opened.line, path: opened.path, note: opened.text, read: lines))
        note = nil
      }
    }
    return examples
  }()

  @Test func hasExamples() { #expect(Self.examples.count >= 12) }

  @Test(arguments: examples) func reads(example: Example) throws {
    let all = try Self.render(example)
    let sorts = Set(example.read.compactMap { $0.split(separator: " ").first })
    #expect(
      all.filter { line in sorts.contains { line.hasPrefix($0 + " ") || $0 == "sentence" && line.hasPrefix("struck ") }
      } == example.read)
  }

  /// Everything that is read, sort by sort in the order of the document's fences, each in reading order.
  static func render(_ example: Example) throws -> [String] {
    let note = Note(parsing: SourceFile(path: example.path, text: example.note))
    let reading = NoteReading(of: note)
    let calendar = JournalCalendar([reading], asOf: try #require(Day(iso: "2026-11-20")))
    var lines: [String] = []
    lines += reading.problems.map { problem in
      let line = problem.span.map { note.source.lines.line(at: $0.start) } ?? 1
      return switch problem.kind {
      case .badFrontMatter: "problem \(line): bad front matter"
      case .unknownMark(let suggestion): "problem \(line): unknown mark, \(suggestion ?? "?")"
      case .unreadable: "problem \(line): unreadable"
      }
    }
    lines += note.blocks.map { "block \($0.line): \(name(of: $0.kind))\($0.isQuote ? " quoted" : "")" }
    lines += note.sentences.map {
      "\($0.isLabel ? "title" : $0.isStruck ? "struck" : "sentence") \($0.line): \(note.text.string($0.text))"
    }
    lines += note.labels.map {
      let value = note.text.string($0.value)
      return "label \($0.line): \($0.name) =\(value.isEmpty ? "" : " " + value)"
    }
    var told = [Int](repeating: 0, count: note.sentences.count)
    lines += note.dates.map { date in
      let entry = date.sentence.map { note.sentences[$0].entry }
      let anchor = entry.flatMap { calendar.day(ofEntry: $0, inNote: 0) }
      // What a date means is told by the words around it, so the reading's is meant.
      var expression = date.expression
      if let sentence = date.sentence {
        expression = reading.sentences[sentence].dates[told[sentence]]
        told[sentence] += 1
      }
      let days = expression.resolved(anchor: anchor, convention: calendar.convention)
      let day = days.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso) to \($0.last.iso)" } ?? "unresolved"
      var by = ""
      if case .by = expression { by = "by " }
      let line = date.sentence.map { note.sentences[$0].line } ?? 0
      return "date \(line): \(note.text.string(date.range)) = \(by)\(day)"
    }
    lines += note.entries.enumerated().map { index, entry in
      let day = calendar.day(ofEntry: index, inNote: 0)?.iso ?? "undated"
      return "entry \(entry.line): \(day) \(entry.title.map(note.text.string) ?? "")"
    }
    lines += reading.marks.sorted { $0.line < $1.line }.map {
      let details =
        ($0.details.people.map { $0.isEmpty ? ["nobody"] : $0 } ?? [])
        + [$0.details.modality?.rawValue].compactMap(\.self)
      return "mark \($0.line): \(name(of: $0.meaning))"
        + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
    lines += note.marks.compactMap { mark in
      switch mark.kind {
      case .tag: nil
      case .mention(let name): "name \(mark.line): \(name)"
      case .link(_, let shown): "name \(mark.line): \(shown)"
      }
    }
    return lines
  }

  static func name(of kind: Block.Kind) -> String {
    switch kind {
    case .heading(let level): "heading \(level)"
    case .paragraph: "paragraph"
    case .listItem(let depth, nil): "item \(depth)"
    case .listItem(let depth, .open): "item \(depth) open"
    case .listItem(let depth, .done): "item \(depth) done"
    case .tableRow(let isHeader): isHeader ? "table header" : "table row"
    }
  }

  static func name(of meaning: MarkMeaning) -> String {
    switch meaning {
    case .fact(let kind): "fact \(kind.rawValue)"
    case .denial(let kind): "denial \(kind.rawValue)"
    case .stage(let stage): "stage \(stage.rawValue)"
    case .deal(let name): "deal \(name)"
    case .account(let name): "account \(name)"
    case .person(let person):
      (["person", person.name] + person.otherNames + [person.side?.rawValue, person.role?.rawValue].compactMap { $0 })
        .joined(
          separator: " ")
    case .side(let side): "side \(side.rawValue)"
    case .role(let role): "role \(role.rawValue)"
    }
  }

  // MARK: The vocabulary

  /// A row of the document's table: both tags, and what else the namespace takes.
  struct Row {
    let english: String
    let chinese: String
    let further: [(english: String, chinese: String)]
  }

  static let rows: [Row] = {
    guard let text = try? Checkout.text("docs/format.md") else { return [] }
    return text.split(separator: "\n").filter { $0.hasPrefix("| `#") }.compactMap { row in
      let cells = row.split(separator: "|").map(String.init)
      let tags = cells.prefix(2).map { $0.filter { !"` #".contains($0) } }
      guard tags.count == 2, cells.count > 2 else { return nil }
      let pairs = cells[2].firstRange(of: "further").map { cells[2][$0.upperBound...].split(separator: ",") } ?? []
      return Row(
        english: tags[0], chinese: tags[1],
        further: pairs.compactMap { pair in
          let words = pair.split(separator: " ").map { $0.filter { $0 != "`" } }
          return words.count == 2 ? (words[0], words[1]) : nil
        })
    }
  }()

  @Test func eachTagMeansTheSameInBothLanguages() {
    #expect(Self.rows.count > 30)
    for (english, chinese) in Self.rows.map({ ($0.english, $0.chinese) }) {
      let meaning = MarkVocabulary.reading(ofTag: english)
      guard case .known = meaning else {
        Issue.record("#\(english) is not known")
        continue
      }
      #expect(meaning == MarkVocabulary.reading(ofTag: chinese), "#\(chinese)")
    }
  }

  @Test func everyKindStageSideAndRoleHasItsTag() {
    let documented = Set(Self.rows.map { MarkVocabulary.reading(ofTag: $0.english) })
    for kind in FactKind.allCases { #expect(documented.contains(.known(.fact(kind))), "\(kind.rawValue)") }
    for stage in Stage.allCases { #expect(MarkVocabulary.stage(named: stage.rawValue) == stage) }
    for side in Side.allCases { #expect(MarkVocabulary.reading(ofTag: "side/\(side.rawValue)") == .known(.side(side))) }
    for role in Role.allCases { #expect(MarkVocabulary.reading(ofTag: "role/\(role.rawValue)") == .known(.role(role))) }
  }
}
