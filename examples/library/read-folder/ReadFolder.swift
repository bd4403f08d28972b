// Reads the notes of a folder and lists its deals: swift run example-read-folder NOTES [DAY]
import DealJournal
import NoteSyntax
import Workspace

@main enum ReadFolder {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments.count > 1 ? arguments[1] : "."
    let found = try Discovery(of: [folder])
    // Each note is read by itself, on all cores …
    let reading = JournalReading(
      of: found.notes, unreadable: found.unreadable, settings: try Configuration(above: folder))
    // … and only then do they come together, as known at the end of a day.
    let day = arguments.count > 2 ? Day(iso: arguments[2]) : nil
    let journal = reading.journal(asOf: day ?? SystemClock.today())
    for deal in journal.deals {
      let people = deal.influencers.map(\.person).joined(separator: ", ")
      print(
        "\(deal.name): \(deal.stage.rawValue), \(deal.facts.count) facts; \(people.isEmpty ? "nobody yet" : people)")
    }
    // What could not be read is never passed over.
    for problem in reading.unreadable { print("\(problem.path) \(problem.detail)") }
  }
}
