import FoundationEssentials
import TestSupport
import Testing
import Workspace

@Suite struct WrittenFolderTests {
  let folder = TemporaryFolder()
  var site: WrittenFolder { WrittenFolder(folder.path + "/site") }

  func text(_ name: String) -> String? { try? String(contentsOfFile: folder.path + "/site/" + name, encoding: .utf8) }

  @Test func whatIsWrittenCanBeReplacedAndRemoved() throws {
    #expect(try site.write([("index.html", "1"), ("deals/a.html", "a")]) == 2)
    #expect(try site.write([("index.html", "1"), ("deals/a.html", "a")]) == 0)
    #expect(try site.write([("index.html", "2")]) == 2)
    #expect(text("index.html") == "2")
    #expect(text("deals/a.html") == nil)
  }

  @Test func whatIsForeignStays() throws {
    try folder.write("site/index.html", "mine")
    try folder.write("site/keep.txt", "mine")
    #expect(throws: WrittenFolder.Foreign.self) { try site.write([("a.html", "a"), ("index.html", "1")]) }
    #expect(text("index.html") == "mine")
    #expect(text("a.html") == nil)
    try site.write([("b.html", "b")])
    try site.write([("c.html", "c")])
    #expect(text("keep.txt") == "mine")
    #expect(text("b.html") == nil)
  }

  @Test func whatWasEditedSinceStays() throws {
    try site.write([("index.html", "1"), ("old.html", "old")])
    try folder.write("site/old.html", "edited")
    try site.write([("index.html", "2")])
    #expect(text("old.html") == "edited")
    try folder.write("site/index.html", "edited")
    #expect(throws: WrittenFolder.Foreign.self) { try site.write([("index.html", "3")]) }
  }

  /// A list that somebody else put there does not lead out of the folder.
  @Test func aListLeadsNowhereElse() throws {
    try folder.write("outside.html", "mine")
    try folder.write(
      "site/.rapport-files", "85944171f73967e8-4 ../outside.html\n85944171f73967e8-4 /tmp/outside.html\n")
    try site.write([("index.html", "1")])
    #expect(try String(contentsOfFile: folder.path + "/outside.html", encoding: .utf8) == "mine")
  }
}
