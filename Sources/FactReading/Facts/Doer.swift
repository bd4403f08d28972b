import NoteSyntax
import SourceText

/// Who is to do what a sentence sets a day for, as far as the words around the day tell. A promise has the day for a deadline
/// only if whoever made it is the one: "Helen will decide by Friday" sets us none.
package enum Doer: Hashable, Sendable {
  /// Nobody is named: in a rep's notes mostly the rep.
  case untold
  /// The rep, or somebody of ours.
  case ours
  /// The customer's side.
  case theirs
  /// Whoever is named in these bytes of the file.
  case named(Span)
  /// Somebody who sells nothing and buys nothing, a thing or an event: "the twins are due by Friday"; or nothing ends on the day.
  case nobody
}

/// Tells the doer of what is set for a day. In doubt nobody is told.
struct DoerReader {
  static let file = "due-days.txt"
  private static let lexicon = Lexicon(files: Lexicon.embedded { $0 == file })
  private static let wish = lexicon.concept("due.wish")
  private static let tells = lexicon.concept("due.tells")
  private static let verb = lexicon.concept("due.verb")
  private static let toUs = lexicon.concept("due.to-us")
  private static let ours = lexicon.concept("due.ours-first")
  private static let opens = lexicon.concept("due.opens")
  private static let theirs = lexicon.concept("due.theirs")
  private static let from = lexicon.concept("due.from")
  private static let onward = lexicon.concept("due.onward")

  let text: ProseText
  let shape: SentenceShape
  /// The sentence's cues of the built-in lexicon.
  let cues: ArraySlice<Cue>

  /// Somebody who may be the subject of a clause.
  private struct Subject {
    let range: Range<Int>
    let doer: Doer
  }

  func doer(of date: Range<Int>) -> Doer {
    let clause = shape.clauses.last { $0.range.lowerBound <= date.lowerBound }?.range ?? shape.range
    let before = clause.lowerBound..<max(clause.lowerBound, date.lowerBound)
    let after = date.upperBound..<max(date.upperBound, clause.upperBound)
    let words = Self.lexicon.cues(in: text.bytes, clause)
    if words.contains(where: { isBeginning($0, of: date) }) { return .nobody }
    if words.contains(where: { $0.concept == Self.toUs }) { return .theirs }
    // Before names, for Will is one as well.
    if let opening = words.first, opening.concept == Self.ours, isBlank(before.lowerBound..<opening.range.lowerBound) {
      return .ours
    }
    let subjects = subjects(in: clause)
    if let subject = subjects.last(where: { $0.range.upperBound <= date.lowerBound && isSubject($0, of: clause, words) }
    ) {
      return doer(subject, between: subject.range.upperBound..<date.lowerBound, clause, words)
    }
    if let subject = subjects.first(where: { date.upperBound <= $0.range.lowerBound }),
      isBlank(pastSuffix(after).lowerBound..<subject.range.lowerBound), !isPossessive(subject.range.upperBound)
    {
      return doer(subject, between: date.upperBound..<date.upperBound, clause, words)
    }
    if let verb = words.first(where: { $0.concept == Self.verb && before.contains($0.range.lowerBound) }),
      !isBlank(before.lowerBound..<verb.range.lowerBound), !namesThing(before.lowerBound..<verb.range.lowerBound),
      subjects.allSatisfy({ $0.doer != .ours })
    {
      return .nobody
    }
    return words.contains { $0.concept == Self.theirs } && subjects.isEmpty ? .theirs : .untold
  }

  /// Who acts, with what stands between them and the day.
  private func doer(_ subject: Subject, between: Range<Int>, _ clause: Range<Int>, _ words: [Cue]) -> Doer {
    if subject.doer == .ours { return .ours }
    func holds(_ concept: Concept, _ range: Range<Int>) -> Bool {
      words.contains { $0.concept == concept && range.contains($0.range.lowerBound) }
    }
    let rest = subject.range.upperBound..<clause.upperBound
    // "Helen wants the quote by Friday" leaves it to us; what she wants for herself nobody may be able to give.
    if holds(Self.wish, rest) { return namesThing(rest) ? .untold : .nobody }
    // 王经理报价 and "Helen quote" on a list are what we owe them.
    if holds(Self.tells, between) || isParted(between) || beginsWithThing(between) { return .untold }
    if between.isEmpty, holds(Self.tells, rest) { return .untold }
    return subject.doer
  }

