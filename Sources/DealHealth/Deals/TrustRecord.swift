import DealJournal
import FactReading
import NoteSyntax

/// The signs of trust and doubt about one of its two objects, with their trend.
public struct TrustRecord: Sendable {
  /// What is trusted or doubted.
  public enum Object: String, CaseIterable, Encodable, Sendable {
    /// Our company and what it sells.
    case company
    /// The rep in person.
    case rep
    /// The notes don't say which.
    case either

    /// Its name for readers.
    public var title: Text {
      switch self {
      case .company: Text(en: "in our company", zh: "对公司")
      case .rep: Text(en: "in the rep", zh: "对销售本人")
      case .either: Text(en: "in one of the two", zh: "没写清对谁")
      }
    }
  }

  /// Where it goes.
  public enum Trend: String, Encodable, Sendable {
    /// Up of late, after doubts.
    case rising
    /// Down of late, after trust.
    case falling
    /// Neither.
    case steady
    /// Too little is on record.
    case unknown

    /// Its name for readers.
    public var title: Text {
      switch self {
      case .rising: Text(en: "rising", zh: "在上升")
      case .falling: Text(en: "falling", zh: "在下降")
      case .steady: Text(en: "steady", zh: "平稳")
      case .unknown: Text(en: "unknown", zh: "不知道")
      }
    }
  }

  /// The object.
  public let object: Object
  /// `trustUp` and `trustDown`, in order of day.
  public let events: [JournalFact]
  /// Where it goes.
  public let trend: Trend

  /// Signs of trust.
  public var up: Int { events.count { $0.kind == .trustUp } }
  /// Signs of doubt.
  public var down: Int { events.count { $0.kind == .trustDown } }

  /// What the deal of `context` shows, one record for each object that anything is said of.
  public static func records(of context: DealContext) -> [TrustRecord] {
    let company = Set(context.signs(.ofCompany).map(\.evidence))
    let rep = Set(context.signs(.ofRep).map(\.evidence))
    func object(_ fact: JournalFact) -> Object {
      switch (company.contains(fact.evidence), rep.contains(fact.evidence)) {
      case (true, false): .company
      case (false, true): .rep
      default: .either
      }
    }
    let groups = Dictionary(grouping: context.facts(.trustUp, .trustDown), by: object)
    return Object.allCases.compactMap { object in
      groups[object].map { TrustRecord(object: object, events: $0, trend: Trend(of: $0, asOf: context.asOf)) }
    }
  }
}

extension TrustRecord.Trend {
  /// The trend of signs in order of day: the last two, of different days, against what was before them.
  init(of events: [JournalFact], asOf: Day) {
    var days: [(day: Day, balance: Int)] = []
    for event in events {
      let day = event.day ?? asOf
      if days.last?.day != day { days.append((day, 0)) }
      days[days.count - 1].balance += event.kind == .trustUp ? 1 : -1
    }
    guard days.count > 2 else {
      self = events.count > 1 ? .steady : .unknown
      return
    }
    let late = days.suffix(2)
    let early = days.dropLast(2).reduce(0) { $0 + $1.balance }
    if late.allSatisfy({ $0.balance < 0 }), early > 0 {
      self = .falling
    } else if late.allSatisfy({ $0.balance > 0 }), early < 0 {
      self = .rising
    } else {
      self = .steady
    }
  }
}
