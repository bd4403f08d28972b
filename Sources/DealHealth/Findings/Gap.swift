/// What annotated journals mark as missing: `kind` of a gap in a `gold.json`, and the name of the rule that looks for it.
public enum Gap: String, CaseIterable, Sendable {
  /// Nobody is known who can say the final yes.
  case noDecisionMaker = "no-decision-maker"
  /// All contact runs through one person.
  case singleThreaded = "single-threaded"
  /// Somebody with a part in the decision never told us their own need.
  case unconfirmedInfluencer = "unconfirmed-influencer"
  /// Nobody confirmed the need.
  case needUnconfirmed = "need-unconfirmed"
  /// What they want is known, and not why.
  case driverUnknown = "driver-unknown"
  /// Somebody with a part in the decision was shown no value.
  case valueUntransmitted = "value-untransmitted"
  /// There are other ways, and nobody there has heard why it should be us.
  case noDifference = "no-difference"
  /// Doubts outweigh trust.
  case lowTrust = "low-trust"
  /// A promise of ours is late.
  case brokenPromise = "broken-promise"
  /// A concession before value or trust.
  case earlyDiscount = "early-discount"
  /// Nothing says what the deal is worth to us.
  case interestUnguarded = "interest-unguarded"
  /// Nothing definite is to be done.
  case noNextStep = "no-next-step"
  /// Nothing has happened for weeks.
  case stalled
  /// Nobody asked whether what was bought meets the need.
  case satisfactionUntracked = "satisfaction-untracked"
  /// A complaint without an answer.
  case disappointmentUnhandled = "disappointment-unhandled"
  /// A customer whom nobody has spoken to for weeks.
  case customerNeglected = "customer-neglected"
  /// Trust is good, and nobody asked for more business or a referral.
  case referralUnasked = "referral-unasked"
}

extension Gap {
  /// Those whose rules look for them, too, where only the deal as a whole makes them likely.
  package static let lookedFor: [Gap] = personal + [.disappointmentUnhandled]

  /// Those that a day tells which has passed, whatever else is known.
  static let byDays: Set<Gap> = [.stalled, .customerNeglected, .brokenPromise]

  /// Those that are about one of the people with a part in the decision.
  package static let personal: [Gap] = [.unconfirmedInfluencer, .valueUntransmitted, .lowTrust]
}

extension Rule {
  /// The gap that the rule looks for; nil for one of which annotated journals tell nothing.
  var gap: Gap? { Gap(rawValue: name) }
}
