import FactReading
import NoteSyntax

/// Tells which promises stand, were kept, are late.
///
/// Notes seldom say which promise a later line settles: "sent it" is all there is. A word of one kept or missed
/// settles the earlier promise with which it shares most words; without any, one kept settles the latest that still
/// stands, and one missed stands for a promise that nobody wrote down.
struct CommitmentLedger {
  private var promises: [Promise] = []
  /// For each word, the promises that may still be kept and hold it, in order.
  private var promisesOfWord: [UInt64: [Int]] = [:]
  /// Promises of which nothing has been said since they were made, in order.
  private var unsettled: [Int] = []
  /// How many words each promise shares with the line at hand; all zero in between.
  private var shared: [Int] = []

  /// The commitments of one deal at `asOf`, in the order in which they were made. `facts` are all of the journal's,
  /// `indices` those of the deal in order of day. `handovers` tell that something left our hands: they keep a promise of
  /// ours, if no fact told of it and they name what it was about. Of `names`, the deal's and its people's, nothing is about.
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
      for sign in handovers { ledger.settle(by: sign, but: names) }
    }
    return ledger.promises.map { $0.commitment(asOf: asOf) }
  }

  private mutating func settle(by sign: JournalSign, but names: WordSet) {
    guard let day = sign.day else { return }
    let words = WordSet(sign.evidence.quote).subtracting(names)
    for (position, shared) in sharing(words) where shared >= WordSet.ofOneThing {
      if promises[position].mayBeKept(on: day, by: sign.evidence) { promises[position].state = .done }
    }
  }

  private mutating func add(_ promise: Promise) {
    for word in promise.words.hashes { promisesOfWord[word, default: []].append(promises.count) }
    unsettled.append(promises.count)
    promises.append(promise)
    shared.append(0)
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
  private mutating func sharing(_ words: WordSet) -> [(position: Int, shared: Int)] {
    let promises = promises
    var touched: [Int] = []
    for word in words.hashes {
      // What is said to be missed may still be made good, so a broken promise can be settled once more.
      promisesOfWord[word]?.removeAll { promises[$0].state == .done }
      for position in promisesOfWord[word] ?? [] {
        if shared[position] == 0 { touched.append(position) }
        shared[position] += 1
      }
    }
    return touched.map { position in
      defer { shared[position] = 0 }
      return (position, shared[position])
    }
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

/// The words of a sentence, for telling how much two have in common: Latin words of four letters or more, numbers,
/// and pairs of neighbouring Han characters.
package struct WordSet: Sendable {
  private(set) var hashes: Set<UInt64> = []
  /// Words in common that make one thing of two: a single one could be any.
  fileprivate static let ofOneThing = 2

  /// Whether two sentences may well speak of one thing, as of a promise and of its keeping.
  package func nameSameThing(as other: WordSet) -> Bool {
    hashes.intersection(other.hashes).count >= Self.ofOneThing
  }

  /// The words without those of `others`.
  package func subtracting(_ others: WordSet) -> WordSet {
    var rest = self
    rest.hashes.subtract(others.hashes)
    return rest
  }

  /// The words of several texts.
  package init(_ texts: [String]) { self.init(texts.joined(separator: "\n")) }

  /// The words of a text.
  package init(_ text: String) {
    var word: UInt64 = 0
    var length = 0
    var lastHan: UInt32?
    for scalar in text.unicodeScalars {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let isLatin =
        scalar.isASCII
        ? ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        : !isHan && scalar.properties.isAlphabetic
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
}
