/// What functions stand for: 采购总监 for purchasing, CFO for finance.
package enum NameFunctions {
  /// The concepts of the functions that a title in lower case holds, `function.finance`; of two that overlap, the longer.
  package static func named(in title: String) -> Set<String> {
    let names = NameLexicon.builtin.functions.concepts
    return Set(concepts(in: Array(title.utf8)).map { names[Int($0.index)] })
  }

  /// Whether a title in lower case says no more than whose friend or neighbour somebody is.
  package static func isAcquaintance(_ title: String) -> Bool {
    let functions = NameLexicon.builtin.functions
    return functions.concepts(ofWhole: title.utf8).contains { functions.concepts[Int($0.index)] == "side.other" }
  }

  /// The same as concepts of `NameLexicon.functions`; one may come twice.
  static func concepts(in title: [UInt8]) -> [Concept] {
    var found: [Concept] = []
    var covered = 0
    for cue in NameLexicon.builtin.functions.cues(in: title, title.indices) {
      // One function can stand for two things; a shorter one inside it stands for neither.
      guard isFunction[Int(cue.concept.index)],
        cue.range.lowerBound >= covered || cue.range.upperBound == covered
      else { continue }
      covered = max(covered, cue.range.upperBound)
      found.append(cue.concept)
    }
    return found
  }

  /// Whether a concept of `NameLexicon.functions` is an office that an organisation has, and no relation of a person's.
  static func isOffice(_ concept: Concept) -> Bool { isOffice[Int(concept.index)] }

  private static let isOffice = NameLexicon.builtin.functions.concepts.map {
    $0.hasPrefix("function.") && !["function.family", "function.ours"].contains($0)
  }
  private static let isFunction = NameLexicon.builtin.functions.concepts.map { $0.hasPrefix("function.") }
}
