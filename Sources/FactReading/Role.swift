/// What part an influencer has in a decision.
public enum Role: String, CaseIterable, Sendable {
  /// Says the final yes, or holds the money.
  case economic
  /// Screens and can say no: IT, security, purchasing, legal, quality.
  case technical
  /// Uses or owns the result.
  case user
  /// Guides us inside.
  case coach
  /// On the chain, part unclear.
  case other
  /// Not on the chain.
  case none
}
