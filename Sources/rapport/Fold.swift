import ArgumentParser
import DealHealth
import FactReading
import NoteSyntax
import SourceText
import Workspace

/// `rapport fold`: what journals lack whose notes come as records.
struct Fold: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Brings notes that come as lines of JSON together, journal by journal, and says what each lacks.",
    discussion: """
      Records are {"path": …, "text": …, "journal": …}, in any order and from any number of files; journal may be left out \
      where there is one. Each journal is read by itself, as rapport check would read a folder of its notes, and each \
      finding is a line of JSON. A customer whom several journals know is told once: by the notes about them, read together as \
      those of one journal. With --sorted, a journal is told as soon as the next one begins, so that no more than one is in \
      memory, and so by itself. A line that is no record is told on standard error, and makes the exit status 1. \
      docs/scale.md tells how an engine such as Spark spreads the work.

      EXAMPLES
        rapport fold --stdin jsonl < records.jsonl > findings.jsonl
        sort records.jsonl | rapport fold --stdin jsonl --as-of 2026-11-20
      """)

  @OptionGroup var records: RecordOptions
  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?
  @Option(help: "Language of messages: en or zh. (default: the language of the notes)") var lang: Language?
  @Flag(help: "All records of a journal come one after the other.") var sorted = false
  @Flag(help: "Tell as well, in lines of JSON, which customers each journal knows.") var customers = false

  func validate() throws {
    if records.stdin == nil {
      throw ValidationError(
        en: "fold needs --stdin jsonl; for files there is rapport check",
        zh: "fold 要写 --stdin jsonl；看文件请用 rapport check")
    }
  }

  func run() throws {
    let settings = try records.configuration(lang)
    let work = FoldedRecords(settings: settings, day: asOf ?? SystemClock.today(), language: lang)
    var waiting: [String: [NoteRecord]] = [:]
    var done: Set<String> = []
    var last: String?
    let faults = try records.forEachBatch(in: lang ?? OutputOptions.languageAsked) { batch in
      for case .success(let record) in batch {
        let name = record.journal ?? ""
        if sorted, let before = last, before != name {
          try tell([before: waiting.removeValue(forKey: before) ?? []], work)
          done.insert(before)
          guard !done.contains(name) else {
            throw Failure(
              en: InertText.terminal(
                "records of \(name) come in several places; sort them by journal, or leave --sorted out"),
              zh: InertText.terminal("\(name) 的记录不在一处；请按 journal 排序，或者去掉 --sorted"))
          }
        }
        last = name
        waiting[name, default: []].append(record)
      }
    }
    try tell(waiting, work)
    if faults > 0 { throw ExitCode(1) }
  }

  /// Tells of journals, with what they share.
  private func tell(_ journals: [String: [NoteRecord]], _ work: FoldedRecords) throws {
    let told = journals.keys.sorted().map { work.journal($0, of: journals[$0] ?? []) }
    let shared = SharedCustomers(told.flatMap(\.customers))
    for journal in told {
      try StandardStream.output.write(journal.lines(leavingOut: shared.deals(of: journal.name)))
      if customers { try StandardStream.output.write(journal.customers.map(\.line).joined()) }
    }
    for group in shared.groups { try StandardStream.output.write(work.journal(group, of: journals).lines()) }
  }
}
