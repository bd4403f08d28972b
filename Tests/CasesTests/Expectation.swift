import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// One line of an `expect` fence.
///
///     + LINE KIND [PERSON]         the line says a fact of this kind (about this person)
///     - LINE KIND [PERSON]         it does not
///     - KIND                       no line does
///     person NAME [SIDE [ROLE]]    NAME is a person (of this side, with this role in a deal)
///     no person NAME               NAME is no person
///     same A B, differ A B         two names of one person, of two
///     deal NAME [STAGE]            NAME is a deal (in this stage)
///     no deal NAME                 NAME is no deal
///     date LINE ISO|none           the day of the entry that holds the line
///     finds CODE [PERSON]          the rule speaks (of this person)
///     waits CODE [PERSON]          it waits on an earlier cause
///     no CODE [PERSON]             it does not speak, though there is a deal
///
/// `of PROFILE` in a line of its own says what kind of selling the team calls it.
struct Expectation {
  /// As written.
  let line: String
  private let claim: Claim

  private enum Claim {
    case fact(line: Int?, kind: FactKind, person: String?, isThere: Bool)
    case person(String, side: Side?, role: Role?)
    case noPerson(String)
    /// The words of both names, which may each be several.
    case same([String], Bool)
    case deal(String, stage: Stage?)
    case noDeal(String)
    case date(line: Int, Day?)
    case finding(code: String, person: String?, isWaiting: Bool, isThere: Bool)
  }

  init?(_ line: String) {
    self.line = line
    var words = line.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    let verb = words.removeFirst()
    var rest: String { words.joined(separator: " ") }
    switch verb {
    case "+", "-":
      let number = words.first.flatMap { Int($0) }
      if number != nil { words.removeFirst() } else if verb == "+" { return nil }
      guard let kind = words.first.flatMap({ FactKind(rawValue: $0) }) else { return nil }
      words.removeFirst()
      claim = .fact(line: number, kind: kind, person: words.isEmpty ? nil : rest, isThere: verb == "+")
    case "person":
      let role = words.count > 2 ? words.last.flatMap { Role(rawValue: $0) } : nil
      // `other` is a side as well as a role: the last word is the role only behind a side.
      let beforeRole = role == nil ? nil : words.dropLast().last.flatMap { Side(rawValue: $0) }
      if beforeRole != nil {
        words.removeLast(2)
        claim = .person(rest, side: beforeRole, role: role)
      } else {
        let side = words.count > 1 ? words.last.flatMap { Side(rawValue: $0) } : nil
        if side != nil { words.removeLast() }
        claim = .person(rest, side: side, role: nil)
      }
      if words.isEmpty { return nil }
    case "no":
      guard words.count > 1 || words.first.map(Self.isCode) == true else { return nil }
      switch words.removeFirst() {
      case "person": claim = .noPerson(rest)
      case "deal": claim = .noDeal(rest)
      case let code where Self.isCode(code):
        claim = .finding(code: code, person: words.isEmpty ? nil : rest, isWaiting: false, isThere: false)
      default: return nil
      }
    case "finds", "waits":
      guard !words.isEmpty else { return nil }
      let code = words.removeFirst()
      guard Self.isCode(code) else { return nil }
      claim = .finding(code: code, person: words.isEmpty ? nil : rest, isWaiting: verb == "waits", isThere: true)
    case "same", "differ":
      guard words.count > 1 else { return nil }
      claim = .same(words, verb == "same")
    case "deal":
      let stage = words.count > 1 ? words.last.flatMap { Stage(rawValue: $0) } : nil
      if stage != nil { words.removeLast() }
      guard !words.isEmpty else { return nil }
      claim = .deal(rest, stage: stage)
    case "date":
      guard words.count == 2, let number = Int(words[0]) else { return nil }
      let day = Day(iso: words[1])
      guard day != nil || words[1] == "none" else { return nil }
      claim = .date(line: number, day)
    default: return nil
    }
  }

  /// The rule that it expects to speak, of whomever, or to be silent of everybody; nil when it expects something else.
  var rule: (rule: Rule, speaks: Bool)? {
    guard case .finding(let code, let person, let isWaiting, let isThere) = claim, !isWaiting, isThere || person == nil
    else { return nil }
    return Rule.all.first { $0.code == code }.map { ($0, isThere) }
  }

  /// Whether it holds of a journal of one note, which the team says is of `profile`.
  func holds(of journal: Journal, profile: Profile? = nil) -> Bool {
    switch claim {
    case .fact(let line, let kind, let name, let isThere):
      let person = name.flatMap { Self.person($0, in: journal)?.id }
      let found = journal.facts.contains {
        $0.kind == kind && (line == nil || $0.evidence.line == line)
          && (name == nil || (person != nil && $0.person == person))
      }
      return found == isThere
    case .person(let name, let side, let role):
      guard let person = Self.person(name, in: journal) else { return false }
      let roles = journal.deals.flatMap(\.influencers).filter { $0.person == person.id }.map(\.role)
      return (side == nil || person.side == side)
        && (role == nil || roles.contains { $0 == role } || (role == Role.none && roles.isEmpty))
    case .noPerson(let name): return Self.person(name, in: journal) == nil
    case .same(let words, let areOne):
      return (1..<words.count).contains { split in
        guard let left = Self.person(words[..<split].joined(separator: " "), in: journal),
          let right = Self.person(words[split...].joined(separator: " "), in: journal)
        else { return false }
        return (left.id == right.id) == areOne
      }
    case .deal(let name, let stage):
      return journal.deals.contains { Self.named(name, $0.name, $0.surfaces) && (stage == nil || $0.stage == stage) }
    case .noDeal(let name): return !journal.deals.contains { Self.named(name, $0.name, $0.surfaces) }
    case .finding(let code, let name, let isWaiting, let isThere):
      let assessment = Assessment(
        of: journal, settings: FolderSettings(RuleSettings(profile: profile)), models: .builtin)
      let person = name.flatMap { Self.person($0, in: journal)?.id }
      let found = (isWaiting ? assessment.waiting : assessment.findings).contains {
        $0.code == code && (name == nil || person != nil && $0.person == person)
      }
      // Of a note in which no deal is read nothing could be said, but of the note itself.
      return found == isThere && (code.hasPrefix("J") || !journal.deals.isEmpty)
    case .date(let line, let day):
      return journal.entries.last { $0.evidence.line <= line }?.day == day
    }
  }

  private static func isCode(_ text: String) -> Bool { Rule.all.contains { $0.code == text } }

  private static func person(_ name: String, in journal: Journal) -> Person? {
    journal.people.first { named(name, $0.name, $0.surfaces) }
  }

  private static func named(_ name: String, _ full: String, _ surfaces: [String]) -> Bool {
    let wanted = name.lowercased()
    return full.lowercased() == wanted || surfaces.contains { $0.lowercased() == wanted }
  }
}
