import NoteSyntax

/// Tells whether a weekday by itself is the last one or the coming one, from the words of its clause: `heard Thursday`, `周三才寄` and
/// `周四他说` look back, `set for Thursday` and `周四要来` ahead. Where nothing tells, the nearest stays meant.
struct WeekdaySense {
  let text: ProseText
  let cues: ArraySlice<Cue>

  /// The expression with what the clause tells of it.
  func sense(of date: DateMention, in shape: SentenceShape) -> DateExpression {
    guard case .weekday(_, nil) = date.expression else { return date.expression }
    let before = wordBefore(date.range.lowerBound)
    if isAimedAt(before) { return .by(date.expression) }
    if Self.tellsPast(before) || text.bytes[date.range.upperBound...].starts(with: "才".utf8) {
      return .latest(date.expression)
    }
    let clauses = shape.clauses
    guard var index = clauses.lastIndex(where: { $0.range.lowerBound <= date.range.lowerBound }) else {
      return date.expression
    }
    // `周四，他说…`: a clause of nothing but the day goes with the next.
    if clauses[index].range.count <= date.range.count + 4, index + 1 < clauses.count { index += 1 }
    let clause = clauses[index]
    func starts(_ mood: Clause.Moods) -> [Int] {
      cues.lazy.filter { cue in
        guard clause.range.contains(cue.range.lowerBound), case .mood(let own) = Concepts.kind(of: cue.concept) else {
          return false
        }
        return own == mood && !cue.range.overlaps(date.range)
      }.map(\.range.lowerBound)
    }
    let reported = starts(.reported)
    if reported.contains(where: { $0 > date.range.lowerBound }) { return .latest(date.expression) }
    if clause.moods.contains(.done) || clause.moods.contains(.past) { return .latest(date.expression) }
    if !starts(.plan).isEmpty || !clause.moods.isDisjoint(with: [.condition, .question]) {
      return .by(date.expression)
    }
    let meets = shape.pieces.contains {
      clauses[$0.clause].range == clause.range && $0.concept.map(Concepts.isMeeting) == true && isPast($0.range)
    }
    if meets || clause.moods.contains(.hearsay) { return .latest(date.expression) }
    guard !reported.isEmpty else { return date.expression }
    // `he said Thursday` tells when he did; of `他说周四` what is told is still to come.
    return text.bytes[date.range.lowerBound] < 0x80 ? .latest(date.expression) : .by(date.expression)
  }

  /// Whether words of meeting are in a form that tells of the past; `电话` and `call` are in none.
  private func isPast(_ range: Range<Int>) -> Bool {
    let word = String(decoding: text.bytes[range].map(\.lowercased), as: UTF8.self)
    if word.utf8.first.map({ $0 >= 0x80 }) == true {
      return text.bytes[range.upperBound...].starts(with: "了".utf8)
        || text.bytes[range.upperBound...].starts(with: "过".utf8)
        || word.hasSuffix("了") || word.hasSuffix("到")
    }
    return word.hasSuffix("ed") || Self.past.contains { word.hasPrefix($0) }
  }

  private static let past = [
    "met", "rang", "saw", "sat", "spoke", "wrote", "came", "went", "swung", "ran into", "drove",
  ]

  /// The word before the day, in lower case, past `on` and blanks; of Han characters, the last three.
  private func wordBefore(_ start: Int) -> String {
    func word(before end: Int) -> (range: Range<Int>, text: String) {
      var end = end
      while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
      var first = end
      if end > 0, text.bytes[end - 1] >= 0x80 {
        while first > 0, text.bytes[first - 1] >= 0x80, end - first < 9 { first -= 1 }
      } else {
        while first > 0, text.bytes[first - 1].isWordByte { first -= 1 }
      }
      return (first..<end, String(decoding: text.bytes[first..<end].map(\.lowercased), as: UTF8.self))
    }
    var found = word(before: start)
    for _ in 0..<2 where ["on", "it", "this", "back"].contains(found.text) {
      found = word(before: found.range.lowerBound)
    }
    return found.text
  }

  /// `heard Thursday`, `signed on Thursday`.
  private static func tellsPast(_ word: String) -> Bool {
    word.utf8.count > 4 && word.hasSuffix("ed") && !["need", "speed", "agreed", "indeed"].contains(word)
      || ["heard", "said", "told", "left", "got", "sent", "took"].contains(word) || past.contains(word)
  }

  /// Whether the word before the day aims at it: `moved to`, `set for`, `until`, 改到, 约在.
  private func isAimedAt(_ word: String) -> Bool {
    ["到", "定在", "约在", "放在", "约了", "约的", "等"].contains { word.hasSuffix($0) }
      || ["to", "for", "until", "till", "by", "before"].contains(word)
  }
}
