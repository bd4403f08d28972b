import ArgumentParser
import DealHealth
import DealJournal
import FactReading
import FindingFormats
import FoundationEssentials
import NoteSyntax
import SourceText
import Workspace

/// Measures the stages of the road apart, on one core where they go note by note.
struct BenchStagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-stages",
    abstract: "Measures each stage of the road by itself, and counts what goes in and comes out.",
    discussion: """
      Columns: milliseconds, microseconds a note, and what came of it. Bytes to facts are on one core; the fold and the rules \
      use all, as they always do. The counts are the same on every machine.
      """)

  @Option(help: "Number of notes.") var notes = 1000
  @Option(help: "Bytes of a note, about.") var size = 2048
  @Option(help: "A folder of notes to measure with instead of generated ones.") var folder: String?
  @Flag(help: "Only count.") var countOnly = false

  func run() throws {
    let generated = FileManager.default.temporaryDirectory.path + "/rapport-stages-\(notes)-\(size)"
    defer { try? FileManager.default.removeItem(atPath: generated) }
    if folder == nil { try GenerateJournalCommand.write(to: generated, notes: notes, size: size, seed: 1) }
    let place = folder ?? generated
    let day = Day(iso: "2026-06-01") ?? Day(number: 0)
    let names = try FileManager.default.subpathsOfDirectory(atPath: place).filter(JournalFolder.isNote).sorted()
    let sources = try stage("read", names.count) {
      names.compactMap { name in
        FileManager.default.contents(atPath: place + "/" + name).map { SourceFile(path: name, bytes: Array($0)) }
      }
    } counts: {
      "\($0.reduce(0) { $0 + $1.bytes.count }) bytes"
    }
    let parsed = try stage("parse", sources.count) {
      sources.map { Note(parsing: $0) }
    } counts: {
      "\($0.reduce(0) { $0 + $1.sentences.count }) sentences"
    }
    let readings = try stage("facts", sources.count) {
      parsed.map { NoteReading(of: $0) }
    } counts: {
      "\($0.reduce(0) { $0 + $1.names.count }) names"
    }
    let journal = try stage("fold", sources.count) {
      Journal(folding: readings, asOf: day)
    } counts: {
      "\($0.people.count) people, \($0.deals.count) deals, \($0.facts.count) facts"
    }
    let assessment = try stage("rules", sources.count) {
      Assessment(of: journal)
    } counts: {
      "\($0.findings.count) findings"
    }
    _ = try stage("render", sources.count) {
      FindingFormat.full.render(
        assessment.findings, sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0) }), language: .en,
        style: TerminalStyle())
    } counts: {
      "\($0.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }) lines"
    }
  }

  private func stage<Result>(
    _ name: String, _ notes: Int, _ work: () throws -> Result, counts: (Result) -> String
  ) throws -> Result {
    let start = ContinuousClock.now
    let result = try work()
    let time = (ContinuousClock.now - start).milliseconds
    let figures = countOnly ? [] : [time.toTenths, (time * 1000 / Double(max(1, notes))).toTenths]
    let cells = ([name] + figures).map { $0 + String(repeating: " ", count: max(1, 12 - $0.count)) }
    try StandardStream.output.write(cells.joined() + counts(result) + "\n")
    return result
  }
}
