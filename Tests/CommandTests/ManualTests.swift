import TestSupport
import Testing

/// The manual page says what help says, in every script.
@Suite struct ManualTests {
  private func page() throws -> String {
    let outcome = try TemporaryFolder().run("rapport-dev manual")
    #expect(outcome.status == 0)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test func hasEveryCommandAndEveryScript() throws {
    let page = try page()
    for command in ["check", "new", "doctor", "hook install", "editor setup"] {
      #expect(page.contains("\n.SS rapport \(command)\n"), "\(command)")
    }
    #expect(page.contains("rapport show 长风纺织 notes"))
    #expect(page.contains("\\fB\\-\\-unsafe\\-fixes\\fR"))
  }

  /// A line that begins with a full stop or an apostrophe is a request to troff.
  @Test func everyRequestIsKnown() throws {
    let known: Set<Substring> = [".TH", ".SH", ".SS", ".B", ".I", ".PP", ".TP", ".nf", ".fi", ".RS", ".RE"]
    for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }
}
