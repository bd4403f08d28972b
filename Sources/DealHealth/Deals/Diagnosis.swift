import DealJournal
import FactReading

/// Why somebody calls it too expensive, looked for in the only order that helps: value not transmitted, trust not built,
/// the offer not worth enough, and only then the same for less elsewhere.
public struct Diagnosis: Sendable {
  /// A cause, in the order in which it is looked for.
  public enum Cause: Int, CaseIterable, Sendable {
    /// They do not see the value.
    case value = 1
    /// They do not trust us enough.
    case trust
    /// The offer is not worth it to them.
    case offer
    /// The same is to be had for less elsewhere.
    case cheaperElsewhere

    /// For readers.
    public var title: Text {
      switch self {
      case .value: Text(en: "value not transmitted", zh: "价值没传递到位")
      case .trust: Text(en: "trust not built", zh: "信任没建立到位")
      case .offer: Text(en: "the offer is not worth enough", zh: "产品和服务的价值不够")
      case .cheaperElsewhere: Text(en: "the same for less elsewhere", zh: "别人能用更低的价格提供同样的价值")
      }
    }
  }

  /// What the notes say of a cause.
  public enum State: String, Encodable, Sendable {
    /// It stands, or nothing was done that could have settled it.
    case open
    /// The notes show that it is not the cause.
    case settled
    /// They say nothing either way.
    case unknown
  }

  /// A cause and what the notes say of it.
  public struct Step: Sendable {
    /// The cause.
    public let cause: Cause
    /// What is known of it.
    public let state: State
    /// The places that show it.
    public let evidence: [Evidence]
  }

  /// The words of the objection, and whose they are.
  public let objection: JournalSign
  /// All four causes, in order.
  public let steps: [Step]

  /// The earliest cause that stands.
  public var first: Step? { steps.first { $0.state == .open } }
  /// Whether the first three are known not to be it.
  public var isAboveRep: Bool {
    steps.allSatisfy { $0.cause == .cheaperElsewhere ? $0.state == .open : $0.state == .settled }
  }

  /// The diagnosis of the latest objection to the price; nil when there is none.
  public init?(of context: DealContext) {
    guard let objection = context.signs(.tooExpensive, .sameCheaper).last else { return nil }
    self.objection = objection
    let chain = context.chain
    let rows = ValueMatrix(of: context).rows
    let asked = objection.person.flatMap { person in chain.firstIndex { $0.person == person } }
    let indices = asked.map { [$0] } ?? Array(chain.indices)
    let concerned = indices.map { chain[$0] }
    // That we can is no reason to pay: what they gain, or why us, has to have come across.
    let blind = indices.filter { index in
      rows[index].cells.dropFirst().allSatisfy { $0.state == .none } && rows[index].best != .acknowledged
    }
    let doubtful = concerned.filter { context.distrusts($0) }
    let trusting = concerned.filter { !$0.trustUp.isEmpty }
    let lacks = context.signs(.fallsShort)
    let able = context.facts(.valueCapability, .satisfactionFull)
    let same = context.signs(.sameCheaper)
    func places(_ facts: [Int]) -> [Evidence] { facts.map { context.journal.facts[$0].evidence } }
    steps = [
      Step(
        cause: .value, state: concerned.isEmpty ? .unknown : blind.isEmpty ? .settled : .open,
        evidence: blind.isEmpty
          ? context.facts(.valueBenefit, .valueDifference).map(\.evidence)
          : blind.flatMap { rows[$0].cells.flatMap(\.evidence) }),
      Step(
        cause: .trust, state: !doubtful.isEmpty ? .open : trusting.isEmpty ? .unknown : .settled,
        evidence: doubtful.isEmpty
          ? trusting.flatMap { places($0.trustUp) } : doubtful.flatMap { places($0.trustDown) }),
      Step(
        cause: .offer, state: !lacks.isEmpty ? .open : able.isEmpty ? .unknown : .settled,
        evidence: lacks.isEmpty ? able.map(\.evidence) : lacks.map(\.evidence)),
      Step(
        cause: .cheaperElsewhere, state: same.isEmpty ? .unknown : .open, evidence: same.map(\.evidence)),
    ]
  }
}
