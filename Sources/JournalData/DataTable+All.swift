import DealHealth
import DealJournal
import FactReading
import NoteSyntax

extension DataTable {
  /// Every table, a table before those that point to it.
  public static let all: [DataTable] = [
    meta, accounts, deals, people, names, influencers, entries, entryDeals, facts, commitments, findings, gates,
    sources,
  ]

  private static let meta = DataTable(
    "meta", "A property of the whole: how and of when the tables were made.",
    rows: { data in
      [
        ("as_of", data.journal.asOf.iso), ("language", data.language.rawValue), ("producer", data.producer),
        ("version", String(JournalData.version)),
      ]
    },
    [
      .text("key", "`as_of` (the day as of which all is told), `language` (of messages), `producer`, `version`") {
        $0.0
      },
      .text("value", "Its value") { $0.1 },
    ])

  private static let accounts = DataTable(
    "accounts", "A customer.",
    rows: { data in
      Dictionary(grouping: data.journal.deals, by: \.account).map { (name: $0.key, deals: $0.value) }
        .sorted { $0.name < $1.name }
    },
    [
      .text("name", "As the notes call it") { $0.name },
      .number("deals", "How many deals it has or had") { $0.deals.count },
      .optional("first_entry", "Day of the first entry about any of them") {
        $0.deals.compactMap(\.days.first).min()?.iso
      },
      .optional("last_entry", "Day of the last entry about any of them") {
        $0.deals.compactMap(\.days.last).max()?.iso
      },
    ])

  private static let deals = DataTable(
    "deals", "A deal as it stands on the day `as_of`.",
    rows: { data in
      zip(data.journal.deals, data.assessment.standings).map { deal, standing in
        (data: data, deal: deal, standing: standing)
      }
    },
    [
      .text("id", "Its name, with a number behind it where several share one") { $0.deal.id },
      .text("name", "The fullest name in the notes") { $0.deal.name },
      .text("account", "Its customer", to: ("accounts", "name")) { $0.deal.account },
      .text("stage", "One of \(Stage.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))") {
        $0.deal.stage.rawValue
      },
      .text("shown_stage", "The stage that facts bear out, whatever the writer calls it") {
        $0.deal.shownStage.rawValue
      },
      .optional("claimed_stage", "The stage that a note names in so many words") {
        $0.deal.claimedStage?.stage.rawValue
      },
      .text("profile", "The kind of selling: \(Profile.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))") {
        $0.data.assessment.context(of: $0.deal).profile.rawValue
      },
      .optional("first_entry", "Day of the first entry about it") { $0.deal.days.first?.iso },
      .optional("last_entry", "Day of the last entry about it") { $0.deal.days.last?.iso },
      .optional("governing_gate", "The gate with the lowest share") { $0.standing.governing?.rawValue },
      .optional("action", "The one thing to do next") { row in row.standing.action?.text.in(row.data.language) },
      .number("findings", "How many findings speak about it") { row in
        row.data.assessment.findings(ofDeal: row.deal.id).count
      },
    ])

  private static let people = DataTable(
    "people", "A human being in the notes.",
    inTurn: { data in AnySequence(data.journal.people.lazy.map { (data: data, person: $0) }) },
    [
      .text("id", "The fullest name, with a number behind it where several share one") { $0.person.id },
      .text("name", "The fullest name in the notes") { $0.person.name },
      .flag("is_named", "Whether any note gives a name, not only a function") { $0.person.isNamed },
      .text("side", "One of \(Side.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))") {
        $0.person.side.rawValue
      },
      .optional("title", "Title or function as written") { $0.person.title },
      .optional("organisation", "Organisation as written") { $0.person.organisation },
      .number("mentions", "How many places name them") { $0.person.mentions.count },
      .optional("path", "The note of the first of them") { row in
        row.person.mentions.first.map { row.data.relative($0.path) }
      },
      .number("line", "Its line, counted from 1", isOptional: true) { $0.person.mentions.first?.line },
    ])

  private static let names = DataTable(
    "names", "A form in which the notes call a deal or a person.",
    rows: { data in
      data.journal.deals.flatMap { deal in deal.surfaces.map { (kind: "deal", id: deal.id, surface: $0) } }
        + data.journal.people.flatMap { person in
          person.surfaces.map { (kind: "person", id: person.id, surface: $0) }
        }
    },
    [
      .text("kind", "`deal` or `person`") { $0.kind },
      .text("id", "`deals.id` or `people.id`") { $0.id },
      .text("surface", "The form, exactly as written") { $0.surface },
    ])

