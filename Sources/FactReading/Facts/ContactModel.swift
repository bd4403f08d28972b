/// The learned answer to "did we meet, call or message this person in this entry?".
///
/// A logistic regression whose features are hashed into a table of int16 weights: what stands around a mention counts
/// once for every mention of the person in the entry and once more for the first; traits of the encounter (how often,
/// beside whom, on which side) are added where the whole journal is known.
package struct ContactModel: Sendable {
  /// Parts of the table: any mention, the first mention, the encounter.
  package enum Part: Int, CaseIterable, Sendable {
    case mention, first, encounter
  }

  private let table: WeightTable
  /// Probability from which an encounter is a contact.
  package var threshold: Float { table.threshold }

  /// The model compiled into the program; nil when it has none.
  package static let builtin = UnsafeRawBufferPointer.embeddedModel("contact").flatMap { ContactModel($0) }

  /// A model in memory that stays where it is; nil when it has another length.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let table = WeightTable(bytes, parts: Part.allCases.count) else { return nil }
    self.table = table
  }

  /// The weight of a feature.
  func weight(_ feature: UInt32, _ part: Part) -> Int32 { table.weight(feature, part: part.rawValue) }

  /// The probability that an encounter with these mentions and traits was a contact; the first mention comes first.
  package func probability(mentions: [MentionSign], traits: [UInt32]) -> Float {
    var sum = traits.reduce(Int32(0)) { $0 &+ weight($1, .encounter) } &+ (mentions.first?.first ?? 0)
    let any = mentions.reduce(Int32(0)) { $0 &+ $1.mention }
    sum &+= Int32(Float(any) / Float(max(mentions.count, 1)).squareRoot())
    return StableMath.logistic(Float(sum) * table.scale + table.offset)
  }
}

/// What stands around one mention of a name, as far as it is needed once the whole journal is known.
public struct MentionSign: Hashable, Sendable {
  /// Sum of `ContactModel` weights, as any mention of its entry.
  let mention: Int32
  /// The same, as the first of its person in the entry.
  let first: Int32
  /// Whether the person acts or speaks in the clause.
  package let isActor: Bool
  /// Whether the line says outright that there was no contact, or that it is still to come.
  package let isBarred: Bool
  /// What the words beside it say of whoever is meant.
  package let beside: WordsBeside

  /// What stands around `mention`, summed by `model`; without one nothing speaks either way.
  init(
    _ mention: NameMention, in features: NoteFeatures, isBarred: Bool, beside: WordsBeside, _ model: ContactModel?
  ) {
    let sums = model.map { model in
      var sums = MentionSums(model: model)
      features.addContactFeatures(of: mention, to: &sums)
      return sums
    }
    self.init(sums, isActor: features.isActor(mention), isBarred: isBarred, beside: beside)
  }

  /// A mention whose `features` are known, for training.
  package init(_ features: FeatureList, _ model: ContactModel) {
    var sums = MentionSums(model: model)
    for feature in features.sparse { sums.add(feature, .concepts) }
    self.init(sums, isActor: false, isBarred: false, beside: [])
  }

  private init(_ sums: MentionSums?, isActor: Bool, isBarred: Bool, beside: WordsBeside) {
    self.init(
      mention: sums?.mention ?? 0, first: sums?.first ?? 0, isActor: isActor, isBarred: isBarred, beside: beside)
  }

  init(mention: Int32, first: Int32, isActor: Bool, isBarred: Bool, beside: WordsBeside) {
    self.mention = mention
    self.first = first
    self.isActor = isActor
    self.isBarred = isBarred
    self.beside = beside
  }
}

/// Adds up a mention's weights as its features come.
private struct MentionSums: FeatureSink {
  let model: ContactModel
  private(set) var mention: Int32 = 0
  private(set) var first: Int32 = 0

  init(model: ContactModel) { self.model = model }

  @inline(__always) mutating func add(_ feature: UInt32, _ group: FeatureGroup) {
    mention &+= model.weight(feature, .mention)
    first &+= model.weight(feature, .first)
  }
}
