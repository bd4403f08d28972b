import FoundationEssentials
import TestSupport
import Testing

@testable import Workspace

@Suite struct DiscoveryTests {
  private let folder = TemporaryFolder()

  private func found(_ paths: String...) throws -> [String] {
    try Discovery(of: paths.map { folder.path + ($0.isEmpty ? "" : "/" + $0) }).notes.map {
      String($0.path.dropFirst(folder.path.count + 1))
    }
  }

  @Test func findsNotesByTheirEndingInTheOrderOfBytes() throws {
    for name in ["b.md", "a/z.MARKDOWN", "a/é.txt", "客户/张总.Md", "a.pdf", "md", "x.mdx", "a/.md", ".trash/old.md"] {
      try folder.write(name, "x")
    }
    #expect(try found("") == ["a/z.MARKDOWN", "a/é.txt", "b.md", "客户/张总.Md"])
  }

  @Test func entersAndShowsEachFileOnce() throws {
    try folder.write("real/note.md", "x")
    for (link, target) in [("a-link", "real"), ("real/up", ".."), ("real/again.md", "note.md")] {
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    #expect(try found("") == ["real/note.md"])
    #expect(try found("real/note.md", "", "real") == ["real/note.md"])
    // The link's own name counts when it is what was asked for.
    #expect(try found("a-link") == ["a-link/note.md"])
  }

  @Test func linksOutOfTheFolderAreFollowed() throws {
    let other = TemporaryFolder()
    try other.write("elsewhere.md", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/team", withDestinationPath: other.path)
    #expect(try found("") == ["team/elsewhere.md"])
  }

  @Test func linksToWhatIsNotCalledANoteAreTold() throws {
    let other = TemporaryFolder()
    try other.write("id_ed25519", "secret")
    try other.write("there.txt", "x")
    for (link, target) in [("key.md", "id_ed25519"), ("here.md", "there.txt")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: other.path + "/" + target)
    }
    let discovery = try Discovery(of: [folder.path])
    #expect(discovery.notes.map(\.path) == [folder.path + "/here.md"])
    #expect(discovery.unreadable.map(\.path) == [folder.path + "/key.md"])
    #expect(discovery.unreadable.first?.detail.contains("not called like a note") == true)
  }

  @Test func namedPathsAreReadWhateverTheRulesSay() throws {
    _ = try folder.run("git init -q")
    try folder.write(".gitignore", "private/\n*.txt\n")
    try folder.write("private/a.md", "x")
    try folder.write("private/b.txt", "x")
    try folder.write("private/.gitignore", "c.md")
    try folder.write("private/c.md", "x")
    try folder.write("open/d.txt", "x")
    try folder.write("open/e.md", "x")
    #expect(try found("") == ["open/e.md"])
    #expect(try found("private") == ["private/a.md", "private/b.txt"])
    #expect(try found("open") == ["open/e.md"])
    #expect(try found("open/d.txt") == ["open/d.txt"])
    let passedOver = try Discovery(of: [folder.path]).passedOver
    #expect(passedOver.ignored == 2)
  }

  @Test func pathsAreShownAsTheUserKnowsThem() {
    #expect(
      ["./notes/", ".", "./", "notes", "../a//", "/", ".//x", ".hidden"].map(Discovery.shown) == [
        "notes", "", "", "notes", "../a", "/", "x", ".hidden",
      ])
  }

  @Test func aNameNeedNotBeUTF8() throws {
    _ = try folder.run("printf 'Met Dana.' > \"$(printf 'caf\\351.md')\"")
    let notes = try Discovery(of: [folder.path]).notes
    #expect(notes.count == 1)
    #expect(try notes.map { try NoteLoader.load($0).bytes } == [Array("Met Dana.".utf8)])
  }

  @Test func deepFoldersCostNoStack() throws {
    _ = try folder.run("d=$(printf 'd/%.0s' $(seq 1 1000)); mkdir -p \"$d\" && echo x > \"$d/deep.md\"")
    #expect(try found("").count == 1)
  }
}
