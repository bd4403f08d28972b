import DealJournal

/// What changed from one assessment of a journal to a later one. A finding is the same as long as its deal, rule and
/// subject are, wherever its lines have moved and under whatever fuller name its deal or person is known by now.
public struct AssessmentChange: Sendable {
  /// Findings of the later assessment that the earlier one neither had nor held back, in their order.
  public let worse: [Finding]
  /// Findings of the earlier assessment that the later one neither has nor holds back, in their order.
  public let settled: [Finding]
  private let renames: Renames

  /// The `Deal.id` by which the later journal knows a deal of the earlier one, be it gone or not.
  public func laterDeal(_ id: String) -> String { renames.deal(id) }

  /// What a finding of the earlier assessment is called in the later one.
  public func laterIdentity(of finding: Finding) -> Finding.Identity { renames.identity(of: finding) }

  /// Likewise the `Person.id`.
  public func laterPerson(_ id: String) -> String { renames.person(id) }

  /// Compares two assessments of one journal as of one day.
  public init(from before: Assessment, to after: Assessment) {
    let renames = Renames(from: before.journal, to: after.journal)
    self.renames = renames
    let known = Set((before.findings + before.waiting).map { renames.identity(of: $0) })
    let now = Set((after.findings + after.waiting).map(\.identity))
    worse = after.findings.filter { !known.contains($0.identity) }
    settled = before.findings.filter { !now.contains(renames.identity(of: $0)) }
  }
}

/// Under which names the deals and people of a journal are known later.
private struct Renames: Sendable {
  private let deals: [String: String]
  private let people: [String: String]

  init(from before: Journal, to after: Journal) {
    deals = Self.renames(
      from: before.deals.map { ($0.id, $0.surfaces + [$0.name]) },
      to: after.deals.map { ($0.id, $0.surfaces + [$0.name]) })
    people = Self.renames(
      from: before.people.map { ($0.id, $0.surfaces + [$0.name]) },
      to: after.people.map { ($0.id, $0.surfaces + [$0.name]) })
  }

  /// For each id that is gone, the new one with which it shares most forms, if any.
  private static func renames(
    from before: [(id: String, forms: [String])], to after: [(id: String, forms: [String])]
  ) -> [String: String] {
    let old = Set(before.map(\.id))
    let new = Set(after.map(\.id))
    var bearers: [String: [Int]] = [:]
    for (index, item) in after.enumerated() where !old.contains(item.id) {
      for form in Set(item.forms) { bearers[form.lowercased(), default: []].append(index) }
    }
    guard !bearers.isEmpty else { return [:] }
    var renames: [String: String] = [:]
    for item in before where !new.contains(item.id) {
      var shared: [Int: Int] = [:]
      for form in Set(item.forms) { for index in bearers[form.lowercased()] ?? [] { shared[index, default: 0] += 1 } }
      let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
      renames[item.id] = best.map { after[$0.key].id }
    }
    return renames
  }

  func deal(_ id: String) -> String { deals[id] ?? id }

  func person(_ id: String) -> String { people[id] ?? id }

  /// What a finding of the earlier assessment is called in the later one.
  func identity(of finding: Finding) -> Finding.Identity {
    let identity = finding.identity
    return Finding.Identity(
      deal: deal(identity.deal), code: identity.code,
      subject: finding.person.map(person) ?? identity.subject)
  }
}
