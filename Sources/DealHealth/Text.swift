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

  /// The sentence in one language.
  public func `in`(_ language: Language) -> String { language == .zh ? zh : en }
}
