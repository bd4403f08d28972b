import FoundationEssentials
import TestSupport
import Testing

/// The programs in `examples/library` run, and tell what `rapport` tells.
@Suite struct LibraryExampleTests {
  private func printed(_ command: String) throws -> String {
    let outcome = try Shell.run(command, in: Checkout.path)
    #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test func aFolderIsRead() throws {
    let deals = try printed("example-read-folder examples/journal 2026-11-20").split(separator: "\n")
    let ours = try printed(
      "rapport query 'SELECT count(*) FROM deals' examples/journal --as-of 2026-11-20 --format csv")
    #expect(ours.split(whereSeparator: \.isNewline).last.flatMap { Int($0) } == deals.count)
    #expect(deals.contains { $0.hasPrefix("Tallis Cheese: exchange, ") })
  }

  @Test func aRuleOfOnesOwnSpeaks() throws {
    let found = try printed("example-own-rule examples/journal 2026-11-20")
    #expect(found.contains("nothing says by when they need it. Ask: what has to run by when"))
  }

  @Test func aReportIsTheReport() throws {
    let ours = try printed("rapport report examples/journal --as-of 2026-11-20 --at-risk --format markdown --lang en")
    #expect(try printed("example-render-report examples/journal 2026-11-20") == ours)
  }

  /// What the documentation shows stands, line by line, in a program that was compiled.
  @Test func theTourShowsThePrograms() throws {
    func trimmed(_ text: some StringProtocol) -> [String] {
      text.split(separator: "\n").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
    let programs = try Checkout.files(under: "examples/library", ending: ".swift").map {
      trimmed(try Checkout.text($0))
    }
    var count = 0
    for page in Checkout.files(under: "docs/RapportKit.docc", ending: ".md") {
      for part in try Checkout.text(page).components(separatedBy: "```swift\n").dropFirst() {
        let lines = trimmed(part.components(separatedBy: "```")[0])
        count += 1
        #expect(programs.contains { $0.contains(lines) }, "\(page): \(lines)")
      }
    }
    #expect(count > 8)
  }

  /// Each module of the library has a page, by which `.ci/docs` knows it.
  @Test func everyModuleHasAPage() throws {
    let manifest = try Checkout.text("Package.swift")
    let road = manifest.components(separatedBy: "let road = [")[1].components(separatedBy: "]")[0]
    let modules = road.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(modules.count > 5)
    for module in modules {
      #expect(try Checkout.text("docs/RapportKit.docc/\(module).md").hasPrefix("# ``/\(module)``"))
    }
  }
}
