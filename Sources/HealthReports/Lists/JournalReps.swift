import DealJournal
import FactReading

/// Whose deal it is: where reps keep their notes in folders of their own, the folder below the journal's.
public struct JournalReps: Sendable {
  private let byDeal: [String: [String]]
  /// Every rep, in order.
  public let all: [String]

  /// Looks at where the entries of each deal lie.
  public init(of journal: Journal) {
    let folder = SharedFolder(of: journal)
    var byDeal: [String: Set<String>] = [:]
    for entry in journal.entries {
      let name = folder.name(entry.evidence.path)
      guard let slash = name.firstIndex(of: "/"), slash > name.startIndex else { continue }
      for deal in entry.deals { byDeal[deal, default: []].insert(String(name[..<slash])) }
    }
    self.byDeal = byDeal.mapValues { $0.sorted() }
    all = Set(byDeal.values.joined()).sorted()
  }

  /// The reps who write about a deal (`Deal.id`), in order; none where notes lie in no such folders.
  public func reps(of deal: String) -> [String] { byDeal[deal] ?? [] }
}
