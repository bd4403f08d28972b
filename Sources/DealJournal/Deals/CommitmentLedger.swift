import FactReading
import NoteSyntax

/// Tells which promises stand, were kept, are late.
///
/// Notes seldom say which promise a later line settles: "sent it" is all there is. A word of one kept or missed
/// settles the earlier promise with which it shares most words; without any, one kept settles the latest that still
/// stands, and one missed stands for a promise that nobody wrote down.
enum CommitmentLedger {
  /// The commitments of one deal at `asOf`, in the order in which they were made. `facts` are all of the journal's,
  /// `indices` those of the deal in order of day.
  static func commitments(of facts: [JournalFact], _ indices: [Int], asOf: Day) -> [Commitment] {
    var promises: [Promise] = []
    for index in indices {
      let fact = facts[index]
      switch fact.kind {
      case .commitmentOurs, .commitmentTheirs:
        guard fact.assertion.polarity == .affirmed else { continue }
        promises.append(Promise(fact, index: index, asOf: asOf))
      case .commitmentDone, .commitmentBroken:
        guard fact.assertion.isDone else { continue }
        settle(&promises, by: fact, index: index, asOf: asOf)
      default: continue
      }
    }
    return promises.map { $0.commitment(asOf: asOf) }
  }

  private static func settle(_ promises: inout [Promise], by fact: JournalFact, index: Int, asOf: Day) {
    let words = WordSet(fact.evidence.quote)
    let day = fact.day ?? asOf
    var best: (shared: Int, position: Int)?
    for position in promises.indices {
      let promise = promises[position]
      // What is said to be missed may still be made good, so a broken promise can be settled once more.
      guard promise.state != .done, promise.evidence != fact.evidence, promise.day <= day else { continue }
      let shared = promise.words.count(sharedWith: words)
      guard shared > 0 || promise.state == nil && fact.kind == .commitmentDone else { continue }
      if shared >= best?.shared ?? 0 { best = (shared, position) }
    }
    let position: Int
    if let best {
      position = best.position
    } else if fact.kind == .commitmentBroken {
      // The line says itself what was promised, or the promise was never written down.
      if let same = promises.lastIndex(where: { $0.evidence == fact.evidence }) {
        position = same
      } else {
        position = promises.count
        promises.append(Promise(fact, index: index, asOf: asOf))
      }
    } else {
      return
    }
    promises[position].state = fact.kind == .commitmentDone ? .done : .broken
    promises[position].settled = index
  }

  /// A commitment while the ledger is read.
  private struct Promise {
    let made: Int
    let owner: Side
    let day: Day
    let due: DayRange?
    let words: WordSet
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
      words = WordSet(fact.evidence.quote)
      evidence = fact.evidence
    }

    func commitment(asOf: Day) -> Commitment {
      let isLate = due.map { $0.last < asOf } ?? false
      return Commitment(
        owner: owner, due: due, state: state ?? (isLate ? .overdue : .open), made: made, settled: settled)
    }
  }
}

/// The words of a sentence, for telling how much two have in common: Latin words of four letters or more, numbers,
/// and pairs of neighbouring Han characters.
struct WordSet {
  private var hashes: Set<UInt64> = []

  init(_ text: String) {
    var word: UInt64 = 0
    var length = 0
    var lastHan: UInt32?
    func isNumber(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    for scalar in text.unicodeScalars {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let isLatin = scalar.properties.isAlphabetic && !isHan || isNumber(scalar)
      if isLatin {
        // FNV-1a over scalars, ASCII letters in lower case.
        let folded = ("A"..."Z").contains(scalar) ? scalar.value | 0x20 : scalar.value
        word = ((length == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(folded)) &* 0x100_0000_01B3
        length += 1
      } else if length > 0 {
        if length >= 4 { hashes.insert(word) }
        length = 0
      }
      if isHan, let lastHan { hashes.insert(UInt64(lastHan) << 32 | UInt64(scalar.value)) }
      lastHan = isHan ? scalar.value : nil
    }
    if length >= 4 { hashes.insert(word) }
  }

  /// How many words both have.
  func count(sharedWith other: WordSet) -> Int { hashes.intersection(other.hashes).count }
}
