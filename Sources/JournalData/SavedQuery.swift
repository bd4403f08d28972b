import DealHealth

/// A statement under a name: `rapport query @silent-coaches`.
public struct SavedQuery: Sendable {
  /// Its name, without `@`.
  public let name: String
  /// What it tells.
  public let summary: Text
  /// The statement.
  public let sql: String

  /// A statement under a name.
  public init(name: String, summary: Text, sql: String) {
    self.name = name
    self.summary = summary
    self.sql = sql
  }

  private static let asOf = "(SELECT value FROM meta WHERE key = 'as_of')"

  /// Those that every journal has use for.
  public static let builtin: [SavedQuery] = [
    SavedQuery(
      name: "silent-coaches",
      summary: Text(en: "coaches from whom nothing was heard for two weeks", zh: "两周没有联系过的内线"),
      sql: """
        SELECT i.deal, i.person, i.last_contact
        FROM influencers i JOIN deals d ON d.id = i.deal
        WHERE i.role = 'coach' AND d.stage NOT IN ('care', 'lost')
          AND (i.last_contact IS NULL OR julianday(\(asOf)) - julianday(i.last_contact) > 14)
        ORDER BY i.last_contact, i.deal, i.person
        """),
    SavedQuery(
      name: "unmet-deciders",
      summary: Text(en: "who says the final yes and was never met", zh: "说了算、但从没见过的人"),
      sql: """
        SELECT i.deal, d.stage, i.person
        FROM influencers i JOIN deals d ON d.id = i.deal
        WHERE i.role = 'economic' AND i.contacts = 0 AND d.stage NOT IN ('lead', 'lost')
        ORDER BY i.deal, i.person
        """),
    SavedQuery(
      name: "single-threaded",
      summary: Text(en: "open deals in which one person or nobody is in touch with us", zh: "只有一个人或没人跟我们来往的单子"),
      sql: """
        SELECT d.id AS deal, d.stage, count(i.person) AS in_touch, group_concat(i.person, ', ') AS who
        FROM deals d LEFT JOIN influencers i ON i.deal = d.id AND i.contacts > 0
        WHERE d.stage NOT IN ('lead', 'care', 'lost')
        GROUP BY d.id HAVING in_touch < 2
        ORDER BY in_touch, d.id
        """),
    SavedQuery(
      name: "late-promises",
      summary: Text(en: "promises past their day, ours and theirs", zh: "过了日子还没兑现的承诺，我方和对方"),
      sql: """
        SELECT c.due, c.owner, c.deal, f.quote, f.path, f.line
        FROM commitments c JOIN facts f ON f.id = c.made
        WHERE c.state IN ('overdue', 'broken')
        ORDER BY c.due, c.deal, f.id
        """),
    SavedQuery(
      name: "stage-not-borne-out",
      summary: Text(en: "deals whose stage the writer names and facts do not show", zh: "写的阶段和事实对不上的单子"),
      sql: """
        SELECT id AS deal, claimed_stage, shown_stage, last_entry
        FROM deals WHERE claimed_stage IS NOT NULL AND claimed_stage <> shown_stage
        ORDER BY id
        """),
    SavedQuery(
      name: "trust",
      summary: Text(en: "signs of trust and doubt of each customer, the worst first", zh: "每个客户的信任与顾虑，最差的在前"),
      sql: """
        SELECT d.account, sum(i.trust_up) AS up, sum(i.trust_down) AS down
        FROM influencers i JOIN deals d ON d.id = i.deal
        GROUP BY d.account HAVING up + down > 0
        ORDER BY up - down, d.account
        """),
    SavedQuery(
      name: "no-value-yet",
      summary: Text(en: "whose need is known and who was shown nothing", zh: "需求知道了、价值还没讲过的人"),
      sql: """
        SELECT i.deal, i.person, i.role, i.need
        FROM influencers i JOIN deals d ON d.id = i.deal
        WHERE d.stage IN ('value', 'exchange') AND i.role NOT IN ('none', 'other') AND i.need <> 'unknown'
          AND i.value_capability + i.value_benefit + i.value_difference = 0
        ORDER BY i.deal, i.person
        """),
    SavedQuery(
      name: "competitors",
      summary: Text(en: "what the notes say of competitors, the latest first", zh: "笔记里说到的竞争对手，最近的在前"),
      sql: """
        SELECT day, deal, quote, path, line FROM facts
        WHERE kind = 'competitor' AND polarity = 'affirmed' ORDER BY day DESC, id
        """),
    SavedQuery(
      name: "disappointed",
      summary: Text(en: "customers who got less than they expected", zh: "没有得到预期结果的客户"),
      sql: """
        SELECT day, deal, person, kind, quote FROM facts
        WHERE kind IN ('satisfaction.partial', 'satisfaction.none') AND polarity = 'affirmed' AND modality = 'fact'
        ORDER BY day DESC, id
        """),
    SavedQuery(
      name: "gates",
      summary: Text(en: "the lowest gate of each deal and what it lacks", zh: "每个单子最低的一关和缺口"),
      sql: """
        SELECT g.deal, d.stage, g.gate, g.met, g.open, g.unknown, d.action
        FROM gates g JOIN deals d ON d.id = g.deal
        WHERE g.governs AND g.day = \(asOf) ORDER BY g.share, g.deal
        """),
    SavedQuery(
      name: "busiest",
      summary: Text(en: "entries of each deal in the last four weeks", zh: "最近四周每个单子的记录数"),
      sql: """
        SELECT ed.deal, count(*) AS entries, max(e.day) AS last
        FROM entries e JOIN entry_deals ed ON ed.entry = e.id
        WHERE e.day <= \(asOf) AND julianday(\(asOf)) - julianday(e.day) < 28
        GROUP BY ed.deal ORDER BY entries DESC, ed.deal
        """),
    SavedQuery(
      name: "findings-by-rule",
      summary: Text(en: "how often each rule speaks", zh: "每条规则报了几次"),
      sql: """
        SELECT code, rule, count(*) AS findings, count(DISTINCT deal) AS deals
        FROM findings WHERE state = 'open' GROUP BY code, rule ORDER BY findings DESC, code
        """),
  ]
}
