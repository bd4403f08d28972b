import SourceText

extension Rule {
  /// Every rule, ordered by code.
  public static let all: [Rule] = [
    .unqualifiedLead, .unknownSource, .noInfluencerReached, .staleLead,
    .satisfactionUntracked, .disappointmentUnhandled, .customerNeglected, .needUnmet, .contactsUnreviewed,
    .referralUnasked, .contactGoneQuiet,
    .unreadableNote, .undatedEntry, .unknownMark, .ambiguousPerson, .unassignedFacts, .badFrontMatter, .contradiction,
    .unusedIgnore, .twoSpellings,
    .noNextStep, .weakNextStep, .overdueCommitment, .stalled, .ghosted, .closeDateSlipped, .stageUnsupported,
    .noNeed, .needUnconfirmed, .driverUnknown, .threeQuestionsOpen, .unguidedNo, .needChanged,
    .unconfirmedInfluencer, .noDecisionMaker, .singleThreaded, .unnamedInfluencer, .unaddressedOpponent, .nobodyOpposed,
    .newInfluencer, .coachAtRisk, .keyPeopleUnsupported,
    .lowTrust, .trustFalling, .brokenPromise, .unansweredDoubt, .trustUnknown,
    .valueUntransmitted, .valueUnacknowledged, .noDifference, .valueBeforeNeed, .valueUnquantified,
    .earlyDiscount, .interestUnguarded, .oneSidedConcession, .undiagnosedObjection, .cheaperElsewhere, .budgetUnknown,
    .decisionProcessUnknown, .amountFell, .notReadyToClose,
  ]

  /// What a code or name leads to.
  public enum Lookup: Sendable {
    /// The rule of that code or name.
    case found(Rule)
    /// No rule is called so; the likeliest meant ones, best first, at most three.
    case unknown(suggestions: [Rule])
  }

  /// The rule with a code or name, whatever its case; names that were retired lead to their successor.
  public static func named(_ text: String) -> Lookup {
    let wanted = String(text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    if let rule = all.first(where: { $0.code.lowercased() == wanted || $0.name == wanted }) { return .found(rule) }
    // No name, however misspelt, is longer.
    guard wanted.utf8.count <= 48 else { return .unknown(suggestions: []) }
    let ranked = all.map { rule in
      (
        distance: min(
          Spelling.distance(wanted, rule.name), Spelling.distance(wanted, rule.code.lowercased()) * 2), rule: rule
      )
    }
    let limit = max(2, wanted.utf8.count / 3)
    return .unknown(
      suggestions: ranked.filter { $0.distance <= limit || (wanted.utf8.count > 2 && $0.rule.name.contains(wanted)) }
        .sorted { ($0.distance, $0.rule.code) < ($1.distance, $1.rule.code) }
        .prefix(3).map(\.rule))
  }
}
