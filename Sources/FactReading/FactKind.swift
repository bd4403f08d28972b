/// What a line of a note can say about a deal. The raw values are the names in JSON, marks and documentation.
public enum FactKind: String, CaseIterable, Sendable {
  /// We met, called or exchanged messages with this customer person.
  case contact
  /// The customer asks for, requires or lacks something (要求).
  case needRequirement = "need.requirement"
  /// Why they want it: problem, pressure, motive (需要, 深层次动因).
  case needDriver = "need.driver"
  /// A customer person told us their own need, priority or acceptance criteria.
  case needConfirmed = "need.confirmed"
  /// We reshaped the requirement and the customer took it, or reacted.
  case needGuided = "need.guided"
  /// We conveyed that we can meet the need.
  case valueCapability = "value.capability"
  /// We conveyed the gain to them, or they acknowledged it.
  case valueBenefit = "value.benefit"
  /// We conveyed why us rather than another way, or they acknowledged it.
  case valueDifference = "value.difference"
  /// A sign of trust in us or in the rep.
  case trustUp = "trust.up"
  /// A sign of doubt or damaged trust.
  case trustDown = "trust.down"
  /// We promised or plan to do something for this deal.
  case commitmentOurs = "commitment.ours"
  /// The customer side promised or is to do something.
  case commitmentTheirs = "commitment.theirs"
  /// An earlier commitment was kept.
  case commitmentDone = "commitment.done"
  /// An earlier commitment was not kept or is late.
  case commitmentBroken = "commitment.broken"
  /// The customer's budget: amount, existence, approval.
  case exchangeBudget = "exchange.budget"
  /// A price, quote or deal amount of ours.
  case exchangePrice = "exchange.price"
  /// A concession on price or terms, asked for or given.
  case exchangeDiscount = "exchange.discount"
  /// Payment, delivery, contract or tender terms.
  case exchangeTerms = "exchange.terms"
  /// Our own side's interest: margin, cost, floor price, internal approval, win-win.
  case exchangeInterest = "exchange.interest"
  /// A competitor or alternative (in-house and doing nothing included) is in play.
  case competitor
  /// How the decision is made: process, who decides, date, chain.
  case decision
  /// How this deal or contact was found.
  case source
  /// After the purchase: the need is met.
  case satisfactionFull = "satisfaction.full"
  /// After the purchase: not wholly met.
  case satisfactionPartial = "satisfaction.partial"
  /// After the purchase: not met at all.
  case satisfactionNone = "satisfaction.none"
  /// A second sale, renewal or expansion is spoken of.
  case `repeat`
  /// The customer introduces us to another customer or deal, or is asked to.
  case referral

  /// Number of kinds.
  static let count = allCases.count
}
