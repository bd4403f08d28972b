/// Whose side somebody stands on.
public enum Side: String, CaseIterable, Sendable {
  /// The customer's, its household and consultants who decide for it included.
  case customer
  /// Our company.
  case ours
  /// A partner, supplier or integrator who works with us.
  case partner
  /// A competitor.
  case competitor
  /// Nobody's in this sale.
  case other
}
