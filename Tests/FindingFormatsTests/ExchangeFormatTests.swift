import DealJournal
import FactReading
import FoundationEssentials
import SourceText
import Testing

@testable import DealHealth
@testable import FindingFormats

/// The formats that other programs define.
@Suite struct ExchangeFormatTests {
  let source = SourceFile(path: "n/a b:c.md", text: "# 2026-11-12\n客户：王院长说 <还要> 比一比\n")

  /// A finding whose words, 王院长, stand on line 2 behind three characters of three bytes.
  func finding(message: String = "王院长 has a \"doubt\" & more.\n::error::x") throws -> Finding {
    let rule = try #require(Rule.all.first { $0.code == "T501" })
    let start = 13 + "客户：".utf8.count
    let evidence = Evidence(path: source.path, span: Span(start, start + 9), line: 2, column: 10, quote: "王院长")
    let other = Evidence(path: "n/gone.md", span: Span(0, 3), line: 7, column: 1, quote: "x")
    return Finding(
      Finding.Draft(
        person: "王院长", message: Text(en: message, zh: "王院长有顾虑。"),
        clears: Text(en: "Call 王院长.", zh: "给王院长打电话。"), evidence: [evidence, other]), by: rule, deal: "长风,A")
  }

  func render(_ format: FindingFormat, _ findings: [Finding]) -> String {
    format.render(findings, sources: [source.path: source], language: .en)
  }

  @Test func githubEscapesWhatEndsACommand() throws {
    #expect(
      render(.github, [try finding()])
        == "::warning file=n/a b%3Ac.md,line=2,col=4,endLine=2,endColumn=7,title=T501 low-trust::"
        + "长风,A: 王院长 has a \"doubt\" & more.%0A::error::x%0ACall 王院长.\n")
    #expect(render(.github, []).isEmpty)
  }

  @Test func junitIsXMLWhateverTheNotesSay() throws {
    #expect(
      render(.junit, [try finding(message: "a\u{1B}<b>")]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="rapport" tests="1" failures="1" errors="0">
          <testsuite name="n/a b:c.md" tests="1" failures="1" errors="0">
            <testcase name="T501 low-trust" classname="n/a b:c.md" line="2">
              <failure message="长风,A: a\u{FFFD}&lt;b&gt;" type="warning">Call 王院长.</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
    #expect(render(.junit, []).contains(#"tests="1" failures="0""#))
  }

  @Test func rdjsonCountsColumnsInBytes() throws {
    struct Document: Decodable {
      struct Diagnostic: Decodable {
        struct Location: Decodable {
          struct Area: Decodable {
            struct Place: Decodable, Equatable {
              let line: Int
              let column: Int
            }
            let start: Place
            let end: Place
          }
          let path: String
          let range: Area
        }
        let location: Location
        let severity: String
      }
      let diagnostics: [Diagnostic]
    }
    let text = render(.rdjson, [try finding()])
    let row = try #require(JSONDecoder().decode(Document.self, from: Data(text.utf8)).diagnostics.first)
    #expect(row.location.range.start == .init(line: 2, column: 10))
    #expect(row.location.range.end == .init(line: 2, column: 19))
    #expect(row.severity == "WARNING")
  }

  @Test func jsonLinesAreLines() throws {
    let lines = render(.jsonLines, [try finding(), try finding()]).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    #expect(render(.jsonLines, []).isEmpty)
  }

  @Test func gitlabTellsFindingsApartAndKeepsThemTheSame() throws {
    struct Issue: Decodable {
      let fingerprint: String
      let severity: String
    }
    let other = Finding(
      Finding.Draft(message: Text(en: "x", zh: "x"), evidence: []), by: try #require(Rule.all.first), deal: nil)
    let text = render(.gitlab, [try finding(), try finding(message: "another wording"), other])
    let issues = try JSONDecoder().decode([Issue].self, from: Data(text.utf8))
    #expect(issues[0].fingerprint == issues[1].fingerprint)
    #expect(issues[0].fingerprint != issues[2].fingerprint)
    #expect(issues.allSatisfy { $0.fingerprint.utf8.count == 16 })
  }

  @Test func sarifHasTheRuleThePlaceAndTheFingerprint() throws {
    struct Log: Decodable {
      struct Run: Decodable {
        struct Tool: Decodable {
          struct Driver: Decodable {
            struct Rule: Decodable { let id: String }
            let rules: [Rule]
          }
          let driver: Driver
        }
        struct Result: Decodable {
          struct Location: Decodable {
            struct Physical: Decodable {
              struct Artifact: Decodable { let uri: String }
              struct Region: Decodable {
                let startLine: Int
                let startColumn: Int?
                let endColumn: Int?
              }
              let artifactLocation: Artifact
              let region: Region
            }
            let physicalLocation: Physical
          }
          let ruleId: String
          let ruleIndex: Int
          let locations: [Location]
          let relatedLocations: [Location]
          let partialFingerprints: [String: String]
        }
        let tool: Tool
        let results: [Result]
      }
      let version: String
      let runs: [Run]
    }
    let log = try JSONDecoder().decode(Log.self, from: Data(render(.sarif, [try finding()]).utf8))
    let run = try #require(log.runs.first)
    let result = try #require(run.results.first)
    #expect(log.version == "2.1.0")
    #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    let place = result.locations[0].physicalLocation
    #expect(place.artifactLocation.uri == "n/a%20b%3Ac.md")
    #expect(place.region.startLine == 2 && place.region.startColumn == 4 && place.region.endColumn == 7)
    // Of a note that is not at hand only the line is known.
    let related = try #require(result.relatedLocations.first?.physicalLocation.region)
    #expect(related.startLine == 7 && related.startColumn == nil)
    #expect(result.partialFingerprints.values.map(\.utf8.count) == [16])
  }

  @Test func everyFormatTakesNothing() {
    for format in FindingFormat.all {
      let text = render(format, [])
      #expect(text.isEmpty || text.hasSuffix("\n"), "\(format.name)")
    }
  }
}