  /// Names and actors of a clause in order; "her" and "our" act on nothing.
  private func subjects(in clause: Range<Int>) -> [Subject] {
    var subjects = shape.names.filter { clause.contains($0.lowerBound) }
      .map { Subject(range: $0, doer: .named(text.span(of: $0))) }
    for cue in cues where clause.contains(cue.range.lowerBound) {
      guard case .actor(let actor) = Concepts.kind(of: cue.concept), let doer = Self.doer(actor),
        !Self.objects.contains(where: { text.bytes[cue.range].lazy.map(\.lowercased).elementsEqual($0.utf8) }),
        !subjects.contains(where: { $0.range.overlaps(cue.range) })
      else { continue }
      subjects.append(Subject(range: cue.range, doer: doer))
    }
    return subjects.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func doer(_ actor: Clause.Actor) -> Doer? {
    switch actor {
    case .i, .we, .colleague: .ours
    case .customer, .he, .department: .theirs
    case .partner, .rival: .nobody
    case .none, .name, .you: nil
    }
  }

  private static let objects = [
    "me", "my", "myself", "us", "our", "ours", "him", "his", "her", "them", "their", "theirs",
  ]

  /// Whether somebody stands where a subject does: first in the clause, or behind a conjunction or a verb of telling.
  private func isSubject(_ subject: Subject, of clause: Range<Int>, _ words: [Cue]) -> Bool {
    let lead = clause.lowerBound..<subject.range.lowerBound
    guard !isPossessive(subject.range.upperBound) else { return false }
    if isBlank(lead) { return true }
    return words.contains {
      $0.concept == Self.opens && $0.range.upperBound <= lead.upperBound
        && isBlank($0.range.upperBound..<lead.upperBound)
    }
  }

  /// Whether what follows makes it 王经理的报价 or "Helen's quote".
  private func isPossessive(_ end: Int) -> Bool {
    let rest = text.bytes[end..<max(end, shape.range.upperBound)]
    return ["的", "'s ", "’s "].contains { rest.starts(with: $0.utf8) }
  }

  /// Whether a mark of punctuation, or the blank behind a Han name of a scrap, parts somebody from the day.
  private func isParted(_ between: Range<Int>) -> Bool {
    let words = text.bytes[between]
    if words.contains(where: { [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ">")].contains($0) }) {
      return true
    }
    return words.first == 0x20 && between.lowerBound > 0 && text.bytes[between.lowerBound - 1] >= 0x80
  }

  private func isBeginning(_ word: Cue, of date: Range<Int>) -> Bool {
    word.concept == Self.from && word.range.upperBound <= date.lowerBound
      && isBlank(word.range.upperBound..<date.lowerBound)
      || word.concept == Self.onward && date.upperBound <= word.range.lowerBound
        && isBlank(date.upperBound..<word.range.lowerBound)
  }

  /// What follows a day, without the 前 of 10月12日前.
  private func pastSuffix(_ after: Range<Int>) -> Range<Int> {
    let word = ["之前", "以前", "前"].first { text.bytes[after].starts(with: $0.utf8) }
    return after.lowerBound + (word?.utf8.count ?? 0)..<after.upperBound
  }

  private func isBlank(_ range: Range<Int>) -> Bool { text.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x2C } }

  private func beginsWithThing(_ range: Range<Int>) -> Bool {
    PromisedThing.all(in: text.bytes, range).first.map { isBlank(range.lowerBound..<$0.start) } ?? false
  }

  private func namesThing(_ range: Range<Int>) -> Bool { !PromisedThing.all(in: text.bytes, range).isEmpty }
}
