import DealJournal
import FactReading

/// A need that was sold, and what became of it: one person's need before the sale held against their own word after it.
///
/// Needs and outcomes stand in different notes, often months apart; what joins them is whose they are. A need that somebody
/// tells after the first word on how it went belongs to the next sale.
public struct SoldNeed: Sendable {
  /// Whether the need is met, by the person's last word.
  public enum Outcome: String, Encodable, Sendable {
    /// Nobody asked, or nobody answered.
    case unknown
    /// They have what they wanted.
    case met
    /// It is not wholly what they wanted (没有完全被满足): a matter of expectations.
    case partly
    /// It is nothing of what they wanted (完全没被满足).
    case unmet

    /// Its name for readers.
    public var title: Text {
      switch self {
      case .unknown: Text(en: "not asked", zh: "没问过")
      case .met: Text(en: "met", zh: "满足了")
      case .partly: Text(en: "not wholly met", zh: "没有完全满足")
      case .unmet: Text(en: "not met at all", zh: "完全没满足")
      }
    }

    fileprivate init(_ kind: FactKind?) {
      switch kind {
      case .satisfactionFull: self = .met
      case .satisfactionPartial: self = .partly
      case .satisfactionNone: self = .unmet
      default: self = .unknown
      }
    }
  }

  /// `Person.id`; nil for what the notes say of nobody in particular.
  public let person: String?
  /// What they wanted, in order of day.
  public let need: [JournalFact]
  /// What we told them to expect: the value that was conveyed to them.
  public let promised: [JournalFact]
  /// What became of it.
  public let outcome: Outcome
  /// Their last word on it; nil while there is none.
  public let word: JournalFact?
  /// What was done since about a word that is no praise.
  public let answer: [Evidence]

  /// The words that tell best what they bought it for: a need that was guided or confirmed before one that was only
  /// stated, and the latest of these.
  public var wanted: JournalFact? {
    let order: [FactKind] = [.needGuided, .needConfirmed, .needDriver, .needRequirement]
    return order.lazy.compactMap { kind in need.last { $0.kind == kind } }.first
  }

  /// The needs of the deal of `context`, heaviest role first, then people with no part in the decision, then what is said
  /// of nobody in particular; whoever neither wanted nor said anything is left out.
  /// Before the sale nothing is sold.
  public static func all(of context: DealContext) -> [SoldNeed] {
    guard context.deal.stage == .care else { return [] }
    let words = context.facts(.satisfactionFull, .satisfactionPartial, .satisfactionNone)
    let first = words.first.map(context.moment(of:))
    func isSold(_ fact: JournalFact) -> Bool { first.map { context.moment(of: fact) < $0 } ?? true }
    let needs = context.facts(.needRequirement, .needDriver, .needConfirmed, .needGuided).filter(isSold)
    let values = context.facts(.valueCapability, .valueBenefit, .valueDifference).filter(isSold)
    let chain = context.chain.map(\.person)
    let others = Set((needs + words).compactMap(\.person)).subtracting(chain).sorted()
    let people: [String?] = (chain + others).map(\.self) + [nil]
    return people.compactMap { person in
      let need = needs.filter { $0.person == person }
      let word = words.last { $0.person == person }
      guard !need.isEmpty || word != nil else { return nil }
      return SoldNeed(
        person: person, need: need, promised: values.filter { $0.person == person }, outcome: Outcome(word?.kind),
        word: word, answer: word.map(context.answer(to:)) ?? [])
    }
  }
}

extension DealContext {
  /// What answers a complaint: something done or promised, given or won back with the same person, or somebody senior
  /// who went there. Praise needs no answer.
  fileprivate func answer(to word: JournalFact) -> [Evidence] {
    guard word.kind != .satisfactionFull else { return [] }
    let deeds = facts(.commitmentDone, .commitmentOurs, .trustUp, .exchangeDiscount)
      .filter { fact in
        // A kind word in the same breath as the complaint settles nothing.
        fact.person == word.person && isSaid(fact, after: word)
          && (fact.kind != .trustUp || fact.isLikely && fact.evidence != word.evidence)
          && (fact.kind != .commitmentOurs || stands(fact))
      }.map(\.evidence)
    return deeds + signs(.escalates).filter { moment(of: $0) >= moment(of: word) }.map(\.evidence)
  }

  /// Whether a promise was kept or may still be: "I will look into it" of months ago answers nobody.
  private func stands(_ promise: JournalFact) -> Bool {
    (nextSteps + deal.commitments.filter { $0.state == .done })
      .contains { journal.facts[$0.made].evidence == promise.evidence }
  }

  /// Whether a fact was noted on a later day, or in the same note on the same line or below.
  private func isSaid(_ fact: JournalFact, after other: JournalFact) -> Bool {
    let days = (fact.day ?? asOf, other.day ?? asOf)
    return days.0 > days.1
      || days.0 == days.1 && fact.evidence.path == other.evidence.path && fact.evidence.line >= other.evidence.line
  }
}
