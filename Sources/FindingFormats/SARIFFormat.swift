import DealHealth
import DealJournal
import SourceText

extension FindingFormat {
  /// SARIF 2.1.0, with the rules that spoke, their words and remedies, and a fingerprint for each finding.
  /// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
  public static let sarif = FindingFormat(
    name: "sarif", summary: Text(en: "SARIF 2.1.0.", zh: "SARIF 2.1.0。")
  ) { input in
    let codes = Set(input.findings.map(\.code))
    let rules = Rule.all.filter { codes.contains($0.code) }.sorted { $0.code < $1.code }
    let index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.code, $0.offset) })
    return JSONFile.text(
      Log(
        schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
        runs: [
          Run(
            tool: Description(
              driver: Driver(name: Tool.name, semanticVersion: Tool.version, rules: rules.map { Descriptor($0, input) })
            ),
            columnKind: "unicodeCodePoints",
            results: input.findings.map { Result($0, ruleIndex: index[$0.code], input) })
        ]))
  }

  private struct Log: Encodable {
    let schema: String
    let version: String
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    let tool: Description
    let columnKind: String
    let results: [Result]
  }

  private struct Description: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name: String
    let semanticVersion: String
    let rules: [Descriptor]
  }

  private struct Message: Encodable {
    let text: String
  }

  private struct Descriptor: Encodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Level

    init(_ rule: Rule, _ input: Input) {
      id = rule.code
      name = rule.name
      shortDescription = Message(text: rule.summary.in(input.language))
      fullDescription = Message(text: rule.why.in(input.language))
      help = Message(text: rule.clears.in(input.language))
      defaultConfiguration = Level(level: FindingFormat.level(of: rule.severity))
    }
  }

  private struct Level: Encodable {
    let level: String
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
    let partialFingerprints: [String: String]
    let fixes: [Change]?

    init(_ finding: Finding, ruleIndex: Int?, _ input: Input) {
      ruleId = finding.code
      self.ruleIndex = ruleIndex
      level = FindingFormat.level(of: finding.severity)
      message = Message(text: finding.sentence(in: input) + "\n" + finding.clears.in(input.language))
      locations = finding.evidence.prefix(1).map { Location($0, id: nil, input) }
      relatedLocations = finding.evidence.dropFirst().enumerated().map {
        Location($0.element, id: $0.offset + 1, input)
      }
      partialFingerprints = ["dealRuleSubject/v1": finding.fingerprint]
      fixes = finding.fix.flatMap { Change($0, input) }.map { [$0] }
    }
  }

  private struct Change: Encodable {
    let description: Message
    let artifactChanges: [ArtifactChange]

    init?(_ fix: Fix, _ input: Input) {
      guard let (path, edit) = fix.noteEdit, let region = FindingRegion(of: edit.span, in: input.sources[path]) else {
        return nil
      }
      description = Message(text: fix.title)
      artifactChanges = [
        ArtifactChange(
          artifactLocation: Artifact(uri: URIText.reference(to: path)),
          replacements: [
            Replacement(deletedRegion: Region(region), insertedContent: Message(text: edit.text))
          ])
      ]
    }
  }

  private struct ArtifactChange: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  private struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message
  }

  private struct Location: Encodable {
    let id: Int?
    let physicalLocation: Physical

    init(_ evidence: Evidence, id: Int?, _ input: Input) {
      self.id = id
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: URIText.reference(to: evidence.path)),
        region: Region(evidence, input.sources[evidence.path]))
    }
  }

  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  private struct Artifact: Encodable {
    let uri: String
  }

  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
    let endLine: Int?
    let endColumn: Int?

    init(_ region: FindingRegion) {
      startLine = region.start.line
      startColumn = region.start.scalarColumn
      endLine = region.end.line
      endColumn = region.end.scalarColumn
    }

    init(_ evidence: Evidence, _ source: SourceFile?) {
      let region = FindingRegion(of: evidence, in: source)
      startLine = region?.start.line ?? evidence.line
      startColumn = region?.start.scalarColumn
      endLine = region?.end.line
      endColumn = region?.end.scalarColumn
    }
  }
}
