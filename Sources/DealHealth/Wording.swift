import DealJournal
import FactReading
import NoteSyntax

// What messages of several rules say in the same way.

extension Text {
  /// Names as one says them: `A, B and C`, `A、B和C`.
  static func list(_ names: [String]) -> Text {
    guard let last = names.last, names.count > 1 else { return Text(en: names.first ?? "", zh: names.first ?? "") }
    let first = names.dropLast()
    return Text(
      en: first.joined(separator: ", ") + " and " + last, zh: first.joined(separator: "、") + "和" + last)
  }

  /// Likewise, where the languages differ.
  static func list(_ names: [Text]) -> Text { Text(en: list(names.map(\.en)).en, zh: list(names.map(\.zh)).zh) }

  /// The same with a capital where an English sentence begins with an article.
  var capitalized: Text { en.hasPrefix("the ") ? Text(en: "T" + en.dropFirst(), zh: zh) : self }

  /// The same with a space between Han characters and Latin words, as Chinese typography has it: names of either
  /// script fall into sentences of the other.
  public var spaced: Text {
    var spaced: String.UnicodeScalarView = .init()
    var last: Unicode.Scalar = " "
    for scalar in zh.unicodeScalars {
      if last.isHan && scalar.isLatin || last.isLatin && scalar.isHan { spaced.append(" ") }
      spaced.append(scalar)
      last = scalar
    }
    return Text(en: en, zh: String(spaced))
  }
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { (0x3400...0x9FFF).contains(value) }
  fileprivate var isLatin: Bool { (value | 0x20) &- 0x61 < 26 }
}

extension Day {
  /// Day and month, as one says them in a reminder: `12 Nov`, `11月12日`.
  var short: Text {
    let (_, month, day) = civil
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return Text(en: "\(day) \(names[month - 1])", zh: "\(month)月\(day)日")
  }
}

extension DealContext {
  /// What a message calls a person: in English whoever is known by a function alone has an article, and a department none.
  func called(_ person: String) -> Text {
    let name = name(person)
    guard journal.person(person)?.isNamed == false, name.utf8.allSatisfy({ $0 < 0x80 }),
      !Self.departments.contains(name.lowercased()), !name.hasPrefix("the ")
    else { return Text(en: name, zh: name) }
    return Text(en: "the \(name)", zh: name)
  }

  private static let departments: Set<String> = [
    "accounting", "accounts", "compliance", "engineering", "finance", "hr", "it", "legal", "logistics", "maintenance",
    "management", "marketing", "operations", "ops", "procurement", "production", "purchasing", "quality", "sales",
    "security",
  ]

  /// Whom one would ask about the deal: the influencer met most often; a coach before others. Nil when nobody was met.
  var confidant: Influencer? {
    chain.filter { isMet($0) }.max {
      ($0.role == .coach ? 1 : 0, $0.contacts.count, $1.person) < (
        $1.role == .coach ? 1 : 0, $1.contacts.count, $0.person
      )
    }
  }

  /// The confidant's name; without one, whoever it is on their side.
  var contactName: Text {
    confidant.map { called($0.person) } ?? Text(en: "them", zh: "对方")
  }
}
