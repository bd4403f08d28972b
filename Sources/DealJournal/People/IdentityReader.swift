import FactReading
import NoteSyntax
import SourceText

/// Tells which forms of a journal name the same person, and which of them name nobody.
///
/// Two forms are one person only where the notes bear it out: a full name and what it can be shortened to, where the
/// journal has no second person of that surname or given name; or a place that says so (王总（王志刚）).
struct IdentityReader {
  let types: NameTypes
  let notes: JournalNotes
  let signs: JournalSigns
  let model: PeopleModel?
  /// What the team calls people.
  let vocabulary: TeamVocabulary
  private let customers: NamesOfCustomers
  /// Keys of towns that organisations' names tell: 宁川 of 宁川县人民医院.
  let towns: Set<String>

  init(_ signs: JournalSigns, vocabulary: TeamVocabulary = .none, model: PeopleModel?) {
    self.vocabulary = vocabulary
    types = signs.types
    notes = signs.notes
    self.signs = signs
    self.model = model
    towns = Self.toldTowns(notes)
    customers = NamesOfCustomers(notes, besides: types)
  }

  /// What was told of a journal's names.
  struct Identities {
    /// The names of each person, doubtful ones where they most likely belong.
    var people: [[Int]]
    /// Names of forms that several people share, where nothing in their note tells whom they mean; with each, how
    /// often the same form means whom elsewhere.
    var doubts: [(place: Int, candidates: [(person: Int, uses: Int)])]
  }

