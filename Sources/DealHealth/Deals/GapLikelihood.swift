import DealJournal
import FactReading
import NoteSyntax

/// What a deal is likely to lack, by everything that was read of it.
///
/// A rule looks at the few facts that it is about, and of those that prose tells some are misread and some missed. The rest of
/// what is known of the deal says how far to believe it: of a customer with whom everything else goes well it takes more to
/// say that they doubt us. How much each thing says is learnt from annotated journals (`rapport-dev train-gaps`).
struct GapLikelihood: Sendable {
  /// By `Gap.allCases`, above zero where it is worth saying; empty where rules alone decide.
  private let ofDeal: [Double]
  /// Likewise of each person of the chain, by `Person.id`, by `Gap.personal`.
  private let ofPerson: [String: [Double]]

  /// Rules alone decide.
  static let unknown = GapLikelihood(ofDeal: [], ofPerson: [:])

  private init(ofDeal: [Double], ofPerson: [String: [Double]]) {
    self.ofDeal = ofDeal
    self.ofPerson = ofPerson
  }

  /// Weighs a deal with `model`, whose first rows are about deals and the others about people. Where the writer marked anything of
  /// it, what they mean is certain, and rules alone decide.
  init(of context: DealContext, model: LinearModel?) {
    guard let model, model.rows.count == Gap.allCases.count + Gap.personal.count, !context.isMarked else {
      self = .unknown
      return
    }
    let traits = context.traits
    ofDeal = model.rows.prefix(Gap.allCases.count).map { $0.score(traits) }
    let rows = model.rows.suffix(Gap.personal.count)
    ofPerson = Dictionary(
      context.chain.map { influencer in
        let traits = context.traits(of: influencer)
        return (influencer.person, rows.map { $0.score(traits) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a gap is worth looking for though no rule finds it outright.
  func isLikely(_ gap: Gap) -> Bool { score(gap).map { $0 > 0 } ?? false }

  /// Whether a gap is not worth a warning though a rule finds it, in the deal or with a person: somebody else is likelier meant.
  func isUnlikely(_ gap: Gap, of person: String?) -> Bool {
    guard !Gap.byDays.contains(gap), let score = score(gap) else { return false }
    guard score > 0 else { return true }
    guard let person, let own = self.score(gap, of: person), own <= 0 else { return false }
    return ofPerson.keys.contains { self.score(gap, of: $0) ?? own > own }
  }

  /// Whom of `people` a gap is most likely about; nil where nothing tells.
  func likeliest(_ gap: Gap, among people: [Influencer]) -> Influencer? {
    people.max { (score(gap, of: $0.person) ?? 0) < (score(gap, of: $1.person) ?? 0) }
  }

  private func score(_ gap: Gap) -> Double? {
    ofDeal.isEmpty ? nil : Gap.allCases.firstIndex(of: gap).map { ofDeal[$0] }
  }

  private func score(_ gap: Gap, of person: String) -> Double? {
    guard let scores = ofPerson[person] else { return nil }
    return Gap.personal.firstIndex(of: gap).map { scores[$0] }
  }
}

extension DealContext {
  /// Those with whom a rule finds a gap, and of `others` whoever it is likelier about, where the deal as a whole makes it likely.
  func adding(likeliestOf others: [Influencer], to found: [Influencer], for gap: Gap) -> [Influencer] {
    guard likelihood.isLikely(gap), let first = likelihood.likeliest(gap, among: found + others),
      !found.contains(where: { $0.person == first.person })
    else { return found }
    return found + [first]
  }

  /// The features of the model of gaps, from 0 to 1; their order belongs to its weights.
  package var traits: [Double] {
    let counts = FactKind.allCases.map { facts($0).count }
    let days = deal.days.filter { $0 <= asOf }
    let silence = days.last.map { asOf - $0 } ?? 90
    var values: [Double] = Stage.allCases.map { deal.stage == $0 ? 1 : 0 }
    values += counts.map(LinearModel.share)
    values += Role.allCases.map { role in LinearModel.share(chain.count { $0.role == role }) }
    values += [Self.part(chain.count, of: 8), Self.part(counts.reduce(0, +), of: 60), LinearModel.share(days.count)]
    values += [Self.part(silence, of: 90), silence >= 21 ? 1 : 0, silence >= 28 ? 1 : 0]
    values.append(Self.part((days.last ?? asOf) - (days.first ?? asOf), of: 90))
    return values
  }

  /// Likewise of somebody in the chain.
  package func traits(of influencer: Influencer) -> [Double] {
    let story = timeline(of: influencer)
    let person = journal.person(influencer.person)
    let absence = influencer.contacts.last.map { asOf - $0 } ?? 90
    var values: [Double] = []
    for facts in [story, story.filter(\.isLikely)] {
      let counts = Dictionary(grouping: facts, by: \.kind).mapValues(\.count)
      values += FactKind.allCases.map { LinearModel.share(counts[$0] ?? 0) }
    }
    values += Role.allCases.map { influencer.role == $0 ? 1 : 0 }
    values += NeedStatus.allCases.map { influencer.need == $0 ? 1 : 0 }
    values += [Self.part(story.count, of: 30), Self.part(absence, of: 90), influencer.contacts.isEmpty ? 1 : 0]
    values += [LinearModel.share(person?.mentions.count ?? 0), LinearModel.share(person?.surfaces.count ?? 0)]
    values += [person?.title == nil ? 0 : 1, Self.part(chain.count, of: 8)]
    return values
  }

  private static func part(_ count: Int, of most: Int) -> Double { min(1, Double(count) / Double(most)) }
}
