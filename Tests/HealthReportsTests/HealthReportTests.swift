import DealHealth
import FactReading
import FoundationEssentials
import SourceText
import TestSupport
import Testing

@testable import HealthReports

@Suite struct HealthReportTests {
  /// A deal with something of everything, and hostile words in it.
  func sample(_ language: Language, deal: String = "Larkfield") -> HealthReport {
    var builder = JournalBuilder(deal: deal)
    builder.fact(.contact, "Tom Reed", on: "2026-11-05")
    builder.fact(.needConfirmed, "Tom Reed", on: "2026-11-05")
    builder.fact(.valueCapability, "Tom Reed", on: "2026-11-05")
    builder.fact(.decision, "王院长", on: "2026-11-12")
    builder.fact(.needRequirement, "王院长", on: "2026-11-12")
    builder.fact(.trustDown, "Tom Reed", on: "2026-11-12")
    builder.influencer("Tom Reed", .user, title: "production manager")
    builder.influencer("王院长", .economic)
    builder.promise(.ours, on: "2026-11-12", due: "2026-11-15", .overdue, "send the | plan")
    builder.promise(.customer, on: "2026-11-12", due: "2026-11-27", .open, "send the \u{1B}[31mfigures <b>")
    builder.leave(.undated, "an entry")
    return HealthReport(Assessment(of: builder.journal(.value)), language: language)
  }

  @Test func whatStandsOnTheScreen() {
    #expect(
      sample(.en).terminal(TerminalStyle(width: 100)) == """
        As of 2026-11-20: 1 deal, 1 with something to do

        Larkfield  value  last entry 2026-11-12
          people 2/3 · needs 1/3 · value 1/2 · trust 0/1 ?1 · exchange – · momentum 2/3
          → Do it today; if you cannot, call and give a new date before they ask.
            because: We have owed them this since 15 Nov, and nothing says it was done: “send the | plan”.
                     notes.md:9
            because: 王院长 has the final say, and we have not heard from them what they need.
                     notes.md:8
            who       part     need       value  trust  last contact
            Tom Reed  uses it  confirmed  can    −1     2026-11-05
            王院长    decides  stated     none   ?      never
            also: N203, P303, T501, 3 for later  rapport show Larkfield
            we, by 2026-11-15, overdue: send the | plan  notes.md:9
            they, by 2026-11-27: send the ␛[31mfigures <b>  notes.md:10

        Not checked: what follows had no part in the above
          1  entries without a date
             notes.md:11  an entry

        """)
  }

  @Test func chineseIsWrittenWithSpacesAroundLatinNames() {
    let text = sample(.zh).terminal(TerminalStyle(width: 100))
    #expect(text.contains("→ 今天就补上；补不上就主动打电话，给个新日子，别等对方来催。"))
    #expect(text.contains("因为：答应在11月15日前办的事，没看到兑现：“send the | plan”。"))
    #expect(text.contains("另外：N203、P303、T501、3条往后放  rapport show Larkfield"))
    #expect(
      sample(.zh).wholeTerminal(TerminalStyle(width: 100)).contains("P303 全靠 Tom Reed 一个人，王院长还没接上。"))
  }

  /// What a page only names by code, the sheet tells in full, with what waits and on what.
  @Test func theSheetTellsEverything() {
    let text = sample(.en).wholeTerminal(TerminalStyle(width: 100))
    for part in [
      "T501 Tom Reed has a doubt, and nothing says it is settled.", "Tom Reed  told    –          –",
      "confirmed  “words” notes.md:2", "does it meet the real want?  open", "in one of the two  −1  unknown",
      "V401  after P301  王院长 has not been shown what is in it for them.", "we, by 2026-11-15, overdue:",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(sample(.en).wholeMarkdown().contains("| Tom Reed | told | – | – |"))
  }

  @Test func narrowedToDeals() {
    let report = sample(.en)
    #expect(report.narrowed(to: ["Larkfield"]).deals.map(\.id) == ["Larkfield"])
    #expect(report.narrowed(to: ["Oakfield"]).deals.isEmpty)
  }

  @Test(arguments: Language.allCases, [40, 80, 120]) func noLineIsWiderThanThePage(language: Language, width: Int) {
    let long = String(repeating: "长风纺织", count: 30)
    let report = sample(language, deal: long)
    let style = TerminalStyle(width: width)
    for line in (report.terminal(style) + report.wholeTerminal(style)).split(separator: "\n") {
      #expect(DisplayWidth.columns(of: line) <= width)
    }
  }

  @Test func colourIsOnlyPaint() {
    let plain = sample(.zh).terminal(TerminalStyle(width: 90))
    let colored = sample(.zh).terminal(TerminalStyle(hasColor: true, width: 90))
    var bare = ""
    var isEscape = false
    for character in colored {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { bare.append(character) }
      if isEscape, character == "m" { isEscape = false }
    }
    #expect(colored != plain)
    #expect(bare == plain)
  }

  @Test func markdownHoldsNothingForeign() {
    let text = sample(.en, deal: "Lark|field <img src=x> [a](b)").markdown()
    #expect(text.contains("## Lark\\|field \\<img src=x\\> \\[a\\](b) · value"))
    #expect(text.contains("| people | needs | value | **trust** | exchange | momentum |"))
    #expect(text.contains("| 王院长 | decides | stated | none | ? | never |"))
    #expect(text.contains("send the ␛\\[31mfigures \\<b\\>"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func jsonIsWhole() throws {
    let text = sample(.en).json()
    #expect(text.contains(#""as_of" : "2026-11-20""#))
    #expect(text.contains(#""governing" : "trust""#))
    #expect(text.contains(#""last_contact" : "2026-11-05""#))
    #expect(text.contains(#""need" : "confirmed""#))
    #expect(text.contains(#""state" : "overdue""#))
    #expect(text == sample(.en).json())
    struct Shape: Decodable { let deals: [Name]; struct Name: Decodable { let name: String } }
    #expect(try JSONDecoder().decode(Shape.self, from: Data(text.utf8)).deals.map(\.name) == ["Larkfield"])
  }

  @Test func anEmptyJournalSaysSo() {
    let journal = JournalBuilder().journal(.lead)
    #expect(HealthReport(Assessment(of: journal)).terminal(TerminalStyle()).hasPrefix("As of 2026-11-20: 1 deal"))
  }
}
