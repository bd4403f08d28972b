import SourceText

/// What the look of a line tells about the line break before or after it.
struct LineShape {
  /// Columns from its first to its last character.
  private(set) var width = 0
  /// Columns of its first word; of a Han character, 2.
  private(set) var firstWord = 0
  /// Whether it ends as a sentence does.
  private(set) var endsSentence = false
  /// Whether it ends in a colon, and so introduces what follows.
  private(set) var endsWithColon = false
  /// Whether it begins as the middle of a sentence may: with a lower-case letter or a Han character.
  private(set) var startsInside = false
  /// Whether it begins with a bullet or a number of a list.
  private(set) var startsItem = false
  private var startsWide = false
  private var endsWide = false

  /// Looks at `source[range]`, one line without its line break.
  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    var end = range.upperBound
    while at < end, source[at].isASCIIBlank { at += 1 }
    while end > at, source[end - 1].isASCIIBlank { end -= 1 }
    guard at < end else { return }
    startsItem = ListMarker(source, at..<end) != nil
    let first = source.scalar(at: at, end: end).scalar.narrow
    startsWide = Self.isWide(first)
    startsInside = first.isHan || first < 0x80 && UInt8(truncatingIfNeeded: first).isASCIILower
    var isFirstWord = true
    var last: UInt32 = 0
    while at < end {
      let (written, length) = source.scalar(at: at, end: end)
      let scalar = written.narrow
      if scalar == 0x20 { isFirstWord = false }
      let isWide = Self.isWide(scalar)
      width += isWide ? 2 : 1
      if isFirstWord {
        firstWord += isWide ? 2 : 1
        if isWide { isFirstWord = false }
      }
      // A closing quote or bracket says nothing about the end; what stands before it does.
      if !scalar.closesQuote { last = scalar }
      at += length
    }
    endsSentence = last.endsSentence || last == 0x2026 || last == 0x3B
    endsWithColon = last == 0x3A
    endsWide = Self.isWide(last)
  }

  /// Looks at a line without the marks in it, which were put in without regard to its width.
  init(withoutMarksOf source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard source[range].contains(where: { $0 == 0x23 || $0 == 0x5B }) else {
      self.init(source, range)
      return
    }
    let marks = MarkReader(source, range)
    var cuts = marks.ownTags().map { tag in
      var start = tag.whole.lowerBound
      while start > range.lowerBound, source[start - 1].isASCIIBlank { start -= 1 }
      return start..<tag.whole.upperBound
    }
    for link in marks.links() {
      cuts.append(link.target.lowerBound - 2..<link.shown.lowerBound)
      cuts.append(link.shown.upperBound..<link.shown.upperBound + 2)
    }
    var rest: [UInt8] = []
    var at = range.lowerBound
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.lowerBound >= at {
      rest += source[at..<cut.lowerBound]
      at = cut.upperBound
    }
    rest += source[at..<range.upperBound]
    self = rest.withUnsafeBufferPointer { LineShape($0, $0.indices) }
  }

  private static func isWide(_ scalar: UInt32) -> Bool { scalar > 0x2E80 && DisplayWidth.isWide(scalar) }

  /// Columns of the blank that joining `next` to this line takes: none between Han characters.
  func gap(to next: LineShape) -> Int { endsWide || next.startsWide ? 0 : 1 }
}

/// A bullet or number at the beginning of a line.
struct ListMarker {
  /// Just past the marker and its blanks.
  let end: Int
  /// Whether it is a bullet, which says nothing; a number may be part of what is said.
  let isBullet: Bool

  /// The marker at the beginning of `range`; nil when there is none, or nothing follows it.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let start = range.lowerBound
    let limit = range.upperBound
    guard start < limit else { return nil }
    let (scalar, length) = source.scalar(at: start, end: limit)
    var at = start + length
    switch scalar.narrow {
    case 0x2D, 0x2A, 0x2B:  // - * +
      guard at < limit, source[at].isASCIIBlank else { return nil }
      isBullet = true
    case 0x2022, 0xB7, 0x25CF, 0x25AA, 0x25E6, 0x25B8, 0x25B6, 0x25C6, 0x25A0, 0x30FB, 0x2023:  // • · ● ▪ ◦ ▸ ▶ ◆ ■ ・ ‣
      isBullet = true
    case 0x30...0x39:
      var digits = 1
      while digits < 3, at < limit {
        let (next, width) = source.scalar(at: at, end: limit)
        guard (0x30...0x39).contains(next.narrow) else { break }
        at += width
        digits += 1
      }
      guard at < limit else { return nil }
      let (mark, width) = source.scalar(at: at, end: limit)
      switch mark.narrow {
      case 0x2E, 0x29:  // . )
        guard at + width < limit, !(0x30...0x39).contains(source.scalar(at: at + width, end: limit).scalar.narrow)
        else {
          return nil
        }
      case 0x3001: break  // 、
      default: return nil
      }
      at += width
      isBullet = false
    case 0x2460...0x2473: isBullet = false  // ① to ⑳
    default: return nil
    }
    while at < limit, source[at].isASCIIBlank { at += 1 }
    guard at < limit else { return nil }
    end = at
  }
}

extension UInt32 {
  /// The ASCII form of a full-width one; other scalars as they are.
  var narrow: UInt32 { (0xFF01...0xFF5E).contains(self) ? self - 0xFEE0 : self == 0x3000 || self == 0xA0 ? 0x20 : self }

  /// `。` `.` `!` `?` and their full-width forms.
  var endsSentence: Bool {
    self == 0x3002 || self == 0x2E || self == 0x21 || self == 0x3F || self == 0xFF01 || self == 0xFF1F || self == 0xFF61
  }

  /// A closing quotation mark or bracket of either width.
  var closesQuote: Bool {
    switch self {
    case 0x22, 0x27, 0x29, 0x5D, 0x201D, 0x2019, 0x300D, 0x300F, 0x3011, 0x300B, 0xFF09, 0xFF3D, 0x2A, 0x5F, 0x7E: true
    default: false
    }
  }
}
