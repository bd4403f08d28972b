import NoteSyntax

/// What a team tells of its own words: who and what is called how, beyond what the built-in lexicons know.
///
/// Words are found as notes write them: in any case, full-width or not, Simplified or Traditional; those of Latin letters
/// only as whole words.
public struct TeamVocabulary: Sendable {
  /// Somebody or something with all its names.
  public struct Named: Hashable, Sendable {
    /// The name to show.
    public let name: String
    /// Other names for the same.
    public let aliases: [String]

    /// A name and its aliases.
    public init(name: String, aliases: [String]) {
      self.name = name
      self.aliases = aliases
    }
  }

  /// A phrase that tells a fact of a kind.
  public struct Phrase: Hashable, Sendable {
    /// What it tells.
    public let kind: FactKind
    /// The words.
    public let text: String

    /// A phrase of a kind.
    public init(kind: FactKind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Nothing that is not known anyway.
  public static let none = TeamVocabulary()

  private let people: WordFinder<Named>
  private let deals: WordFinder<Named>
  private let facts: WordFinder<FactKind>
  private let titles: WordFinder<Bool>
  /// Products and competitors, folded: they are no customers, no deals and no people.
  private let things: [[UInt8]]
  private let competitors: [[UInt8]]
  private let personOfForm: [[UInt8]: Named]
  private let dealOfForm: [[UInt8]: (number: Int, deal: Named)]

  /// A vocabulary. `products` are our own, `competitors` those of others; `titles` are what people are called by.
  public init(
    people: [Named] = [], deals: [Named] = [], products: [String] = [], competitors: [String] = [],
    titles: [String] = [], phrases: [Phrase] = []
  ) {
    self.people = WordFinder(Self.forms(of: people))
    self.deals = WordFinder(Self.forms(of: deals))
    facts = WordFinder(competitors.map { ($0, .competitor) } + phrases.map { ($0.text, $0.kind) })
    self.titles = WordFinder(titles.map { ($0, $0.unicodeScalars.contains { $0.value >= 0x2E80 }) })
    self.competitors = competitors.map(Self.key).filter { !$0.isEmpty }
    things = self.competitors + products.map(Self.key).filter { !$0.isEmpty }
    personOfForm = Dictionary(
      Self.forms(of: people).map { (Self.key($0), $1) }, uniquingKeysWith: { first, _ in first })
    dealOfForm = Dictionary(
      deals.enumerated().flatMap { number, deal in
        ([deal.name] + deal.aliases).map { (Self.nameKey(Self.key($0)), (number, deal)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func forms(of list: [Named]) -> [(String, Named)] {
    list.flatMap { named in ([named.name] + named.aliases).map { ($0, named) } }
  }

  /// Words in the form in which they are compared.
  private static func key(_ text: String) -> [UInt8] { ProseText.folded(text).map(\.lowercased) }

  /// Of Han names the journal compares eight characters.
  private static func nameKey(_ key: [UInt8]) -> [UInt8] {
    key.first.map { $0 >= 0xE0 } == true ? Array(key.prefix(24)) : key
  }

  /// Where `range` of folded text names somebody whom the team knows; longest first where names overlap, in order.
  func people(in text: [UInt8], _ range: Range<Int>) -> [(range: Range<Int>, meaning: Named)] {
    people.find(in: text, range)
  }

  /// Likewise deals and customers.
  func deals(in text: [UInt8], _ range: Range<Int>) -> [(range: Range<Int>, meaning: Named)] {
    deals.find(in: text, range)
  }

  /// Likewise phrases that tell a fact.
  func facts(in text: [UInt8], _ range: Range<Int>) -> [(range: Range<Int>, meaning: FactKind)] {
    facts.find(in: text, range)
  }

  /// Likewise titles, as cues of `NameLexicon`.
  func titleCues(in text: [UInt8], _ range: Range<Int>) -> [Cue] {
    titles.find(in: text, range).map {
      Cue(concept: $0.meaning ? NameLexicon.concepts.title : NameLexicon.concepts.englishTitle, range: $0.range)
    }
  }

  /// Whether words are, or begin with, a product of ours or a competitor: nobody's name and no customer's.
  func isThing(_ surface: String) -> Bool { Self.opens(surface, with: things) }

  /// Whether words are, or begin with, a competitor.
  package func isCompetitor(_ surface: String) -> Bool { Self.opens(surface, with: competitors) }

  private static func opens(_ surface: String, with things: [[UInt8]]) -> Bool {
    guard !things.isEmpty else { return false }
    let key = key(surface)
    return things.contains { thing in
      key.starts(with: thing)
        && (key.count == thing.count || !key[thing.count].isWordByte || !thing[thing.count - 1].isWordByte)
    }
  }

  /// The person whom the team calls by a form.
  package func person(ofForm surface: String) -> Named? {
    personOfForm.isEmpty ? nil : personOfForm[Self.key(surface)]
  }

  /// The deal that the team calls by a form in lower case, and its number in the list.
  package func deal(ofForm key: [UInt8]) -> (number: Int, deal: Named)? {
    dealOfForm.isEmpty ? nil : dealOfForm[Self.nameKey(Self.key(String(decoding: key, as: UTF8.self)))]
  }
}

/// Finds words of a team's own, each with what it means.
private struct WordFinder<Meaning: Sendable>: Sendable {
  private let matcher: PhraseMatcher?
  private let meanings: [Meaning]

  init(_ words: [(text: String, meaning: Meaning)]) {
    let folded = words.map { (bytes: ProseText.folded($0.text).map(\.lowercased), meaning: $0.meaning) }
      .filter { !$0.bytes.isEmpty }.prefix(Int(UInt16.max))
    meanings = folded.map(\.meaning)
    matcher = folded.isEmpty ? nil : PhraseMatcher(folded.enumerated().map { ($1.bytes[...], UInt16($0)) })
  }

  func find(in text: [UInt8], _ range: Range<Int>) -> [(range: Range<Int>, meaning: Meaning)] {
    guard let matcher else { return [] }
    var found: [(range: Range<Int>, meaning: Meaning)] = []
    var end = range.lowerBound
    // Matches come by start, longer first.
    matcher.forEachMatch(in: text, range) { number, match in
      guard match.lowerBound >= end else { return }
      found.append((match, meanings[Int(number)]))
      end = match.upperBound
    }
    return found
  }
}
