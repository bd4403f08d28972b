/// What a deal must bring together.
public enum Gate: String, CaseIterable, Encodable, Sendable {
  /// Everybody with a part in the decision is known and met.
  case people
  /// Each one's need is found and confirmed.
  case needs
  /// Each one knows what they gain, and why from us.
  case value
  /// Trust in company and rep is past its threshold.
  case trust
  /// The exchange is fair to both sides.
  case exchange
  /// The next step is fixed and the deal moves.
  case momentum
  /// In `care`: the need is met.
  case satisfaction
  /// In `care`: the customer hears from us as before.
  case attention
  /// In `care`: repeat business and referral.
  case growth

  /// The gates of a deal that is still to be won, in the order in which they are passed.
  public static let ofSale: [Gate] = [.people, .needs, .value, .trust, .exchange, .momentum]
  /// The gates of a customer.
  public static let ofCare: [Gate] = [.satisfaction, .attention, .growth]

  /// Its name for readers.
  public var title: Text {
    switch self {
    case .people: Text(en: "people", zh: "人")
    case .needs: Text(en: "needs", zh: "需求")
    case .value: Text(en: "value", zh: "价值")
    case .trust: Text(en: "trust", zh: "信用")
    case .exchange: Text(en: "exchange", zh: "交换")
    case .momentum: Text(en: "momentum", zh: "推进")
    case .satisfaction: Text(en: "satisfaction", zh: "满意")
    case .attention: Text(en: "attention", zh: "关注")
    case .growth: Text(en: "growth", zh: "增长")
    }
  }
}
