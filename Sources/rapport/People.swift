import ArgumentParser
import FactReading
import HealthReports
import Workspace

/// `rapport people`: everybody on a line.
struct People: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Lists the people: their part in which deals, need, value, trust and last contact.",
    discussion: """
      The customers' people, unless --side says otherwise; who decides comes first. JSON, CSV and TSV have the same rows \
      with more columns: docs/json.md.

      EXAMPLES
        rapport people notes
        rapport people notes --deal Larkfield --role economic
        rapport people notes --unmet             whom nobody has met yet
        rapport people notes --side all --format csv
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: DealFilterOptions
  @Option(help: "Whose people.") var side = SideName.customer
  @Option(
    help: ArgumentHelp(
      "Only people with this part in a deal: economic, technical, user, coach, other.", valueName: "part"),
    completion: .list(Role.allCases.filter { $0 != .none }.map(\.rawValue)))
  var role: [Role] = []
  @Flag(help: "Only people with whom no contact is on record.") var unmet = false
  @Option(help: "How the list is written.") var format = ReportTable.Format.table
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { store.place == nil ? options : nil }

  func show(_ output: String) throws { try paging.show(output) }

  /// Whose people are listed.
  enum SideName: String, ExpressibleByArgument, CaseIterable { case customer, ours, partner, competitor, other, all }

  func answer() throws -> Answer {
    let reading = try store.read(options, output)
    let assessment = reading.assessment(asOf: options.day)
    var wanted = PeopleList.Filter()
    wanted.deals = try filter.deals(in: assessment.journal)
    wanted.sides = Set([Side(rawValue: side.rawValue)].compactMap(\.self))
    wanted.roles = Set(role)
    wanted.isUnmet = unmet
    let list = PeopleList(assessment, filter: wanted, language: output.lang)
    return Answer(
      list.table.text(format, style: output.tableStyle),
      messages: reading.wordsOfUnreadable(in: output.lang ?? assessment.journal.language))
  }
}

extension Role: ExpressibleByArgument {
  /// A part in a decision by its name.
  public init?(argument: String) {
    guard let role = Role(rawValue: argument), role != .none else { return nil }
    self = role
  }

  /// What may be given.
  public static var allValueStrings: [String] { allCases.filter { $0 != .none }.map(\.rawValue) }
}
