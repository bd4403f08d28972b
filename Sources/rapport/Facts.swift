import ArgumentParser
import FoundationEssentials
import HealthReports
import Workspace

/// `rapport facts`: what was read.
struct Facts: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints what was read from each line.")

  /// How facts are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: JournalOptions
  @Option(help: "text or json.") var format = Format.text

  func run() throws {
    let journal = try options.read()
    let assessment = journal.assessment(asOf: options.day, settings: .init())
    let root = options.paths.count == 1 ? options.paths[0] : ""
    let prefix = root.isEmpty || root.hasSuffix("/") ? root : root + "/"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let document = ReadingDocument(
      assessment, relative: { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 })
    switch format {
    case .json: try StandardStream.output.write(String(decoding: encoder.encode(document), as: UTF8.self) + "\n")
    case .text:
      for fact in assessment.journal.facts {
        try StandardStream.output.write(
          "\(fact.evidence.path):\(fact.evidence.line): \(fact.kind.rawValue) \(fact.person ?? "-") \(fact.deal ?? "-")  \(fact.evidence.quote)\n"
        )
      }
    }
  }
}
