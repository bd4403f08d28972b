import DealJournal
import FactReading

/// What either side gives and gets, as far as the notes say it.
public struct ExchangeBalance: Sendable {
  /// One thing to be known of the exchange.
  public struct Item: Sendable {
    /// What it is.
    public let title: Text
    /// Where it stands; empty when it is not on record.
    public let evidence: [Evidence]
  }

  /// The customer's side: their money, our price, what we gave way on, the terms.
  public let theirs: [Item]
  /// Ours: what it is worth to us, and what came back for what we gave.
  public let ours: [Item]

  /// The exchange of the deal of `context`.
  public init(of context: DealContext) {
    func item(_ en: String, _ zh: String, _ kind: FactKind) -> Item {
      Item(title: Text(en: en, zh: zh), evidence: context.facts(kind).map(\.evidence))
    }
    theirs = [
      item("their budget", "对方的预算", .exchangeBudget), item("our price", "我们的报价", .exchangePrice),
      item("concessions", "让步", .exchangeDiscount), item("terms", "条款", .exchangeTerms),
    ]
    ours = [
      item("worth to us", "对我们值不值", .exchangeInterest),
      Item(
        title: Text(en: "in return", zh: "换回来的"), evidence: context.signs(.inReturn).map(\.evidence)),
    ]
  }
}
