import Testing

@testable import Workspace

@Suite struct PagerTests {
  @Test(arguments: [
    ("less", ["less"]), ("less -FRX", ["less", "-FRX"]), ("  'my pager' \"a b\" c\\ d ", ["my pager", "a b", "c d"]),
    ("less; rm -rf x", ["less;", "rm", "-rf", "x"]), ("a '' b", ["a", "", "b"]), ("", []), ("cat", []), ("''", []),
    ("'open", ["open"]),
  ])
  func wordsAreToldApartWithoutAShell(command: String, words: [String]) {
    #expect(Pager(command: command).arguments == words)
  }
}
