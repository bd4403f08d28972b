/// The words of a sentence that speak most for a kind of fact by what their n-grams weigh: for where none of its concepts does.
///
/// An n-gram's weight is shared among its characters, and a word, or a run of Han characters that all speak for the kind, has the
/// sum of its own. That is how each counts in a linear model, and so no estimate.
struct StrongestWords {
  /// A word or run, in bytes of the note's text, and what it weighs.
  private struct Word {
    let range: Range<Int>
    let weight: Int
  }

  /// Divisible by the length of every n-gram.
  private static let unit = 12
  private static let limit = 3

  /// Up to three, in order; `kind` counts as in `FactKind.allCases`. Names and numbers are masked, and are none of them.
  static func found(for kind: Int, in shape: SentenceShape, of bytes: [UInt8], by model: FactModel) -> [Range<Int>] {
    var text = MaskedText()
    text.fill(bytes, shape.range, names: shape.names)
    let places = text.places(in: bytes, shape.range, names: shape.names)
    var weights = [Int](repeating: 0, count: places.count)
    text.forEachGram { gram, scalars in
      guard let row = model.row(of: gram) else { return }
      let weight = Int(model.weights(row)[kind]) + Int(model.weights(row)[FactModel.columns + kind])
      for scalar in scalars { weights[scalar] += weight * unit / scalars.count }
    }
    var words: [Word] = []
    var at = 0
    while at < places.count {
      var end = at
      if text.isHan(at) {
        while end < places.count, text.isHan(end), weights[end] > 0 { end += 1 }
      } else {
        while end < places.count, text.isLetter(end) { end += 1 }
      }
      if end - at > 1 {
        let range = places[at].lowerBound..<places[end - 1].upperBound
        words.append(Word(range: range, weight: weights[at..<end].reduce(0, +)))
      }
      at = max(end, at + 1)
    }
    let strongest = words.filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound) }.prefix(limit)
    return strongest.filter { $0.weight * 3 > strongest[0].weight }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
  }
}