  private static let influencers = DataTable(
    "influencers", "A person's part in one deal.",
    rows: { data in data.journal.deals.flatMap { deal in deal.influencers.map { (deal: deal, part: $0) } } },
    [
      .text("deal", "The deal", to: ("deals", "id")) { $0.deal.id },
      .text("person", "The person", to: ("people", "id")) { $0.part.person },
      .text("role", "One of \(Role.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))") {
        $0.part.role.rawValue
      },
      .text("need", "How far their own need is known: `unknown`, `stated`, `confirmed`, `guided`") {
        "\($0.part.need)"
      },
      .flag("value_capability", "Whether they know that we can") { $0.part.value.contains(.valueCapability) },
      .flag("value_benefit", "Whether they know what they gain") { $0.part.value.contains(.valueBenefit) },
      .flag("value_difference", "Whether they know why us") { $0.part.value.contains(.valueDifference) },
      .number("trust_up", "How many signs of trust") { $0.part.trustUp.count },
      .number("trust_down", "How many signs of doubt") { $0.part.trustDown.count },
      .number("contacts", "On how many days we met, called or wrote") { $0.part.contacts.count },
      .optional("last_contact", "The last of them") { $0.part.contacts.last?.iso },
    ])

  private static let entries = DataTable(
    "entries", "A dated piece of a note.",
    inTurn: { data in
      AnySequence(data.journal.entries.enumerated().lazy.map { (data: data, id: $0.offset, entry: $0.element) })
    },
    [
      .number("id", "Its number in this export") { $0.id },
      .optional("day", "Its day; empty when nothing tells it") { $0.entry.day?.iso },
      .text("path", "The note") { row in row.data.relative(row.entry.evidence.path) },
      .number("line", "Its first line, counted from 1") { $0.entry.evidence.line },
      .text("title", "Its first words") { $0.entry.evidence.words },
    ])

  private static let entryDeals = DataTable(
    "entry_deals", "That an entry speaks of a deal.",
    rows: { data in
      data.journal.entries.enumerated().flatMap { index, entry in entry.deals.map { (entry: index, deal: $0) } }
    },
    [
      .number("entry", "The entry", to: ("entries", "id")) { $0.entry },
      .text("deal", "The deal", to: ("deals", "id")) { $0.deal },
    ])

  private static let facts = DataTable(
    "facts", "What a line of a note says.",
    inTurn: { data in
      AnySequence(data.journal.facts.enumerated().lazy.map { (data: data, id: $0.offset, fact: $0.element) })
    },
    [
      .number("id", "Its number in this export") { $0.id },
      .text("kind", "`contact`, `need.driver`, `value.benefit`, …: docs/format.md lists them") {
        $0.fact.kind.rawValue
      },
      .optional("day", "The entry's day") { $0.fact.day?.iso },
      .optional("deal", "The deal; empty when it could not be told", to: ("deals", "id")) { $0.fact.deal },
      .optional("person", "Whom it concerns", to: ("people", "id")) { $0.fact.person },
      .text("basis", "How surely it was written: `marked`, `stated`, `inferred`") { $0.fact.basis.rawValue },
      .share("confidence", "How likely the reading is right, 0 to 1") { $0.fact.confidence },
      .text("polarity", "`affirmed` or `denied`") { $0.fact.assertion.polarity.rawValue },
      .text("modality", "`fact`, `plan`, `possible`, `conditional`, `question` or `instruction`") {
        $0.fact.assertion.modality.rawValue
      },
      .text("holder", "Who says it: `writer`, `customer`, `ours`, `competitor`, `hearsay`") {
        $0.fact.assertion.holder.rawValue
      },
      .text("path", "The note") { row in row.data.relative(row.fact.evidence.path) },
      .number("line", "Its line, counted from 1") { $0.fact.evidence.line },
      .number("column", "Its byte in the line, counted from 1") { $0.fact.evidence.column },
      .text("quote", "The words as written") { $0.fact.evidence.quote },
    ])

