import FoundationEssentials
import TestSupport
import Testing

/// What a command says when it cannot do its work, it says in both languages. Types ask for both; this holds them to their
/// words.
@Suite struct ErrorLanguageTests {
  static let files =
    Checkout.files(under: "Sources/rapport", ending: ".swift")
    + Checkout.files(under: "Sources/Workspace", ending: ".swift")
    // A remedy of `doctor` may be a command, which is the same in both.
    .filter { !$0.contains("/SetUp/") }

  @Test(arguments: files) func bothAreThere(file: String) throws {
    let text = try Checkout.text(file)
    // What the program says of its work stands in both, `rapport: …` beside `rapport：…`.
    if !["Editor", "Watch", "UsageErrorText"].contains(where: { file.hasSuffix("/\($0).swift") }) {
      #expect(text.components(separatedBy: "\"rapport: ").count == text.components(separatedBy: "\"rapport：").count)
    }
    // Not around the two languages, by the parser's own initializer.
    #expect(!text.contains("ValidationError(\"") && !text.contains("ValidationError(\n          \""))
    for literal in Self.chinese(in: text) { #expect(Self.hasHan(literal), "\(literal)") }
  }

  /// What stands behind `zh:` up to the end of its line, where it has letters.
  private static func chinese(in text: String) -> [String] {
    text.split(separator: "\n").flatMap { $0.components(separatedBy: "zh: \"").dropFirst() }
      .filter { literal in literal.contains { $0.isLetter } }
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
