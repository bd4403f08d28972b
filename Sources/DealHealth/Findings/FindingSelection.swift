import DealJournal

/// Which findings somebody wants to see: by rule, gravity, deal and person. What is not set excludes nothing.
public struct FindingSelection: Sendable {
  /// A rule or several, by name.
  public struct Selector: Hashable, Sendable {
    /// The codes that are meant.
    public let codes: Set<String>

    /// What a rule's code (`P301`), the beginning of codes (`P`, `P3`), a rule's name (`no-next-step`) or a gate's
    /// (`people`) means, whatever its case; nil when it means nothing.
    public init?(_ text: String) {
      let wanted = text.lowercased()
      guard !wanted.isEmpty else { return nil }
      let meant = Rule.all.filter {
        $0.code.lowercased().hasPrefix(wanted) || $0.name == wanted || $0.gate?.rawValue == wanted
      }
      guard !meant.isEmpty else { return nil }
      codes = Set(meant.map(\.code))
    }

    /// The rules whose codes or names are likeliest meant by a text that means nothing, best first, at most three.
    public static func suggestions(for text: String) -> [Rule] {
      if case .unknown(let suggestions) = Rule.named(text) { return suggestions }
      return []
    }
  }

  /// Only these rules; all when empty.
  public var selected: [Selector] = []
  /// Not these, even if selected.
  public var ignored: [Selector] = []
  /// Nothing that matters less.
  public var least: Severity = .info
  /// Only findings about these deals (`Deal.id`).
  public var deals: Set<String>?
  /// Only findings about these people (`Person.id`).
  public var people: Set<String>?

  /// Everything.
  public init() {}

  /// Whether a finding is wanted.
  public func contains(_ finding: Finding) -> Bool {
    (selected.isEmpty || selected.contains { $0.codes.contains(finding.code) })
      && !ignored.contains { $0.codes.contains(finding.code) }
      && finding.severity >= least
      && deals.map { deals in finding.deal.map(deals.contains) ?? false } ?? true
      && people.map { people in finding.person.map(people.contains) ?? false } ?? true
  }
}
