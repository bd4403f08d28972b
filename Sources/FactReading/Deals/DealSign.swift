import NoteSyntax
import SourceText

/// Words of a sentence that rules look for and that no kind of fact holds: an objection, a shift among people, a wait.
///
/// A sign is weaker than a fact: phrases alone tell it. `docs/reading.md` says how they are kept narrow.
public struct DealSign: Sendable {
  /// What a sign says. The raw values are the names in `signs.txt`.
  public enum Kind: String, CaseIterable, Sendable {
    /// The price is too much for them.
    case tooExpensive = "too-expensive"
    /// The same is to be had for less elsewhere (the fourth cause).
    case sameCheaper = "same-cheaper"
    /// The offer does not do what they need (the third cause).
    case fallsShort = "falls-short"
    /// We gave way on price or terms.
    case concedes
    /// Something comes back for what is given.
    case inReturn = "in-return"
    /// Somebody is against us.
    case opposes
    /// Somebody leaves, or loses their say.
    case leaves
    /// Somebody new has a part.
    case newInRole = "new-in-role"
    /// What they wanted is no longer it.
    case needChanged = "need-changed"
    /// The requirement does not meet the real want, or is not the best for them (questions one and two answered "no").
    case missesWant = "misses-want"
    /// We have no chance in this way (question three answered "no").
    case noChance = "no-chance"
    /// The requirement meets the real want (question one, yes).
    case meetsWant = "meets-want"
    /// Whether it is best for them (question two).
    case betterIdea = "better-idea"
    /// Our chance this way (question three, yes).
    case chance
    /// Taken well, beyond what praises the product.
    case acknowledges
    /// A promise to talk again that costs nobody anything.
    case continuation
    /// We tried and nobody answered.
    case noAnswer = "no-answer"
    /// What was to happen is put off.
    case pushed
    /// What is put off, or due, is the decision or the signature.
    case closing
    /// The signature is near.
    case aboutToSign = "about-to-sign"
    /// Nothing is to be expected before a day.
    case waits
    /// The publicity period of a tender.
    case publicity
    /// A tender, or public money.
    case tender
    /// A household decides.
    case household
    /// One owner decides alone.
    case owner
    /// It was taken up further.
    case escalates
    /// Whom to stay in touch with was thought about.
    case reviewsContacts = "reviews-contacts"
    /// We are able to meet the need.
    case fit
    /// It was found that we cannot, or it was let go.
    case noFit = "no-fit"
    /// The company is trusted or doubted.
    case ofCompany = "of-company"
    /// The rep is trusted or doubted.
    case ofRep = "of-rep"
    /// They found us: a place where we can be seen.
    case theyCame = "they-came"
    /// We went and found them.
    case weWent = "we-went"
    /// Somebody vouched for us, or they know us already.
    case knownAlready = "known-already"
    /// The need was not theirs before we spoke of it.
    case induced
    /// The pressure or motive behind a want (the third layer of a need).
    case pressure
    /// Somebody promises to do something.
    case promises
    /// Somebody doubts in so many words.
    case doubts
    /// What was bought is of no use.
    case unmet
    /// How what was bought does, in their words.
    case outcome
    /// Somebody inside who is for us.
    case coach
    /// Somebody says the final yes.
    case decidesAlone = "decides-alone"
    /// Somebody is one of ours.
    case ourSide = "our-side"
    /// Somebody runs a tender for the customer and decides nothing.
    case tenderAgent = "tender-agent"
    /// A day on which to see each other.
    case appointment
    /// Something was tried, shown or reckoned before their eyes.
    case shows
    /// Something left our hands or got done, whatever it was: what it was, the other words tell.
    case handedOver = "handed-over"
    /// Another seller is spoken of, by a word for rivals.
    case rivalSide = "rival-side"
    /// A customer of ours is shown to another.
    case referenceSite = "reference-site"
    /// We spoke or reckoned among ourselves.
    case amongUs = "among-us"
    /// What they asked for was not given.
    case refuses
  }

