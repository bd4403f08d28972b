import DealJournal
import NoteSyntax
import SourceText
import Testing

@testable import HealthReports

@Suite struct EvidenceLinksTests {
  let place = place("notes/张 总#1.md")

  private static func place(_ path: String) -> HealthReport.Place {
    HealthReport.Place(
      Evidence(path: path, span: Span(0, 1), line: 7, column: 1, quote: "words"),
      in: SharedFolder(
        of: Journal(asOf: Day(number: 0), people: [], deals: [], facts: [], entries: [], unchecked: [], language: .en)))
  }

  /// A note in a vault counts from it; an absolute path is told as one where that opens anything.
  @Test(arguments: [
    ("obsidian://open?vault=我的库", "/home/me/我的库/a.md", "obsidian://open?vault=我的库&file=a.md"),
    ("obsidian://open?vault=N", "N/b/a.md", "obsidian://open?vault=N&file=b/a.md"),
    ("obsidian://open?vault=N", "/elsewhere/a.md", "obsidian://open?path=/elsewhere/a.md"),
    ("vscode://file/home/me/", "/srv/a.md", "vscode://file/srv/a.md:7"),
    ("file:///home/me", "/srv/a.md", "file:///srv/a.md#L7"),
    ("../..", "/srv/a.md", "/srv/a.md#L7"), ("https://forge/n", "/srv/a.md", "https://forge/n/srv/a.md#L7"),
  ]) func absoluteAndInAVault(base: String, path: String, url: String) {
    #expect(EvidenceLinks(base: base)?.url(of: Self.place(path)) == url)
  }

  @Test(arguments: [
    ("https://forge.example/n/blob/main/", "https://forge.example/n/blob/main/notes/%E5%BC%A0%20%E6%80%BB%231.md#L7"),
    ("vscode://file/home/me", "vscode://file/home/me/notes/%E5%BC%A0%20%E6%80%BB%231.md:7"),
    ("obsidian://open?vault=N", "obsidian://open?vault=N&file=notes/%E5%BC%A0%20%E6%80%BB%231.md"),
    ("../..", "../../notes/%E5%BC%A0%20%E6%80%BB%231.md#L7"),
  ]) func whatOpensAPlace(base: String, url: String) {
    #expect(EvidenceLinks(base: base)?.url(of: place) == url)
  }

  @Test(arguments: ["javascript:alert(1)//", "JavaScript:x", "data:text/html,", "java\tscript:x", "vbscript:x", "x y"])
  func whatCouldRunSomething(base: String) {
    #expect(EvidenceLinks(base: base) == nil)
  }

  @Test func withoutABase() {
    #expect(EvidenceLinks.none.url(of: place) == nil)
    #expect(EvidenceLinks.none.markdown(place) == "notes/张 总#1.md:7")
  }

}
