import DealHealth
import FactReading
import FindingFormats
import NoteSyntax
import Workspace

/// Reads the records of a journal together, and says what it lacks.
struct FoldedRecords {
  let settings: Configuration
  let day: Day
  /// In which findings are told; nil for that of the notes.
  let language: Language?

  /// What is to be told of one journal.
  struct Told {
    /// What it is called.
    let name: String
    /// Whom it knows.
    let customers: [KnownCustomer]
    fileprivate let findings: [Finding]
    fileprivate let language: Language

    /// A line of JSON for each finding, but for those about `deals` (`Deal.id`).
    func lines(leavingOut deals: Set<String> = []) -> String {
      FindingFormat.records(
        findings.filter { $0.deal.map { !deals.contains($0) } ?? true }, of: name, language: language)
    }
  }

  /// The journal called `name`. Where its records were handed on for the sake of some customers, it is about those alone.
  func journal(_ name: String, of records: [NoteRecord]) -> Told {
    let assessment = JournalReading(of: records.map(\.input), settings: settings).assessment(asOf: day)
    let journal = assessment.journal
    let spoken = language ?? journal.language
    let about = Set(records.lazy.compactMap(\.about).joined())
    guard !about.isEmpty else {
      return Told(
        name: name, customers: KnownCustomer.all(in: journal, called: name), findings: assessment.findings,
        language: spoken)
    }
    let told = Set(journal.deals.lazy.filter { $0.isCalled(oneOf: about) }.map(\.id))
    return Told(
      name: name, customers: [], findings: assessment.findings.filter { $0.deal.map(told.contains) ?? false },
      language: spoken)
  }

  /// What several of `journals`, each with its records, share: each is a folder of the one that is read.
  func journal(_ shared: SharedCustomers.Group, of journals: [String: [NoteRecord]]) -> Told {
    let records = shared.journals.flatMap { name in
      (journals[name] ?? []).filter { shared.notes[name]?.contains($0.path) ?? false }.map {
        NoteRecord(path: name + "/" + $0.path, text: $0.text, journal: shared.label, about: shared.names.sorted())
      }
    }
    return journal(shared.label, of: records)
  }
}
