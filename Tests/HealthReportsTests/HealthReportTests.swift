import DealHealth
import FactReading
import SourceText
import Testing

@testable import HealthReports

@Suite struct HealthReportTests {
  /// A deal with something of everything, and hostile words in it.
  static func sample(_ language: Language, deal: String = "Larkfield") -> HealthReport {
    var builder = JournalBuilder(deal: deal)
    builder.fact(.contact, "Tom Reed", on: "2026-11-05")
    builder.fact(.needConfirmed, "Tom Reed", on: "2026-11-05", "downtime is the \u{1B}[31mpriority")
    builder.fact(.valueCapability, "Tom Reed", on: "2026-11-05")
    builder.fact(.decision, "王院长", on: "2026-11-12", "王院长 signs")
    builder.fact(.needRequirement, "王院长", on: "2026-11-12")
    builder.fact(.trustDown, "Tom Reed", on: "2026-11-12", "he doubts <script>")
    builder.influencer("Tom Reed", .user, title: "production manager")
    builder.influencer("王院长", .economic)
    builder.promise(.ours, on: "2026-11-12", due: "2026-11-15", .overdue, "send the | plan")
    builder.promise(.customer, on: "2026-11-12", due: "2026-11-27", .open, "send the figures")
    builder.leave(.undated, "an entry")
    return HealthReport(Assessment(of: builder.journal(.value)), language: language)
  }

  @Test(arguments: Language.allCases) func oneScreen(language: Language) {
    print(Self.sample(language).terminal(TerminalStyle(width: 80)))
  }
}