  /// What it says.
  public let kind: Kind
  /// The sentence, as an index of `NoteReading.sentences`.
  @Narrow public var sentence: Int
  /// Whether its clause states it: no denial, question, condition or guess.
  public let isStated: Bool
  /// Whether its clause denies it.
  public let isDenied: Bool
  /// The words, in bytes of the file.
  public let span: Span

  /// The lexicon file that this reader has for itself.
  static let file = "signs.txt"

  private static let concepts: [Kind?] = Lexicon.signs.concepts.map { name in
    name.hasPrefix("sign.") ? Kind(rawValue: String(name.dropFirst(5))) : nil
  }

  /// The signs of a sentence; of a kind the first, a stated one before others. `words` are the sentence's cues of the
  /// built-in lexicon, `signs` those of its own.
  static func all(
    in shape: SentenceShape, sentence: Int, words: ArraySlice<Cue>, signs cues: ArraySlice<Cue>, text: ProseText
  ) -> [DealSign] {
    var signs: [DealSign] = []
    for cue in cues {
      guard let kind = concepts[Int(cue.concept.index)] else { continue }
      var moods = moods(around: cue.range, in: shape, words.lazy.filter { !isRelative($0.range, in: text.bytes) })
      if isFirstOfTwo(cue.range, in: shape, text.bytes) { moods.insert(.question) }
      let sign = DealSign(
        kind: kind, sentence: sentence, isStated: moods.isDisjoint(with: unreal), isDenied: moods.contains(.negated),
        span: text.span(of: cue.range))
      guard let known = signs.firstIndex(where: { $0.kind == kind }) else {
        signs.append(sign)
        continue
      }
      if sign.isStated, !signs[known].isStated { signs[known] = sign }
    }
    return signs
  }

  /// What is no statement of the thing itself.
  private static let unreal: Clause.Moods = [.negated, .condition, .question, .possible, .hearsay]

  /// Whether a word is the "who" of "Pete Dunn, who is against it", which asks nothing.
  private static func isRelative(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    range.lowerBound > 1 && text[range].elementsEqual("who".utf8) && text[range.lowerBound - 2] == UInt8(ascii: ",")
  }

  /// Whether a sentence asks which of two it was, and words are of the first: "was it the fair, or did somebody send her?"
  private static func isFirstOfTwo(_ range: Range<Int>, in shape: SentenceShape, _ text: [UInt8]) -> Bool {
    guard let last = text[shape.range].last(where: { $0 != 0x20 && $0 != 0x22 }), last == UInt8(ascii: "?") else {
      return false
    }
    return shape.clauses.contains { clause in
      let words = text[clause.range].drop { $0 == 0x20 }
      return clause.range.lowerBound > range.lowerBound
        && (words.starts(with: "or ".utf8) || words.starts(with: "还是".utf8))
    }
  }

  /// What the other words of its clause do to a sign: phrases such as 不再是重点 or "no answer" hold a negation of their own.
  static func moods(around range: Range<Int>, in shape: SentenceShape, _ words: some Sequence<Cue>) -> Clause.Moods {
    let clause = shape.clauses.last { $0.range.lowerBound <= range.lowerBound }?.range ?? shape.range
    var moods: Clause.Moods = []
    var pseudoEnd = -1
    for word in words {
      switch Concepts.kind(of: word.concept) {
      case .pseudoNegation: pseudoEnd = max(pseudoEnd, word.range.upperBound)
      case .mood(let mood):
        if word.range.overlaps(range) || mood == .negated && word.range.upperBound <= pseudoEnd { continue }
        // An "if" hangs over all that follows it; a "not" over what follows it in its clause.
        let isInReach =
          mood == .condition
          ? word.range.lowerBound < range.lowerBound
          : clause.contains(word.range.lowerBound) && (mood != .negated || word.range.lowerBound < range.lowerBound)
        if isInReach { moods.insert(mood) }
      default: break
      }
    }
    return moods
  }
}
