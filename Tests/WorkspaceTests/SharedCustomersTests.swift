import TestSupport
import Testing
import Workspace

@Suite struct SharedCustomersTests {
  private static func customer(_ journal: String, _ names: String...) -> KnownCustomer {
    KnownCustomer(journal: journal, deals: [names[0]], names: names, notes: ["\(names[0]).md"])
  }

  @Test func whoSharesANameIsShared() {
    let shared = SharedCustomers([
      Self.customer("a", "alder mills", "alder"), Self.customer("b", "alder"), Self.customer("b", "birch"),
      Self.customer("c", "cedar"), Self.customer("a", "cedar"), Self.customer("b", "dogwood mills", "dogwood"),
      Self.customer("a", "dogwood"),
    ])
    #expect(shared.groups.map(\.label) == ["a + b", "a + c"])
    #expect(shared.groups.map(\.names) == [["alder mills", "alder", "dogwood mills", "dogwood"], ["cedar"]])
    #expect(
      shared.groups[0].notes == ["a": ["alder mills.md", "dogwood.md"], "b": ["alder.md", "dogwood mills.md"]])
    #expect(shared.deals(of: "a") == ["alder mills", "cedar", "dogwood"])
    #expect(shared.deals(of: "b") == ["alder", "dogwood mills"])
    #expect(shared.deals(of: "z").isEmpty)
  }

  /// Two who share a name with a third are one with each other.
  @Test func aNameInTheMiddleJoins() {
    let shared = SharedCustomers([
      Self.customer("a", "alder mills"), Self.customer("c", "alder works"),
      Self.customer("b", "alder mills", "alder works"),
    ])
    #expect(shared.groups.map(\.label) == ["a + b + c"])
  }

  @Test func oneJournalSharesNothingWithItself() {
    let shared = SharedCustomers([Self.customer("a", "alder"), Self.customer("a", "alder", "mills")])
    #expect(shared.groups.isEmpty)
    #expect(shared.deals(of: "a").isEmpty)
  }

  /// However customers are ordered, and however many share how many names.
  @Test func orderChangesNothing() {
    var generator = SeededGenerator(seed: 3)
    let customers = (0..<400).map { number in
      KnownCustomer(
        journal: "j\(number % 7)", deals: ["d\(number)"],
        names: (0..<2).map { _ in "n\(Int.random(in: 0..<900, using: &generator))" }, notes: ["\(number).md"])
    }
    func told(_ customers: [KnownCustomer]) -> [[String: Set<String>]] {
      SharedCustomers(customers).groups.map(\.notes)
    }
    let once = told(customers)
    #expect(once.count > 10)
    for _ in 0..<5 { #expect(told(customers.shuffled(using: &generator)) == once) }
    // What any two groups have in common is no customer.
    let names = SharedCustomers(customers).groups.map(\.names)
    #expect(Set(names.joined()).count == names.reduce(0) { $0 + $1.count })
  }
}
