import FactReading
import NoteSyntax

/// What the notes up to a day show of how far one deal has come.
struct StageEvidence {
  /// A stage word in a note about the deal.
  struct Sign {
    let kind: StageSign.Kind
    /// Whether it is stated, not planned, supposed, asked or denied.
    let isStated: Bool
    let day: Day
  }

  /// The deal's signs, facts and entries, all up to `asOf`.
  let signs: [Sign]
  let facts: [JournalFact]
  /// Days of its entries, ascending.
  let days: [Day]
  /// How many sentences are about it.
  let sentenceCount: Int
  let asOf: Day

  /// The features of the model of stages; their order belongs to its weights.
  var features: [Double] {
    let first = days.first ?? asOf
    let span = max(1, (days.last ?? asOf) - first)
    let late = days.suffix(2).first ?? first
    var values: [Double] = []
    var signCounts = [Int](repeating: 0, count: 3 * StageSign.Kind.allCases.count)
    for sign in signs {
      let at = 3 * sign.kind.rawValue
      if sign.isStated { signCounts[at] += 1 }
      if sign.day >= late { signCounts[sign.isStated ? at + 1 : at + 2] += 1 }
    }
    values += signCounts.map(LinearModel.share)
    var factCounts = [Int](repeating: 0, count: 2 * Self.groups.count)
    for fact in facts where fact.assertion.polarity == .affirmed {
      guard let group = Self.groupOfKind[fact.kind] else { continue }
      factCounts[2 * group] += 1
      if (fact.day ?? first) >= late { factCounts[2 * group + 1] += 1 }
    }
    values += factCounts.map(LinearModel.share)
    values.append(LinearModel.share(days.count))
    values.append(LinearModel.share(sentenceCount))
    values.append(min(1, Double(asOf - (days.last ?? asOf)) / 60))
    values.append(min(1, Double(span) / 90))
    return values
  }

  /// Whether anything says outright that a deal ended, when `stage` is an end: no weighing of habits tells a rep that a
  /// live deal is won or lost. Every other stage is a matter of degree.
  func bearsOut(_ stage: Stage) -> Bool {
    func states(_ kinds: Set<StageSign.Kind>) -> Bool { signs.contains { $0.isStated && kinds.contains($0.kind) } }
    switch stage {
    case .lost:
      // Whoever has not answered for some weeks has not said no.
      return states([.lost]) || states([.parked]) && asOf - (days.last ?? asOf) > Self.restingDays
    case .care:
      return states([.won, .served, .bought])
        || facts.contains { $0.basis > .inferred && Self.after.contains($0.kind) }
        || facts.reduce(0) { Self.after.contains($1.kind) ? $0 + $1.confidence : $0 } >= Self.enough
    default: return true
    }
  }

  /// Whether the last entry says outright that they bought, and says nothing of an end.
  var endsInAPurchase: Bool {
    let last = signs.filter { $0.isStated && $0.day == days.last }
    return days.count <= 3 && last.contains { $0.kind == .won }
      && !last.contains { $0.kind == .lost || $0.kind == .parked }
  }

  /// Whether the writer marked how satisfied somebody is, which nobody is before the purchase.
  var isMarkedAsBought: Bool {
    facts.contains { fact in
      switch fact.kind {
      case .satisfactionFull, .satisfactionPartial, .satisfactionNone: fact.basis == .marked && fact.assertion.isDone
      default: false
      }
    }
  }

  /// Facts that only a purchase makes possible, and how sure those that are merely likely have to be together.
  private static let after: Set<FactKind> = [.satisfactionFull, .satisfactionPartial, .satisfactionNone, .repeat]
  private static let enough = 0.45
  /// After so many days without a word a deal that was put off may be no more.
  private static let restingDays = 45

  /// Whether an entry later than `day` says outright that the deal was won or lost. Training, use and installation are
  /// spoken of long before.
  func statesEnd(_ end: Stage, after day: Day) -> Bool {
    signs.contains { $0.isStated && $0.day > day && $0.kind == (end == .lost ? .lost : .won) }
  }

  private static let groups: [Set<FactKind>] = [
    [.contact], [.needRequirement, .needDriver, .needConfirmed, .needGuided],
    [.valueCapability, .valueBenefit, .valueDifference], [.trustUp], [.trustDown], [.commitmentOurs], [.exchangeBudget],
    [.exchangePrice], [.exchangeDiscount], [.exchangeTerms], [.exchangeInterest], [.competitor], [.decision], [.source],
    [.satisfactionFull, .satisfactionPartial, .satisfactionNone], [.repeat], [.referral],
  ]

  private static let groupOfKind = Dictionary(
    uniqueKeysWithValues: groups.enumerated().flatMap { index, kinds in kinds.map { ($0, index) } })
}
