import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// No name of the example journal survives in a redacted report, in whatever format, nor in its pictures.
@Suite struct RedactionTests {
  private struct Reading: Decodable {
    struct Deal: Decodable { let name: String; let account: String; let surface: [String] }
    struct Person: Decodable { let name: String; let surface: [String]; let org: String? }
    struct Fact: Decodable { let file: String }
    let deals: [Deal]
    let people: [Person]
    let facts: [Fact]
  }

  private func run(_ command: String) throws -> String {
    let outcome = try Shell.run("rapport \(command) examples/journal --as-of 2026-11-20", in: Checkout.path)
    #expect(outcome.status == 0, "\(command)")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test func noNameSurvives() throws {
    let reading = try JSONDecoder().decode(Reading.self, from: Data(try run("facts --format json").utf8))
    var names = Set(reading.deals.flatMap { [$0.name, $0.account] + $0.surface })
    names.formUnion(reading.people.flatMap { [$0.name] + $0.surface + [$0.org].compactMap(\.self) })
    names.formUnion(reading.facts.map(\.file))
    names.formUnion(
      reading.facts.flatMap { $0.file.components(separatedBy: "/").map { String($0.prefix { $0 != "." }) } })
    // What a report says anyway is no name: a rep may well write "the boss".
    let ordinary =
      try ["en", "zh"].map { language in
        String(
          decoding: try Shell.run("rapport rules --lang \(language) --format json", in: Checkout.path).output,
          as: UTF8.self)
      }.joined()
      + Checkout.text("Sources/CPageAssets/assets/report.css") + Checkout.text("Sources/CPageAssets/assets/report.js")
    // Two letters may stand in an alias.
    names = names.filter {
      $0.utf8.count > 2 && !ordinary.contains($0) && !$0.allSatisfy { $0.isASCII && !$0.isLetter }
    }
    #expect(names.count > 60)
    let search = WordSearch(names)
    for language in ["en", "zh"] {
      for command in ["report", "weekly --compare previous"] {
        for format in ["terminal", "markdown", "html", "json", "wecom", "feishu", "dingtalk", "slack", "email"] {
          let text = try run("\(command) --format \(format) --lang \(language) --redact --redact-key k")
          for name in search.found(in: text) { Issue.record("\(command) \(format) says \(name)") }
        }
      }
      let folder = TemporaryFolder()
      _ = try run("report --lang \(language) --redact --redact-key k --site \(folder.path)/site")
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/site").sorted()
      #expect(files.count > 20)
      for file in files {
        let page = try? String(contentsOfFile: "\(folder.path)/site/\(file)", encoding: .utf8)
        let text = file + (page ?? "")
        for name in search.found(in: text) { Issue.record("\(file) says \(name)") }
      }
    }
  }

  @Test func withoutAKeyAliasesAreNewEachTime() throws {
    let command = "report --format json --redact"
    #expect(try run(command) != run(command))
    #expect(try run(command + " --redact-key k") == run(command + " --redact-key k"))
  }
}
