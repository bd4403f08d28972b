import CReadingData

/// The learned answer to "did we meet, call or message this person in this entry?".
///
/// A logistic regression whose features are hashed into a table of int16 weights: what stands around a mention counts
/// once for every mention of the person in the entry and once more for the first; traits of the encounter (how often,
/// beside whom, on which side) are added where the whole journal is known.
package struct ContactModel: Sendable {
  /// Weights per part; a power of two.
  package static let buckets = 8192
  /// Parts of the table: any mention, the first mention, the encounter.
  package enum Part: Int, CaseIterable, Sendable {
    case mention, first, encounter
  }
  /// Scale, offset, threshold: four bytes each, little endian; then the weights of the three parts.
  package static let header = 12
  /// Length of a model file in bytes.
  package static let length = header + Part.allCases.count * buckets * 2

  // Read-only memory that outlives the program's use of it.
  nonisolated(unsafe) private let base: UnsafeRawPointer
  private let scale: Float
  private let offset: Float
  /// Probability from which an encounter is a contact.
  package let threshold: Float

  /// The model compiled into the program; nil when it has none.
  package static let builtin: ContactModel? = {
    var count = 0
    guard let bytes = rapport_contact_model(&count) else { return nil }
    return ContactModel(UnsafeRawBufferPointer(start: bytes, count: count))
  }()

  /// A model in memory that stays where it is; nil when it has another length.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count == Self.length else { return nil }
    func number(_ at: Int) -> Float {
      Float(bitPattern: UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    self.base = base
    scale = number(0)
    offset = number(4)
    threshold = number(8)
  }

  /// Where a feature's weight stands in its part.
  package static func bucket(_ feature: UInt32) -> Int { Int(feature) & (buckets - 1) }

  /// The weight of a feature.
  package func weight(_ feature: UInt32, _ part: Part) -> Int32 {
    let at = Self.header + (part.rawValue * Self.buckets + Self.bucket(feature)) * 2
    return Int32(Int16(littleEndian: base.loadUnaligned(fromByteOffset: at, as: Int16.self)))
  }

  /// The probability that an encounter with these mentions and traits was a contact; the first mention comes first.
  package func probability(mentions: [ContactSign], traits: [UInt32]) -> Float {
    var sum = traits.reduce(Int32(0)) { $0 &+ weight($1, .encounter) } &+ (mentions.first?.first ?? 0)
    let any = mentions.reduce(Int32(0)) { $0 &+ $1.mention }
    sum &+= Int32(Float(any) / Float(max(mentions.count, 1)).squareRoot())
    return StableMath.logistic(Float(sum) * scale + offset)
  }
}

/// What speaks for a contact around one mention of a name: sums of `ContactModel` weights.
public struct ContactSign: Hashable, Sendable {
  /// As any mention of its entry.
  let mention: Int32
  /// As the first of its person in the entry.
  let first: Int32

  /// Nothing speaks either way.
  static let none = ContactSign(mention: 0, first: 0)

  init(mention: Int32, first: Int32) {
    self.mention = mention
    self.first = first
  }

  /// The sums of the features of a mention.
  package init(_ features: FeatureList, _ model: ContactModel) {
    mention = features.sparse.reduce(0) { $0 &+ model.weight($1, .mention) }
    first = features.sparse.reduce(0) { $0 &+ model.weight($1, .first) }
  }
}
