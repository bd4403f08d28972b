import FactReading

/// Lets the writer's marks overrule the reading: `deal::`, `account::` and their tags say whose words these are.
///
/// A mark on a line speaks of its sentence, one in a heading of what stands below, one on a line of its own of the entry,
/// front matter of the whole note. The nearer mark counts, and a deal before an account. Where a wide mark stands above a
/// sentence that names another customer, the sentence keeps its own.
struct MarkedDeals {
  private(set) var drafts: [DealMap.Draft]
  /// For each sentence of the journal, the deal as an index of `drafts`.
  private(set) var dealOfSentence: [Int?]
  /// Drafts that became part of another, and which; those that are dropped have none.
  private var merged: [Int: Int?] = [:]
  /// Drafts by every form of their names in lower case, and by forms that only marks use.
  private var draftOfName: [String: Int]
  private let draftOfForm: [String: Int]
  /// Drafts by their names as tags write them: `ferro-metals`; nil for several.
  private var draftOfTag: [String: Int?] = [:]

  /// Takes what was read, and applies the marks of all notes.
  init(_ notes: JournalNotes, accounts: AccountList, assigned: [Int?]) {
    let readings = notes.readings
    drafts = accounts.drafts
    dealOfSentence = assigned
    draftOfForm = Self.draftsByForm(drafts, readings: readings)
    draftOfName = [:]
    for (index, draft) in drafts.enumerated() {
      for form in draft.surfaces + [draft.name] where draftOfName[form.lowercased()] == nil {
        draftOfName[form.lowercased()] = index
      }
    }
    let scoped = Scoped.all(readings)
    if scoped.contains(where: { !$0.isEmpty }) {
      for (index, draft) in drafts.enumerated() {
        for tag in Set((draft.surfaces + [draft.name]).map { MarkVocabulary.tagName(of: $0).lowercased() }) {
          draftOfTag[tag] = draftOfTag[tag] == nil ? .some(index) : .some(nil)
        }
      }
    }
    for (note, reading) in readings.enumerated() where !scoped[note].isEmpty {
      let firstSentence = notes.sentences[note].lowerBound
      var naming = [Set<Int>](repeating: [], count: reading.sentences.count)
      for mention in accounts.mentions[note] { naming[mention.sentence].insert(mention.account) }
      for mark in scoped[note] {
        let deal = draft(named: mark.name, isDeal: mark.isDeal)
        // Naming one's own customer, or a part of the deal's name, is naming no other.
        var own: Set<Int> = [deal]
        if let account = mark.account { own.insert(draft(named: account, isDeal: false)) }
        for sentence in mark.sentences
        where mark.sentences.count == 1
          || naming[sentence].allSatisfy({ own.contains($0) || mark.isDeal && isPart($0, of: mark.name) })
        {
          dealOfSentence[firstSentence + sentence] = deal
        }
      }
    }
    mergeSoleDeals(scoped.joined())
    mergeRunIns(scoped.joined())
    order()
  }

  /// Where all notes that name an account's deal name the same one, the account has that deal and no other. Of several
  /// deals, the account is none itself, unless something is told of it alone. Parts of a deal's name that stand alone, H3
  /// of H3 八通阀, are the deal.
  private mutating func mergeSoleDeals(_ scoped: some Sequence<Scoped>) {
    var dealsOfAccount: [Int: Set<Int>] = [:]
    var namesOfDeal: [Int: String] = [:]
    for mark in scoped where mark.isDeal {
      guard let account = mark.account else { continue }
      let deal = draft(named: mark.name, isDeal: true)
      dealsOfAccount[draft(named: account, isDeal: false), default: []].insert(deal)
      namesOfDeal[deal] = mark.name
    }
    guard !dealsOfAccount.isEmpty else { return }
    for (account, deals) in dealsOfAccount.sorted(by: { $0.key < $1.key }) where !deals.contains(account) {
      for deal in deals.sorted() {
        drafts[deal] = DealMap.Draft(
          id: drafts[deal].id, name: drafts[deal].name, surfaces: drafts[deal].surfaces, account: drafts[account].name)
      }
      if deals.count == 1, let deal = deals.first { merge(account, into: deal) }
    }
    var dealsOfWord: [String: [Int]] = [:]
    for (deal, name) in namesOfDeal { for word in Self.words(of: name) { dealsOfWord[word, default: []].append(deal) } }
    for index in drafts.indices where merged[index] == nil && namesOfDeal[index] == nil {
      guard dealsOfAccount[index] == nil else { continue }
      let alike = dealsOfWord[drafts[index].name.lowercased()] ?? []
      let wholes = alike.filter { isPart(index, of: namesOfDeal[$0] ?? "") }
      if wholes.count == 1 { merge(index, into: wholes[0]) }
    }
    let used = Set(dealOfSentence.lazy.compactMap(\.self))
    for account in dealsOfAccount.keys where !used.contains(account) && namesOfDeal[account] == nil {
      if merged[account] == nil { merged[account] = .some(nil) }
    }
  }

