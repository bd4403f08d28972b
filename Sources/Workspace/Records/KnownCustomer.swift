import DealJournal
import FoundationEssentials
import SourceText

/// A customer of one journal among several: what it takes to tell which others know them too.
public struct KnownCustomer: Hashable, Sendable, Encodable {
  /// The journal.
  public let journal: String
  /// Their deals there (`Deal.id`), ordered.
  public let deals: [String]
  /// Every form of their name in the notes, in small letters, ordered.
  public let names: [String]
  /// Paths of the notes that speak of them, ordered.
  public let notes: [String]

  /// A customer; what each part is, its property says.
  public init(journal: String, deals: [String], names: [String], notes: [String]) {
    self.journal = journal
    self.deals = deals
    self.names = names
    self.notes = notes
  }

  /// A line of JSON: the customer, under `customer`; ends in a line feed.
  public var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings cannot fail.
    let text = (try? encoder.encode(["customer": self])).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return InertText.json(text) + "\n"
  }

  /// Those of `journal`, which is called `name`, in the order of its deals. Somebody who buys for themselves is not among
  /// them: a 王姐 of one rep's is seldom another's.
  public static func all(in journal: Journal, called name: String) -> [KnownCustomer] {
    let people = Set(journal.people.map(\.name))
    var notes: [String: Set<String>] = [:]
    for entry in journal.entries {
      for deal in entry.deals { notes[deal, default: []].insert(entry.evidence.path) }
    }
    let accounts = Dictionary(grouping: journal.deals.filter { !people.contains($0.account) }, by: \.account)
    return accounts.keys.sorted().map { account in
      let deals = accounts[account] ?? []
      return KnownCustomer(
        journal: name, deals: deals.map(\.id),
        names: deals.reduce(into: Set<String>()) { $0.formUnion($1.allNames) }.sorted(),
        notes: deals.reduce(into: Set<String>()) { $0.formUnion(notes[$1.id] ?? []) }.sorted())
    }
  }
}

extension Deal {
  /// Every name that it or its customer goes by, in small letters.
  var allNames: Set<String> { Set(([name, account] + surfaces).map { $0.lowercased() }) }

  /// Whether it or its customer goes by one of `names`, which are in small letters.
  public func isCalled(oneOf names: Set<String>) -> Bool { !allNames.isDisjoint(with: names) }
}
