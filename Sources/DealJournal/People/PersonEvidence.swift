import FactReading
import SourceText

/// What a journal shows of one form or one person, as the features that `PeopleModel` weighs.
package struct PersonEvidence: Sendable {
  /// Features in ascending order, each with the share of mentions that have it, as a square root: a rare sign still counts.
  package let values: [(feature: UInt16, value: Float)]

  /// The evidence of `names`, and of `signs` that hold for all of them together.
  init(_ names: some Collection<Int>, in notes: JournalNotes, signs: [String]) {
    var counts = [Int32](repeating: 0, count: NameFeatures.count)
    for name in names {
      for feature in notes.mention(name).features { counts[Int(feature)] += 1 }
    }
    let whole = Float(max(names.count, 1))
    for sign in signs { counts[Int(NameFeatures.hash(sign))] = -1 }
    var sorted: [(feature: UInt16, value: Float)] = []
    for feature in counts.indices where counts[feature] != 0 {
      let count = counts[feature]
      sorted.append((UInt16(feature), count < 0 ? 1 : (Float(count) / whole).squareRoot()))
    }
    // Words count together as much as a few signs, however many mentions bring them in.
    let words = sorted.reduce(Float(0)) { $1.feature < NameFeatures.firstWord ? $0 : $0 + $1.value * $1.value }
    let scale = Self.wordNorm / max(words, 1).squareRoot()
    self.values = sorted.map { $0.feature < NameFeatures.firstWord ? $0 : ($0.feature, $0.value * scale) }
  }

  private static let wordNorm: Float = 2

  /// A number as one of few sizes: 1, 2, 3–4, 5–8, …
  static func size(_ count: Int) -> Int {
    var size = 0
    while 1 << size < count { size += 1 }
    return size
  }
}
