import FactReading

/// The accepted forms of a journal by the parts that other forms may share with them.
struct FormIndex {
  /// Full names by given name.
  private(set) var fullsOfGiven: [String: [Int]] = [:]
  /// Forms without a full name by surname or given name: 王科 and 王科长, Old Pete and Pete, Mr Aldous and Aldous.
  private(set) var partsOfName: [String: [Int]] = [:]
  private var fullsOfPart: [String: [Int]] = [:]

  /// Indexes those of `types` that are `accepted`; lists are ascending.
  init(_ types: NameTypes, _ accepted: [Bool]) {
    for (index, type) in types.all.enumerated() where accepted[index] {
      if type.isFull {
        fullsOfGiven[type.given, default: []].append(index)
        for part in Set([type.surname, type.given] + Self.shortened(type)) {
          fullsOfPart[part, default: []].append(index)
        }
      } else {
        for part in Set([type.surname, type.given]) where !part.isEmpty { partsOfName[part, default: []].append(index) }
      }
    }
  }

  /// Full names that share a part with a shorter form.
  func fulls(thatMayBe type: NameType) -> [Int] {
    Set([type.surname, type.given].filter { !$0.isEmpty }.flatMap { fullsOfPart[$0] ?? [] }).sorted()
  }

  /// 丽 of 陈丽 and 小丽, Michael of Michael John Keane.
  private static func shortened(_ type: NameType) -> [String] {
    if type.isHan { return type.given.count > 1 ? [String(type.given.suffix(1))] : [] }
    return type.given.firstIndex(of: " ").map { [String(type.given[..<$0])] } ?? []
  }
}

/// Where the people of a journal are named for certain, for telling whom an ambiguous mention means.
struct NamedPlaces {
  private var byRoot: [Int: [Int: [Int]]] = [:]
  private var counts: [Int: Int] = [:]

  /// `places` are those of each person.
  init(_ places: [Int: [NameType.Place]]) {
    for (root, places) in places {
      counts[root] = places.count
      for place in places { byRoot[root, default: [:]][place.note, default: []].append(place.mention) }
    }
  }

  /// The one of `roots` that was named last before `place` in its note, else next behind it, else is named most.
  func nearest(to place: NameType.Place, among roots: [Int]) -> Int {
    var best: (distance: Int, root: Int)?
    for root in roots {
      for mention in byRoot[root]?[place.note] ?? [] {
        let distance = mention <= place.mention ? place.mention - mention : 1_000_000 + mention - place.mention
        if best.map({ (distance, root) < $0 }) ?? true { best = (distance, root) }
      }
    }
    if let best { return best.root }
    return roots.min { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) } ?? roots[0]
  }
}
