/// The families of features, so that a trainer can leave one out and say what it is worth.
package enum FeatureGroup: UInt8, CaseIterable, Sendable {
  /// Character n-grams of folded text, names and numbers masked.
  case grams
  /// Words and pairs of words.
  case words
  /// Concepts and number shapes in a sentence.
  case concepts
  /// Concept × mood of its clause.
  case moods
  /// Concept × actor of its clause.
  case actors
  /// Concept × actor of the whole sentence.
  case subjects
  /// The heading or lead-in, and labels.
  case sections
  /// List, table, task, quote, place in the entry, length.
  case structure
  /// What the note said before.
  case history
  /// Concept × sort of block, and × who spoke before where nobody is named.
  case context

  /// Whether features of the group are many and of equal kind, so that their sum is divided by the root of their number.
  @inline(__always) package var isDense: Bool { self == .grams || self == .words }
}

/// Takes features one by one.
package protocol FeatureSink {
  /// A feature that is present.
  mutating func add(_ feature: UInt32, _ group: FeatureGroup)
  /// Features that are present, all of one group.
  mutating func add(_ features: UnsafeBufferPointer<UInt32>, _ group: FeatureGroup)
}

extension FeatureSink {
  /// Takes them one by one.
  package mutating func add(_ features: UnsafeBufferPointer<UInt32>, _ group: FeatureGroup) {
    for feature in features { add(feature, group) }
  }
}

/// Keeps features, for training and for explanations.
package struct FeatureList: FeatureSink, Sendable {
  /// Features of the dense groups.
  package private(set) var dense: [UInt32] = []
  /// All others.
  package private(set) var sparse: [UInt32] = []
  private let leftOut: Set<FeatureGroup>

  /// A list that drops the groups `leavingOut`.
  package init(leavingOut: Set<FeatureGroup> = []) { leftOut = leavingOut }

  /// Keeps `feature`.
  package mutating func add(_ feature: UInt32, _ group: FeatureGroup) {
    if !leftOut.isEmpty, leftOut.contains(group) { return }
    if group.isDense { dense.append(feature) } else { sparse.append(feature) }
  }
}
