/// A name that the grammar found in a sentence; positions are those of its `NameScan`.
struct NameCandidate {
  /// The words.
  var start: Int
  var end: Int
  /// In which way they name somebody.
  let form: NameForm
  var surname: Range<Int>?
  var given: Range<Int>?
  var title: Range<Int>?
  /// A shorter part that names the person too: 陈立 of 陈立经理, 表弟 of 她表弟.
  var core: Range<Int>?
  /// Whether the place itself shows a person.
  var isSure: Bool

  var length: Int { end - start }
  var range: Range<Int> { start..<end }
}

/// What stands at one side of a candidate.
enum NameNeighbour: String {
  /// Punctuation, a space, or the sentence's end.
  case delimiter
  /// A word that goes with a person: a verb of speech, 见, 的.
  case personal
  /// A title, a department or a role.
  case function
  /// Something else.
  case other
}

extension NameScan {
  /// What stands behind a name that ends at `position`.
  func neighbour(behind position: Int) -> NameNeighbour {
    guard position < count else { return .delimiter }
    let scalar = scalars[position]
    let concepts = NameLexicon.concepts
    if !Self.isWordScalar(scalar) { return .delimiter }
    if end(of: concepts.speech, at: position) != nil { return .personal }
    if end(of: concepts.title, at: position) != nil { return .function }
    switch scalar {
    case 0x7684, 0x548C, 0x8DDF, 0x4E0E, 0x53CA: return .personal  // 的 和 跟 与 及
    default: return .other
    }
  }

  /// What stands before a name that starts at `position`.
  func neighbour(before position: Int) -> NameNeighbour {
    guard position > 0 else { return .delimiter }
    if !Self.isWordScalar(scalars[position - 1]) { return .delimiter }
    let ends = ending(at: position)
    if ends.contains(.function) { return .function }
    if ends.contains(.before) { return .personal }
    return .other
  }

  /// Whether a scalar belongs to a word rather than being a space or punctuation.
  static func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFFEF, 0x1F000...0x1FFFF: false
    default: true
    }
  }

  /// Whether a scalar is a letter of the Latin script.
  static func isLatinLetter(_ scalar: UInt32) -> Bool {
    (scalar | 0x20) &- 0x61 < 26 || (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }
}
