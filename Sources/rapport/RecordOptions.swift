import ArgumentParser
import FactReading
import NoteSyntax
import Workspace

/// What is told to a command that reads notes as lines of JSON.
struct RecordOptions: ParsableArguments {
  /// How notes come.
  enum Form: String, ExpressibleByArgument, CaseIterable { case jsonl }

  @Option(
    help: ArgumentHelp(
      "Read notes from standard input as lines of JSON, {\"path\": …, \"text\": …, \"journal\": …}.", valueName: "form")
  )
  var stdin: Form?
  @Option(
    help: ArgumentHelp(
      "With --stdin: the settings. (default: the \(Configuration.fileName) of the current folder or above)",
      valueName: "file"),
    completion: .file())
  var settings: String?

  /// The settings that hold for all records.
  func configuration(_ language: Language?) throws -> Configuration {
    guard let settings else { return try Configuration(above: ".").speaking(language) }
    guard let bytes = try DataFile.contents(of: settings) else { throw Discovery.MissingPath(path: settings) }
    return try Configuration(parsing: bytes, path: settings).speaking(language)
  }

  /// Hands out the records of standard input some at a time, and tells on standard error which lines are none; gives their
  /// number.
  func forEachBatch(in language: Language, _ take: ([Result<NoteRecord, NoteRecord.Fault>]) throws -> Void) throws
    -> Int
  {
    var reader = NoteRecordReader { try StandardStream.readSome() }
    var faults = 0
    while let records = try reader.next() {
      for case .failure(let fault) in records {
        faults += 1
        try StandardStream.error.write(
          language == .zh
            ? "rapport：第 \(fault.line) 行\(fault.detail.zh)\n" : "rapport: line \(fault.line) \(fault.detail.en)\n")
      }
      try take(records)
    }
    return faults
  }
}
