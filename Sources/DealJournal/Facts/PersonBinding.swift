import FactReading

/// Tells whom a sentence of one note concerns: the customer's person named with it, else the last one named before.
struct PersonBinding {
  /// For each sentence, the customer's people named in it, in order, each once.
  private let named: [[Int]]
  /// For each sentence, the people named on its line.
  private let onLine: [[Int]]
  /// For each sentence, the customer's person named last before it in its entry.
  private let before: [Int?]

  init(_ reading: NoteReading, note: Int, cast: Cast) {
    var named = [[Int]](repeating: [], count: reading.sentences.count)
    for (index, mention) in reading.names.enumerated() {
      guard let sentence = mention.sentence, named.indices.contains(sentence),
        let person = cast.person(ofMention: index, inNote: note), cast.people[person].side == .customer,
        !named[sentence].contains(person)
      else { continue }
      named[sentence].append(person)
    }
    var onLine = named
    var before = [Int?](repeating: nil, count: named.count)
    var start = 0
    for index in named.indices {
      let isSameEntry = index > 0 && reading.sentences[index - 1].entry == reading.sentences[index].entry
      before[index] = isSameEntry ? named[index - 1].last ?? before[index - 1] : nil
      if index > 0, reading.sentences[index - 1].line != reading.sentences[index].line { start = index }
      for earlier in start..<index {
        for person in named[index] where !onLine[earlier].contains(person) { onLine[earlier].append(person) }
      }
      if start < index { onLine[index] = onLine[start] }
    }
    self.named = named
    self.onLine = onLine
    self.before = before
  }

  /// The people, as indices of `Cast.people`, whom a fact of this kind in a sentence concerns.
  func people(for kind: FactKind, sentence: Int) -> [Int] {
    switch kind {
    case .exchangeInterest: return []
    case .contact: return onLine[sentence]
    case .exchangePrice, .competitor, .commitmentOurs, .commitmentDone: return Array(onLine[sentence].prefix(1))
    default: break
    }
    if let first = named[sentence].first { return [first] }
    if let first = onLine[sentence].first { return [first] }
    return before[sentence].map { [$0] } ?? []
  }
}
