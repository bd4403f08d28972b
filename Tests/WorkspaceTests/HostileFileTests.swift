import FoundationEssentials
import TestSupport
import Testing

@testable import Workspace

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands in a folder and is no file to be read, and files that are others by the time that they are read.
@Suite struct HostileFileTests {
  private let folder = TemporaryFolder()

  private func found(in part: String = "") throws -> Discovery { try Discovery(of: [folder.path + part]) }

  private func names(_ discovery: Discovery) -> [String] {
    discovery.notes.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  private func refused(_ discovery: Discovery) -> [String] {
    discovery.unreadable.map { "\($0.path.dropFirst(folder.path.count + 1)): \($0.cause)" }
  }

  /// Whether nothing comes of reading a note but this.
  private func expect(_ cause: UnreadablePath.Cause, of note: NoteInput) {
    #expect { try NoteLoader.load(note) } throws: { ($0 as? UnreadablePath)?.cause == cause }
  }

  @Test func pipesAndSocketsThatAreCalledNotesAreTold() throws {
    try folder.write("a.md", "x")
    _ = try folder.run("mkfifo pipe.md pipe")
    try listen(at: "socket.md")
    let discovery = try found()
    #expect(names(discovery) == ["a.md"])
    #expect(refused(discovery) == ["pipe.md: notAFile", "socket.md: notAFile"])
    #expect(discovery.passedOver.otherFiles == 1)
  }

  private func listen(at name: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array((folder.path + "/" + name).utf8)
    try #require(path.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    #if canImport(Glibc)
      let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    defer { close(socket) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
    }
    try #require(status == 0)
  }

  @Test func devicesAreNotRead() throws {
    for device in ["/dev/zero", "/dev/full", "/dev/tty"] {
      guard (try? FileSystem.status(Array(device.utf8))) != nil else { continue }
      for note in try Discovery(of: [device]).notes {
        #expect(throws: UnreadablePath.self) { try NoteLoader.load(note) }
      }
    }
    _ = try folder.run("ln -s /dev/zero zero.md && ln -s /dev/zero dev")
    let discovery = try found()
    #expect(discovery.notes.isEmpty)
    #expect(refused(discovery) == [#"zero.md: linkToOther("/dev/zero")"#])
  }

  @Test func loopsOfLinksAreTold() throws {
    _ = try folder.run(
      "ln -s b.md a.md; ln -s a.md b.md; ln -s self self; mkdir -p c/d; ln -s ../.. c/d/up; echo x > c/x.md")
    let discovery = try found()
    #expect(names(discovery) == ["c/x.md"])
    #expect(discovery.unreadable.map { String($0.path.dropFirst(folder.path.count + 1)) } == ["a.md", "b.md", "self"])
  }

  @Test func whatIsGoneByThenIsTold() throws {
    for name in ["gone.md", "pipe.md", "folder.md", "other.md"] { try folder.write(name, "Met Dana Reed.") }
    let notes = try found().notes
    _ = try folder.run("rm gone.md pipe.md folder.md && mkfifo pipe.md && mkdir folder.md")
    let loaded = notes.map { note in
      do throws(UnreadablePath) { return try String(decoding: NoteLoader.load(note).bytes, as: UTF8.self) } catch {
        return "\(error.cause)"
      }
    }
    #expect(
      loaded == ["notAFile", #"refused("No such file or directory")"#, "Met Dana Reed.", "notAFile"])
  }

  /// A file that is longer or shorter than it was when it was opened.
  @Test(arguments: [0, 1, 4095, 4096, 4097, 65_536, 200_000], [0, 1, 4096, 70_000, 300_000])
  func whatGrowsOrShrinksIsReadToItsEnd(size: Int, expected: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    let path = try folder.write("a.md", bytes)
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    #expect(try FileSystem.contents(descriptor: descriptor, expecting: expected) == bytes)
  }

  @Test func pathsLongerThanTheSystemTakesAreTold() throws {
    // A folder too deep to be named from here: its own maker has to enter it step by step.
    _ = try folder.run(
      "echo x > top.md; n=$(printf 'n%.0s' $(seq 200)); for i in $(seq 30); do mkdir $n && cd $n || exit; done; echo x > deep.md"
    )
    defer { _ = try? folder.run("rm -rf n*") }
    let discovery = try found()
    #expect(names(discovery) == ["top.md"])
    #expect(discovery.unreadable.map(\.cause) == [.refused(String(cString: strerror(ENAMETOOLONG)))])
    let long = String(repeating: "a", count: 5000) + ".md"
    for path in [long, folder.path + "/" + long, String(repeating: "a/", count: 3000)] {
      #expect(refused(try Discovery(of: [path])).count == 1)
      #expect(throws: AtomicFile.Failure.self) { try AtomicFile.write([1], to: path) }
    }
  }

  @Test func namesThatDifferInCaseOrComposition() throws {
    let names = ["Caf\u{E9}.md", "Cafe\u{301}.md", "caf\u{E9}.md", "CAF\u{C9}.md"]
    for name in names { _ = try folder.write(name, "Met \(name).") }
    // Some file systems hold several of them for one.
    let there = try FileSystem.list(Array(folder.path.utf8)).count
    #expect(try found().notes.count == there)
    for name in names {
      let note = try #require(try found(in: "/" + name).notes.first)
      #expect(Array(note.path.utf8.suffix(name.utf8.count)) == Array(name.utf8))
      if there == names.count { #expect(try NoteLoader.load(note).bytes == Array("Met \(name).".utf8)) }
    }
    if there < names.count { print("this file system folds names; \(there) of \(names.count) are files of their own") }
  }

  /// As another user, for the superuser may do everything.
  private func asNobody(_ command: String) throws -> ChildProcess.Outcome {
    try folder.run(geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups sh -c '\(command)'" : command)
  }

  private static let hasOthers =
    geteuid() != 0
    || (try? Shell.run("setpriv --reuid=65534 --regid=65534 --clear-groups rapport --version", in: "/"))?.status == 0

  @Test(.enabled(if: hasOthers, "there is no user but the superuser, who may do everything"))
  func whatMayNotBeReadIsTold() throws {
    _ = try folder.run(
      "mkdir closed && echo x > closed/a.md; echo x > b.md; echo 'Met Dana.' > c.md; chmod 000 closed b.md; chmod 755 ."
    )
    let outcome = try asNobody("RAPPORT_CACHE_DIR= rapport check . --format concise --as-of 2026-11-20 --lang en")
    let text = String(decoding: outcome.output, as: UTF8.self)
    for name in ["closed", "b.md"] { #expect(text.contains("\(name):1:1: error: J001")) }
    #expect(String(decoding: outcome.errors, as: UTF8.self).contains("1 note read, 2 unreadable"))
    #expect(outcome.status == 1)
  }

  @Test(
    .enabled(if: hasOthers, "there is no user but the superuser, who may do everything"),
    arguments: [
      "annotate notes --write", "check notes --write-baseline", "dismiss M801 --reason x notes", "init notes --write",
      "new Acme notes", "export notes --to notes/a.sqlite", "export notes --to notes/tables",
      "report notes --site notes/site",
      "check notes --output notes/found",
    ])
  func whereNothingMayBeWrittenItIsSaid(_ command: String) throws {
    try folder.write("notes/2026-11-03 acme.md", "# Acme Mills\n\nMet Dana Reed, the buyer. She needs fewer stops.\n")
    _ = try folder.run("chmod -R a-w notes; chmod 755 .")
    let outcome = try asNobody(
      "RAPPORT_CACHE_DIR= rapport \(command) --as-of 2026-11-20 --lang en".replacing(
        command.hasPrefix("init") ? " --as-of 2026-11-20" : "", with: ""))
    let errors = String(decoding: outcome.errors, as: UTF8.self)
    #expect(outcome.status == 2, "\(errors)")
    #expect(errors.contains("notes") && errors.hasPrefix("rapport: "), "\(errors)")
    #expect(try folder.run("find notes | wc -l").output == Array("2\n".utf8))
  }
}