  /// `Visited Ferro Metals` is the marked `Ferro Metals`.
  private mutating func mergeRunIns(_ scoped: some Sequence<Scoped>) {
    var marked: [String: Int] = [:]
    for mark in scoped where !mark.isDeal { marked[mark.name] = draftOfName[mark.name.lowercased()] }
    guard !marked.isEmpty else { return }
    for index in drafts.indices where merged[index] == nil {
      guard let name = drafts[index].name.firstIndex(of: " ").map({ drafts[index].name[$0...].dropFirst() }),
        let owner = marked[String(name)], owner != index, drafts[index].surfaces.allSatisfy({ $0.hasSuffix(name) })
      else { continue }
      let surfaces = drafts[owner].surfaces
      merge(index, into: owner)
      drafts[owner] = DealMap.Draft(
        id: drafts[owner].id, name: drafts[owner].name, surfaces: surfaces, account: drafts[owner].account)
    }
  }

  private mutating func merge(_ part: Int, into deal: Int) {
    // Where two customers are called each other's deal, the first stays.
    guard whole(of: deal) != part else { return }
    let surfaces = Set(drafts[deal].surfaces + drafts[part].surfaces).sorted()
    drafts[deal] = DealMap.Draft(
      id: drafts[deal].id, name: drafts[deal].name, surfaces: surfaces, account: drafts[deal].account)
    merged[part] = deal
  }

  /// Whether all forms of a draft's name are words of a longer name.
  private func isPart(_ index: Int, of name: String) -> Bool {
    let words = Self.words(of: name)
    return words.count > 1 && drafts[index].surfaces.allSatisfy { words.contains($0.lowercased()) }
  }

  /// The draft with a name, added when there is none.
  ///
  /// An account is known by any form of its name; a deal only by the very name, for 宏泰二期 is another deal than 宏泰.
  private mutating func draft(named name: String, isDeal: Bool) -> Int {
    let key = name.lowercased()
    if let known = draftOfName[key], !isDeal || !takesAway(name, from: known) { return known }
    if draftOfName[key] == nil, let told = draftOfTag[key], let known = told { return known }
    if !isDeal, let known = draftOfForm[key] {
      let draft = drafts[known]
      // 去了宏泰精密 is no fuller name of the marked 宏泰精密: words ran into it.
      let isCut = draft.name.hasSuffix(name)
      let fullest = name.utf8.count > draft.name.utf8.count || isCut ? name : draft.name
      let surfaces = draft.surfaces.filter { $0 == name || !$0.hasSuffix(name) }
      drafts[known] = DealMap.Draft(
        id: fullest, name: fullest, surfaces: Set(surfaces + [name]).sorted(), account: fullest)
      draftOfName[key] = known
      return known
    }
    drafts.append(DealMap.Draft(id: name, name: name, surfaces: [name], account: name))
    draftOfName[key] = drafts.count - 1
    return drafts.count - 1
  }

