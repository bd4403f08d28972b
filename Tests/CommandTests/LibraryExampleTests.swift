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
    #expect(deals.contains { $0.hasPrefix("Tallis Cheese: care, ") })
  }

  @Test func aRuleOfOnesOwnSpeaks() throws {
    let found = try printed("example-own-rule examples/journal 2026-11-20")
    #expect(found.contains("nothing says by when they need it. Ask: what has to run by when"))
  }

  @Test func aReportIsTheReport() throws {
    let ours = try printed("rapport report examples/journal --as-of 2026-11-20 --at-risk --format markdown --lang en")
    #expect(try printed("example-render-report examples/journal 2026-11-20") == ours)
  }
}
