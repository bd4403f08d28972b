import DealHealth
import FactReading
import FindingFormats
import HealthReports
import LanguageServer
import NoteAnnotation
import NoteSyntax
import SourceText
import Workspace

/// What is given bytes that nobody chose: one of the doors through which other people's bytes come in.
enum FuzzTarget: String, CaseIterable {
  /// A note: the whole road, and every way in which it is told.
  case notes
  /// A note and what Rapport would write into it: marks and fixes.
  case marks
  /// Dates, in a note's text and in its name.
  case dates
  /// `rapport.yml`, the baseline, the dismissals, front matter.
  case settings
  /// What a client of the language server sends.
  case conversation
  /// What was kept from the time before.
  case kept

  private static let asOf = Day(iso: "2026-11-20") ?? Day(number: 0)

  /// Takes in `bytes` and stops the program when what comes of them breaks a promise.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .notes: Self.tell(bytes)
    case .marks: Self.write(bytes)
    case .dates: Self.date(bytes)
    case .settings: Self.set(bytes)
    case .conversation: Self.converse(bytes)
    case .kept: Self.unpack(bytes)
    }
  }

  private static func promise(_ holds: Bool, _ promise: String) { if !holds { fatalError(promise) } }

  private static func reading(_ notes: [NoteInput]) -> JournalReading {
    JournalReading(of: notes, settings: Configuration())
  }

  // MARK: Doors

  private static func unpack(_ bytes: [UInt8]) {
    let reading = bytes.withUnsafeBytes { NoteReading(of: "2026-11-03.md", packed: $0) }
    if let reading {
      let packed = reading.packed
      let again = packed.withUnsafeBytes { NoteReading(of: reading.path, packed: $0) }
      promise(again?.packed == packed, "what is packed is there")
    }
    _ = Answer(parsing: bytes, named: "0")
  }

  private static func tell(_ bytes: [UInt8]) {
    let reading = reading([NoteInput(path: "2026-11-03.md", bytes: bytes)])
    let assessment = reading.assessment(asOf: asOf)
    let sources = Dictionary(uniqueKeysWithValues: reading.sources.map { ($0.path, $0) })
    for finding in assessment.findings {
      for evidence in finding.evidence {
        guard let source = sources[evidence.path] else { continue }
        promise(
          evidence.span.start >= 0 && evidence.span.end <= source.bytes.count, "evidence lies in its note")
      }
    }
    for language in Language.allCases {
      for format in FindingFormat.all {
        let text = format.render(assessment.findings, sources: sources, language: language)
        promise(!text.utf8.contains(0x1B), "no finding commands the terminal")
      }
      let report = HealthReport(assessment, language: language)
      for format in ReportFormat.allCases {
        let text = report.text(format, style: TerminalStyle())
        promise(!text.utf8.contains(0x1B), "no report commands the terminal")
      }
    }
    promise(
      reading.assessment(asOf: asOf).findings.map(\.identity) == assessment.findings.map(\.identity),
      "the same notes give the same findings")
  }

  private static func write(_ bytes: [UInt8]) {
    let reading = reading([NoteInput(path: "2026-11-03.md", bytes: bytes)])
    var annotator = Annotator(reading.sources, of: reading.readings, asOf: asOf)
    for note in annotator.annotate() {
      promise(isSubsequence(note.source.bytes, of: note.annotated.bytes), "marks are added and nothing else changes")
    }
    let findings = reading.assessment(asOf: asOf).findings
    let fixes = NoteFixes(of: findings, in: reading, asOf: asOf, withUnsafe: true)
    let again = NoteFixes(
      of: fixes.reading.assessment(asOf: asOf).findings, in: fixes.reading, asOf: asOf, withUnsafe: true)
    promise(again.changes.isEmpty, "fixing twice changes nothing more")
  }

  private static func date(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let name = text.split(whereSeparator: { $0 == "/" || $0 == "\n" }).first.map(String.init) ?? "a"
    let first = reading([NoteInput(path: name + ".md", bytes: bytes)])
    let note = Note(parsing: SourceFile(path: name + ".md", bytes: Array(text.utf8)))
    for date in note.dates {
      promise(date.range.lowerBound >= 0 && date.range.upperBound <= note.text.count, "a date lies in its note")
    }
    _ = first.assessment(asOf: asOf)
    _ = Day(iso: text)
  }

  private static func set(_ bytes: [UInt8]) {
    _ = try? Configuration(parsing: bytes, path: "rapport.yml")
    _ = try? DismissalFile(parsing: bytes, path: "rapport-dismissals.yml")
    _ = try? YAMLNode.parse(bytes)
    let front = Array("---\n".utf8) + bytes + Array("\n---\nMet Dana Reed at Corvane.\n".utf8)
    _ = reading([NoteInput(path: "a.md", bytes: front)]).assessment(asOf: asOf)
  }

  /// Bytes are the contents of messages, one a line, as a client that follows the base protocol sends them; then all of
  /// them as they are.
  private static func converse(_ bytes: [UInt8]) {
    for isFramed in [true, false] {
      let session = LanguageSession(day: { asOf })
      var buffer = MessageBuffer()
      if isFramed {
        for line in bytes.split(separator: 0x0A) { buffer.append(MessageBuffer.framed(Array(line))) }
      } else {
        buffer.append(bytes)
      }
      var items: [MessageBuffer.Item] = []
      while let item = buffer.next() { items.append(item) }
      var effects = session.receive(items)
      // Work leads to outcomes, and those to work, as long as somebody waits; no message leads to more than a few rounds.
      for _ in 0..<64 where effects.exit == nil && !effects.work.isEmpty {
        let outcomes = effects.work.map { session.receive($0.done()) }
        effects.work = outcomes.flatMap(\.work)
        effects.exit = outcomes.compactMap(\.exit).first
      }
      promise(effects.exit != nil || effects.work.isEmpty, "a conversation comes to rest")
      if effects.exit == nil { promise(session.receiveEnd().exit != nil, "the end of input ends the server") }
    }
  }

  private static func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var at = part.startIndex
    for byte in whole where at < part.endIndex && part[at] == byte { at += 1 }
    return at == part.endIndex
  }
}
