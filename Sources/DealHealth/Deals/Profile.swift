import FactReading

/// A kind of selling: what is a fault in one is nothing in another.
public enum Profile: String, CaseIterable, Encodable, Sendable {
  /// Several people of an organisation decide.
  case business
  /// Public money, a tender: silence while a period runs means nothing.
  case tender
  /// A household decides, and whoever did not buy may bring more.
  case household
  /// The owner of a small business decides alone: one contact is enough.
  case owner

  /// Its name for readers.
  public var title: Text {
    switch self {
    case .business: Text(en: "business", zh: "企业")
    case .tender: Text(en: "government or tender", zh: "政府或招投标")
    case .household: Text(en: "household", zh: "家庭")
    case .owner: Text(en: "owner-run business", zh: "老板自己定的小生意")
    }
  }
}

extension DealContext {
  /// What the notes of a deal show it to be: a phrase says little, two on different lines say enough; that one decides
  /// alone takes one statement, and that nobody else is on the chain.
  static func profile(of signs: [DealSign.Kind: Int], isAlone: Bool) -> Profile {
    if signs[.tender, default: 0] > 1 { return .tender }
    if isAlone, signs[.owner, default: 0] > 0 { return .owner }
    return signs[.household, default: 0] > 1 ? .household : .business
  }
}