  private static let commitments = DataTable(
    "commitments", "What either side promised.",
    rows: { data in data.journal.deals.flatMap { deal in deal.commitments.map { (deal: deal, promise: $0) } } },
    [
      .text("deal", "The deal", to: ("deals", "id")) { $0.deal.id },
      .text("owner", "Whose promise: `ours` or `customer`") { $0.promise.owner.rawValue },
      .text("state", "`open`, `overdue`, `done` or `broken`") { $0.promise.state.rawValue },
      .optional("due_from", "The first day it is due") { $0.promise.due?.first.iso },
      .optional("due", "The deadline") { $0.promise.due?.last.iso },
      .number("made", "The fact that made it", to: ("facts", "id")) { $0.promise.made },
      .number("settled", "The fact that settled it", to: ("facts", "id"), isOptional: true) { $0.promise.settled },
    ])

  private static let findings = DataTable(
    "findings", "What is missing.",
    rows: { data in
      let all =
        data.assessment.findings.map { ($0, "open") } + data.assessment.waiting.map { ($0, "waiting") }
        + data.assessment.dismissed.map { ($0.finding, "dismissed") }
      return all.map { (data: data, finding: $0.0, state: $0.1) }
    },
    [
      .text("id", "Stays the same when notes are edited around it; `rapport dismiss` takes it") {
        $0.finding.identity.description
      },
      .text("state", "`open`, `waiting` (on an earlier cause) or `dismissed`") { $0.state },
      .text("code", "The rule's code") { $0.finding.code },
      .text("rule", "The rule's name") { $0.finding.name },
      .text("severity", "`info`, `warning` or `error`") { $0.finding.severity.rawValue },
      .optional("deal", "The deal; empty for the journal itself", to: ("deals", "id")) { $0.finding.deal },
      .optional("person", "The person", to: ("people", "id")) { $0.finding.person },
      .text("message", "What is missing") { row in row.finding.message.in(row.data.language) },
      .text("clears", "What clears it") { row in row.finding.clears.in(row.data.language) },
      .number("weight", "How much is lost while nothing is done: more comes first") { $0.finding.weight },
      .optional("path", "The note that shows it") { row in
        row.finding.evidence.first.map { row.data.relative($0.path) }
      },
      .number("line", "Its line, counted from 1", isOptional: true) { $0.finding.evidence.first?.line },
    ])

  private static let gates = DataTable(
    "gates", "How a deal stands at a gate at the end of a day.",
    rows: { data in
      (data.earlier + [data.assessment]).flatMap { assessment in
        assessment.standings.flatMap { standing in
          standing.gates.map { (day: assessment.journal.asOf, standing: standing, gate: $0) }
        }
      }
    },
    [
      .text("day", "The day; more than `as_of` with `--weeks`") { $0.day.iso },
      .text("deal", "The deal; one that was only known then is not in `deals`") { $0.standing.deal },
      .text("gate", "One of \(Gate.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))") {
        $0.gate.gate.rawValue
      },
      .number("met", "How many things that the stage asks for are there") { $0.gate.met },
      .number("open", "How many are missing") { $0.gate.open },
      .number("unknown", "Of how many nothing is known") { $0.gate.unknown },
      .share("share", "Met of those known, 0 to 1; empty when nothing is", isOptional: true) { $0.gate.share },
      .flag("governs", "Whether it is the lowest of the deal") { $0.standing.governing == $0.gate.gate },
    ])

  /// The texts that all other tables follow from. CSV can't hold them to the byte: a folder has them as JSON Lines.
  public static let sources = DataTable(
    "sources", "A text from which all else follows: `rapport report --from` reads it again. CSV has this as `.jsonl`.",
    rows: { data in data.sources().map { (data: data, source: $0) } },
    [
      .text(
        "kind",
        "`note`, `settings`, `dismissals`, `baseline`, or `unreadable` where text is no note but why there is none"
      ) { $0.source.kind.rawValue },
      .text("path", "Its path as the other tables tell it") { row in row.data.relative(row.source.path) },
      .text("told", "Its path as reports and messages tell it") { $0.source.path },
      .optional("place", "Where it lies below `rapport.yml`, if that has settings for folders") { $0.source.place },
      .text("text", "The text, to the byte") { $0.source.text },
    ])
}
