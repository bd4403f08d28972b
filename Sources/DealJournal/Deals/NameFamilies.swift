import FactReading
import NoteSyntax

/// Which names are forms of one: 宏泰 and 宏泰精密, `Brightwater` and `Brightwater CU`, `DSCP` and
/// `Devon & Severn Combined Police`.
struct NameFamilies {
  /// For each candidate, its family; families count from 0 in order of their first candidate.
  let family: [Int]
  let count: Int

  /// Groups `surfaces`, one per candidate, as written; those that are `apart` stay alone. Those of one number of `known`
  /// are one, whatever their form, and never one with those of another. `titles` stand where only what a note is about does.
  /// Two that are `together` are one, unless one is apart.
  init(
    _ surfaces: [String], apart: [Bool], known: [Int?] = [], titles: [Bool] = [], together: [(Int, Int)] = []
  ) {
    let surfaces = surfaces.map { String(decoding: ProseText.folded($0), as: UTF8.self) }
    var parent = Array(surfaces.indices)
    func root(_ index: Int) -> Int {
      var at = index
      while parent[at] != at { at = parent[at] }
      return at
    }
    var knownOfRoot = known.isEmpty ? surfaces.map { _ in nil } : known
    func join(_ one: Int, _ other: Int) {
      let (low, high) = (min(root(one), root(other)), max(root(one), root(other)))
      if let first = knownOfRoot[low], let second = knownOfRoot[high], first != second { return }
      parent[high] = low
      knownOfRoot[low] = knownOfRoot[low] ?? knownOfRoot[high]
    }
    var firstOfKnown: [Int: Int] = [:]
    for (index, number) in known.enumerated() {
      guard let number else { continue }
      if let first = firstOfKnown[number] { join(first, index) } else { firstOfKnown[number] = index }
    }
    let towns = Self.toldTowns(surfaces)
    let forms = surfaces.map { Form($0, towns: towns) }
    let brands = Self.sharedBrands(zip(surfaces, titles).lazy.filter(\.1).map(\.0))
    var byKey: [String: [Int]] = [:]
    for index in forms.indices where !apart[index] {
      for key in forms[index].ownKeys where !brands.contains(key) { byKey[key, default: []].append(index) }
    }
    for index in forms.indices where !apart[index] {
      for key in forms[index].shorterKeys {
        for other in byKey[key] ?? [] where other != index { join(index, other) }
      }
    }
    for (one, other) in together where !apart[one] && !apart[other] { join(one, other) }
    var number: [Int: Int] = [:]
    var family: [Int] = []
    for index in surfaces.indices {
      let top = root(index)
      let next = number[top] ?? number.count
      number[top] = next
      family.append(next)
    }
    self.family = family
    count = number.count
  }

  /// Towns that one of the names tells as such, 临浦 of 临浦区第二小学, and that another organisation's name begins with, 临浦文旅集团:
  /// where none does, the district may be the customer, 临浦 for short; and 临浦第二小学 would be the same one.
  private static func toldTowns(_ surfaces: [String]) -> Set<String> {
    var restsOfTown: [String: Set<Substring>] = [:]
    for name in surfaces {
      if let town = NameLexicon.toldTown(Array(name)) { restsOfTown[town, default: []].insert(name.dropFirst(3)) }
    }
    guard !restsOfTown.isEmpty else { return [] }
    let shared = surfaces.lazy.filter { name in
      guard let rests = restsOfTown[String(name.prefix(2))], name.count >= 5, AccountMention.hasKind(name) else {
        return false
      }
      return NameLexicon.toldTown(Array(name)) == nil && !rests.contains(name.dropFirst(2))
    }
    return Set(shared.map { String($0.prefix(2)) })
  }

  /// Names that organisations of different trades bear, 远大 of 远大物流 and 远大置业: by itself it is not known whose it is.
  private static func sharedBrands(_ surfaces: some Sequence<String>) -> Set<String> {
    var tradesOfBrand: [String: [Substring]] = [:]
    for name in surfaces where name.utf8.first.map({ $0 >= 0xE3 }) ?? false && name.count >= 4 {
      let trade = name.dropFirst(2)
      if AccountMention.isTrade(String(trade)) { tradesOfBrand[String(name.prefix(2)), default: []].append(trade) }
    }
    return Set(
      tradesOfBrand.filter { _, trades in
        trades.contains { one in !trades.allSatisfy { one.hasPrefix($0) || $0.hasPrefix(one) } }
      }.keys)
  }

  /// A name's keys: those it is known by, and those of shorter forms that would mean the same.
  private struct Form {
    let ownKeys: [String]
    let shorterKeys: [String]

    init(_ surface: String, towns: Set<String>) {
      let bytes = Array(surface.utf8)
      if bytes.contains(where: { $0 >= 0xE3 }) {
        let characters = Array(surface)
        let town = NameLexicon.townLength(characters, others: towns)
        let own = characters[town...]
        ownKeys = town > 0 ? [surface, String(own)] : [surface]
        // Beginnings and endings of two characters or more; an ending only behind a short prefix such as a town's name.
        var shorter: [String] = []
        for length in 2..<max(2, characters.count) {
          if length > town { shorter.append(String(characters[..<length])) }
          if characters.count - length <= 3 { shorter.append(String(characters[(characters.count - length)...])) }
        }
        // Behind a town the name begins anew: 永兴 of 中山永兴塑胶. The town by itself is nobody's.
        if town > 0 { for length in 2..<max(2, own.count) { shorter.append(String(own.prefix(length))) } }
        shorterKeys = shorter
        return
      }
      let words = surface.lowercased().replacing("&", with: " and ").split { $0 == " " || $0 == "-" || $0 == "." }
        .map(String.init)
      let whole = words.joined(separator: " ")
      var shorter = [whole]
      // The Wraggs are the family of Wragg.
      if words.count == 1, whole.utf8.count > 4, whole.hasSuffix("s"), !whole.hasSuffix("ss") {
        shorter.append(String(whole.dropLast()))
      }
      for length in 1..<max(1, words.count) where length > 1 || words[0].utf8.count > 3 {
        shorter.append(words[..<length].joined(separator: " "))
      }
      if words.count > 1 {
        let initials = words.compactMap(\.first)
        let withoutAnd = zip(words, initials).filter { $0.0 != "and" }.map(\.1)
        shorter.append("#" + String(withoutAnd))
      }
      let isAcronym = words.count <= 3 && bytes.count <= 6 && bytes.allSatisfy { $0 &- 0x41 < 26 || $0 == 0x26 }
      ownKeys = isAcronym ? [whole, "#" + String(words.filter { $0 != "and" }.joined())] : [whole]
      shorterKeys = shorter
    }
  }
}
