import SourceText

extension Journal {
  /// The deals that are called `name`, or whose customer is; when there are none, those of which it is a part of a name.
  /// Case does not count.
  public func deals(called name: String) -> [Deal] { Self.matches(for: name, among: deals, Self.names(of:)) }

  /// The people who are called `name`; when there are none, those of whose name it is a part. Case does not count.
  public func people(called name: String) -> [Person] { Self.matches(for: name, among: people, Self.names(of:)) }

  /// The name of a deal that is likeliest meant by one that none has: the closest, or one of whose words is.
  public func dealName(closestTo name: String) -> String? {
    Self.closest(to: name, among: deals.flatMap(Self.names(of:)))
  }

  /// The name of a person that is likeliest meant by one that nobody has, likewise.
  public func personName(closestTo name: String) -> String? {
    Self.closest(to: name, among: people.flatMap(Self.names(of:)))
  }

  /// What a name means.
  public enum Named: Sendable {
    /// These deals.
    case deals([Deal])
    /// These people.
    case people([Person])
    /// Nothing; the name that was likeliest meant, if any is like it.
    case nothing(closest: String?)
  }

  /// What is called `name`: deals, else people, and only then those of whose name it is a part. Case does not count.
  public func named(_ name: String) -> Named {
    let wanted = name.lowercased()
    let deals = deals(called: name)
    let people = people(called: name)
    let isDeal = deals.contains { Self.names(of: $0).contains { $0.lowercased() == wanted } }
    let isPerson = people.contains { Self.names(of: $0).contains { $0.lowercased() == wanted } }
    if !deals.isEmpty, isDeal || !isPerson { return .deals(deals) }
    if !people.isEmpty { return .people(people) }
    return .nothing(
      closest: Self.closest(
        to: name, among: self.deals.flatMap(Self.names(of:)) + self.people.flatMap(Self.names(of:))))
  }

  private static func closest(to text: String, among names: [String]) -> String? {
    let forms = names.flatMap { name in
      ([name[...]] + name.split(separator: " ")).map { (form: $0.lowercased(), name: name) }
    }
    let meant = Spelling.closest(to: text.lowercased(), among: forms.map(\.form))
    return forms.first { $0.form == meant }?.name
  }

  private static func names(of deal: Deal) -> [String] { [deal.id, deal.name, deal.account] + deal.surfaces }

  private static func names(of person: Person) -> [String] { [person.id, person.name] + person.surfaces }

  private static func matches<Item>(for name: String, among items: [Item], _ names: (Item) -> [String]) -> [Item] {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return [] }
    let exact = items.filter { names($0).contains { $0.lowercased() == wanted } }
    return exact.isEmpty ? items.filter { names($0).contains { $0.lowercased().contains(wanted) } } : exact
  }
}
