import DealJournal
import FactReading
import NoteSyntax

/// Takes out of an assessment what tells who and how much: people, customers and files get aliases, amounts and the
/// notes' own words go.
///
/// Words of notes are left out whole: of what people write in their own words nobody can promise that it names no one. An
/// alias is a keyed hash, so that with the same key it is the same in every report, and without the key it leads nowhere.
public struct Redactor: Sendable {
  private let key: [UInt8]

  /// Aliases under `key`, which is to be thrown away.
  public init(key: [UInt8]) { self.key = key }

  /// What a deal is called from now on (`Deal.id`).
  public func alias(ofDeal id: String, in language: Language) -> String {
    (language == .zh ? "单子 " : "Deal ") + code("deal", id)
  }

  /// The same assessment under aliases, in `language`.
  public func redact(_ assessment: Assessment, language: Language) -> Assessment {
    Redaction(assessment, code: code, alias: self, language: language).redacted
  }

  /// Six letters and digits, none of which is taken for another (Crockford's Base32).
  private func code(_ kind: String, _ name: String) -> String {
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    let hash = KeyedHash(key: key).hash(Array("\(kind)\u{0}\(name)".utf8))
    return String(decoding: (0..<6).map { digits[Int(hash >> UInt64($0 * 5) & 31)] }, as: UTF8.self)
  }
}

/// One assessment while its names are replaced.
private struct Redaction {
  let assessment: Assessment
  private let code: (String, String) -> String
  private let language: Language
  private let people: [String: String]
  private let deals: [String: String]
  /// Every name and its alias, the longest first, so that none is replaced within another.
  private let names: [(name: String, alias: String)]

  init(_ original: Assessment, code: @escaping (String, String) -> String, alias: Redactor, language: Language) {
    self.code = code
    self.language = language
    let journal = original.journal
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let people = Dictionary(
      journal.people.map { ($0.id, say("Person ", "人物 ") + code("person", $0.id)) },
      uniquingKeysWith: { first, _ in first })
    let deals = Dictionary(
      journal.deals.map { ($0.id, alias.alias(ofDeal: $0.id, in: language)) }, uniquingKeysWith: { first, _ in first })
    self.people = people
    self.deals = deals
    var names: [String: String] = [:]
    for deal in journal.deals {
      names[deal.account] = say("Customer ", "客户 ") + code("account", deal.account)
      for name in [deal.id, deal.name] { names[name] = deals[deal.id] }
    }
    for person in journal.people { for name in [person.id, person.name] { names[name] = people[person.id] } }
    names[""] = nil
    self.names = names.map { (name: $0.key, alias: $0.value) }
      .sorted { (-$0.name.utf8.count, $0.name) < (-$1.name.utf8.count, $1.name) }
    assessment = original
    accounts = Dictionary(
      journal.deals.map { ($0.account, say("Customer ", "客户 ") + code("account", $0.account)) },
      uniquingKeysWith: { first, _ in first })
  }

  private let accounts: [String: String]

  private func deal(_ id: String?) -> String? { id.map { deals[$0] ?? code("deal", $0) } }
  private func person(_ id: String?) -> String? { id.map { people[$0] ?? code("person", $0) } }

  private func evidence(_ evidence: Evidence) -> Evidence {
    Evidence(
      path: "note-\(code("path", evidence.path)).md", span: evidence.span, line: evidence.line, column: evidence.column,
      quote: "…")
  }

  private func text(_ text: Text) -> Text { Text(en: clean(text.en), zh: clean(text.zh)).spaced }

  /// A message without quoted words, names and amounts.
  private func clean(_ text: String) -> String {
    var text = Substring(text)
    // Quoted words may themselves hold quotes, so everything from the first mark to the last one goes.
    if let first = text.firstIndex(of: "“") {
      let tail = text.lastIndex(of: "”").map { text[text.index(after: $0)...] } ?? ""
      text = text[..<first] + "“…”" + tail
    }
    // Names become numbers first: an alias is not to be searched for names.
    var pieces: [(text: Substring, isAlias: Bool)] = [(text, false)]
    for (name, alias) in names {
      pieces = pieces.flatMap { piece -> [(text: Substring, isAlias: Bool)] in
        guard !piece.isAlias, piece.text.contains(name) else { return [piece] }
        let parts = Self.split(piece.text, by: name)
        return parts.enumerated().flatMap { index, part in
          index == 0 ? [(part, false)] : [(Substring(alias), true), (part, false)]
        }
      }
    }
    return pieces.map { $0.isAlias ? String($0.text) : Self.withoutAmounts($0.text) }.joined()
  }

