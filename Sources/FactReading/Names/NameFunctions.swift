/// What functions stand for: 采购总监 for purchasing, CFO for finance.
package enum NameFunctions {
  /// The concepts of the functions that a title in lower case holds, `function.finance`; of two that overlap, the longer.
  package static func named(in title: String) -> Set<String> {
    let lexicon = NameLexicon.builtin.functions
    let text = Array(title.utf8)
    var found: Set<String> = []
    var covered = 0
    for cue in lexicon.cues(in: text, text.indices) {
      let concept = lexicon.concepts[Int(cue.concept.index)]
      // One function can stand for two things; a shorter one inside it stands for neither.
      guard concept.hasPrefix("function."), cue.range.lowerBound >= covered || cue.range.upperBound == covered else {
        continue
      }
      covered = max(covered, cue.range.upperBound)
      found.insert(concept)
    }
    return found
  }
}
