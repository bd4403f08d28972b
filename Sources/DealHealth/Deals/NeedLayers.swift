import DealJournal
import FactReading

/// One person's need in its three layers, and the three questions that decide whether it has to be guided.
public struct NeedLayers: Sendable {
  /// `Person.id`; nil for what the notes say of nobody in particular.
  public let person: String?
  /// How far it is known.
  public let status: NeedStatus
  /// What they ask for (要求).
  public let requirement: [Evidence]
  /// The want behind it (需要).
  public let want: [Evidence]
  /// The pressure or motive behind that (深层次动因).
  public let driver: [Evidence]
  /// Where they said it themselves.
  public let confirmed: [Evidence]
  /// Where it was reshaped and they took it.
  public let guided: [Evidence]
  /// The three questions, in their order.
  public let answers: [Answer]

  /// One of the three questions.
  public enum Question: Int, CaseIterable, Sendable {
    /// Does the requirement meet the real want?
    case meetsWant
    /// Is it best for the customer, or is there a better idea?
    case isBest
    /// Have we a chance to win this way?
    case canWin

    /// For readers.
    public var title: Text {
      switch self {
      case .meetsWant: Text(en: "does it meet the real want?", zh: "这个要求能不能满足真正的需要？")
      case .isBest: Text(en: "is there a better idea?", zh: "有没有对客户更好的思路？")
      case .canWin: Text(en: "have we a chance this way?", zh: "按这个做，我们有没有胜算？")
      }
    }
  }

  /// What the notes answer to a question.
  public struct Answer: Sendable {
    /// The question.
    public let question: Question
    /// Yes, no, or nil while it is open.
    public let isYes: Bool?
    /// The places that answer it.
    public let evidence: [Evidence]
  }

  /// The need of `influencer`, or with nil what the notes say of nobody in particular.
  public init(of influencer: Influencer?, in context: DealContext) {
    let facts = context.facts(.needRequirement, .needDriver, .needConfirmed, .needGuided)
      .filter { $0.person == influencer?.person }
    func places(_ kind: FactKind) -> [Evidence] { facts.filter { $0.kind == kind }.map(\.evidence) }
    let pressed = Set(context.signs(.pressure).map(\.evidence))
    let reasons = places(.needDriver)
    person = influencer?.person
    status =
      influencer?.need
      ?? (facts.contains { $0.kind == .needGuided }
        ? .guided : facts.contains { $0.kind == .needConfirmed } ? .confirmed : facts.isEmpty ? .unknown : .stated)
    requirement = places(.needRequirement)
    driver = reasons.filter(pressed.contains)
    want = reasons.filter { !pressed.contains($0) }
    confirmed = places(.needConfirmed)
    guided = places(.needGuided)
    answers = Question.allCases.map { context.answer(to: $0, of: influencer?.person) }
  }

  /// Whether nothing of it is on record.
  public var isEmpty: Bool { [requirement, want, driver, confirmed, guided].allSatisfy(\.isEmpty) }
}

extension DealContext {
  /// What the notes answer to a question about the need of `person`; nil is for all of the deal. The last word counts, but
  /// guidance settles each "no".
  func answer(to question: NeedLayers.Question, of person: String?) -> NeedLayers.Answer {
    func isTheirs(_ other: String?) -> Bool { person == nil || other == nil || other == person }
    let yes: [JournalSign]
    let no: [JournalSign]
    var borne: [JournalFact] = facts(.needGuided).filter { isTheirs($0.person) }
    switch question {
    case .meetsWant: (yes, no) = (signs(.meetsWant), signs(.missesWant))
    case .isBest: (yes, no) = (signs(.betterIdea), [])
    case .canWin:
      (yes, no) = (signs(.chance), signs(.noChance))
      borne += facts(.valueDifference).filter { isTheirs($0.person) }
    }
    let said =
      yes.filter { isTheirs($0.person) }.map { (moment(of: $0), true, $0.evidence) }
      + no.filter { isTheirs($0.person) }.map { (moment(of: $0), false, $0.evidence) }
      + borne.map { (moment(of: $0), true, $0.evidence) }
    guard let last = said.max(by: { $0.0 < $1.0 }) else {
      return NeedLayers.Answer(question: question, isYes: nil, evidence: [])
    }
    return NeedLayers.Answer(question: question, isYes: last.1, evidence: [last.2])
  }
}
