import FactReading

/// What marks are proposed for.
public struct AnnotationFilter: Sendable {
  /// Facts of these kinds.
  public var kinds: Set<FactKind>
  /// Names of people.
  public var people: Bool
  /// Sides and parts in the decision.
  public var parts: Bool
  /// Which deal lines are about.
  public var deals: Bool
  /// Where deals stand.
  public var stages: Bool
  /// Facts that are less sure than this are left as they are, 0 to 1.
  public var minimumConfidence: Double

  /// Everything.
  public init() {
    kinds = Set(FactKind.allCases)
    people = true
    parts = true
    deals = true
    stages = true
    minimumConfidence = 0
  }

  /// Only what `names` tell: `people`, `parts`, `deals`, `stages`, `facts`, a kind of fact (`need.driver`, `driver`), or
  /// the first word of several (`need`). Gives the first name that means nothing.
  public static func only(_ names: [String]) -> Result<AnnotationFilter, UnknownName> {
    var filter = AnnotationFilter()
    guard !names.isEmpty else { return .success(filter) }
    filter.kinds = []
    (filter.people, filter.parts, filter.deals, filter.stages) = (false, false, false, false)
    for name in names {
      let kind = String(decoding: name.utf8.map { $0 == 0x2F ? 0x2E : $0 }, as: UTF8.self)
      let own = FactKind.allCases.filter {
        $0.rawValue == kind || $0.rawValue.hasPrefix(kind + ".") || $0.rawValue.hasSuffix("." + kind)
      }
      switch name {
      case "people": filter.people = true
      case "parts": filter.parts = true
      case "deals": filter.deals = true
      case "stages": filter.stages = true
      case "facts": filter.kinds = Set(FactKind.allCases)
      default:
        guard !own.isEmpty else { return .failure(UnknownName(name: name)) }
        filter.kinds.formUnion(own)
      }
    }
    return .success(filter)
  }

  /// A name that says nothing of what there is.
  public struct UnknownName: Error, Sendable {
    /// As given.
    public let name: String
  }

  /// Every name that `only` takes.
  public static var names: [String] {
    let words = FactKind.allCases.flatMap { [$0.rawValue] + $0.rawValue.split(separator: ".").map(String.init) }
    return ["facts", "people", "parts", "deals", "stages"] + Set(words).sorted()
  }
}
