import SourceText

/// Text that is put into a note; nothing of the note is taken away or changed.
struct Insertion: Hashable {
  /// What is put in.
  enum Part: Hashable {
    /// The closing brackets of a link, which belong to what stands before.
    case linkEnd
    /// A tag with its sign, set off by blanks.
    case tag(String)
    /// The opening brackets of a link, with its target when another text is shown.
    case linkStart(target: String?)
  }

  /// Where, in bytes of the file.
  let offset: Int
  let part: Part

  /// The words, without the blanks that set them off.
  var text: String {
    switch part {
    case .linkEnd: "]]"
    case .tag(let tag): tag
    case .linkStart(let target): "[[" + (target.map { $0 + "|" } ?? "")
    }
  }

  /// The file's bytes with `insertions`, in the order of their places; at one place a link is closed first and opened last.
  static func apply(_ insertions: [Insertion], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.count * 16)
    var at = 0
    let ordered = insertions.enumerated().sorted {
      ($0.element.offset, $0.element.rank, $0.offset) < ($1.element.offset, $1.element.rank, $1.offset)
    }.map(\.element)
    for (index, insertion) in ordered.enumerated() {
      result += bytes[at..<insertion.offset]
      at = insertion.offset
      switch insertion.part {
      case .linkEnd, .linkStart: result += Array(insertion.text.utf8)
      case .tag:
        if result.last.map({ !isBlank($0) }) ?? false { result.append(0x20) }
        result += Array(insertion.text.utf8)
        let next = index + 1 < ordered.count && ordered[index + 1].offset == at ? ordered[index + 1] : nil
        switch next?.part {
        case .tag: break
        case .linkStart: result.append(0x20)
        case .linkEnd, nil: if at < bytes.count, !isBlank(bytes[at]) { result.append(0x20) }
        }
      }
    }
    return result + bytes[at...]
  }

  private var rank: Int {
    switch part {
    case .linkEnd: 0
    case .tag: 1
    case .linkStart: 2
    }
  }

  /// Blanks and line breaks.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
