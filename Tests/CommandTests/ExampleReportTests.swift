import TestSupport
import Testing
import Workspace

/// The committed reports of the example journal are what is printed. `BLESS=1` rewrites them.
@Suite struct ExampleReportTests {
  @Test(arguments: [
    ("examples/report.en.md", "report --format markdown --lang en"),
    ("examples/report.zh.md", "report --format markdown --lang zh"),
    ("examples/report.en.html", "report --format html --lang en"),
    ("examples/report.zh.html", "report --format html --lang zh"),
    ("examples/weekly.en.html", "weekly --week 2026-W46 --compare previous --format html --lang en"),
    ("examples/weekly.zh.html", "weekly --week 2026-W46 --compare previous --format html --lang zh"),
    ("examples/weekly.en.md", "weekly --week 2026-W46 --compare previous --format markdown --lang en"),
    ("examples/templates/board.en.html", "report --template examples/templates/board.html.mustache --lang en"),
    (
      "examples/templates/standup.zh.md",
      "weekly --week 2026-W46 --template examples/templates/standup.md.mustache --lang zh"
    ),
    ("examples/weekly.zh.md", "weekly --week 2026-W46 --compare previous --format markdown --lang zh"),
  ])
  func isWhatIsPrinted(name: String, command: String) throws { try hold(name, command) }

  /// The formats that are not shown in `examples`, in both languages.
  @Test(arguments: ["terminal", "json", "wecom", "feishu", "dingtalk", "slack", "email"], ["en", "zh"])
  func isWhatIsPrintedInEveryFormat(format: String, language: String) throws {
    let ending = "\(language).\(format == "json" ? "json" : format + ".txt")"
    try hold("Tests/Golden/report.\(ending)", "report --format \(format) --lang \(language)")
    try hold(
      "Tests/Golden/weekly.\(ending)",
      "weekly --week 2026-W46 --compare previous --format \(format) --lang \(language)")
  }

  private func hold(_ name: String, _ command: String) throws {
    let outcome = try Shell.run("rapport \(command) examples/journal --as-of 2026-11-20", in: Checkout.path)
    let printed = String(decoding: outcome.output, as: UTF8.self)
    #expect(outcome.status == 0)
    if Checkout.isBlessing { return try Checkout.bless(name, printed) }
    #expect(printed == (try? Checkout.text(name)))
  }

  /// Another order of the same files, and the same files elsewhere, are the same journal.
  @Test func theOrderOfPathsChangesNothing() throws {
    let folders = ["hannah", "kevin", "林悦"].map { "examples/journal/" + $0 }
    let reports = try [folders, folders.reversed()].map {
      try Shell.run(
        "rapport report --format json --lang en --as-of 2026-11-20 " + $0.joined(separator: " "), in: Checkout.path
      )
      .output
    }
    #expect(!reports[0].isEmpty)
    #expect(reports[0] == reports[1])
  }
}
