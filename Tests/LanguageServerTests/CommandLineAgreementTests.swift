import FoundationEssentials
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// The editor says what the command line says.
@Suite struct CommandLineAgreementTests {
  static let journals =
    ["dev", "own"].flatMap { set in
      let path = "Tests/Corpus/" + set
      let names = (try? FileManager.default.contentsOfDirectory(atPath: Checkout.path + "/" + path)) ?? []
      return names.filter { FileManager.default.fileExists(atPath: "\(Checkout.path)/\(path)/\($0)/notes") }.sorted()
        .map { "\(path)/\($0)/notes" }
    } + ["examples/journal"]

  @Test func thereAreSome() { #expect(Self.journals.count > 6) }

  @Test(arguments: journals) func findingsAreTheSame(journal: String) throws {
    let folder = Checkout.path + "/" + journal
    let outcome = try Shell.run("rapport check . --format json --as-of 2026-11-20 --quiet --lang en", in: folder)
    let wanted = JSONValue(parsing: outcome.output)["findings"].array.map { finding in
      let place = finding["evidence"][0]
      return [
        place["path"].string ?? "", finding["code"].string ?? "", finding["deal"].string ?? "",
        finding["message"].string ?? "", "\(place["line"].int ?? 0)",
        "\((place["column"].int ?? 0))", "\(finding["evidence"].array.count)",
      ]
    }
    let editor = Editor(folder, options: ["diagnostics": "workspace", "language": "en"])
    editor.settle()
    // Half of the notes are open on the screen.
    let notes = Checkout.files(under: journal, ending: "")
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
    for (index, note) in notes.enumerated() where index % 2 == 0 {
      editor.open(Editor.uri(Checkout.path + "/" + note), try Checkout.text(note))
    }
    editor.settle()
    var told: [JSONValue: JSONValue] = [:]
    for message in editor.notifications where message["method"] == "textDocument/publishDiagnostics" {
      told[message["params"]["uri"]] = message["params"]["diagnostics"]
    }
    let found = told.flatMap { uri, diagnostics in
      diagnostics.array.map { diagnostic in
        let path = DocumentURI.path(of: uri.string ?? "").map { String($0.dropFirst(folder.utf8.count + 1)) } ?? ""
        let deal = diagnostic["data"]["deal"].string ?? ""
        let message = diagnostic["message"].string?.components(separatedBy: "\n")[0] ?? ""
        let start = diagnostic["range"]["start"]
        return [
          path, diagnostic["code"].string ?? "", deal,
          deal.isEmpty ? message : String(message.dropFirst(deal.count + 2)), "\((start["line"].int ?? -1) + 1)",
          "\((start["character"].int ?? -1) + 1)", "\(diagnostic["relatedInformation"].array.count + 1)",
        ]
      }
    }
    // What the command line shows no place for is told somewhere.
    let placeless = Set(wanted.filter { $0[0].isEmpty }.map { Array($0[1...3]) })
    func normal(_ findings: [[String]]) -> [[String]] {
      findings.map { placeless.contains(Array($0[1...3])) ? Array($0[1...3]) : $0 }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(!wanted.isEmpty)
    #expect(normal(found) == normal(wanted))
  }
}
