#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import FoundationEssentials
import TestSupport
import Testing

@testable import Workspace

@Suite struct AtomicFileTests {
  let folder = TemporaryFolder()

  func path(_ name: String) -> String { folder.path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { try FileSystem.contents(Array(path(name).utf8)) }

  func names() throws -> [String] {
    try FileSystem.list(Array(folder.path.utf8)).map { String(decoding: $0.name, as: UTF8.self) }
  }

  @Test func makesAFileAndReplacesIt() throws {
    try AtomicFile.write([1, 2], to: path("a b.md"))
    #expect(try bytes("a b.md") == [1, 2])
    try AtomicFile.write([], to: path("a b.md"), replacing: [1, 2])
    #expect(try bytes("a b.md").isEmpty)
    #expect(try names() == ["a b.md"])
  }

  @Test func keepsPermissions() throws {
    try AtomicFile.write([1], to: path("a"))
    _ = try folder.run("chmod 640 a")
    try AtomicFile.write([2], to: path("a"))
    #expect(String(decoding: try folder.run("stat -c %a a").output, as: UTF8.self) == "640\n")
  }

  @Test func followsALink() throws {
    try AtomicFile.write([1], to: path("real"))
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "real")
    try AtomicFile.write([2], to: path("link"))
    #expect(try bytes("real") == [2])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "real")
  }

  @Test func losesNobodysChange() throws {
    try AtomicFile.write([9], to: path("a"))
    #expect {
      try AtomicFile.write([2], to: path("a"), replacing: [1])
    } throws: {
      ($0 as? AtomicFile.Failure)?.detail.en.contains("changed while") == true
    }
    #expect(try bytes("a") == [9])
    #expect(try names() == ["a"])
  }

  @Test func aDraftThatWasLeftBehindIsTakenOver() throws {
    try AtomicFile.write([1], to: path("a"))
    try folder.write(".a.rapport-draft", "half of what was to")
    try AtomicFile.write([2], to: path("a"))
    #expect(try bytes("a") == [2])
    #expect(try names() == ["a"])
  }

  @Test func aDraftThatIsAnotherFileTooIsNotEmptied() throws {
    try folder.write("b", "another's")
    _ = try folder.run("ln b .a.rapport-draft")
    try AtomicFile.write([2], to: path("a"))
    #expect(try bytes("a") == [2])
    #expect(try bytes("b") == Array("another's".utf8))
    #expect(try names() == ["a", "b"])
    _ = try folder.run("ln -s b .a.rapport-draft")
    try AtomicFile.write([3], to: path("a"))
    #expect(try bytes("b") == Array("another's".utf8))
  }

  @Test func aDraftThatSomebodyWorksOnIsLeftAlone() throws {
    let own = Array(path(".a.rapport-draft").utf8)
    let held = try #require(FileSystem.takeDraft(at: own))
    defer { close(held) }
    #expect(FileSystem.takeDraft(at: own) == nil)
    try AtomicFile.write([2], to: path("a"))
    #expect(try bytes("a") == [2])
    #expect(try names() == [".a.rapport-draft", "a"])
  }

  @Test func aFolderThatIsNotThereAndOneInTheWay() throws {
    #expect(throws: AtomicFile.Failure.self) { try AtomicFile.write([1], to: path("none/a")) }
    #expect {
      try AtomicFile.write([1], to: folder.path)
    } throws: {
      ($0 as? AtomicFile.Failure)?.detail.en == "is a folder; name a file"
    }
    #expect(try names().isEmpty)
  }
}
