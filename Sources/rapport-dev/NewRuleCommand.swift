import ArgumentParser
import DealHealth
import FactReading
import FoundationEssentials
import Workspace

/// Starts a rule: a file with its words, examples and check to be filled in, and its line in the catalogue.
struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule",
    abstract: "Starts a new rule about deals.",
    discussion: """
      Writes Sources/DealHealth/Rules/NAME.swift and adds the rule to RuleCatalog.swift. Its tests fail until words, examples \
      and check are written; CONTRIBUTING.md has the steps. Run it in the top folder of the repository.

      EXAMPLE
        swift run rapport-dev new-rule M808 no-agenda --gate momentum --from needs --to exchange
      """)

  @Argument(help: "A code that no rule has or had: a letter and three digits.") var code: String
  @Argument(help: "A name in lower case, with hyphens: no-agenda.") var name: String
  @Option(help: "The gate it belongs to.") var gate: String
  @Option(help: "The first stage in which it speaks.") var from = "opportunity"
  @Option(help: "The last one.") var to = "exchange"

  func run() throws {
    guard code.utf8.count == 4, code.utf8.first.map({ (0x41...0x5A).contains($0) }) == true,
      code.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { throw ValidationError("\(code) is no code; write a letter and three digits") }
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }) else {
      throw ValidationError("\(name) is no name; write words in lower case with hyphens between them")
    }
    for known in [code, name] {
      if case .found(let rule) = Rule.named(known) {
        throw ValidationError("\(known) is taken by \(rule.code) \(rule.name)")
      }
    }
    guard let gate = Gate(rawValue: gate) else {
      throw ValidationError(
        "no gate is called \(gate); there are \(Gate.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard let from = Stage(rawValue: from), let to = Stage(rawValue: to), from <= to else {
      throw ValidationError(
        "--from and --to are stages in their order: \(Stage.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let title = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let member = title.prefix(1).lowercased() + title.dropFirst()
    let path = "\(Self.folder)/\(title).swift"
    guard !FileManager.default.fileExists(atPath: path) else { throw ValidationError("\(path) is there already") }
    let catalogue = try Self.catalogue(with: (code, member))
    try Data(scaffold(member, gate, from, to).utf8).write(to: URL(filePath: path))
    try Data(catalogue.utf8).write(to: URL(filePath: Self.catalogueFile))
    try StandardStream.error.write(
      "wrote \(path) and \(Self.catalogueFile); next: fill it in, then swift test --filter DealHealthTests\n")
  }

  private static let folder = "Sources/DealHealth/Rules"
  private static let catalogueFile = "Sources/DealHealth/RuleCatalog.swift"

  /// The catalogue's source with one rule more, behind the one whose code comes before it: a line of somebody else's stays
  /// as it is wherever it can.
  private static func catalogue(with new: (code: String, member: String)) throws -> String {
    let text = String(decoding: try Data(contentsOf: URL(filePath: catalogueFile)), as: UTF8.self)
    let opening = "public static let all: [Rule] = [\n"
    guard let start = text.range(of: opening)?.upperBound, let end = text.range(of: "  ]\n", in: start..<text.endIndex)
    else { throw ValidationError("\(catalogueFile) has no list of rules") }
    var rules: [(code: String, member: String)] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let source = String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + file)), as: UTF8.self)
      guard let member = source.word(behind: "static let "), let code = source.word(behind: "code: \"") else {
        continue
      }
      rules.append((code, member))
    }
    let before = rules.filter { $0.code < new.code }.max { $0.code < $1.code }
    var lines = text[start..<end.lowerBound].split(separator: "\n").map(String.init)
    let item = ".\(new.member),"
    let at = before.flatMap { before in lines.firstIndex { $0.hasItem(".\(before.member),") } }
    if let before, let at, before.code.first == new.code.first {
      lines.replaceSubrange(at...at, with: lines[at].inserting(item, behind: ".\(before.member),"))
    } else {
      // Each letter begins a line.
      lines.insert("    " + item, at: at.map { $0 + 1 } ?? 0)
    }
    return text[..<start] + lines.joined(separator: "\n") + "\n" + text[end.lowerBound...]
  }

  private func scaffold(_ member: String, _ gate: Gate, _ from: Stage, _ to: Stage) -> String {
    """
    import DealJournal
    import FactReading
    import NoteSyntax

    extension Rule {
      /// What is missing, in one sentence.
      static let \(member) = Rule(
        code: "\(code)", name: "\(name)", gate: .\(gate.rawValue), stages: .\(from.rawValue) ... .\(to.rawValue), weight: 30,
        summary: Text(en: "", zh: ""),
        why: Text(en: "", zh: ""),
        clears: Text(en: "", zh: ""),
        example: Example(
          at: .\(from.rawValue),
          fires: [
            .user
          ],
          silent: [
            .user, .say(en: "", zh: ""),
          ],
          nearMiss: [
            .user, .say(en: "", zh: ""),
          ])
      ) { context in
        // Look at context.chain, context.facts(…), context.signs(…); say nothing when in doubt.
        []
      }
    }

    """
  }
}

extension String {
  /// The letters and digits behind the first occurrence of `words`.
  fileprivate func word(behind words: String) -> String? {
    guard let start = range(of: words)?.upperBound else { return nil }
    let word = self[start...].prefix { $0.isLetter || $0.isNumber }
    return word.isEmpty ? nil : String(word)
  }

  /// Whether a line of the catalogue has a rule.
  fileprivate func hasItem(_ item: String) -> Bool { firstRange(of: item) != nil }

  /// A line of the catalogue with one rule more; two lines where that would be too long.
  fileprivate func inserting(_ item: String, behind other: String) -> [String] {
    guard let end = firstRange(of: other)?.upperBound else { return [self] }
    let whole = self[..<end] + " " + item + self[end...]
    return whole.utf8.count <= 120 ? [String(whole)] : [String(self[..<end]), "    " + item + self[end...]]
  }

  /// The first place of `words`.
  fileprivate func range(of words: String, in part: Range<String.Index>? = nil) -> Range<String.Index>? {
    self[part ?? startIndex..<endIndex].firstRange(of: words)
  }
}
