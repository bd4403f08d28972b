import ArgumentParser
import FactReading
import HealthReports
import SourceText
import Workspace

/// `rapport facts`: what was read.
struct Facts: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Shows what was read from each line of the notes.",
    discussion: """
      EXAMPLES
        rapport facts notes/acme.md
        rapport facts notes --why            with the words that told each fact
        rapport facts notes --format json    for programs; files are told from the folder given
        rapport facts --stdin jsonl --format jsonl < records.jsonl > facts.jsonl

      With --stdin, notes are lines of JSON, {"path": …, "text": …, "journal": …}. Each is read by itself and told in a line, in \
      their order, as they come; a line that is no record is told in its place and on standard error, and makes the exit status 1.
      """)

  /// How facts are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl }

  @OptionGroup var options: JournalOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How facts are written.") var format = Format.text
  @Flag(help: "Name the words that told each fact.") var why = false
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { options }

  func show(_ output: String) throws { try paging.show(output) }

  func validate() throws {
    if (records.stdin != nil) != (format == .jsonl) {
      throw ValidationError(
        en: "--stdin jsonl and --format jsonl go together", zh: "--stdin jsonl 和 --format jsonl 要一起用")
    }
    if records.stdin != nil, !options.paths.isEmpty || options.stdinFilename != nil || why {
      throw ValidationError(en: "--stdin jsonl takes the place of notes", zh: "--stdin jsonl 已经指明了笔记")
    }
  }

  func run() throws {
    if records.stdin != nil { try filter() } else { try answerOnce() }
  }

  func answer() throws -> Answer {
    let reading = try options.read(output)
    let assessment = reading.assessment(asOf: options.day)
    let text =
      switch format {
      case .text:
        ReadingText(reading.sources, journal: assessment.journal, showsWhy: why, language: output.lang)
          .terminal(output.style)
      case .json, .jsonl: ReadingDocument(assessment, relative: options.relative).json()
      }
    return Answer(text, messages: reading.wordsOfUnreadable(in: output.lang ?? assessment.journal.language))
  }

  /// Reads records and tells each by itself.
  private func filter() throws {
    let settings = try records.configuration(output.lang)
    let language = output.languageWithoutNotes
    let faults = try records.forEachBatch(in: language) { batch in
      let lines = concurrentMap(batch, chunk: 16) { record in
        switch record {
        case .failure(let fault):
          return ReadingDocument.line(of: nil, path: nil, journal: nil, error: "line \(fault.line) \(fault.detail.en)")
        case .success(let record):
          let reading = JournalReading(of: [record.input], settings: settings)
          if let problem = reading.unreadable.first {
            return ReadingDocument.line(
              of: nil, path: record.path, journal: record.journal, error: problem.detail)
          }
          return ReadingDocument.line(
            of: reading.journal(asOf: options.day), path: record.path, journal: record.journal)
        }
      }
      try StandardStream.output.write(lines.joined())
    }
    if faults > 0 { throw ExitCode(1) }
  }
}
