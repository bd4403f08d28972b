import ArgumentParser
import DealHealth
import HealthReports
import Workspace

/// `rapport show`: everything about one deal or person.
struct Show: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Shows one deal or person whole.",
    discussion: """
      Of a deal: value, needs and trust person by person, the exchange, all that is missing. Of a person: their part in \
      each deal, what is missing about them, what the notes tell. A name that is a deal's means the deal.

      EXAMPLES
        rapport show "Larkfield Mills" notes
        rapport show "Helen Marsh" notes
        rapport show 长风纺织 notes --lang zh
        rapport show Larkfield notes --format json
      """)

  @Argument(
    help: ArgumentHelp("A deal's name, its customer's or a person's, or a part of it.", valueName: "name"),
    completion: NameCompletion.dealsAndPeople)
  var name: String
  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, markdown, json }

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Format.terminal
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { store.place == nil ? options : nil }

  func show(_ output: String) throws { try paging.show(output) }

  func answer() throws -> Answer {
    let assessment = try store.read(options, output).assessment(asOf: options.day)
    let text: String
    switch assessment.journal.named(name) {
    case .deals(let deals):
      let own = HealthReport(assessment, language: output.lang).narrowed(to: Set(deals.map(\.id)))
      text =
        switch format {
        case .terminal: own.wholeTerminal(output.style)
        case .markdown: own.wholeMarkdown()
        case .json: own.json()
        }
    case .people(let people):
      let own = PersonReport(assessment, people: Set(people.map(\.id)), language: output.lang)
      text =
        switch format {
        case .terminal: own.terminal(output.style)
        case .markdown: own.markdown()
        case .json: own.json()
        }
    case .nothing(let closest):
      throw Failure(
        SelectionOptions.unknown(
          Text(en: "deal and nobody", zh: "单子或人"), name, meaning: closest,
          among: assessment.journal.deals.map(\.name)))
    }
    return Answer(text)
  }
}
