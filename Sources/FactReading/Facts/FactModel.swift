/// The learned reading of prose: for every kind of fact a logistic regression over sentences and one over lines.
///
/// The file holds int8 weights, one row per feature and in it one column per kind and model, and is read in place: nothing
/// is parsed or copied. Sums are integers and everything after them basic IEEE arithmetic in a fixed order, so a reading
/// is the same to the bit on every machine. The layout is told by `FactModel.Layout`, which the trainer shares.
package struct FactModel: Sendable {
  /// Columns of one model in a row; kinds by position in `FactKind.allCases`, the rest unused.
  package static let columns = 32

  /// Where the parts of a model file begin, in bytes; all numbers are little endian.
  package struct Layout {
    /// `RPF1`.
    package static let magic: UInt32 = 0x3146_5052
    /// Magic, number of rows, number of slots (a power of two), calibration slope and offset, threshold: four bytes each.
    package static let header = 24
    /// Bias, dense scale, sparse scale of the sentence model, then of the line model: `columns` floats each.
    package static let scales = 6 * FactModel.columns * 4
    package let rows: Int
    package let slots: Int
    /// UInt16 per slot: row + 1, or 0.
    package let slotStart = header + scales
    /// UInt32 per row: the feature.
    package let keyStart: Int
    /// Int8 per row and column: first the sentence model's, then the line model's.
    package let weightStart: Int
    /// Length of the file.
    package var end: Int { weightStart + rows * FactModel.columns * 2 }

    package init(rows: Int, slots: Int) {
      self.rows = rows
      self.slots = slots
      keyStart = slotStart + slots * 2
      weightStart = keyStart + rows * 4
    }
  }

  // Read-only memory that outlives the program's use of it: the executable's own bytes, or a trainer's buffer.
  nonisolated(unsafe) let base: UnsafeRawPointer
  let layout: Layout
  /// Slope and offset that turn the models' mean logit into a probability.
  package let slope: Float
  package let offset: Float
  /// Probability from which a proposal is a fact.
  package let threshold: Float
  /// The sum of both models' logits from which the threshold is reached.
  private let reach: Float

  /// The model compiled into the program; nil when it has none (a first build, before training).
  package static let builtin = UnsafeRawBufferPointer.embeddedModel("facts").flatMap { FactModel($0) }

  /// A model in memory that stays where it is; nil when it is none of this version.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count >= Layout.header,
      UInt32(littleEndian: base.loadUnaligned(as: UInt32.self)) == Layout.magic
    else { return nil }
    func word(_ at: Int) -> UInt32 {
      UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    let slots = Int(word(8))
    let layout = Layout(rows: Int(word(4)), slots: slots)
    guard layout.end == bytes.count, slots > 0, slots & (slots - 1) == 0 else { return nil }
    self.base = base
    self.layout = layout
    slope = Float(bitPattern: word(12))
    offset = Float(bitPattern: word(16))
    threshold = Float(bitPattern: word(20))
    reach = slope > 0 && threshold > 1e-4 ? 2 * (StableMath.logit(threshold) - offset) / slope : -.infinity
  }

  /// The row of a feature; nil when the model does not know it.
  @inline(__always) func row(of feature: UInt32) -> Int? {
    let mask = layout.slots &- 1
    var slot = Int(truncatingIfNeeded: feature) & mask
    while true {
      let entry = UInt16(
        littleEndian: base.loadUnaligned(fromByteOffset: layout.slotStart &+ slot &* 2, as: UInt16.self))
      if entry == 0 { return nil }
      let row = Int(entry) &- 1
      let key = base.loadUnaligned(fromByteOffset: layout.keyStart &+ row &* 4, as: UInt32.self)
      if UInt32(littleEndian: key) == feature { return row }
      slot = (slot &+ 1) & mask
    }
  }

  /// The weights of a row: `columns` of the sentence model, then of the line model.
  @inline(__always) func weights(_ row: Int) -> UnsafePointer<Int8> {
    (base + (layout.weightStart &+ row &* (Self.columns * 2))).assumingMemoryBound(to: Int8.self)
  }

  /// One of the per-column numbers: `part` 0 bias, 1 dense scale, 2 sparse scale; `model` 0 sentence, 1 line.
  @inline(__always) private func number(_ part: Int, model: Int, _ column: Int) -> Float {
    let at = Layout.header &+ ((model &* 3 &+ part) &* Self.columns &+ column) &* 4
    return Float(bitPattern: UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
  }

  /// The logits of all kinds from the sums of their features, in the order of `FactKind.allCases`, appended to `logits`;
  /// `model` 0 sentence, 1 line.
  func appendLogits(_ sums: FactModelSums, model: Int, to logits: inout [Float]) {
    let dense = Float(max(sums.denseCount, 1)).squareRoot()
    let sparse = Float(max(sums.sparseCount, 1)).squareRoot()
    let first = model * Self.columns
    sums.dense.withUnsafeBufferPointer { denseSums in
      sums.sparse.withUnsafeBufferPointer { sparseSums in
        for kind in 0..<FactKind.count {
          var logit = number(0, model: model, kind)
          logit += Float(denseSums[first &+ kind]) * number(1, model: model, kind) / dense
          logit += Float(sparseSums[first &+ kind]) * number(2, model: model, kind) / sparse
          logits.append(logit)
        }
      }
    }
  }
}

extension FactModel {
  /// The probability of each kind on a line, from the features of its sentences and its own.
  package func probabilities(sentences: [FeatureList], whole: FeatureList) -> [Float] {
    var line = FactModelSums(self)
    let parts = sentences.map { list in
      var sums = FactModelSums(self)
      sums.add(list)
      sums.finish()
      line.add(sums)
      return sums
    }
    line.add(whole)
    line.finish()
    var logits: [Float] = []
    for part in parts { appendLogits(part, model: 0, to: &logits) }
    appendLogits(line, model: 1, to: &logits)
    return (0..<FactKind.count).map { kind in
      probability(
        sentences: parts.indices.map { StableMath.logistic(logits[$0 * FactKind.count + kind]) },
        line: logits[parts.count * FactKind.count + kind])
    }
  }

  /// The words of a sentence that speak most for a kind: up to three of its concepts and numbers, in order; where none does, up
  /// to three others. `bytes` are the note's.
  func cues(for kind: Int, in shape: SentenceShape, of bytes: [UInt8]) -> [Range<Int>] {
    var weighed: [(weight: Int, range: Range<Int>)] = []
    for piece in shape.pieces {
      guard let row = row(of: NoteFeatures.concept(piece.meaning)) else { continue }
      let weight = Int(weights(row)[kind]) + Int(weights(row)[Self.columns + kind])
      if weight > 0, !weighed.contains(where: { $0.range.overlaps(piece.range) }) {
        if weighed.isEmpty { weighed.reserveCapacity(shape.pieces.count) }
        weighed.append((weight, piece.range))
      }
    }
    // Pieces come by start: what is taken out are the weakest, of equal ones the last.
    while weighed.count > 3,
      let weakest = weighed.indices.min(by: { (weighed[$0].weight, $1) < (weighed[$1].weight, $0) })
    {
      weighed.remove(at: weakest)
    }
    return weighed.isEmpty ? StrongestWords.found(for: kind, in: shape, of: bytes, by: self) : weighed.map(\.range)
  }

  /// The probability that a line has a kind, from the sentence model's probability of it in each sentence, joined by
  /// noisy-or, and the line model's logit.
  func probability(sentences chances: [Float], line: Float) -> Float {
    var none: Float = 1
    for chance in chances { none *= 1 - chance }
    let mean = (StableMath.logit(1 - none) + line) * 0.5
    return StableMath.logistic(slope * mean + offset)
  }

  /// Whether a line with so many sentences, none of which has a kind with a higher logit than `strongest`, stays below the
  /// threshold for certain. Most kinds do on most lines, and then need no probability.
  func isOutOfReach(_ kind: FactKind, strongest: Float, of count: Int, line: Float) -> Bool {
    // Of n sentences with odds o each, one at least has the kind with odds (1 + o)^n - 1, less than 1.72 n o while n o < 1.
    let spread = count > 1 ? 0.7 * Float(Int.bitWidth - count.leadingZeroBitCount) : 0
    guard count <= 64, count == 1 || strongest < -spread else { return false }
    // Logits are capped below; the margins are wide beside the error of the sums.
    let bound = max(count > 1 ? strongest + spread + 0.7 : strongest, -11)
    return bound + line < reach - (slope > 0 ? 2 * kind.leaning / slope : 0) - 0.2
  }
}

/// Adds up the weights of features; a sink for `NoteFeatures`.
///
/// Features are first gathered, then looked up and only then summed, row after row: the memory that one waits for is
/// fetched while the others are worked on, and the sums stay in registers.
struct FactModelSums: FeatureSink {
  /// For each column of both models, the sum over dense features and over the others; valid after `finish`.
  private(set) var dense = [Int32](repeating: 0, count: FactModel.columns * 2)
  private(set) var sparse = [Int32](repeating: 0, count: FactModel.columns * 2)
  /// Features seen, unknown ones included.
  private(set) var denseCount = 0
  private(set) var sparseCount = 0
  private var denseFeatures: [UInt32] = []
  private var sparseFeatures: [UInt32] = []
  private let model: FactModel

  /// Sums for `model`, all zero.
  init(_ model: FactModel) { self.model = model }

  @inline(__always) mutating func add(_ feature: UInt32, _ group: FeatureGroup) {
    if group.isDense { denseFeatures.append(feature) } else { sparseFeatures.append(feature) }
  }

  @inline(__always) mutating func add(_ features: UnsafeBufferPointer<UInt32>, _ group: FeatureGroup) {
    if group.isDense { denseFeatures.append(contentsOf: features) } else { sparseFeatures.append(contentsOf: features) }
  }

  /// Takes in a list of features.
  mutating func add(_ list: FeatureList) {
    denseFeatures += list.dense
    sparseFeatures += list.sparse
  }

  /// Sums what was added since the last time.
  mutating func finish() {
    denseCount += denseFeatures.count
    sparseCount += sparseFeatures.count
    Self.sum(denseFeatures, into: &dense, model)
    Self.sum(sparseFeatures, into: &sparse, model)
    denseFeatures.removeAll(keepingCapacity: true)
    sparseFeatures.removeAll(keepingCapacity: true)
  }

  private static func sum(_ features: [UInt32], into sums: inout [Int32], _ model: FactModel) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: features.count) { rows in
      var known = 0
      for feature in features {
        guard let row = model.row(of: feature) else { continue }
        rows.initializeElement(at: known, to: Int32(truncatingIfNeeded: row))
        known &+= 1
      }
      sum(rows: UnsafeBufferPointer(rebasing: rows[..<known]), into: &sums, model)
    }
  }

  private static func sum(rows: UnsafeBufferPointer<Int32>, into sums: inout [Int32], _ model: FactModel) {
    let columns = FactModel.columns * 2
    // 256 weights of a byte add up to two bytes at most, and the processor adds twice as many of those at a time.
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: columns) { part in
      var start = 0
      while start < rows.count {
        part.initialize(repeating: 0)
        let end = min(start + 256, rows.count)
        for index in start..<end {
          let weights = model.weights(Int(rows[index]))
          for column in 0..<columns { part[column] &+= Int16(weights[column]) }
        }
        for column in 0..<columns { sums[column] &+= Int32(part[column]) }
        start = end
      }
    }
  }

  /// Takes in the sums of a finished part.
  mutating func add(_ part: FactModelSums) {
    for column in dense.indices {
      dense[column] &+= part.dense[column]
      sparse[column] &+= part.sparse[column]
    }
    denseCount += part.denseCount
    sparseCount += part.sparseCount
  }

  /// Starts anew.
  mutating func clear() {
    for column in dense.indices {
      dense[column] = 0
      sparse[column] = 0
    }
    denseFeatures.removeAll(keepingCapacity: true)
    sparseFeatures.removeAll(keepingCapacity: true)
    denseCount = 0
    sparseCount = 0
  }
}

extension FactKind {
  /// The probability of a kind where a writer states it whom no model has read, from a model's own.
  func leant(_ probability: Float) -> Float {
    leaning == 0 ? probability : StableMath.logistic(StableMath.logit(probability) + leaning)
  }

  /// What is added to the logit. The models take for rarer than it is what few of their journals tell, or tell in many ways;
  /// how much so was measured on journals that they have not learnt from (docs/reading.md).
  fileprivate var leaning: Float {
    switch self {
    case .contact, .needRequirement, .needDriver, .trustDown, .commitmentOurs, .commitmentDone: 0
    case .exchangeBudget, .exchangePrice, .exchangeDiscount, .decision: 0
    case .valueCapability, .trustUp, .commitmentBroken, .exchangeInterest: 0.2
    case .needConfirmed, .valueBenefit, .commitmentTheirs, .exchangeTerms, .competitor, .source, .repeat, .referral: 0.3
    case .satisfactionFull, .satisfactionPartial, .satisfactionNone: 0.6
    case .needGuided, .valueDifference: 0.9
    }
  }
}
