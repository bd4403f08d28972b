/// What people and their other systems call the stages of a deal: `POC`, `已签`, `Closed Won`.
public enum StageNames {
  static let file = "stage-names.txt"

  /// Every name, with blanks between words and in lower case, and the stage that it means.
  private static let stages: [String: Stage] = {
    var stages: [String: Stage] = [:]
    forEachPhrase { concept, phrase in stages[phrase] = Stage(rawValue: concept) }
    return stages
  }()

  private static let labels: [String: Bool] = {
    var labels: [String: Bool] = [:]
    forEachPhrase { concept, phrase in if concept.hasPrefix("label") { labels[phrase] = concept == "label" } }
    return labels
  }()

  /// Every name of a stage, in order.
  static let all = stages.keys.sorted()

  /// The stage that a name means, blanks between its words and in lower case; nil when it is none that we know.
  static func stage(named name: String) -> Stage? { stages[name] }

  /// Whether a label in lower case tells a stage; nil for no, false for one that may tell something else as well.
  static func isLabel(_ name: String) -> Bool? { labels[name] }

  /// The stage that the value of a label tells, folded: `3 - Negotiation (60%)`, `Demo → Proposal`, `谈判中`. Of several,
  /// divided by arrows, the last; nil when it says anything else.
  public static func stage(ofValue value: String) -> Stage? {
    guard value.utf8.count <= 60 else { return nil }
    var told: Stage?
    for part in steps(of: value) { told = stage(ofStep: part) ?? told }
    return told
  }

  /// What arrows divide.
  private static func steps(of value: String) -> [Substring] {
    var steps: [Substring] = []
    var start = value.startIndex
    var at = start
    while at < value.endIndex {
      let isArrow = "→➡➔⇒»".unicodeScalars.contains(value.unicodeScalars[at])
      let isDashArrow = ["->", "=>", "-->"].contains { value[at...].hasPrefix($0) }
      let next = value.unicodeScalars.index(after: at)
      if isArrow || isDashArrow {
        steps.append(value[start..<at])
        start = next
      }
      at = next
    }
    return steps + [value[start...]]
  }

  /// A value without what stands around the name: numbers, signs, brackets, `阶段`.
  private static func stage(ofStep step: Substring) -> Stage? {
    var words = ""
    var depth = 0
    for scalar in step.unicodeScalars {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      // `Lost / No decision`: the first name that is known.
      case "/", "|", ",", "、", ";":
        if let stage = stage(ofWords: words) { return stage }
        words = ""
      default:
        guard depth <= 0 else { break }
        let isKept = scalar.properties.isAlphabetic || scalar.value >= 0x4E00 && scalar.value < 0xA000
        words.unicodeScalars.append(isKept ? scalar : " ")
      }
    }
    return stage(ofWords: words)
  }

  private static func stage(ofWords text: String) -> Stage? {
    let name = text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self).lowercased() }
      .joined(separator: " ")
    if let stage = stages[name] { return stage }
    for ending in [" stage", " phase", "阶段", "期", "中", "了"] where name.hasSuffix(ending) {
      if let stage = stages[String(name.dropLast(ending.count))] { return stage }
    }
    return nil
  }

  private static func forEachPhrase(_ body: (_ concept: String, _ phrase: String) -> Void) {
    for file in Lexicon.embedded(where: { $0 == Self.file }) {
      Lexicon.forEachPhrase(in: file) { body($0, String(decoding: $1, as: UTF8.self)) }
    }
  }
}
