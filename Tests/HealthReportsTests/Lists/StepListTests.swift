import DealHealth
import DealJournal
import NoteSyntax
import TestSupport
import Testing

@testable import HealthReports

@Suite struct StepListTests {
  private func list(_ filter: StepList.Filter = .init()) -> StepList {
    var journal = JournalBuilder(deal: "Larkfield, Mills; Ltd", asOf: "2026-11-20")
    journal.promise(.ours, on: "2026-11-18", due: nil, .open, "ring Gwen")
    journal.promise(.ours, on: "2026-11-18", due: "2026-11-30", .open, String(repeating: "给他们发报价单，", count: 20))
    journal.promise(
      .customer, on: "2026-11-18", due: "2026-11-25", .open, "they send, the\r\nplan\\draft; then 🧑‍🏭 calls")
    journal.promise(.ours, on: "2026-11-01", due: "2026-11-10", .overdue, "the references")
    return StepList(Assessment(of: journal.journal(.value)), filter: filter)
  }

  @Test func lateOnesComeFirstAndUndatedOnesLast() {
    #expect(list().steps.map { $0.due?.last.iso } == ["2026-11-10", "2026-11-25", "2026-11-30", nil])
  }

  @Test func filtersNarrow() {
    var filter = StepList.Filter()
    filter.owner = .customer
    #expect(list(filter).steps.count == 1)
    filter.owner = nil
    filter.until = Day(iso: "2026-11-25")
    #expect(list(filter).steps.map { $0.due?.last.iso } == ["2026-11-10", "2026-11-25"])
    filter.isLate = true
    #expect(list(filter).steps.count == 1)
    filter.deals = []
    #expect(list(filter).steps.isEmpty)
  }

  @Test func theCalendarIsFoldedAndEscaped() throws {
    let text = list().calendar(product: "Rapport")
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let unfolded = text.replacing("\r\n ", with: "").split(separator: "\r\n")
    #expect(unfolded.contains { $0.hasPrefix("DESCRIPTION:they send\\, the\\nplan\\\\draft\\; then 🧑‍🏭 calls\\n") })
    #expect(unfolded.contains { $0.hasSuffix(String(repeating: "给他们发报价单，", count: 20) + "\\nnotes.md:2") })
    #expect(unfolded.contains("CATEGORIES:Larkfield\\, Mills\\; Ltd"))
    #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 3)
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20261130") && unfolded.contains("DTEND;VALUE=DATE:20261201"))
    #expect(Set(unfolded.filter { $0.hasPrefix("UID:") }).count == 3)
    #expect(text == list().calendar(product: "Rapport"))
  }

  @Test func theDocumentHasEveryKey() throws {
    let document = try Checkout.text("docs/json.md")
    let journal = JournalBuilder().journal(.value)
    let assessment = Assessment(of: journal)
    let tables = [DealList(assessment).table, PeopleList(assessment).table, list().table]
    for table in tables {
      for column in table.columns(for: .programs) { #expect(document.contains("| `\(table.columns[column].key)` |")) }
    }
  }
}
