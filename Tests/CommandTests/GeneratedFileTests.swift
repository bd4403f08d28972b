import TestSupport
import Testing

/// The documents that are made from code are as they would be made now. Where one is not, what is printed names the
/// command that mends it.
@Suite struct GeneratedFileTests {
  @Test func areUpToDate() throws {
    let outcome = try Shell.run("rapport-dev generate --check", in: Checkout.path)
    #expect(String(decoding: outcome.errors, as: UTF8.self) == "")
    #expect(outcome.status == 0)
  }

  /// A page that is missing, changed or of no rule is named, with the command.
  @Test func staleOnesAreNamed() throws {
    let folder = TemporaryFolder()
    try folder.write("docs/rules/X999-nothing.md", "x")
    let outcome = try folder.run("rapport-dev generate --check")
    let errors = String(decoding: outcome.errors, as: UTF8.self)
    #expect(errors.contains("docs/rules/README.md is out of date; run: swift run rapport-dev generate"))
    #expect(errors.contains("docs/rules/X999-nothing.md belongs to no rule; run: swift run rapport-dev generate"))
    #expect(outcome.status == 1)
    #expect(try folder.run("rapport-dev generate && rapport-dev generate --check").status == 0)
  }
}
