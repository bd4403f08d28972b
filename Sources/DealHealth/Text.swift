import FactReading

/// A sentence in both languages.
public struct Text: Hashable, Sendable {
  /// English.
  public let en: String
  /// Chinese, Simplified.
  public let zh: String

  /// The same in both languages, or each in its own words.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// One language's words for both.
  func only(_ language: Language) -> Text { Text(en: self.in(language), zh: self.in(language)) }

  /// The sentence in one language.
  public func `in`(_ language: Language) -> String { language == .zh ? zh : en }

  /// What is said of a place or a subject, behind its name: `a.md: is a folder`.
  public func behind(_ subject: String) -> Text { Text(en: "\(subject): \(en)", zh: "\(subject)：\(zh)") }
}
