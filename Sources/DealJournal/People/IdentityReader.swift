import FactReading

/// Tells which forms of a journal name the same person, and which of them name nobody.
///
/// Two forms are one person only where the notes bear it out: a full name and what it can be shortened to, where the
/// journal has no second person of that surname or given name; or a place that says so (王总（王志刚）).
struct IdentityReader {
  let types: NameTypes
  let readings: [NoteReading]
  let signs: JournalSigns
  let model: PeopleModel?
  /// Keys of names that the writer calls customers or deals.
  let accounts: Set<String>

  init(types: NameTypes, readings: [NoteReading], signs: JournalSigns, model: PeopleModel?) {
    self.types = types
    self.readings = readings
    self.signs = signs
    self.model = model
    accounts = Self.namedAccounts(readings)
  }

  /// The mentions of each person.
  func read() -> [[NameType.Place]] {
    let accepted = types.all.map(isPerson)
    var group = Groups(count: types.all.count)
    let forms = FormIndex(types, accepted)
    for alike in forms.fullsOfGiven.values {
      forEachPair(of: alike) { if areOneFullName(types.all[$0], types.all[$1]) { group.join($0, $1) } }
    }
    let marked = joinMarked(&group, accepted)
    var ambiguous: [Int: [Int]] = [:]
    for index in accepted.indices where accepted[index] && !types.all[index].isFull {
      if let marked = marked[index] {
        if marked.count > 1 { ambiguous[index] = marked }
        continue
      }
      let candidates = fullNames(for: types.all[index], among: forms, &group)
      if candidates.count == 1 {
        group.join(index, candidates[0])
      } else if candidates.count > 1 {
        ambiguous[index] = candidates
      }
    }
    for alike in forms.partsOfName.values {
      forEachPair(of: alike.filter { ambiguous[$0] == nil }) {
        if areOne(types.all[$0], types.all[$1]) { group.join($0, $1) }
      }
    }
    for index in accepted.indices where accepted[index] && ambiguous[index] == nil {
      for alias in types.all[index].aliases {
        guard let other = types.index[alias], accepted[other], ambiguous[other] == nil else { continue }
        group.join(index, other)
      }
    }
    var places: [Int: [NameType.Place]] = [:]
    for index in accepted.indices where accepted[index] && ambiguous[index] == nil {
      places[group.root(index), default: []] += types.all[index].places
    }
    let named = NamedPlaces(places)
    for index in ambiguous.keys.sorted() {
      let roots = (ambiguous[index] ?? []).map { group.root($0) }
      for place in types.all[index].places { places[named.nearest(to: place, among: roots), default: []].append(place) }
    }
    return places.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Joins what marks say to be one person. Of a shorter form that marks give several people, the people; of another
  /// that marks speak of, the one.
  private func joinMarked(_ group: inout Groups, _ accepted: [Bool]) -> [Int: [Int]] {
    var owners: [String: [Int]] = [:]
    for index in types.all.indices where accepted[index] {
      for alias in types.all[index].markedAliases { owners[alias, default: []].append(index) }
    }
    // A full name, or one that the notes write nowhere else, is one person's; 张总 may be several.
    var shared: [Int: [Int]] = [:]
    for (alias, indices) in owners.sorted(by: { $0.key < $1.key }) {
      guard let own = types.index[alias], accepted[own] else {
        for index in indices.dropFirst() { group.join(indices[0], index) }
        continue
      }
      let fulls = indices.filter { types.all[$0].isFull }
      if !types.all[own].isFull, fulls.count > 1 {
        shared[own] = fulls
      } else {
        for index in indices where shared[index] == nil { group.join(own, index) }
      }
    }
    var result: [Int: [Int]] = [:]
    for (index, fulls) in shared {
      let roots = Set(fulls.map { group.root($0) }).sorted()
      if roots.count == 1 { group.join(index, roots[0]) }
      result[index] = roots
    }
    for index in types.all.indices where accepted[index] && result[index] == nil {
      let isTold = !types.all[index].markedAliases.isEmpty || owners[types.all[index].key] != nil
      if isTold { result[index] = [group.root(index)] }
    }
    return result
  }

  private func forEachPair(of indices: [Int], _ body: (Int, Int) -> Void) {
    for (position, one) in indices.enumerated() {
      for other in indices[(position + 1)...] { body(one, other) }
    }
  }

  // MARK: Persons

  /// The names in marks and labels of customers and deals.
  private static func namedAccounts(_ readings: [NoteReading]) -> Set<String> {
    var names: Set<String> = []
    for reading in readings {
      for mark in reading.marks {
        switch mark.meaning {
        case .account(let name), .deal(let name): names.insert(NameTypes.key(name))
        default: break
        }
      }
      for account in reading.accounts where account.place == .label { names.insert(NameTypes.key(account.surface)) }
    }
    return names
  }

  private func isPerson(_ type: NameType) -> Bool {
    let isAccount = accounts.contains(type.key)
    if type.markedCount > 0, !isAccount { return true }
    guard let model else {
      return type.form != .role && type.form != .initials && (type.sureCount > 0 || type.isHan && type.places.count > 2)
    }
    let evidence = PersonEvidence(
      type.places.map { readings[$0.note].names[$0.mention] }, signs: signs.ofForm(type))
    let scores = model.scores(evidence.values)
    let column = type.form == .role ? PeopleModel.Column.ownRole : .person
    // A place that shows a name and a title or the like is believed unless everything else speaks against it.
    let isShown = type.sureCount > 0 && !isAccount && [.full, .titled, .familiar].contains(type.form)
    return scores[column.rawValue] > (isShown ? -2 : 0)
  }

  // MARK: Identity

  private func areOneFullName(_ one: NameType, _ other: NameType) -> Bool {
    guard one.given == other.given else { return false }
    if one.surname == other.surname { return true }
    let (short, long) = one.surname.count < other.surname.count ? (one, other) : (other, one)
    return !one.isHan && short.surname.count == 1 && long.surname.hasPrefix(short.surname)
  }

  /// The full names that a shorter form may stand for, one of each group.
  private func fullNames(for type: NameType, among forms: FormIndex, _ group: inout Groups) -> [Int] {
    var found: [Int: Int] = [:]
    for index in forms.fulls(thatMayBe: type) where canStand(type, for: types.all[index]) {
      let root = group.root(index)
      found[root] = min(found[root] ?? index, index)
    }
    return found.values.sorted()
  }

  private func canStand(_ type: NameType, for full: NameType) -> Bool {
    guard type.isHan == full.isHan else { return false }
    switch type.form {
    case .titled:
      guard type.surname == full.surname else { return false }
      return !type.isHan || areCompatible(type.ownTitle, full.titles) && sharesNote(type, full)
    case .given:
      if type.isHan { return !type.given.isEmpty && full.given.hasSuffix(type.given) }
      return full.given == type.given || full.surname == type.given
        || full.given.hasPrefix(type.given + " ")
    case .familiar:
      if type.isHan { return false }
      return full.given == type.given
    default: return false
    }
  }

  private func sharesNote(_ one: NameType, _ other: NameType) -> Bool {
    let notes = Set(one.places.map(\.note))
    return other.places.contains { notes.contains($0.note) }
  }

  /// Whether a title may shorten one of `titles`; nothing told contradicts nothing.
  private func areCompatible(_ title: String, _ titles: Set<String>) -> Bool {
    titles.isEmpty
      || titles.contains { known in
        known.hasSuffix(title) || title.contains(known)
          || title.unicodeScalars.allSatisfy { known.unicodeScalars.contains($0) }
          || title == "总" || title == "工"
      }
  }

  /// Whether two forms without a full name are one: 王科 and 王科长, Old Pete and Pete, Mr Aldous and Aldous.
  private func areOne(_ one: NameType, _ other: NameType) -> Bool {
    guard !one.isFull, !other.isFull, one.isHan == other.isHan else { return false }
    if one.isHan {
      guard one.form == .titled, other.form == .titled, one.surname == other.surname else { return false }
      return one.ownTitle.hasPrefix(other.ownTitle) || other.ownTitle.hasPrefix(one.ownTitle)
    }
    let names = [(one, other), (other, one)]
    return names.contains { left, right in
      left.form == .titled && right.form == .given && left.surname == right.given
        || left.form == .familiar && right.form == .given && left.given == right.given
        || left.form == .titled && right.form == .titled && left.surname == right.surname && left.surname.count > 1
    }
  }
}

/// Disjoint sets; the smallest member stands for its set.
struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    parents[index] = root
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    parents[max(first, second)] = min(first, second)
  }
}
