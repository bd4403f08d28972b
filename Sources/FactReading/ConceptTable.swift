/// What a reader makes of some concepts of `Lexicon.builtin`, looked up once for every cue of a note: by position, where a
/// dictionary would hash.
struct ConceptTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [Value?] = []

  /// A table from a literal; of a concept that stands in it twice, the later counts.
  init(dictionaryLiteral elements: (Concept, Value)...) {
    for (concept, value) in elements {
      let index = Int(concept.index)
      while values.count <= index { values.append(nil) }
      values[index] = value
    }
  }

  /// The value of a concept; nil when it has none.
  subscript(concept: Concept) -> Value? {
    let index = Int(concept.index)
    return index < values.count ? values[index] : nil
  }
}
