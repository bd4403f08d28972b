import DealJournal

extension Assessment {
  /// Whether a deal that is not lost is slipping away, which is more than not being ready: trust falls or a promise is
  /// broken, somebody is against it or our supporter goes, it has gone silent or late, or what was sold disappoints.
  public func isAtRisk(_ deal: Deal) -> Bool {
    deal.stage != .lost && findings(ofDeal: deal.id).contains { Self.risks.contains($0.code) }
  }

  private static let risks = Set(
    [
      Rule.lowTrust, .trustFalling, .brokenPromise, .unaddressedOpponent, .coachAtRisk, .needChanged, .stalled,
      .ghosted,
      .closeDateSlipped, .disappointmentUnhandled, .customerNeglected, .needUnmet,
    ].map(\.code))
}
