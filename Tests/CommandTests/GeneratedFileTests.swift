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
    _ = try folder.run("ln -s \(Checkout.path)/Sources Sources")
    let outcome = try folder.run("rapport-dev generate --check")
    let errors = String(decoding: outcome.errors, as: UTF8.self)
    #expect(errors.contains("docs/rules/README.md is out of date; run: swift run rapport-dev generate"))
    #expect(errors.contains("docs/rules/X999-nothing.md belongs to no rule; run: swift run rapport-dev generate"))
    #expect(outcome.status == 1)
    #expect(try folder.run("rapport-dev generate && rapport-dev generate --check").status == 0)
  }

  /// A rule is started in a file of its own and in its place in the catalogue, and never over another.
  @Test func aRuleIsStarted() throws {
    let folder = TemporaryFolder()
    let copied = try Shell.run(
      "mkdir -p \(folder.path)/Sources && cp -R Sources/DealHealth \(folder.path)/Sources/", in: Checkout.path)
    #expect(copied.status == 0)
    let command = "rapport-dev new-rule P399 no-luck --gate people --from needs"
    #expect(try folder.run(command).status == 0)
    let shown = try folder.run(
      "cat Sources/DealHealth/Rules/NoLuck.swift; grep -n noLuck Sources/DealHealth/RuleCatalog.swift")
    let text = String(decoding: shown.output, as: UTF8.self)
    #expect(text.contains("code: \"P399\", name: \"no-luck\", gate: .people, stages: .needs ... .exchange"))
    #expect(text.contains(".keyPeopleUnsupported, .noLuck,"))
    // What was there stays where it is, and what is new is laid out as everything is.
    let moved = try folder.run(
      "diff \(Checkout.path)/Sources/DealHealth/RuleCatalog.swift Sources/DealHealth/RuleCatalog.swift | grep -c '^[<>]'"
    )
    #expect(String(decoding: moved.output, as: UTF8.self) == "2\n")
    let files = "Sources/DealHealth/Rules/NoLuck.swift Sources/DealHealth/RuleCatalog.swift"
    let layout = try folder.run("swift format lint --strict --configuration \(Checkout.path)/.swift-format \(files)")
    #expect(layout.status == 0, "\(String(decoding: layout.errors, as: UTF8.self))")
    // The first of a letter begins a line of its own.
    #expect(try folder.run("rapport-dev new-rule B101 no-start --gate people").status == 0)
    let first = try folder.run("grep -c '^    .noStart,$' Sources/DealHealth/RuleCatalog.swift")
    #expect(String(decoding: first.output, as: UTF8.self) == "1\n")
    let again = try folder.run(command)
    #expect(again.status != 0 && String(decoding: again.errors, as: UTF8.self).contains("is there already"))
    let taken = try folder.run("rapport-dev new-rule P301 no-luck --gate people")
    #expect(String(decoding: taken.errors, as: UTF8.self).contains("P301 is taken by P301 unconfirmed-influencer"))
  }
}
