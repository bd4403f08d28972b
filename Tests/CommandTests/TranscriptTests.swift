import FoundationEssentials
import TestSupport
import Testing

/// The commands as a user sees them. `BLESS=1 swift test --filter TranscriptTests` rewrites what they print.
@Suite struct TranscriptTests {
  static let names = Checkout.files(under: "Tests/Transcripts", ending: ".txt")

  @Test func thereAreSome() { #expect(Self.names.count > 3) }

  @Test(arguments: names) func printsWhatIsWritten(name: String) throws {
    let folder = TemporaryFolder()
    let text = try Checkout.text(name)
    var actual = ""
    for step in Transcript(parsing: text).steps {
      var now = step
      let outcome = try folder.run(step.command)
      now.output = Self.lines(outcome.output, in: folder)
      now.errors = Self.lines(outcome.errors, in: folder)
      now.status = outcome.status
      actual += now.text
      if !Checkout.isBlessing { #expect(now.text == step.text, "\(name)") }
    }
    if Checkout.isBlessing { try Checkout.bless(name, actual) } else { #expect(actual == text, "\(name)") }
  }

  private static func lines(_ bytes: [UInt8], in folder: TemporaryFolder) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).replacing(folder.path, with: "/tmp/here")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("\\") }
    return lines
  }
}