  /// Who there is, and who is named where.
  func read() -> Identities {
    let accepted = withSpouses(concurrentMap(types.all.indices, chunk: 4) { isPerson($0) })
    var group = Groups(count: types.all.count)
    let forms = FormIndex(types, accepted)
    for alike in forms.fullsOfGiven.values {
      forEachPair(of: alike) { if areOneFullName(types.all[$0], types.all[$1]) { group.join($0, $1) } }
    }
    joinKnown(&group, accepted)
    let marked = joinMarked(&group, accepted)
    // Where Mr and Mrs Lowell are spoken of, Lowell alone is neither for certain.
    let couples = Set(
      forms.partsOfName.filter { _, alike in
        alike.contains { one in alike.contains { types.all[$0].isAddressedOtherwise(than: types.all[one]) } }
      }.keys)
    var ambiguous: [Int: [Int]] = [:]
    for (initial, full) in forms.initials(of: types) { group.join(initial, full) }
    for index in accepted.indices where accepted[index] && !types.all[index].isFull {
      if let marked = marked[index] {
        if marked.count > 1 { ambiguous[index] = marked }
        continue
      }
      if types.all[index].form == .titled, couples.contains(types.all[index].surname) { continue }
      let candidates = fullNames(for: index, among: forms, &group)
      if candidates.count == 1 {
        group.join(index, candidates[0])
      } else if candidates.count > 1 {
        ambiguous[index] = candidates
      }
    }
    for (part, alike) in forms.partsOfName {
      let isCouple = couples.contains(part)
      forEachPair(of: alike.filter { ambiguous[$0] == nil && !(isCouple && types.all[$0].form == .given) }) {
        if areOne(types.all[$0], types.all[$1]) || isDeputyAndShort($0, $1) { group.join($0, $1) }
      }
    }
    for index in accepted.indices where accepted[index] && ambiguous[index] == nil {
      for alias in types.all[index].aliases {
        guard let other = types.index[alias], accepted[other], ambiguous[other] == nil else { continue }
        group.join(index, other)
      }
    }
    var places: [Int: [Int]] = [:]
    for index in accepted.indices where accepted[index] && ambiguous[index] == nil {
      places[group.root(index), default: []] += types.places[index]
    }
    let named = NamedPlaces(places, notes: notes)
    let chance = Set(places.filter { $0.value.count == 1 && isByChance($0.value[0], accepted) }.keys)
    var doubts: [(place: Int, roots: [Int], index: Int)] = []
    var uses: [Int: [Int: Int]] = [:]
    var functions: [Int: Set<String>] = [:]
    for index in ambiguous.keys.sorted() {
      let all = Set((ambiguous[index] ?? []).map { group.root($0) }).sorted()
      let lasting = all.filter { !chance.contains($0) }
      let roots = lasting.count == 1 ? lasting : all
      for place in types.places[index] {
        let told =
          toldByPlace(place, among: roots, &group) ?? toldByFunction(place, among: roots, places, &functions)
          ?? named.decided(at: place, among: roots)
        if let told {
          uses[index, default: [:]][told, default: 0] += 1
        } else if roots.count > 1 {
          doubts.append((place, roots, index))
        }
        places[told ?? named.nearest(to: place, among: roots), default: []].append(place)
      }
    }
    let ordered = places.sorted { $0.key < $1.key }
    let position = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) })
    return Identities(
      people: ordered.map(\.value),
      doubts: doubts.map { doubt in
        (doubt.place, doubt.roots.map { (position[$0] ?? 0, uses[doubt.index]?[$0] ?? 0) })
      })
  }

  /// Whether two words stand side by side by chance, as in "I said to Dougie Towlers know what they do": the second
  /// stands alone elsewhere, and is nobody.
  private func isByChance(_ place: Int, _ accepted: [Bool]) -> Bool {
    let mention = notes.mention(place)
    guard mention.title.isEmpty, !mention.isMarked, let alone = types.index[mention.surname] else { return false }
    return !accepted[alone]
  }

  /// The one of `roots` whose name stands beside a mention: 吕总（吕斌）.
  private func toldByPlace(_ place: Int, among roots: [Int], _ group: inout Groups) -> Int? {
    guard let alias = notes.mention(place).alias, let other = types.index[NameTypes.key(alias)]
    else { return nil }
    let root = group.root(other)
    return roots.contains(root) ? root : nil
  }

  /// The one of `roots` whose function a mention tells: Tom from IT. `known` keeps what each is called.
  private func toldByFunction(
    _ place: Int, among roots: [Int], _ places: [Int: [Int]], _ known: inout [Int: Set<String>]
  ) -> Int? {
    let told = NameFunctions.named(in: notes.mention(place).title)
    guard !told.isEmpty else { return nil }
    for root in roots where known[root] == nil {
      let sure = (places[root] ?? []).lazy.filter { types.all[types[ofWording: notes.nameTable.wording[$0]]].isFull }
      known[root] = notes.nameTable.wordings(of: sure).reduce(into: []) {
        $0.formUnion(NameFunctions.named(in: $1.mention.title))
      }
    }
    let found = roots.filter { known[$0]?.isDisjoint(with: told) == false }
    return found.count == 1 ? found[0] : nil
  }

  /// Joins the forms that the team lists as one person's, also where the notes write a title around them.
  private func joinKnown(_ group: inout Groups, _ accepted: [Bool]) {
    var known: [String: Int] = [:]
    for (index, wording) in notes.nameTable.wordings.enumerated() {
      guard let person = vocabulary.person(ofForm: wording.core ?? wording.surface) else { continue }
      let type = types[ofWording: index]
      guard accepted[type] else { continue }
      if let other = known[person.name] { group.join(other, type) } else { known[person.name] = type }
    }
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
      guard let own = types.position(of: alias), accepted[own] else {
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

  private static func toldTowns(_ notes: JournalNotes) -> Set<String> {
    let long = notes.accountTable.surfaces.lazy.filter { $0.utf8.count >= 15 && ($0.utf8.first ?? 0) >= 0xE3 }
    return Set(
      long.compactMap { surface in
        let folded = String(decoding: ProseText.folded(surface), as: UTF8.self)
        guard let town = NameLexicon.toldTown(Array(folded)), AccountMention.hasKind(surface) else { return nil }
        return NameTypes.key(String(surface.prefix(town.count)))
      })
  }

  /// Whether the form with an index of `types` names a person.
  private func isPerson(_ index: Int) -> Bool {
    let type = types.all[index]
    let isAccount = customers.areToldToInclude(type.key)
    if type.markedCount > 0 {
      if !isAccount { return true }
      // A link to a customer names nobody, unless it says that the customer is a person: 黄太.
      if type.form != .titled, type.form != .familiar { return false }
    }
    if type.form == .full && towns.contains(type.key) || customers.include(type.key) { return false }
    guard let model else {
      return type.form != .role && type.form != .initials && (type.sureCount > 0 || type.isHan && type.count > 2)
    }
    let evidence = PersonEvidence(types.places[index], in: notes, signs: signs.ofForm(index))
    let scores = model.scores(evidence.values)
    let column = type.form == .role ? PeopleModel.Column.ownRole : .person
    // A place that shows a name and a title or the like is believed unless everything else speaks against it.
    let isShown =
      (type.sureCount > 0 || types.places[index].contains(where: isTagged)) && !isAccount
      && [.full, .titled, .familiar].contains(type.form)
    let threshold: Float =
      type.form != .role ? isShown ? -1.5 : 0.75 : types.places[index].contains(where: decides) ? -1 : 0.5
    return scores[column.rawValue] > threshold
  }

  /// Whether the sentence in which a function stands tells of a decision, or has a mark for a part in it, and names nobody:
  /// 最后财务总监拍板.
  private func decides(_ name: Int) -> Bool {
    let note = notes.nameTable.note[name]
    let reading = notes.readings[note]
    guard let sentence = notes.mention(name).sentence,
      reading.sentences[sentence].tells(of: .decision) || isTagged(name)
    else { return false }
    return !reading.names.contains { $0.sentence == sentence && $0.form != .role }
  }

  /// With the forms that name the other half of a couple: where 泉先生 is a person, so is 泉太太, however rare the surname.
  private func withSpouses(_ accepted: [Bool]) -> [Bool] {
    let addressed = types.all.indices.filter {
      types.all[$0].isHan && types.all[$0].form == .titled && AccountMention.isPrivateTitle(types.all[$0].ownTitle)
    }
    let surnames = Set(addressed.lazy.filter { accepted[$0] }.map { types.all[$0].surname })
    var all = accepted
    for index in addressed where surnames.contains(types.all[index].surname) { all[index] = true }
    return all
  }

  /// Whether a place stands in a sentence with `#side/…` or `#role/…`, which speaks of its people.
  private func isTagged(_ place: Int) -> Bool {
    let reading = notes.readings[notes.nameTable.note[place]]
    guard !reading.marks.isEmpty, let sentence = notes.mention(place).sentence else { return false }
    return reading.marks.contains { mark in
      guard mark.sentence == sentence, mark.details.people == nil else { return false }
      switch mark.meaning {
      case .side, .role: return true
      default: return false
      }
    }
  }

  // MARK: Identity

  private func areOneFullName(_ one: NameType, _ other: NameType) -> Bool {
    guard one.given == other.given else { return false }
    if one.surname == other.surname { return true }
    let (short, long) = one.surname.count < other.surname.count ? (one, other) : (other, one)
    return !one.isHan && short.surname.count == 1 && long.surname.hasPrefix(short.surname)
  }

  /// The full names that a shorter form may stand for, one of each group.
  private func fullNames(for type: Int, among forms: FormIndex, _ group: inout Groups) -> [Int] {
    var found: [Int: Int] = [:]
    for index in forms.fulls(thatMayBe: types.all[type]) where canStand(type, for: index) {
      let root = group.root(index)
      found[root] = min(found[root] ?? index, index)
    }
    return found.values.sorted()
  }

  private func canStand(_ short: Int, for long: Int) -> Bool {
    let (type, full) = (types.all[short], types.all[long])
    guard type.isHan == full.isHan else { return false }
    switch type.form {
    case .titled:
      guard type.surname == full.surname, !type.isAddressedOtherwise(than: full) else { return false }
      return !type.isHan
        || areCompatible(type.ownTitle, full.titles) && (!full.titles.isEmpty || shareNote(short, long))
    case .given:
      if type.isHan { return !type.given.isEmpty && full.given.hasSuffix(type.given) }
      return full.given == type.given || full.surname == type.given
        || full.given.hasPrefix(type.given + " ")
    case .familiar:
      // 老王 of 王建国
      if type.isHan { return type.given.isEmpty && type.surname == full.surname && shareNote(short, long) }
      return full.given == type.given
    default: return false
    }
  }

  /// Whether some note has both forms.
  private func shareNote(_ one: Int, _ other: Int) -> Bool { share(notes.nameTable.note, one, other) }

  /// Whether some place of both forms is the same by `number`, which grows from name to name.
  private func share(_ number: [Int], _ one: Int, _ other: Int) -> Bool {
    var (left, right) = (types.places[one], types.places[other])
    while let first = left.first, let second = right.first {
      if number[first] == number[second] { return true }
      if number[first] < number[second] { left.removeFirst() } else { right.removeFirst() }
    }
    return false
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

  /// Whether a deputy is called as courtesy has it, 翁副总 and 翁总, 娄副院长 and 娄院长: no entry has the one beside the other.
  private func isDeputyAndShort(_ one: Int, _ other: Int) -> Bool {
    let titles = [types.all[one], types.all[other]].map(\.ownTitle)
    guard types.all[one].isHan, types.all[one].form == .titled, types.all[other].form == .titled,
      types.all[one].surname == types.all[other].surname, titles[0].hasPrefix("副") != titles[1].hasPrefix("副")
    else { return false }
    let bare = titles.map { $0.hasPrefix("副") ? $0.dropFirst() : $0[...] }
    return !bare.contains("") && (bare[0].hasPrefix(bare[1]) || bare[1].hasPrefix(bare[0]))
      && !share(notes.nameTable.entry, one, other)
  }

  /// Whether two forms without a full name are one: 王科 and 王科长, Old Pete and Pete, Mr Aldous and Aldous.
  private func areOne(_ one: NameType, _ other: NameType) -> Bool {
    guard !one.isFull, !other.isFull, one.isHan == other.isHan, !one.isAddressedOtherwise(than: other) else {
      return false
    }
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
