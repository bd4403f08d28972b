/// What the readers of facts make of the lexicons' concepts: which are moods, which actors, which content.
enum Concepts {
  /// The use of a concept.
  enum Kind {
    case mood(Clause.Moods)
    case actor(Clause.Actor)
    case terminator
    case pseudoNegation
    /// A heading's or label's words.
    case section
    /// Needs, value, trust, …
    case content
    /// Another reader's.
    case foreign
  }

  /// The use of a concept of the built-in lexicons.
  static func kind(of concept: Concept) -> Kind { kinds[Int(concept.index)] }

  /// A number that stands for a concept in features: of its name, so that a lexicon may be added without harm.
  static func hash(of concept: Concept) -> UInt32 { hashes[Int(concept.index)] }

  /// A concept's name, for explanations.
  static func name(of concept: Concept) -> String { Lexicon.builtin.concepts[Int(concept.index)] }

  /// Whether a concept tells how the two sides came together.
  static func isMeeting(_ concept: Concept) -> Bool { meetings[Int(concept.index)] }

  private static let meetings = Lexicon.builtin.concepts.map { $0.hasPrefix("meeting.") }

  private static let kinds: [Kind] = Lexicon.builtin.concepts.map { name in
    if let mood = moods[name] { return .mood(mood) }
    if let actor = actors[name] { return .actor(actor) }
    switch name {
    case "assertion.terminator": return .terminator
    case "assertion.pseudo-negation": return .pseudoNegation
    default: break
    }
    if name.hasPrefix("section.") { return .section }
    return families.contains { name.hasPrefix($0) } ? .content : .foreign
  }

  private static let hashes: [UInt32] = Lexicon.builtin.concepts.map { FeatureHash.of($0) }

  private static let families = [
    "meeting.", "need.", "value.", "trust.", "promise.", "exchange.", "rival.", "decision.", "source.", "care.",
  ]

  private static let moods: [String: Clause.Moods] = [
    "assertion.negation": .negated, "assertion.possible": .possible, "assertion.condition": .condition,
    "assertion.question": .question, "assertion.plan": .plan, "assertion.done": .done,
    "assertion.reported": .reported, "assertion.hearsay": .hearsay, "assertion.past": .past,
    "assertion.emotion": .emotion,
  ]

  private static let actors: [String: Clause.Actor] = [
    "actor.i": .i, "actor.we": .we, "actor.colleague": .colleague, "actor.customer": .customer, "actor.he": .he,
    "actor.department": .department, "actor.partner": .partner, "actor.you": .you,
  ]
}

/// Numbers that stand for features: FNV-1a, mixed at the end.
package enum FeatureHash {
  /// The start of a hash in one of the feature families.
  package static func seed(_ family: UInt8) -> UInt32 { step(0x811C_9DC5, UInt32(family)) }

  /// Takes in one more item.
  @inline(__always) package static func step(_ hash: UInt32, _ item: UInt32) -> UInt32 {
    var hash = (hash ^ item) &* 0x0100_0193
    hash ^= hash >> 15
    return hash
  }

  /// Spreads the bits; to be applied once, last.
  @inline(__always) package static func finish(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    hash ^= hash >> 13
    hash = hash &* 0xC2B2_AE35
    hash ^= hash >> 16
    return hash
  }

  /// The hash of a name.
  package static func of(_ name: String) -> UInt32 { finish(name.utf8.reduce(seed(0)) { step($0, UInt32($1)) }) }
}
