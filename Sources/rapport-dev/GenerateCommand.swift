import ArgumentParser
import DealHealth
import FactReading
import FoundationEssentials
import HealthReports
import Workspace

/// Writes the documents that are made from code, or says that they are out of date.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the generated documents.",
    discussion: "Run it in the top folder of the repository.")

  @Flag(help: "Write nothing; fail when a document is not as it would be written.")
  var check = false

  /// A document and how to make it.
  private struct Document {
    let path: String
    let text: String
  }

  func run() throws {
    let stale = Self.documents().filter { document in
      let now = try? Data(contentsOf: URL(filePath: document.path))
      return now.map { String(decoding: $0, as: UTF8.self) } != document.text
    }
    if check {
      for document in stale {
        try StandardStream.error.write("\(document.path) is out of date; run: swift run rapport-dev generate\n")
      }
      if !stale.isEmpty { throw ExitCode(1) }
    } else {
      for document in stale {
        try Data(document.text.utf8).write(to: URL(filePath: document.path))
        try StandardStream.error.write("wrote \(document.path)\n")
      }
    }
  }

  private static func documents() -> [Document] {
    [
      Document(path: "docs/findings.md", text: findings(.en)),
      Document(path: "docs/findings.zh.md", text: findings(.zh)),
    ]
  }

  private static func findings(_ language: Language) -> String {
    let title = language == .zh ? "# Rapport 会指出什么" : "# What Rapport finds"
    let intro =
      language == .zh
      ? "由 `rapport-dev generate` 从规则本身生成，请勿手改。终端里看同样的内容：`rapport explain 编号`。"
      : "Made from the rules themselves by `rapport-dev generate`; not to be edited. The same in the terminal: `rapport explain CODE`."
    return ([title, intro] + Rule.all.map { Explanation(of: $0, language: language).markdown(level: 2) })
      .map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n") + "\n"
  }
}
