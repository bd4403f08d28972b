import FactReading
import NoteSyntax

/// Tells which promises stand, were kept, are late.
///
/// Notes seldom say which promise a later line settles: "sent it" is all there is. A word of one kept or missed
/// settles the earlier promise with which it shares most words; without any, one kept settles the latest that still
/// stands, and one missed stands for a promise that nobody wrote down.
struct CommitmentLedger {
  private var promises: [Promise] = []
  /// The words of the promises that may still be kept, by their place in `promises`.
  private var words = WordIndex()
  /// Promises of which nothing has been said since they were made, in order.
  private var unsettled: [Int] = []

  /// The commitments of one deal at `asOf`, in the order in which they were made. `facts` are all of the journal's,
  /// `indices` those of the deal in order of day. `handovers` tell that something left our hands: they keep a promise of
  /// ours, if no fact told of it and they name what it was about, in its words or in words for the same thing. Of `names`, the
  /// deal's and its people's, nothing is about.
  static func commitments(
    of facts: [JournalFact], _ indices: [Int], handovers: [JournalSign] = [], names: [String] = [], asOf: Day
  ) -> [Commitment] {
    var ledger = CommitmentLedger()
    for index in indices {
      switch facts[index].kind {
      case .commitmentOurs, .commitmentTheirs:
        guard facts[index].assertion.polarity == .affirmed else { continue }
        ledger.add(Promise(facts[index], index: index, asOf: asOf))
      case .commitmentDone, .commitmentBroken:
        guard facts[index].assertion.isDone else { continue }
        ledger.settle(by: facts[index], index: index, asOf: asOf)
      default: continue
      }
    }
    if !handovers.isEmpty {
      let names = WordSet(names)
      var promisesOfThing: [PromisedThing: [Int]] = [:]
      for position in ledger.promises.indices where ledger.promises[position].owner == .ours {
        for thing in PromisedThing.named(in: ledger.promises[position].evidence.quote) {
          promisesOfThing[thing, default: []].append(position)
        }
      }
      for sign in handovers { ledger.settle(by: sign, but: names, promisesOfThing) }
    }
    return ledger.promises.map { $0.commitment(asOf: asOf) }
  }

  private mutating func settle(
    by sign: JournalSign, but names: WordSet, _ promisesOfThing: [PromisedThing: [Int]]
  ) {
    guard let day = sign.day else { return }
    let words = WordSet(sign.evidence.quote).subtracting(names)
    let alike = sharing(words).filter { $0.shared >= WordSet.ofOneThing }.map(\.position)
    let named = PromisedThing.named(in: sign.evidence.quote).flatMap { promisesOfThing[$0] ?? [] }
    for position in alike + named where promises[position].mayBeKept(on: day, by: sign.evidence) {
      promises[position].state = .done
    }
  }

  private mutating func add(_ promise: Promise) {
    words.append(WordSet(promise.evidence.quote))
    unsettled.append(promises.count)
    promises.append(promise)
  }

  private mutating func settle(by fact: JournalFact, index: Int, asOf: Day) {
    let position: Int
    if let match = match(for: fact) {
      position = match
    } else if fact.kind == .commitmentBroken {
      // The line says itself what was promised, or the promise was never written down.
      if let same = promises.lastIndex(where: { $0.evidence == fact.evidence }) {
        position = same
      } else {
        position = promises.count
        add(Promise(fact, index: index, asOf: asOf))
      }
    } else {
      return
    }
    promises[position].state = fact.kind == .commitmentDone ? .done : .broken
    promises[position].settled = index
  }

  /// The promises that may still be kept and share words with a line, and how many words.
  private mutating func sharing(_ line: WordSet) -> [(position: Int, shared: Int)] {
    let promises = promises
    // What is said to be missed may still be made good, so a broken promise can be settled once more.
    return words.sharing(line) { promises[$0].state == .done }
  }

  /// The earlier promise that a word of one kept or missed speaks of.
  private mutating func match(for fact: JournalFact) -> Int? {
    let best = sharing(WordSet(fact.evidence.quote)).filter { promises[$0.position].evidence != fact.evidence }
      .max { ($0.shared, $0.position) < ($1.shared, $1.position) }
    if best == nil, fact.kind == .commitmentDone {
      while let last = unsettled.last, promises[last].state != nil { unsettled.removeLast() }
      return unsettled.last { promises[$0].state == nil && promises[$0].evidence != fact.evidence }
    }
    return best?.position
  }

  /// A commitment while the ledger is read.
  private struct Promise {
    let made: Int
    let owner: Side
    let day: Day
    let due: DayRange?
    let evidence: Evidence
    var state: Commitment.State?
    var settled: Int?

    init(_ fact: JournalFact, index: Int, asOf: Day) {
      made = index
      owner = fact.kind == .commitmentTheirs ? .customer : .ours
      let day = fact.day ?? asOf
      self.day = day
      // A day before the promise tells what it is about; the first one after it is the deadline.
      due = fact.dates.first { $0.last > day }
      evidence = fact.evidence
    }

    /// Whether it is a promise of ours, still open, of which a line behind it may speak.
    func mayBeKept(on day: Day, by line: Evidence) -> Bool {
      owner == .ours && state == nil && day >= self.day && line != evidence
    }

    func commitment(asOf: Day) -> Commitment {
      let isLate = due.map { $0.last < asOf } ?? false
      return Commitment(
        owner: owner, due: due, state: state ?? (isLate ? .overdue : .open), made: made, settled: settled)
    }
  }
}
