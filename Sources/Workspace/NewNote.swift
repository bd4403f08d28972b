import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// A note that is to be started: what it holds, and where it belongs.
public struct NewNote: Sendable {
  /// The file as the user knows it.
  public let path: String
  /// Its text: the template, with what is still open for the deal as questions that are read as nothing.
  public let text: String
  /// How many questions there are.
  public let questionCount: Int
  /// The language that it is in.
  public let language: Language

  /// A note of `day` about `deal`, or about a deal that the notes do not know by `name`; about none when `name` is empty. It
  /// goes where the latest note about the deal lies, else where all notes lie, else into `folder`. Its questions are in `language`, by default that of the deal's notes.
  public init(
    about deal: Deal?, named name: String, on day: Day, in reading: JournalReading, _ assessment: Assessment,
    template: NoteTemplate, folder: String, language: Language?
  ) {
    let journal = assessment.journal
    let own = journal.entries.filter { entry in deal.map { entry.deals.contains($0.id) } ?? true }
    let language =
      language ?? Self.language(of: Set(own.map(\.evidence.path)), in: reading) ?? assessment.journal.language
    self.language = language
    var values = Self.questions(about: deal, assessment, in: language)
    questionCount = values.questions.count
    values.deal = deal?.name ?? name
    values.account = deal?.account ?? name
    values.date = day.iso
    text = template.text(with: values)
    let folders = Set(journal.entries.map { Self.folder(of: $0.evidence.path) })
    let place =
      (deal == nil ? nil : Self.folder(ofLatest: own, until: day)) ?? (folders.count == 1 ? folders.first : nil)
    let title = Self.fileName(values.deal)
    path = (place ?? folder) + day.iso + (title.isEmpty ? "" : " " + title) + ".md"
  }

  /// What is still open for a deal as a comment on lines of its own, which is read as nothing; empty where nothing is.
  public static func questions(about deal: Deal, _ assessment: Assessment, in language: Language) -> String {
    NoteTemplate(text: "{{questions}}").text(with: questions(about: deal, assessment, in: language))
  }

  private static func questions(about deal: Deal?, _ assessment: Assessment, in language: Language)
    -> NoteTemplate.Values
  {
    var values = NoteTemplate.Values()
    values.questions = deal.map { questions(assessment.findings(ofDeal: $0.id), in: language) } ?? []
    values.questionsTitle =
      language == .zh ? "还没弄清的（这段注释不会被读）：" : "Still open (nothing in this comment is read):"
    return values
  }

  /// One line for each thing to be done, what matters most first, with the codes of what it clears.
  private static func questions(_ findings: ArraySlice<Finding>, in language: Language) -> [String] {
    var codes: [String: [String]] = [:]
    var order: [String] = []
    for finding in findings.sorted(by: { ($1.weight, $0.identity) < ($0.weight, $1.identity) }) {
      let line = finding.clears.in(language)
      if codes[line] == nil { order.append(line) }
      if !codes[line, default: []].contains(finding.code) { codes[line, default: []].append(finding.code) }
    }
    return order.map { line in
      let known = (codes[line] ?? []).joined(separator: language == .zh ? "、" : ", ")
      return language == .zh ? "\(line)（\(known)）" : "\(line) (\(known))"
    }
  }

  private static func language(of paths: Set<String>, in reading: JournalReading) -> Language? {
    let languages = reading.readings.lazy.filter { paths.contains($0.path) }.map(\.language)
    let chinese = languages.count { $0 == .zh }
    return languages.isEmpty ? nil : chinese * 2 > languages.count ? .zh : .en
  }

  /// The folder of the latest of some entries, of several the one whose path comes first: empty, or ending in a slash; nil
  /// without any that has a day.
  private static func folder(ofLatest entries: [JournalEntry], until day: Day) -> String? {
    let dated = entries.lazy.compactMap { entry in entry.day.map { (day: $0, path: entry.evidence.path) } }
    let latest = dated.filter { $0.day <= day }.max { ($0.day, $1.path) < ($1.day, $0.path) }
    return latest.map { folder(of: $0.path) }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A name as a part of a file's name on any system.
  private static func fileName(_ name: String) -> String {
    var file = ""
    for character in name {
      // What a terminal would take for a command has no place in a path that is printed.
      let isBarred =
        InertText.terminal(String(character)) != String(character) || "/\\:*?\"<>|".contains(character)
      let next = isBarred ? "-" : String(character)
      if file.utf8.count + next.utf8.count > 120 { break }
      file += next
    }
    while let last = file.last, last == " " || last == "." { file.removeLast() }
    while let first = file.first, first == " " || first == "." { file.removeFirst() }
    return file
  }
}
