import TestSupport
import Testing

/// What the READMEs show is what is printed. `BLESS=1` rewrites it.
///
/// A fence ```` ```markdown NAME ```` is a note of that name; a fence ```` ```console ```` is a command line behind `$`,
/// followed by what it prints on standard output.
@Suite struct ReadmeTests {
  @Test(arguments: ["README.md", "README.zh.md"]) func showsWhatIsPrinted(name: String) throws {
    let folder = TemporaryFolder()
    let text = try Checkout.text(name)
    var parts = text.components(separatedBy: "```")
    // Every other part is the inside of a fence.
    for index in stride(from: 1, to: parts.count, by: 2) {
      let (info, body) = Self.split(parts[index])
      if info.hasPrefix("markdown ") { try folder.write(String(info.dropFirst("markdown ".count)), body) }
      if info == "console" {
        let command = Self.split(body).first
        let outcome = try folder.run(String(command.dropFirst(2)))
        parts[index] = "console\n\(command)\n" + String(decoding: outcome.output, as: UTF8.self)
      }
    }
    let actual = parts.joined(separator: "```")
    if Checkout.isBlessing { return try Checkout.bless(name, actual) }
    #expect(actual == text)
  }

  /// The first line, and what follows it.
  private static func split(_ text: String) -> (first: String, rest: String) {
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    return (String(text[..<end]), String(text[end...].dropFirst()))
  }
}
