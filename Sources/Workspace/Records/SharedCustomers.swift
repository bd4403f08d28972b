/// Customers whom several journals know. What is about them has to be read together: apart, each journal lacks what another has.
public struct SharedCustomers: Sendable {
  /// What the same journals share.
  public struct Group: Sendable {
    /// The journals, ordered.
    public let journals: [String]
    /// Every form of the customers' names.
    public let names: Set<String>
    /// Paths of the notes that speak of them, by journal.
    public let notes: [String: Set<String>]

    /// What the journals are called together.
    public var label: String { journals.joined(separator: " + ") }
  }

  /// Ordered by their journals.
  public let groups: [Group]
  private let deals: [String: Set<String>]

  /// Finds them among the customers of all journals, in any order: those who share a form of their name, and those who share one
  /// with such. Whether they are the same is for reading their notes together to tell.
  public init(_ customers: [KnownCustomer]) {
    var sets = customers.indices.map { [$0] }
    var setOf = Array(customers.indices)
    var owner: [String: Int] = [:]
    for (index, customer) in customers.enumerated() {
      for name in customer.names {
        guard let other = owner[name] else {
          owner[name] = index
          continue
        }
        // The smaller set moves, so that none moves more often than there are doublings.
        let (large, small) =
          sets[setOf[index]].count < sets[setOf[other]].count
          ? (setOf[other], setOf[index]) : (setOf[index], setOf[other])
        guard large != small else { continue }
        for member in sets[small] { setOf[member] = large }
        sets[large] += sets[small]
        sets[small] = []
      }
    }
    var byJournals: [[String]: [KnownCustomer]] = [:]
    var deals: [String: Set<String>] = [:]
    for group in sets.lazy.map({ $0.map { customers[$0] } }) {
      let journals = Set(group.map(\.journal)).sorted()
      guard journals.count > 1 else { continue }
      byJournals[journals, default: []] += group
      for customer in group { deals[customer.journal, default: []].formUnion(customer.deals) }
    }
    self.deals = deals
    groups = byJournals.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { journals in
      let customers = byJournals[journals] ?? []
      return Group(
        journals: journals, names: Set(customers.flatMap(\.names)),
        notes: Dictionary(customers.map { ($0.journal, Set($0.notes)) }) { $0.union($1) })
    }
  }

  /// The deals (`Deal.id`) of a journal that others know too, so that it does not tell of them by itself.
  public func deals(of journal: String) -> Set<String> { deals[journal] ?? [] }
}
