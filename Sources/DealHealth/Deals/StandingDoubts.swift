import DealJournal
import NoteSyntax

/// The doubts of a deal without those that say nothing.
///
/// Whoever does not pick up may be on a train, and whoever was met again has broken their silence; silence behind a doubt that
/// was spoken goes on saying it. What they promised and is not there yet is late (M803) and no doubt.
struct StandingDoubts: Sendable {
  /// Whoever's they are, in the order given.
  let all: [JournalFact]
  private let ofPerson: [String: [JournalFact]]

  /// Looks through the doubts `among` what is known of a deal. Signs say where one is spoken, and where somebody is silent;
  /// `promises` are the customer's, and of `names` no promise is about.
  init(
    among known: [JournalFact], spokenAt spoken: Set<Evidence>, silentAt silent: Set<Evidence>, contacts: [JournalFact],
    promises: [JournalFact], names: [String], asOf: Day
  ) {
    let owed = Self.lines(
      of: known.filter { $0.basis == .inferred && !spoken.contains($0.evidence) }, naming: promises, but: names,
      asOf: asOf)
    let doubts = known.filter { $0.basis > .inferred || !owed.contains($0.evidence) }
    func isSilence(_ doubt: JournalFact) -> Bool { doubt.basis == .inferred && silent.contains(doubt.evidence) }
    var firstSpoken: [String?: Moment] = [:]
    for doubt in doubts where !isSilence(doubt) {
      let moment = Moment(doubt.day ?? asOf, doubt.evidence)
      firstSpoken[doubt.person] = min(firstSpoken[doubt.person] ?? moment, moment)
    }
    var lastMet: [String?: Day] = [:]
    for contact in contacts {
      let day = contact.day ?? asOf
      lastMet[contact.person] = max(lastMet[contact.person] ?? day, day)
    }
    all = doubts.filter { doubt in
      guard isSilence(doubt) else { return true }
      guard let first = firstSpoken[doubt.person], first < Moment(doubt.day ?? asOf, doubt.evidence) else {
        return false
      }
      return lastMet[doubt.person].map { $0 <= doubt.day ?? asOf } ?? true
    }
    ofPerson = Dictionary(grouping: all.filter { $0.person != nil }) { $0.person ?? "" }
  }

  /// One person's, by `Person.id`.
  subscript(person: String) -> [JournalFact] { ofPerson[person] ?? [] }

  /// The lines of facts that name the thing of an earlier promise.
  private static func lines(
    of facts: [JournalFact], naming promises: [JournalFact], but names: [String], asOf: Day
  ) -> Set<Evidence> {
    guard !facts.isEmpty, !promises.isEmpty else { return [] }
    let names = WordSet(names)
    var things = WordIndex()
    for promise in promises { things.append(WordSet(promise.evidence.quote)) }
    return Set(
      facts.filter { fact in
        things.sharing(WordSet(fact.evidence.quote).subtracting(names)).contains {
          $0.shared >= WordSet.ofOneThing && (promises[$0.position].day ?? asOf) < fact.day ?? asOf
        }
      }.map(\.evidence))
  }
}
