import ArgumentParser
import DealHealth
import FactReading

/// Whether a report says who and how much.
struct RedactionOptions: ParsableArguments {
  @Flag(help: "Give people, customers and files aliases, and leave out amounts and the notes' own words.")
  var redact = false
  @Option(
    help: ArgumentHelp(
      "With --redact: the same words give the same aliases in every report. (default: a key that is thrown away)",
      valueName: "words"))
  var redactKey: String?

  func validate() throws {
    if redactKey != nil, !redact { throw ValidationError("--redact-key needs --redact") }
  }

  /// What takes names out; nil when nobody asked for it. Asked once, for a key of chance is another one each time.
  func redactor() -> Redactor? {
    guard redact else { return nil }
    var generator = SystemRandomNumberGenerator()
    return Redactor(
      key: redactKey.map { Array($0.utf8) } ?? (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
