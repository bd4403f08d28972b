/// Another rule that has to be silent before a finding is worth saying.
///
/// Of one person the need comes before value, and value before difference; a summary comes after what it sums up. What
/// waits is kept and listed, and is no finding until then.
public struct Cause: Hashable, Sendable {
  /// Where the other rule has to be silent.
  public enum Reach: Hashable, Sendable {
    /// About the same person.
    case person
    /// Anywhere in the deal.
    case deal
  }

  /// The other rule's code.
  public let code: String
  /// Where it has to be silent.
  public let reach: Reach

  /// Rules that have to be silent about the same person.
  static func samePerson(_ codes: String...) -> [Cause] { codes.map { Cause(code: $0, reach: .person) } }

  /// Rules that have to be silent about the deal.
  static func anywhere(_ codes: String...) -> [Cause] { codes.map { Cause(code: $0, reach: .deal) } }
}

/// Tells of one deal's findings which speak and which wait on an earlier cause.
struct CauseOrder {
  private let causes: [String: [Cause]]

  /// The order that `rules` declare.
  init(_ rules: [Rule]) {
    causes = Dictionary(rules.map { ($0.code, $0.waitsOn) }, uniquingKeysWith: { first, _ in first })
  }

  /// Both in the order given; each that waits knows the earliest cause that it waits on.
  func sorted(_ findings: [Finding]) -> (speaking: [Finding], waiting: [Finding]) {
    let found = Index(findings)
    var speaking: [Finding] = []
    var waiting: [Finding] = []
    for finding in findings {
      if let root = root(of: finding, in: found) {
        waiting.append(finding.waiting(on: root))
      } else {
        speaking.append(finding)
      }
    }
    return (speaking, waiting)
  }

  /// The finding at the beginning of the chain that holds `finding` back; nil when nothing does. The declared order has
  /// no loop, which a test holds.
  private func root(of finding: Finding, in index: Index) -> Finding? {
    var current = finding
    var found: Finding?
    for _ in 0..<causes.count {
      guard let next = cause(of: current, in: index) else { break }
      found = next
      current = next
    }
    return found
  }

  private func cause(of finding: Finding, in index: Index) -> Finding? {
    for cause in causes[finding.code] ?? [] {
      let found =
        cause.reach == .deal
        ? index.first[cause.code] : index.ofPerson[Index.Key(code: cause.code, person: finding.person)]
      if let found { return found }
    }
    return nil
  }

  /// The first finding of each rule, in the deal and about each person; what is unlikely holds nothing back.
  private struct Index {
    struct Key: Hashable {
      let code: String
      let person: String?
    }

    private(set) var first: [String: Finding] = [:]
    private(set) var ofPerson: [Key: Finding] = [:]

    init(_ findings: [Finding]) {
      for finding in findings.reversed() where !finding.isUnlikely {
        first[finding.code] = finding
        ofPerson[Key(code: finding.code, person: finding.person)] = finding
      }
    }
  }
}