  /// Takes a deal's name from the account that it was read as a form of: 宏泰二期 from 宏泰, but not 宏泰精密, which is the
  /// company's own name. Tells whether it did.
  private mutating func takesAway(_ name: String, from index: Int) -> Bool {
    let draft = drafts[index]
    let others = draft.surfaces.filter { $0.lowercased() != name.lowercased() }
    guard !AccountMention.hasKind(name), others.contains(where: { name.hasPrefix($0) }),
      let rest = others.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) })
    else { return false }
    drafts[index] = DealMap.Draft(id: rest, name: rest, surfaces: others, account: rest)
    return true
  }

  private static func words(of name: String) -> Set<String> {
    Set(name.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self).lowercased() })
  }

  /// For each account that a mark names, in lower case, the draft with another form of that name.
  private static func draftsByForm(_ drafts: [DealMap.Draft], readings: [NoteReading]) -> [String: Int] {
    var names = Set<String>()
    for reading in readings {
      for mark in reading.marks {
        if case .account(let name) = mark.meaning { names.insert(Scoped.bare(name)) }
      }
    }
    let marked = names.sorted()
    let surfaces = drafts.flatMap(\.surfaces)
    let owners = drafts.indices.flatMap { index in drafts[index].surfaces.map { _ in index } }
    let all = surfaces + marked
    let family = NameFamilies(all, apart: all.map { _ in false }).family
    let draftOfFamily = Dictionary(zip(family, owners), uniquingKeysWith: { first, _ in first })
    var found: [String: Int] = [:]
    for (index, name) in marked.enumerated() {
      if let draft = draftOfFamily[family[surfaces.count + index]] { found[name.lowercased()] = draft }
    }
    return found
  }

  /// What a draft has become a part of, itself where it is none; nil when it was dropped.
  private func whole(of index: Int) -> Int? {
    var whole: Int? = index
    while let next = whole, let further = merged[next] { whole = further }
    return whole
  }

  private mutating func order() {
    let ordered = drafts.indices.filter { merged[$0] == nil }.sorted { (drafts[$0].id, $0) < (drafts[$1].id, $1) }
    var position = [Int?](repeating: nil, count: drafts.count)
    for (new, old) in ordered.enumerated() { position[old] = new }
    for part in merged.keys { position[part] = whole(of: part).flatMap { position[$0] } }
    var uses: [String: Int] = [:]
    drafts = ordered.map { index in
      let draft = drafts[index]
      let use = uses[draft.id, default: 0] + 1
      uses[draft.id] = use
      return use == 1
        ? draft
        : DealMap.Draft(id: "\(draft.id) \(use)", name: draft.name, surfaces: draft.surfaces, account: draft.account)
    }
    dealOfSentence = dealOfSentence.map { $0.flatMap { position[$0] } }
  }

  /// A mark with the sentences that it speaks of.
  private struct Scoped {
    var name: String
    let isDeal: Bool
    let sentences: Range<Int>
    let start: Int
    /// Of a deal, the customer that a mark of the same sentences names.
    var account: String?

    /// The marks of each note, wide before narrow, accounts before deals: what is written later holds. Two customers'
    /// deals of one name are called by both.
    static func all(_ readings: [NoteReading]) -> [[Scoped]] {
      var all = readings.map { reading in
        reading.marks.compactMap { Scoped($0, in: reading) }.sorted {
          ($1.sentences.count, $0.isDeal ? 1 : 0, $0.start) < ($0.sentences.count, $1.isDeal ? 1 : 0, $1.start)
        }
      }
      var accountsOfName: [String: Set<String>] = [:]
      for note in all.indices {
        let accounts = Dictionary(
          all[note].lazy.filter { !$0.isDeal }.map { ($0.sentences, $0.name) }, uniquingKeysWith: { first, _ in first })
        for index in all[note].indices where all[note][index].isDeal {
          guard let account = accounts[all[note][index].sentences] else { continue }
          all[note][index].account = account
          accountsOfName[all[note][index].name.lowercased(), default: []].insert(account.lowercased())
        }
      }
      for note in all.indices {
        for index in all[note].indices {
          let mark = all[note][index]
          guard let account = mark.account, accountsOfName[mark.name.lowercased(), default: []].count > 1 else {
            continue
          }
          all[note][index].name = "\(account) \(mark.name)"
        }
      }
      return all
    }

    /// The name without the brackets and quotes of a link: `"[[华驰]]"`.
    static func bare(_ name: String) -> String {
      var bare = Substring(name)
      while let first = bare.first, "[\"' ".contains(first) { bare = bare.dropFirst() }
      while let last = bare.last, "]\"' ".contains(last) { bare = bare.dropLast() }
      return bare.isEmpty ? name : String(bare)
    }

    private init?(_ mark: MarkedMeaning, in reading: NoteReading) {
      switch mark.meaning {
      case .deal(let name): (self.name, isDeal) = (Self.bare(name), true)
      case .account(let name): (self.name, isDeal) = (Self.bare(name), false)
      default: return nil
      }
      start = mark.span.start
      sentences = mark.sentences(in: reading)
    }
  }
}
