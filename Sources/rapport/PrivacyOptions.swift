import ArgumentParser
import DealHealth
import FactReading
import SourceText

/// Whether a report says who and how much.
struct PrivacyOptions: ParsableArguments {
  /// Who is to read it.
  enum Audience: String, ExpressibleByArgument, CaseIterable { case team, customerFacing = "customer-facing" }

  @Option(
    help:
      "Who is to read it: customer-facing tells one customer what was agreed, who does what by when, and no more; none of the notes' own words, and nothing about people."
  )
  var audience = Audience.team
  @Flag(help: "Give people, customers and files aliases, and leave out amounts and the notes' own words.")
  var redact = false
  @Option(
    help: ArgumentHelp(
      "With --redact: the same words give the same aliases in every report. (default: a key that is thrown away)",
      valueName: "words"))
  var redactKey: String?

  func validate() throws {
    if redactKey != nil, !redact {
      throw ValidationError(en: "--redact-key needs --redact", zh: "--redact-key 要和 --redact 一起用")
    }
  }

  /// Fails where one customer would be told of another: `accounts` are those of whom a report tells.
  func requireOneCustomer(among accounts: [String]) throws {
    guard audience == .customerFacing, accounts.count > 1 else { return }
    throw Failure(
      en: InertText.terminal(
        "a customer would read of others too (\(accounts.prefix(3).joined(separator: ", "))"
          + "\(accounts.count > 3 ? ", …" : "")); choose one with --account or --deal"),
      zh: InertText.terminal(
        "客户会看到别家的事（\(accounts.prefix(3).joined(separator: "、"))\(accounts.count > 3 ? "…" : "")）；请用 --account 或 --deal 选一家"
      ))
  }

  /// What a reader may know. Asked once, for a key of chance is another one each time.
  func disclosure(in language: Language) -> Disclosure {
    guard redact else { return Disclosure(language: language, redactor: nil) }
    var generator = SystemRandomNumberGenerator()
    let key =
      redactKey.map { Array($0.utf8) } ?? (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return Disclosure(language: language, redactor: Redactor(key: key))
  }
}

/// The language in which a reader is told of a journal, and what of it.
struct Disclosure {
  let language: Language
  /// What takes names out; nil when nobody asked for it.
  let redactor: Redactor?

  /// What is told of `assessment`.
  func shown(_ assessment: Assessment) -> Assessment {
    redactor?.redact(assessment, language: language) ?? assessment
  }

  /// What these deals are called (`Deal.id`).
  func shown(_ deals: Set<String>?) -> Set<String>? {
    guard let redactor else { return deals }
    return deals.map { Set($0.map { redactor.alias(ofDeal: $0, in: language) }) }
  }
}
