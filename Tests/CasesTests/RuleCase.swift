import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// One thing that the cases in prose have to show of a rule.
struct RuleCase: Hashable, CustomStringConvertible {
  /// What a note shows.
  enum Demand: Hashable {
    /// The rule speaks on it.
    case fires(Language)
    /// The rule may speak in its stage and is silent.
    case nearMiss(Language)
    /// It is of the stage right before the first in which the rule may speak, and only that keeps the rule silent.
    case before(Stage)
    /// It is of a kind of selling in which the rule is silent, and only that keeps it so.
    case silentFor(Profile)
  }

  /// `P301`.
  let code: String
  let demand: Demand

  /// As a message names it: `P301 near miss, zh`.
  var description: String {
    switch demand {
    case .fires(let language): "\(code) speaks, \(language.rawValue)"
    case .nearMiss(let language): "\(code) near miss, \(language.rawValue)"
    case .before(let stage): "\(code) at \(stage.rawValue), before its first stage"
    case .silentFor(let profile): "\(code) of \(profile.rawValue)"
    }
  }

  /// Everything that has to be shown of `rule`.
  static func all(of rule: Rule) -> Set<RuleCase> {
    // J001 is about bytes that are no text, which cannot stand in a case.
    if rule.code == "J001" { return [] }
    var demands: [Demand] = Language.allCases.flatMap { [.fires($0), .nearMiss($0)] }
    if rule.gate != nil {
      if let before = Stage.allCases.last(where: { $0 < rule.stages.lowerBound }) { demands.append(.before(before)) }
      // An owner who decides alone is recognised where nobody else is on the chain, and these are about several people: that
      // they are silent where a team says so is a matter of each rule's example.
      let areSeveral = ["P303", "P306", "P309"].contains(rule.code)
      demands += rule.silentFor.filter { $0 != .owner || !areSeveral }.map { .silentFor($0) }
    }
    return Set(demands.map { RuleCase(code: rule.code, demand: $0) })
  }

  /// What a note shows of a rule that speaks on it, or is silent, as a case expects. `read` makes a journal of a note's text.
  static func shown(by text: String, of rule: Rule, speaks: Bool, read: (String) -> Journal) -> [RuleCase] {
    let journal = read(text)
    var shown: [Demand] = []
    let language = journal.languages.values.first ?? .en
    if speaks { shown = [.fires(language)] } else if rule.gate == nil { shown = [.nearMiss(language)] }
    for deal in journal.deals where !speaks && rule.gate != nil {
      let profile = Assessment(of: journal, rules: []).context(of: deal).profile
      if rule.silentFor.contains(profile) {
        if finds(rule, in: journal, profile: .business) { shown.append(.silentFor(profile)) }
      } else if rule.stages.contains(deal.stage) {
        shown.append(.nearMiss(language))
      } else if finds(rule, in: read(text.marked(as: rule.stages.lowerBound))) {
        shown.append(.before(deal.stage))
      }
    }
    return shown.map { RuleCase(code: rule.code, demand: $0) }
  }

  private static func finds(_ rule: Rule, in journal: Journal, profile: Profile? = nil) -> Bool {
    let settings = FolderSettings(RuleSettings(profile: profile))
    return !Assessment(of: journal, rules: [rule], settings: settings).findings.isEmpty
  }
}

extension String {
  /// The same note, whose last line claims another stage.
  fileprivate func marked(as stage: Stage) -> String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text + " #stage/\(stage.rawValue)\n"
  }
}
