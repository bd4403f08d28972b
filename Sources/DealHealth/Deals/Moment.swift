import DealJournal
import NoteSyntax

/// When and where something was noted: what came later is told by the day of its entry, then by its place.
struct Moment: Comparable {
  private let day: Day
  private let path: String
  private let start: Int

  /// What an entry of `day` notes at a place.
  init(_ day: Day, _ evidence: Evidence) {
    self.day = day
    path = evidence.path
    start = evidence.span.start
  }

  /// Earlier days first; of one day, by path and place.
  static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.path, left.start) < (right.day, right.path, right.start)
  }
}

extension DealContext {
  /// When and where a fact was noted; an undated one counts as known last.
  func moment(of fact: JournalFact) -> Moment { Moment(fact.day ?? asOf, fact.evidence) }

  /// When and where a sign was noted.
  func moment(of sign: JournalSign) -> Moment { Moment(sign.day ?? asOf, sign.evidence) }
}
