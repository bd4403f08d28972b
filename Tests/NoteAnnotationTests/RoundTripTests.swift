import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import NoteAnnotation

/// Reading notes with their proposed marks gives the same facts, now marked, of the same people and deals; nothing is
/// left to propose; and nothing else in the files has changed.
@Suite struct RoundTripTests {
  /// Folders with one journal each.
  static let journals: [String] = {
    let files = ["dev", "own"].flatMap { corpus in
      [".md", ".txt"].flatMap { Checkout.files(under: "Tests/Corpus/\(corpus)", ending: $0) }
    }
    return ["examples/journal"]
      + Set(files.map { $0.split(separator: "/").prefix(4).joined(separator: "/") }).sorted()
  }()

  @Test func thereAreJournals() { #expect(Self.journals.count > 60) }

  /// Names and deals are tried out one after the other where they do not fit together, which takes most of the time: in
  /// most journals they are left to `EVERY_MARK=1 swift test`.
  @Test(arguments: journals) func marksSayWhatWasInferred(folder: String) throws {
    let sources = try Self.sources(in: folder)
    let position = try #require(Self.journals.firstIndex(of: folder))
    let isWhole = Checkout.triesEverything || folder.hasSuffix("/en-saas") || position % 20 == 7
    try Self.check(
      sources, sources, isWhole ? AnnotationFilter() : AnnotationFilter.only(["facts", "parts", "stages"]).get())
  }

  /// A single note, marked in a journal whose other notes are not.
  @Test(arguments: try Self.sources(in: "Tests/Corpus/dev/zh-erp").map(\.path).prefix(1))
  func aNoteAlone(path: String) throws {
    let sources = try Self.sources(in: "Tests/Corpus/dev/zh-erp")
    try Self.check(sources.filter { $0.path == path }, sources)
  }

  static func sources(in folder: String) throws -> [SourceFile] {
    try [".md", ".txt"].flatMap { Checkout.files(under: folder, ending: $0) }.sorted().map {
      SourceFile(path: $0, text: try Checkout.text($0))
    }
  }

  static func check(
    _ targets: [SourceFile], _ journal: [SourceFile], _ filter: AnnotationFilter = AnnotationFilter()
  ) throws {
    let asOf = try #require(Day(iso: "2026-12-31"))
    let before = journal.map { NoteReading(of: Note(parsing: $0)) }
    var annotator = Annotator(targets, of: before, asOf: asOf, filter: filter)
    let notes = annotator.annotate()
    let annotated = Dictionary(uniqueKeysWithValues: notes.map { ($0.source.path, $0.annotated) })
    let after = journal.map { NoteReading(of: Note(parsing: annotated[$0.path] ?? $0)) }
    let (old, new) = (Journal(folding: before, asOf: asOf), Journal(folding: after, asOf: asOf))
    let (one, other) = (JournalLikeness(old, before), JournalLikeness(new, after))
    #expect(one.agrees(with: other))
    #expect(one.differences(from: other).isEmpty)

    let paths = Set(targets.map(\.path))
    let inferred = [old, new].map { $0.facts.count { $0.basis == .inferred && paths.contains($0.evidence.path) } }
    #expect(notes.reduce(0) { $0 + $1.left.count } == inferred[1])
    // A line that tells of one promise kept and one missed, or of trust and doubt, has no marks that say both.
    #expect(inferred[1] * 7 <= inferred[0], "\(inferred[1]) of \(inferred[0]) left")
    for note in notes {
      #expect(isSubsequence(note.source.bytes, of: note.annotated.bytes), "\(note.source.path)")
      #expect(note.source.lines.count == note.annotated.lines.count, "\(note.source.path)")
    }

    var again = Annotator(notes.map(\.annotated), of: after, asOf: asOf, filter: filter)
    #expect(again.annotate().allSatisfy { $0.source.bytes == $0.annotated.bytes })
  }

  /// Whether `long` has all of `short` in its order.
  static func isSubsequence(_ short: [UInt8], of long: [UInt8]) -> Bool {
    var at = 0
    for byte in long where at < short.count && short[at] == byte { at += 1 }
    return at == short.count
  }
}
