import DealHealth
import FactReading

extension HealthReport {
  /// Which deals a report tells of, and in which order; what is not set leaves nothing out.
  public struct Selection: Sendable {
    /// Only these (`Deal.id`).
    public var deals: Set<String>?
    /// Only those in these stages.
    public var stages: Set<Stage> = []
    /// Only those that are slipping away.
    public var isAtRisk = false
    /// In which order.
    public var order = Order.urgency

    /// Everything, what is most urgent first.
    public init() {}

    /// What comes first.
    public enum Order: String, Sendable {
      /// What has to be attended to.
      case urgency
      /// By name.
      case name
      /// By stage, earliest first.
      case stage
      /// Of which nothing was written for longest.
      case lastEntry = "last-entry"
      /// Whose lowest gate is lowest.
      case gate
    }

    fileprivate var isWhole: Bool { deals == nil && stages.isEmpty && !isAtRisk }
  }

  /// The customers whom it tells of, in order.
  public var accounts: [String] { Set(deals.map(\.account)).sorted() }

  /// Which deals it tells of (`Deal.id`).
  public var dealIDs: Set<String> { Set(deals.map(\.id)) }

  /// The same of the deals that `selection` wants; what was not checked belongs to the whole journal.
  public func selected(_ selection: Selection) -> HealthReport {
    let wanted = deals.enumerated().filter { _, deal in
      (selection.deals?.contains(deal.id) ?? true)
        && (selection.stages.isEmpty || selection.stages.contains(deal.stage)) && (!selection.isAtRisk || deal.isAtRisk)
    }
    func share(_ deal: DealPage) -> Double { deal.gates.first { $0.gate == deal.governing }?.share ?? 2 }
    let sorted = wanted.sorted { left, right in
      let (a, b) = (left.element, right.element)
      return switch selection.order {
      case .urgency: left.offset < right.offset
      case .name: (a.name, left.offset) < (b.name, right.offset)
      case .stage: (a.stage, left.offset) < (b.stage, right.offset)
      case .lastEntry: (a.lastEntry ?? "", left.offset) < (b.lastEntry ?? "", right.offset)
      case .gate: (share(a), left.offset) < (share(b), right.offset)
      }
    }
    return HealthReport(
      language: language, asOf: asOf, deals: sorted.map(\.element), unchecked: selection.isWhole ? unchecked : [])
  }
}
