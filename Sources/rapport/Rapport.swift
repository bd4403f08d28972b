import ArgumentParser
import DealHealth
import DealJournal
import FactReading
import FoundationEssentials
import HealthReports
import NoteSyntax
import Workspace

/// The command line.
@main struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport", abstract: "Says, deal by deal, what your sales notes show to be missing.",
    subcommands: [Facts.self])
}

/// `rapport facts`: what was read.
struct Facts: ParsableCommand {
  @Argument var path: String
  @Option var format = "json"
  @Option var asOf: String

  func run() throws {
    guard let day = Day(iso: asOf) else { throw ValidationError("--as-of takes YYYY-MM-DD") }
    let readings = NoteFiles.read(under: path).map { NoteReading(of: Note(parsing: $0)) }
    let assessment = Assessment(of: Journal(folding: readings, asOf: day))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(ReadingDocument(assessment, relative: { $0 })), as: UTF8.self))
  }
}
