import TestSupport
import Testing

@testable import Workspace

@Suite struct IgnoreRulesTests {
  private func isIgnored(_ path: String, by lines: String..., folder: Bool = false) -> Bool {
    var rules = IgnoreRules()
    rules.add(Array(lines.joined(separator: "\n").utf8), at: [])
    return rules.ignores(Array(path.utf8), isDirectory: folder)
  }

  @Test func aNameWithoutSlashIsMeantAtAnyDepth() {
    #expect(isIgnored("a/b/log.md", by: "log.md"))
    #expect(!isIgnored("a/b/log.md", by: "/log.md"))
    #expect(!isIgnored("a/b/log.md", by: "b/log.md"))
    #expect(isIgnored("客户/旧/张总.md", by: "张*.md"))
  }

  @Test func theLastLineDecides() {
    #expect(!isIgnored("keep.md", by: "*.md", "!keep.md"))
    #expect(isIgnored("keep.md", by: "!keep.md", "*.md"))
  }

  @Test func aTrailingSlashMeansFolders() {
    #expect(!isIgnored("old", by: "old/"))
    #expect(isIgnored("old", by: "old/", folder: true))
  }

  @Test func twoStarsCrossFolders() {
    #expect(isIgnored("a/x/y/b.md", by: "a/**/b.md"))
    #expect(isIgnored("a/b.md", by: "a/**/b.md"))
    #expect(!isIgnored("a/x/b.md", by: "a/*b.md"))
    #expect(isIgnored("a/b/c", by: "a/**"))
  }

  @Test func escapesCommentsAndSpaces() {
    #expect(isIgnored("#1.md", by: "\\#1.md"))
    #expect(!isIgnored("#1.md", by: "#1.md"))
    #expect(isIgnored("!a", by: "\\!a"))
    #expect(isIgnored("a", by: "a   "))
    #expect(isIgnored("a ", by: "a\\ "))
    #expect(isIgnored("a", by: "\u{FEFF}a\r", ""))
  }

  @Test func manyStarsTakeNoTime() {
    let glob = String(repeating: "*a", count: 200) + "b"
    #expect(!isIgnored(String(repeating: "a", count: 20_000), by: glob))
  }

  /// Every tree is judged by git itself: the notes that a search finds are those that git would offer to add.
  @Test(arguments: 0..<40) func judgesAsGitDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = TemporaryFolder()
    _ = try folder.run("git init -q")
    let names = ["a", "b", "ab", "ba", "log", "x y", "客户", "#1", "a*b"]
    func name() -> String { names.randomElement(using: &random) ?? "a" }
    func path() -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in name() + "d" }.map { $0 + "/" }.joined()
    }
    let atoms = [
      "a", "b", "*", "**", "/", "/**/", "**/", "?", "[ab]", "[!a]", "[a-", "[[:alpha:]]", "d", "d/", "log", ".md",
      "\\#", "\\", " ", "客", "#",
    ]
    for _ in 0..<40 { try folder.write(path() + name() + ".md", "x") }
    for depth in 0...3 {
      let place = depth == 0 ? "" : path()
      let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (Bool.random(using: &random) ? "" : ["!", "/", "!/"].randomElement(using: &random) ?? "")
          + (0..<Int.random(in: 1...4, using: &random)).map { _ in atoms.randomElement(using: &random) ?? "" }.joined()
      }
      try folder.write(place + ".gitignore", lines.joined(separator: "\n") + "\n")
    }
    let listed = try folder.run("git ls-files -z --others --exclude-standard").output
    let expected = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasSuffix(".md") }
    let found = try Discovery(of: [folder.path]).notes.map { String($0.path.dropFirst(folder.path.count + 1)) }
    #expect(found.sorted() == expected.sorted())

    // From a folder further down the rules above it hold as well.
    let below = path()
    let part = try? Discovery(of: [folder.path + "/" + below])
    let isNamed = expected.contains { $0.hasPrefix(below) }
    if let part, !below.isEmpty, isNamed {
      #expect(
        part.notes.map { String($0.path.dropFirst(folder.path.count + 1)) }.sorted()
          == expected.filter { $0.hasPrefix(below) }.sorted())
    }
  }
}