  private static func split(_ text: Substring, by name: String) -> [Substring] {
    let bytes = Array(text.utf8)
    let wanted = Array(name.utf8)
    var parts: [Substring] = []
    var start = 0
    var at = 0
    while at + wanted.count <= bytes.count {
      if bytes[at..<at + wanted.count].elementsEqual(wanted) {
        parts.append(Substring(String(decoding: bytes[start..<at], as: UTF8.self)))
        at += wanted.count
        start = at
      } else {
        at += 1
      }
    }
    return parts + [Substring(String(decoding: bytes[start...], as: UTF8.self))]
  }

  /// Sums of money become `…`, the longest first, so that none is replaced within another.
  private static func withoutAmounts(_ text: Substring) -> String {
    Amount.all(in: String(text)).map(\.words).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .reduce(String(text)) { split(Substring($0), by: $1).joined(separator: "…") }
  }

  /// The assessment, with everything replaced.
  var redacted: Assessment {
    let findings = assessment.findings.map(finding)
    return assessment.replacing(
      journal: journal, findings: findings, waiting: assessment.waiting.map(finding), standings: standings,
      deal: { deals[$0] ?? $0 })
  }

  private func finding(_ finding: Finding) -> Finding {
    finding.replacing(
      deal: deal(finding.deal), person: person(finding.person), message: text(finding.message),
      clears: text(finding.clears), evidence: finding.evidence.map(evidence),
      identity: identity(finding.identity), waitsOn: finding.waitsOn.map(identity))
  }

  private func identity(_ identity: Finding.Identity) -> Finding.Identity {
    Finding.Identity(
      deal: identity.deal.isEmpty ? "" : deals[identity.deal] ?? code("deal", identity.deal), code: identity.code,
      subject: identity.subject.isEmpty ? "" : people[identity.subject] ?? code("subject", identity.subject))
  }

  private var standings: [Standing] {
    assessment.standings.map { standing in
      Standing(
        deal: deals[standing.deal] ?? standing.deal,
        gates: standing.gates.map { gate in
          GateReading(
            gate: gate.gate,
            items: gate.items.map {
              GateReading.Item(text: text($0.text), state: $0.state, evidence: $0.evidence.map(evidence))
            })
        }, governing: standing.governing,
        action: standing.action.map { NextAction(text: text($0.text), reasons: $0.reasons.map(finding)) },
        promises: standing.promises)
    }
  }

  private var journal: Journal {
    let journal = assessment.journal
    return Journal(
      asOf: journal.asOf,
      people: journal.people.map { person in
        let alias = people[person.id] ?? ""
        return Person(
          id: alias, name: alias, isNamed: person.isNamed, surfaces: [alias], side: person.side, mentions: [])
      }, deals: journal.deals.map(deal),
      facts: journal.facts.map {
        JournalFact(
          kind: $0.kind, day: $0.day, deal: deal($0.deal), person: person($0.person), basis: $0.basis,
          confidence: $0.confidence, assertion: $0.assertion, dates: $0.dates, evidence: evidence($0.evidence))
      },
      signs: journal.signs.map {
        JournalSign(
          kind: $0.kind, day: $0.day, deal: deal($0.deal), person: person($0.person), isStated: $0.isStated,
          isDenied: $0.isDenied, dates: $0.dates, evidence: evidence($0.evidence), words: "")
      },
      entries: journal.entries.map {
        JournalEntry(day: $0.day, evidence: evidence($0.evidence), deals: $0.deals.compactMap { deal($0) })
      },
      unchecked: journal.unchecked.map { Unchecked(reason: reason($0.reason), evidence: evidence($0.evidence)) },
      language: language)
  }

  private func reason(_ reason: Unchecked.Reason) -> Unchecked.Reason {
    switch reason {
    case .undated, .unassigned: return reason
    case .ambiguousPerson(let ids): return .ambiguousPerson(ids.compactMap { person($0) })
    case .problem(let problem):
      let kind: NoteProblem.Kind =
        if case .unknownMark = problem.kind { .unknownMark(suggestion: nil) } else { problem.kind }
      return .problem(NoteProblem(kind: kind, span: problem.span, detail: ""))
    }
  }

  private func deal(_ original: Deal) -> Deal {
    let alias = deals[original.id] ?? ""
    return Deal(
      id: alias, name: alias, surfaces: [alias], account: accounts[original.account] ?? "", stage: original.stage,
      shownStage: original.shownStage,
      claims: original.claims.map { Deal.Claim(stage: $0.stage, day: $0.day, evidence: evidence($0.evidence)) },
      days: original.days, facts: original.facts, signs: original.signs,
      influencers: original.influencers.map {
        Influencer(
          person: people[$0.person] ?? code("person", $0.person), role: $0.role, need: $0.need, value: $0.value,
          trustUp: $0.trustUp, trustDown: $0.trustDown, contacts: $0.contacts, facts: $0.facts,
          introduced: evidence($0.introduced))
      }, commitments: original.commitments)
  }
}
