import CReadingData

/// How Han characters are read, so that names are found by what is typed before an input method has made characters of it.
public struct PinyinReadings: Sendable {
  private let syllables: [UInt32: [String]]

  /// The readings that are compiled in.
  public static let builtin = PinyinReadings()

  private init() {
    var count = 0
    var syllables: [UInt32: [String]] = [:]
    guard let start = rapport_pinyin(&count) else {
      self.syllables = [:]
      return
    }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      let syllable = String(decoding: line[..<space], as: UTF8.self)
      for scalar in String(decoding: line[(space + 1)...], as: UTF8.self).unicodeScalars {
        syllables[scalar.value, default: []].append(syllable)
      }
    }
    self.syllables = syllables
  }

  /// What a name is typed as: each character's readings; other letters for themselves, in lower case.
  private func readings(of name: String) -> [[String]] {
    name.unicodeScalars.compactMap { scalar in
      if let known = syllables[scalar.value] { return known }
      let isSeparator = !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      return isSeparator ? nil : [String(scalar).lowercased()]
    }
  }

  /// The first reading in full, and its initials: `zhangwei`, `zw`. Empty for a name without Han characters.
  public func spellings(of name: String) -> [String] {
    guard name.unicodeScalars.contains(where: { syllables[$0.value] != nil }) else { return [] }
    let first = readings(of: name).compactMap(\.first)
    return [first.joined(), String(first.compactMap(\.first))]
  }

  /// Whether `typed`, ASCII letters of any case, begins a way to type `name`: for each character its reading, or as much of
  /// it as there is, one after the other. `zw`, `zhangw`, `zhwei` and `zhangwei` all begin 张伟.
  public func matches(_ name: String, typed: String) -> Bool {
    let letters = typed.lowercased().utf8.filter { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard !letters.isEmpty else { return typed.isEmpty }
    // How many letters may have been used up by the characters so far.
    var used: Set<Int> = [0]
    for readings in readings(of: name) {
      var next: Set<Int> = []
      for start in used {
        for reading in readings {
          var at = start
          for letter in reading.utf8 {
            guard at < letters.count, letters[at] == letter else { break }
            at += 1
            if at == letters.count { return true }
            next.insert(at)
          }
        }
      }
      used = next
      if used.isEmpty { return false }
    }
    return false
  }
}
