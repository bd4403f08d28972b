import DealHealth
import SourceText
import TestSupport
import Testing

@testable import HealthReports

@Suite struct ReportTableTests {
  private let table = ReportTable(
    name: "things", asOf: "2026-11-20",
    columns: [
      .init(key: "name", title: "名字", minimum: 6), .init(key: "count", title: "count"),
      .init(key: "more", title: "", audience: .programs), .init(key: "score", title: "score", audience: .readers),
    ],
    rows: [
      [.init("=HYPERLINK(\"x\")"), .init(.number(-3)), .init(.list(["a, b", "c"])), .init("+1")],
      [.init("长风纺织\u{1B}[31m"), .init(.share(0.666)), .init(ReportTable.Value.none), .init(nil)],
      [.init("tab\there\nand \\"), .init(.flag(true)), .init("-x"), .init("|")],
    ], whenEmpty: "none")

  @Test func aSpreadsheetComputesNothingAndATerminalObeysNothing() {
    #expect(
      table.csv() == "name,count,more\r\n\"'=HYPERLINK(\"\"x\"\")\",-3,\"a, b; c\"\r\n长风纺织␛[31m,0.67,\r\n"
        + "\"tab\there\nand \\\",true,'-x\r\n")
  }

  @Test func aRowOfTabsStaysOnOneLine() {
    #expect(table.tsv().split(separator: "\n").last == "tab\\there\\nand \\\\\ttrue\t'-x")
  }

  @Test func jsonHasTypesAndEveryKey() {
    let text = table.json()
    #expect(text.contains("\"as_of\" : \"2026-11-20\""))
    #expect(text.contains("\"count\" : -3"))
    #expect(text.contains("\"more\" : null"))
    #expect(text.contains("\"count\" : 0.67"))
    #expect(!text.contains("score"))
  }

  @Test func aTerminalIsNotCommanded() { #expect(!table.terminal(TerminalStyle()).contains("\u{1B}")) }

  @Test func markdownEscapes() { #expect(table.markdown().contains("| \\|\n") || table.markdown().contains("\\| |")) }

  @Test(arguments: 40...100) func noLineIsWiderThanTheTerminal(width: Int) {
    for line in table.terminal(TerminalStyle(width: width)).split(separator: "\n") {
      #expect(DisplayWidth.columns(of: line) <= width)
    }
  }

  @Test func widthsGiveFromTheWidest() {
    #expect(
      ReportTable.widths(natural: [30, 10, 40], minimum: [10, nil, 10], spare: [false, false, false], in: 60) == [
        23, 10, 23,
      ])
    // What cannot be cut stays, the spare column goes, and the others take its place.
    #expect(
      ReportTable.widths(natural: [20, 30, 30], minimum: [nil, 25, 25], spare: [false, true, false], in: 60) == [
        20, 0, 30,
      ])
    #expect(ReportTable.widths(natural: [90], minimum: [nil], spare: [false], in: 60) == [60])
  }

  @Test func widthsFitWhateverTheyAre() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...8, using: &random)
      let natural = (0..<count).map { _ in Int.random(in: 1...60, using: &random) }
      let minimum = natural.map { Bool.random(using: &random) ? min($0, Int.random(in: 1...20, using: &random)) : nil }
      let spare = natural.map { _ in Bool.random(using: &random) }
      let width = Int.random(in: 40...120, using: &random)
      let widths = ReportTable.widths(natural: natural, minimum: minimum, spare: spare, in: width)
      #expect(widths.reduce(0, +) + 2 * (widths.count { $0 > 0 } - 1) <= width)
      #expect(zip(widths, natural).allSatisfy { $0 <= $1 } && widths.contains { $0 > 0 })
    }
  }
}
