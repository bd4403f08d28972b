import FoundationEssentials
import TestSupport
import Testing

/// A disk that takes no more, in the middle of every file that Rapport writes: it is said, what stood there still does, and
/// nothing half-written stays. The system's limit on the size of files stands for the disk: one byte more is refused.
@Suite struct FullDiskTests {
  private let folder = TemporaryFolder()

  init() throws {
    let long = (1...200).map { "Promised 张总 the plan number \($0) for 2026-11-05.\n" }.joined()
    try folder.write("notes/a.md", "# 2026-11-03 宏泰精密\n张总说预算五十万，月底前上线。\n\(long) #neeed/driver\n")
  }

  private var files: [String: [UInt8]] {
    get throws {
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        if let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) { files[name] = Array(bytes) }
      }
      return files
    }
  }

  /// In blocks of 512 bytes: a file that cannot even begin, and one that ends in its middle. The signal that comes with the
  /// refusal is ignored, as a disk sends none.
  @Test(
    arguments: [
      "annotate notes --write", "check notes --fix", "check notes --output found.txt",
      "export notes --to journal.sqlite",
      "export notes --to tables", "report notes --site site",
    ], [0, 1])
  func itIsSaidAndNothingIsLost(_ command: String, limit: Int) throws {
    try expectNothingLost(command, limit: limit)
  }

  @Test(arguments: [
    "check notes --write-baseline", "dismiss T503 --reason sent notes", "init notes --write", "new 宏泰 notes",
    "editor setup helix --write", "hook install",
  ])
  func norOfSmallFiles(_ command: String) throws {
    _ = try folder.run("git init -q")
    try expectNothingLost(command, limit: 0)
  }

  private func expectNothingLost(_ command: String, limit: Int) throws {
    let before = try files
    let options =
      ["editor", "hook"].contains { command.hasPrefix($0) }
      ? "" : command.hasPrefix("init") ? "--lang en" : "--lang en --as-of 2026-11-20"
    let outcome = try folder.run(
      "trap '' XFSZ; ulimit -f \(limit); LLVM_PROFILE_FILE=/dev/null RAPPORT_CACHE_DIR= rapport \(command) \(options) > /dev/null"
    )
    let errors = String(decoding: outcome.errors, as: UTF8.self)
    #expect(outcome.status == 2, "\(errors)")
    #expect(errors.contains("cannot be written") || errors.contains("full"), "\(errors)")
    let after = try files
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    for name in after.keys where name.contains("rapport-draft") { Issue.record("\(name) stays") }
  }

  /// Where the signal is not ignored it ends the program, as any other does.
  @Test func aSignalLosesNothingEither() throws {
    let before = try files
    let outcome = try folder.run(
      "ulimit -f 1; LLVM_PROFILE_FILE=/dev/null RAPPORT_CACHE_DIR= rapport annotate notes --write --as-of 2026-11-20 > /dev/null"
    )
    #expect(outcome.status != 0)
    #expect(try files.filter { !$0.key.contains("rapport-draft") } == before)
  }

  /// What is kept can be done without.
  @Test func aCacheThatDoesNotFitChangesNothing() throws {
    func ask(_ surroundings: String) throws -> String {
      String(
        decoding: try folder.run(
          "\(surroundings) LLVM_PROFILE_FILE=/dev/null RAPPORT_CACHE_DIR=\"$PWD/cache\" rapport check '\(Checkout.path)/examples/journal' --as-of 2026-11-20"
        ).output, as: UTF8.self)
    }
    let full = try ask("trap '' XFSZ; ulimit -f 1;")
    #expect(!full.isEmpty)
    #expect(try ask("") == full)
    #expect(try files.keys.filter { $0.contains("draft") } == [])
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: [
      "check notes", "report notes", "check notes --output /dev/full",
      "facts notes --format json",
      "report notes --format html", "explain P301", "rules", "query @late-promises notes",
    ])
  func whatCannotBeShownIsSaid(_ command: String) throws {
    let day = command.hasPrefix("explain") || command == "rules" ? "" : "--as-of 2026-11-20"
    let outcome = try folder.run("RAPPORT_CACHE_DIR= rapport \(command) \(day) --lang en > /dev/full")
    #expect(outcome.status == 2)
    #expect(String(decoding: outcome.errors, as: UTF8.self).contains("No space left on device"))
  }

  /// A reader that has seen enough is no fault.
  @Test(arguments: ["check notes", "report notes", "facts notes --format json", "rules"])
  func aClosedPipeIsQuiet(_ command: String) throws {
    let day = command == "rules" ? "" : "--as-of 2026-11-20"
    let outcome = try folder.run(
      "{ RAPPORT_CACHE_DIR= rapport \(command) \(day); echo $? > status; } | true; cat status")
    #expect(outcome.errors.split(separator: 0x0A).filter { !$0.starts(with: "rapport: 1 note read".utf8) }.isEmpty)
    let status = String(decoding: outcome.output, as: UTF8.self)
    #expect(["0\n", "1\n", "141\n"].contains(status), "\(status)")
  }
}
