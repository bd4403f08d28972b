/// Where a deal stands in its life. The raw values are the names in JSON, marks and documentation.
public enum Stage: String, CaseIterable, Comparable, Sendable {
  /// Information that may become an opportunity (线索).
  case lead
  /// A need that we can meet is found or induced (商机).
  case opportunity
  /// Finding the influencers, confirming and guiding their needs (确认和引导需求).
  case needs
  /// Showing that and why we fit (价值传递).
  case value
  /// Price, terms, contract, tender (价值交换).
  case exchange
  /// Won: until the need is met, and on to repeat and referral (经营).
  case care
  /// Lost or dropped.
  case lost

  /// In order of a deal's life; `lost` last.
  public static func < (left: Stage, right: Stage) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }

  /// Whether there is still something to win: neither won nor lost.
  public var isOpen: Bool { self != .care && self != .lost }
}
