extension Standing {
  /// How the deal of `context` stands, with what its rules found.
  init(of context: DealContext, findings: ArraySlice<Finding>) {
    deal = context.deal.id
    gates = GateReader(context: context).gates()
    governing = gates.filter { $0.share != nil }.min { ($0.share ?? 1) < ($1.share ?? 1) }?.gate
    action = NextAction(for: findings)
    promises = context.latePromises + context.nextSteps
  }
}

extension NextAction {
  /// What the gravest of `findings` asks for. A second reason is given when it points the same way: it is about the
  /// same person, or else the next gravest.
  init?(for findings: ArraySlice<Finding>) {
    let ranked = findings.filter { $0.severity != .info }.enumerated()
      .sorted { (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset) }.map(\.element)
    guard let first = ranked.first else { return nil }
    let others = ranked.dropFirst().filter { $0.code != first.code }
    let second = others.first { $0.person != nil && $0.person == first.person } ?? others.first
    text = first.clears
    reasons = [first] + (second.map { [$0] } ?? [])
  }
}
