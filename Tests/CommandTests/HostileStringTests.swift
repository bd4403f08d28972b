import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// Strings that somebody puts into a note in order to reach whoever reads a report of it: in each place where a note gives a
/// name or a sentence, through every command and format.
/// A patch (`annotate`, `check --diff`) is left out: it has to hold a note's bytes as they are.
@Suite struct HostileStringTests {
  /// What steers a terminal or reorders a line.
  private static let active = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;http://evil.example\u{7}link\u{1B}]8;;\u{7}", "\u{9B}31mred",
    "bell\u{7}\u{8}\u{8}\u{8}", "gnp.\u{202E}exe", "iso\u{2066}late\u{2069}", "tag\u{E0041}\u{E0042}",
    "line\u{2028}break",
  ]

  /// What is dangerous in a format of its own only.
  private static let scripts = [
    "<script>alert(1)</script>", "</style><script>alert(2)</script>", "</script><img src=x onerror=alert(3)>",
    "<svg onload=alert(4)>", "]]><evil/>", "--><evil/>", "\" onmouseover=\"alert(5)",
    "[click](javascript:alert(6))", "::error file=a.md::owned", "%0A::error::owned", "=HYPERLINK(\"http://e\")",
    "+1+cmd|' /C calc'!A0", "@SUM(1)", "'; DROP TABLE deals; --", "${jndi:ldap://e}", "{{constructor}}", "<!channel>",
    "<at id=all></at>", "@all", "\\u003cscript\\u003e",
  ]

  private let folder = TemporaryFolder()

  init() throws {
    for (index, words) in (Self.active + Self.scripts).enumerated() {
      let day = "2026-11-\(index % 19 + 1 < 10 ? "0" : "")\(index % 19 + 1)"
      try folder.write(
        "notes/\(index).md",
        """
        ---
        deal: Corvane \(index) \(words.replacing("\"", with: "'"))
        ---
        # \(day) Corvane \(index) \(words)
        - Attendees: Dana Reed \(words), Tom \(words)
        Dana Reed said \(words) is too expensive. 张总要 \(words)，下周三给方案 \(words)。
        - [ ] Send \(words) to Dana Reed by Friday
        #need/driver(Dana \(words)) they need \(words)
        """)
    }
  }

  private static let lists = ["table", "json", "jsonl", "csv", "tsv", "markdown"]
  private static let pages = ["terminal", "markdown", "html", "json", "wecom", "feishu", "dingtalk", "slack", "email"]
  private static let commands: [String] =
    ["full", "concise", "brief", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"].map {
      "check notes --format \($0)"
    }
    + ["check notes --statistics"]
    + pages.flatMap {
      ["report notes --format \($0)", "weekly notes --since 2026-11-01 --until 2026-11-20 --format \($0)"]
    }
    + lists.flatMap { ["deals notes --format \($0)", "people notes --format \($0)", "next notes --format \($0)"] }
    + ["next notes --ics", "facts notes --format text", "facts notes --format json"]
    + ["terminal", "markdown", "json"].map { "show Corvane notes --format \($0)" }
    + lists.map { "query 'SELECT * FROM facts' notes --format \($0)" }

  @Test(arguments: commands) func everythingThatIsSaidIsInert(_ command: String) throws {
    for language in ["en", "zh"] {
      let outcome = try Shell.run("rapport \(command) --as-of 2026-11-20 --lang \(language)", in: folder.path)
      guard outcome.status < 2 else {
        Issue.record("\(command): \(String(decoding: outcome.errors, as: UTF8.self))")
        continue
      }
      let text = String(decoding: outcome.output, as: UTF8.self)
      #expect(text.unicodeScalars.count > 60, "\(command) says something")
      let active = ActiveText.scalars(in: text, allowing: ["\n", "\r", "\t"])
      #expect(active.isEmpty, "\(command)")
      for fault in Self.faults(of: text, in: command) { Issue.record("\(command) (\(language)): \(fault)") }
    }
  }

  /// What would be alive in the program that reads such a format.
  private static func faults(of text: String, in command: String) -> [String] {
    let words = command.split(separator: " ")
    guard let at = words.firstIndex(of: "--format") else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch words[at + 1] {
    case "json", "sarif", "rdjson":
      return isJSON(text) ? [] : ["no JSON"]
    case "jsonl":
      return lines.filter { !$0.isEmpty && !isJSON($0) }.map { "no JSON: \($0)" }
    case "html", "junit":
      return ["<script>alert", "<svg onload", "<img src=x", "<evil", "\" onmouseover", "href=\"javascript:"].filter(
        text.contains)
    case "csv", "tsv":
      // Behind a separator or at the head of a line, perhaps in quotation marks.
      let separator: Character = words[at + 1] == "csv" ? "," : "\t"
      return lines.flatMap { $0.split(separator: separator) }
        .filter { cell in ["=", "+", "@", "\"=", "\"+", "\"@"].contains { cell.hasPrefix($0) } }.map { "formula \($0)" }
    case "github":
      return lines.filter { !$0.isEmpty && !$0.hasPrefix("::") }.map { "line \($0)" }
    case "slack": return ["<!channel>", "<script>"].filter(text.contains)
    case "feishu": return ["<at id=all>"].filter(text.contains)
    case "markdown", "wecom", "dingtalk":
      // Behind a backslash they are text.
      return ["<script>", "<svg onload", "<img src=x", "](javascript:"]
        .filter { text.replacing("\\" + $0, with: "").contains($0) }
    default: return []
    }
  }

  private static func isJSON(_ text: some StringProtocol) -> Bool {
    (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) != nil
  }
}
