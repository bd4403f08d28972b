import NoteSyntax
import SourceText

/// The names that the writer marked as people's: `[[Cindy Wang|Cindy]]`, `@李博`, `person:: 王立群, 王局, technical`.
struct MarkedNames {
  /// A marked name.
  struct Name {
    /// Where it stands in `Note.text`.
    let range: Range<Int>
    /// Other names that the mark gives the same person, as written.
    let others: [String]
    /// How it was marked.
    let sign: Sign
  }

  /// How a name was marked, which tells how far it is a person's beyond doubt.
  enum Sign {
    /// `person::` says so.
    case person
    /// `@` is for people, and now and then for places.
    case mention
    /// A link leads to a note about anything.
    case link
  }

  /// In reading order; they do not overlap.
  private let names: [Name]
  /// Values of `person::`, in which nothing else names anybody.
  private let fields: [Range<Int>]
  /// For each tag that tells somebody's side or part, in order, where the words before it end.
  private let tagged: [Int]

  /// Gathers what `note` marks.
  init(_ note: Note) {
    var names: [Name] = []
    var tagged: [Int] = []
    for mark in note.marks {
      switch mark.kind {
      case .tag(let tag):
        guard MarkVocabulary.isSideOrRole(tag: tag), mark.details.isEmpty else { break }
        var end = mark.range.lowerBound
        while end > 0, note.text.bytes[end - 1] == 0x20 { end -= 1 }
        tagged.append(end)
      case .mention(let name):
        guard !Self.isNobody(name) else { break }
        names.append(Name(range: mark.range.lowerBound + 1..<mark.range.upperBound, others: [], sign: .mention))
      case .link(let target, let shown):
        names.append(Name(range: mark.range, others: target == shown ? [] : [target], sign: .link))
      }
    }
    var fields: [Range<Int>] = []
    for label in note.labels where label.origin == .field || label.origin == .frontMatter {
      guard MarkVocabulary.isPerson(field: label.name) else { continue }
      fields.append(label.value)
      let parts = Self.parts(of: label.value, in: note.text.bytes).filter {
        !MarkVocabulary.isSideOrRole(note.text.string($0))
      }
      for (index, part) in parts.enumerated() {
        let others = parts.indices.filter { $0 != index }.map { note.text.string(parts[$0]) }
        names.append(Name(range: part, others: others, sign: .person))
      }
    }
    self.tagged = tagged
    let ordered = fields.sorted { $0.lowerBound < $1.lowerBound }
    self.fields = ordered
    // A link inside of a field says no more than the field.
    self.names = names.filter { $0.sign == .person || !Self.reaches($0.range, into: ordered) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The names that stand within `range`.
  func names(in range: Range<Int>) -> ArraySlice<Name> {
    let first = names.firstIndexSorted { $0.range.lowerBound >= range.lowerBound }
    var end = first
    while end < names.endIndex, names[end].range.upperBound <= range.upperBound { end += 1 }
    return names[first..<end]
  }

  /// Whether a tag that tells a side or part stands right behind `range`: 孙立 of `孙立 #side/partner`.
  func isTagged(_ range: Range<Int>) -> Bool {
    let next = tagged.firstIndexSorted { $0 >= range.upperBound }
    return next < tagged.endIndex && tagged[next] == range.upperBound
  }

  /// Whether `range` lies in the value of a field that names a person.
  func isInField(_ range: Range<Int>) -> Bool { Self.reaches(range, into: fields) }

  private static func reaches(_ range: Range<Int>, into fields: [Range<Int>]) -> Bool {
    let next = fields.firstIndexSorted { $0.upperBound > range.lowerBound }
    return next < fields.endIndex && fields[next].lowerBound < range.upperBound
  }

  /// What commas, bars and the like divide, without blanks at the ends.
  static func parts(of value: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = value.lowerBound
    var at = start
    func close(_ end: Int) {
      var (first, last) = (start, end)
      while first < last, bytes[first] == 0x20 { first += 1 }
      while last > first, bytes[last - 1] == 0x20 { last -= 1 }
      if first < last { parts.append(first..<last) }
    }
    while at < value.upperBound {
      // `,` `|` `/` and `、`
      let isIdeographic =
        bytes[at] == 0xE3 && at + 2 < value.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x81
      let length = bytes[at] == 0x2C || bytes[at] == 0x7C || bytes[at] == 0x2F ? 1 : isIdeographic ? 3 : 0
      if length > 0 {
        close(at)
        start = at + length
      }
      at += max(length, 1)
    }
    close(value.upperBound)
    return parts
  }

  /// `@all` calls everybody, `@我` whoever reads it, `@home` tells a place.
  private static func isNobody(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if ["所有人", "全体", "大家", "我", "你", "他", "她", "您"].contains(where: { name.hasPrefix($0) }) { return true }
    return bytes.allSatisfy { $0 < 0x80 } && bytes.first.map { $0 &- 0x61 < 26 } == true
      && CommonWords.english.contains(bytes)
  }
}
