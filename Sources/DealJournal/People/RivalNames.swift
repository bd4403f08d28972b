import FactReading

/// What the notes say to be called a rival, right behind a word for rivals: 对手有迅铃和本地的安讯, "up against Lumatech and Orrin".
struct RivalNames {
  /// Names as the notes delimit them, in lower case.
  private var all: Set<String> = []
  /// What of Han text may be one: where it begins and ends is not told.
  private var parts: Set<String> = []

  /// Looks through all notes.
  init(_ notes: JournalNotes) {
    for reading in notes.readings {
      for sign in reading.dealSigns where sign.kind == .rivalSide && !sign.isDenied {
        let behind = reading.sentences[sign.sentence].wordsAsWritten(from: sign.span.end, to: sign.span.end + 60)
        let isNamed = behind.first?.isUppercase ?? false
        let clause = NameTypes.key(String(behind.prefix { !"，。；;".contains($0) }))
        guard let lead = isNamed ? "" : Self.leads.first(where: clause.hasPrefix) else { continue }
        add(clause.dropFirst(lead.count))
      }
    }
  }

  /// Whether words in lower case are a rival's name.
  func include(_ name: String) -> Bool { all.contains(name) }

  /// Whether words in lower case are one, or may be.
  func mayInclude(_ name: String) -> Bool { all.contains(name) || parts.contains(name) }

  private mutating func add(_ list: Substring) {
    for name in list.split(whereSeparator: { " ,、和与及：:（）()".contains($0) }) {
      let own = Self.origins.first(where: name.hasPrefix).map { name.dropFirst($0.count) } ?? name
      all.insert(String(own))
      guard own.utf8.first.map({ $0 >= 0xE0 }) == true else { continue }
      let characters = Array(own)
      for start in characters.indices {
        for end in stride(from: start + 2, through: min(start + 6, characters.count), by: 1) {
          parts.insert(String(characters[start..<end]))
        }
      }
    }
  }

  /// What is said of a rival before they are named.
  private static let leads = [
    "主要是", "就是", "还是", "包括", "有", "是", "为", "：", ":", "(", "（", "is ", "are ", "was ",
  ]
  /// Whence a rival is.
  private static let origins = ["本地的", "当地的", "外地的", "省里的", "国内的", "老牌的"]
}
