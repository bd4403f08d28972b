import DealHealth
import DealJournal
import FactReading

/// What was read from a journal, in the JSON shape that annotated corpora and other programs use.
///
/// Lines count from 1, spans are UTF-8 byte offsets from 0, days are `YYYY-MM-DD`. Keys are sorted; each person, deal, fact
/// and gap stands on a line of its own, for `grep` and `diff`.
public struct ReadingDocument {
  private let assessment: Assessment
  private let relative: (String) -> String

  /// Lists everything in `assessment`; a path is told as `relative` makes it.
  public init(_ assessment: Assessment, relative: @escaping (String) -> String) {
    self.assessment = assessment
    self.relative = relative
  }

  /// As JSON; ends in a line feed.
  public func json() -> String {
    let journal = assessment.journal
    var json = JSONText()
    json.object { json in
      json.member("as_of", journal.asOf.iso)
      json.list("deals", of: journal.deals) { row, deal in
        row.member("account", deal.account)
        row.member("id", deal.id)
        row.member("name", deal.name)
        row.member("stage", deal.stage.rawValue)
        row.member("surface", deal.surfaces)
      }
      json.list("facts", of: journal.facts) { row, fact in
        Self.write(fact, file: relative(fact.evidence.path), to: &row)
      }
      json.list("gaps", of: assessment.gaps) { row, finding in
        row.member("deal", finding.deal)
        row.member("kind", finding.name)
        row.member("person", finding.person)
        row.member("waits", finding.waitsOn?.code)
      }
      json.list("people", of: journal.people) { [parts = Self.parts(in: journal)] row, person in
        let own = parts[person.id] ?? []
        row.member("deals", own.map(\.deal))
        row.member("id", person.id)
        row.member("name", person.name)
        row.member("org", person.organisation)
        row.member("role", person.side == .customer ? (own.first?.role ?? .none).rawValue : nil)
        row.member("side", person.side.rawValue)
        row.member("surface", person.surfaces)
        row.member("title", person.title)
      }
    }
    return json.text
  }

  private static func write(_ fact: JournalFact, file: String?, quote: String? = nil, to row: inout JSONText) {
    row.member("basis", fact.basis.rawValue)
    row.member("confidence", share: fact.confidence)
    row.member("day", fact.day?.iso)
    row.member("deal", fact.deal)
    row.member("file", file)
    row.member("kind", fact.kind.rawValue)
    row.member("line", fact.evidence.line)
    row.member("modality", fact.assertion.modality.rawValue)
    row.member("person", fact.person)
    row.member("polarity", fact.assertion.polarity.rawValue)
    row.member("quote", quote)
    row.member("span", [fact.evidence.span.start, fact.evidence.span.end])
  }

  /// What one note by itself says, as one line of JSON: `journal` (left out for nil), `path` and `facts`, each with its quote;
  /// or under `error` why it can't be read.
  public static func line(of note: Journal?, path: String?, journal: String?, error: String? = nil) -> String {
    var json = JSONText(isOneLine: true)
    json.object { json in
      json.member("error", error)
      if let note {
        json.list("facts", of: note.facts) { row, fact in write(fact, file: nil, quote: fact.evidence.quote, to: &row) }
      }
      json.member("journal", journal)
      json.member("path", path)
    }
    return json.text
  }

  /// The deals in whose decision each person has a part, in the order of deals.
  private static func parts(in journal: Journal) -> [String: [(deal: String, role: Role)]] {
    var parts: [String: [(deal: String, role: Role)]] = [:]
    for deal in journal.deals {
      for influencer in deal.influencers { parts[influencer.person, default: []].append((deal.id, influencer.role)) }
    }
    return parts
  }
}
