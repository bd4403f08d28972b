import FactReading

/// The names by which people are called, to keep them apart from customers' names.
struct PeopleNames {
  /// For each name in lower case, whether it is a person's beyond doubt: a title, a form of address, or the sentence says so.
  private let names: [[UInt8]: Bool]
  private let lengths: [Int]
  /// Names in lower case that the writer marked as people's.
  private let marked: Set<[UInt8]>

  /// Takes names as written, each with whether it is beyond doubt, and those that are marked; ASCII case is ignored.
  init(_ names: [(surface: String, isSure: Bool)], marked: some Sequence<String> = EmptyCollection()) {
    self.marked = Set(marked.map { $0.utf8.map(\.lowercased) })
    self.names = Dictionary(
      names.map { ($0.surface.utf8.map(\.lowercased), $0.isSure) }, uniquingKeysWith: { $0 || $1 })
    lengths = Set(self.names.keys.lazy.map(\.count)).sorted()
  }

  /// The names in the notes that `cast` takes for people.
  init(_ notes: JournalNotes, cast: Cast) {
    let names = notes.nameTable
    var uses = [Int](repeating: 0, count: names.wordings.count)
    for (name, person) in cast.personOfName.enumerated() where person != nil { uses[names.wording[name]] += 1 }
    var counts: [String: (sure: Int, all: Int)] = [:]
    var parts: [(surface: String, isSure: Bool)] = []
    var marked = Set<String>()
    for (name, uses) in zip(names.wordings, uses) where uses > 0 {
      if name.isMarked { marked.insert(name.surface) }
      let isLatin = (name.surface.utf8.first ?? 0) < 0xE3
      let isSure =
        name.isSure || name.isMarked || name.form == .titled || name.form == .familiar || name.form == .role
        || (name.form == .full && isLatin)
      counts[name.surface, default: (0, 0)].all += uses
      if isSure { counts[name.surface, default: (0, 0)].sure += uses }
      // `Dr. Alvarez` is Alvarez elsewhere; `Phil Wragg` does not make every Wragg a person.
      guard isLatin else { continue }
      for part in [name.surname, name.given] where part.utf8.count > 2 {
        parts.append((part, name.form == .titled))
      }
    }
    self.init(counts.map { ($0.key, $0.value.sure * 3 >= $0.value.all) } + parts, marked: marked)
  }

  /// Whether the writer marked `key`, in lower case, as a person's name.
  func isMarked(_ key: [UInt8]) -> Bool { marked.contains(key) }

  /// Every name in lower case, in order of bytes.
  var sorted: [[UInt8]] { names.keys.sorted { $0.lexicographicallyPrecedes($1) } }

  /// Whether `key`, in lower case, is a person's name; nil when it is none, false when it may be something else as well. An
  /// organisation's, as its end tells, is none: 浦塘化工.
  func isPerson(_ key: [UInt8]) -> Bool? {
    guard let isSure = names[key] else { return nil }
    return key.first ?? 0 >= 0xE3 && lengthBeforeKind(key) ?? 0 >= 6 ? nil : isSure
  }

  /// Whether `key`, in lower case, is Han text that begins with a person's name and goes on: 王总那边, 王总公司, but not
  /// 宁川县人民医院, of whose town 宁川 may be one.
  func beginsName(_ key: [UInt8]) -> Bool {
    guard let first = key.first, first >= 0xE3 else { return false }
    let beginnings = lengths.filter { $0 >= 6 && $0 < key.count && names[Array(key[..<$0])] == true }
    guard let shortest = beginnings.first else { return false }
    return lengthBeforeKind(key).map { $0 <= shortest } ?? true
  }

  private func lengthBeforeKind(_ key: [UInt8]) -> Int? {
    AccountMention.lengthBeforeKind(String(decoding: key, as: UTF8.self))
  }
}
