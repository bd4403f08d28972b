import FactReading

/// Lets the writer's marks overrule the reading: `deal::`, `account::` and their tags say whose words these are.
///
/// A mark on a line speaks of its sentence, one in a heading of what stands below, one on a line of its own of the entry,
/// front matter of the whole note. The nearer mark counts, and a deal before an account. Where a wide mark stands above a
/// sentence that names another customer, the sentence keeps its own.
struct MarkedDeals {
  private(set) var drafts: [DealMap.Draft]
  private(set) var dealOfSentence: [[Int?]]
  /// Drafts that became part of another.
  private var merged = Set<Int>()
  /// Drafts by every form of their names in lower case, and by forms that only marks use.
  private var draftOfName: [String: Int]
  private let draftOfForm: [String: Int]

  /// Takes what was read, and applies the marks of all notes.
  init(_ readings: [NoteReading], accounts: AccountList, assigned: [[Int?]]) {
    drafts = accounts.drafts
    dealOfSentence = assigned
    draftOfForm = Self.draftsByForm(drafts, readings: readings)
    draftOfName = [:]
    for (index, draft) in drafts.enumerated() {
      for form in draft.surfaces + [draft.name] where draftOfName[form.lowercased()] == nil {
        draftOfName[form.lowercased()] = index
      }
    }
    for (note, reading) in readings.enumerated() {
      var naming = [Set<Int>](repeating: [], count: reading.sentences.count)
      for mention in accounts.mentions[note] { naming[mention.sentence].insert(mention.account) }
      // Wide before narrow, accounts before deals: what is written later holds.
      let scoped = reading.marks.compactMap { mark -> Scoped? in Scoped(mark, in: reading) }
        .sorted {
          ($1.sentences.count, $0.isDeal ? 1 : 0, $0.start) < ($0.sentences.count, $1.isDeal ? 1 : 0, $1.start)
        }
      for mark in scoped {
        let deal = draft(named: mark.name, isDeal: mark.isDeal)
        for sentence in mark.sentences where mark.sentences.count == 1 || naming[sentence].isSubset(of: [deal]) {
          dealOfSentence[note][sentence] = deal
        }
      }
    }
    mergeSoleDeals(readings)
    order()
  }

  /// Where all notes that name an account's deal name the same one, the account has that deal and no other.
  private mutating func mergeSoleDeals(_ readings: [NoteReading]) {
    var dealsOfAccount: [Int: Set<Int>] = [:]
    for reading in readings {
      let wide = reading.marks.compactMap { Scoped($0, in: reading) }.filter {
        $0.sentences.count == reading.sentences.count
      }
      guard let account = wide.first(where: { !$0.isDeal }), let deal = wide.first(where: \.isDeal) else { continue }
      dealsOfAccount[draft(named: account.name, isDeal: false), default: []]
        .insert(draft(named: deal.name, isDeal: true))
    }
    for (account, deals) in dealsOfAccount.sorted(by: { $0.key < $1.key }) {
      guard deals.count == 1, let deal = deals.first, deal != account else { continue }
      let surfaces = Set(drafts[deal].surfaces + drafts[account].surfaces).sorted()
      drafts[deal] = DealMap.Draft(
        id: drafts[deal].id, name: drafts[deal].name, surfaces: surfaces, account: drafts[account].name)
      dealOfSentence = dealOfSentence.map { $0.map { $0 == account ? deal : $0 } }
      merged.insert(account)
    }
  }

  /// The draft with a name, added when there is none.
  ///
  /// An account is known by any form of its name; a deal only by the very name, for 宏泰二期 is another deal than 宏泰.
  private mutating func draft(named name: String, isDeal: Bool) -> Int {
    let key = name.lowercased()
    if let known = draftOfName[key], !isDeal || !takesAway(name, from: known) { return known }
    if !isDeal, let known = draftOfForm[key] {
      let draft = drafts[known]
      let fullest = name.utf8.count > draft.name.utf8.count ? name : draft.name
      drafts[known] = DealMap.Draft(
        id: fullest, name: fullest, surfaces: (draft.surfaces + [name]).sorted(), account: fullest)
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

  private mutating func order() {
    let ordered = drafts.indices.filter { !merged.contains($0) }.sorted { (drafts[$0].id, $0) < (drafts[$1].id, $1) }
    var position = [Int](repeating: 0, count: drafts.count)
    for (new, old) in ordered.enumerated() { position[old] = new }
    drafts = ordered.map { drafts[$0] }
    dealOfSentence = dealOfSentence.map { $0.map { $0.map { position[$0] } } }
  }

  /// A mark with the sentences that it speaks of.
  private struct Scoped {
    let name: String
    let isDeal: Bool
    let sentences: Range<Int>
    let start: Int

    /// The name without the brackets and quotes of a link: `"[[华驰]]"`.
    static func bare(_ name: String) -> String {
      var bare = Substring(name)
      while let first = bare.first, "[\"' ".contains(first) { bare = bare.dropFirst() }
      while let last = bare.last, "]\"' ".contains(last) { bare = bare.dropLast() }
      return bare.isEmpty ? name : String(bare)
    }

    init?(_ mark: MarkedMeaning, in reading: NoteReading) {
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
