import FoundationEssentials
import Workspace

/// A program that others wait for, as a measure of what they are used to.
struct PeerProgram {
  /// What it does.
  let name: String
  /// Its command line.
  let command: [String]

  /// Those that are installed, at work on the notes of `journal`, or on as many `bytes` of bookkeeping, which is written
  /// into the folder `books`.
  static func installed(on journal: String, bytes: Int, in books: String) throws -> [PeerProgram] {
    try FileManager.default.createDirectory(atPath: books, withIntermediateDirectories: true)
    let (ledger, beancount) = (books + "/books.ledger", books + "/books.beancount")
    try Data(Self.books(bytes).utf8).write(to: URL(filePath: ledger))
    let accounts = ["Assets:Bank", "Expenses:Travel"].map { "2026-01-01 open \($0)\n" }.joined()
    try Data((accounts + Self.books(bytes)).utf8).write(to: URL(filePath: beancount))
    return [
      PeerProgram(
        name: "cmark, to HTML", command: ["sh", "-c", "find '\(journal)' -name '*.md' -print0 | xargs -0 cmark"]),
      PeerProgram(name: "rumdl check --no-cache", command: ["rumdl", "check", "--no-cache", journal]),
      PeerProgram(name: "rumdl check, cached", command: ["rumdl", "check", journal]),
      PeerProgram(name: "typos", command: ["typos", journal]),
      PeerProgram(name: "ripgrep 张总", command: ["rg", "--count", "张总", journal]),
      PeerProgram(name: "ledger, as many bytes", command: ["ledger", "-f", ledger, "balance"]),
      PeerProgram(name: "hledger check", command: ["hledger", "-f", ledger, "check"]),
      PeerProgram(name: "bean-check", command: ["bean-check", "--no-cache", beancount]),
    ].filter { isInstalled($0.command[0] == "sh" ? "cmark" : $0.command[0]) }
  }

  private static func isInstalled(_ name: String) -> Bool {
    (try? ChildProcess.run(["sh", "-c", "command -v \"$0\"", name]))?.status == 0
  }

  /// A year's bookkeeping, again and again.
  private static func books(_ bytes: Int) -> String {
    var text = ""
    var entry = 0
    while text.utf8.count < bytes {
      let (month, day) = (entry / 28 % 12 + 1, entry % 28 + 1)
      text += "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day) * \"Journey \(entry)\"\n"
      text += "  Expenses:Travel   \(entry % 90 + 10).50 EUR\n  Assets:Bank  -\(entry % 90 + 10).50 EUR\n\n"
      entry += 1
    }
    return text
  }
}
