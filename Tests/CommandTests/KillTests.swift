import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// A program that is killed while it writes, at each call of each kind with which it could have changed something: what
/// it was to change is as it was or as it was to be, and whoever writes next leaves nothing behind.
@Suite struct KillTests {
  private static let canTrace =
    (try? Shell.run("strace -qq -o /dev/null true", in: "/")).map { $0.status == 0 } ?? false

  private static let note = """
    # 2026-11-03 宏泰精密
    张总说预算五十万，月底前上线。
    Promised 张总 the plan for 2026-11-05. #neeed/driver

    """

  /// A command that writes.
  struct Writing: CustomTestStringConvertible, Sendable {
    let command: String
    /// What goes before it, and is not killed.
    var preparation = "true"
    /// The files that it writes, by path, or the folder; the rest is never touched.
    let files: [String]
    /// Whether it leaves a file alone that is there, and with it a draft that was killed after it had taken its place.
    var isOnce = false
    /// The calls with which it could change something.
    var calls = ["flock", "write", "fchmod", "fsync", "rename"]
    var testDescription: String { command }
  }

  /// Every command that writes.
  private static let commands: [Writing] = [
    Writing(command: "rapport annotate notes --write --as-of 2026-11-20", files: ["notes/a.md"]),
    Writing(command: "rapport check notes --fix --as-of 2026-11-20 > /dev/null", files: ["notes/a.md"]),
    Writing(
      command: "rapport check notes --write-baseline --as-of 2026-11-20 > /dev/null",
      files: ["notes/rapport-baseline.tsv", "rapport-baseline.tsv"]),
    Writing(
      command: "rapport check notes --format json --output found.json --as-of 2026-11-20", files: ["found.json"]),
    Writing(
      command: "rapport dismiss T503 --reason 'sent by hand' notes --as-of 2026-11-20",
      files: ["notes/rapport-dismissed.yml", "rapport-dismissed.yml"]),
    Writing(
      command: "rapport init notes --write", files: ["notes/rapport.yml"], isOnce: true,
      calls: ["flock", "write", "fchmod", "fsync", "link", "unlink"]),
    Writing(
      command: "rapport new 宏泰 notes --as-of 2026-11-20", files: ["notes/2026-11-20 宏泰精密.md"],
      calls: ["flock", "write", "fchmod", "fsync", "link", "unlink"]),
    Writing(
      command: "rapport hook install", preparation: "git init -q -b main .", files: [".git/hooks/pre-commit"],
      calls: ["mkdir", "flock", "write", "fchmod", "fsync", "rename", "chmod"]),
    Writing(
      command: "rapport hook uninstall",
      preparation:
        "git init -q -b main . && printf '#!/bin/sh\\ntrue\\n' > .git/hooks/pre-commit && rapport hook install",
      files: [".git/hooks/pre-commit"]),
    Writing(
      command: "HOME=$PWD rapport editor setup helix --write", files: [".config/helix/languages.toml"],
      calls: ["mkdir", "flock", "write", "fchmod", "fsync", "rename"]),
    Writing(
      command: "rapport export notes --to journal.sqlite --as-of 2026-11-20", files: ["journal.sqlite"],
      calls: ["flock", "write", "pwrite64", "fchmod", "fsync", "fdatasync", "rename", "unlink"]),
    Writing(
      command: "rapport export notes --to tables --as-of 2026-11-20", files: ["tables/"],
      calls: ["mkdir", "flock", "write", "fchmod", "fsync", "rename"]),
    Writing(
      command: "rapport report notes --site site --as-of 2026-11-20", files: ["site/"],
      calls: ["mkdir", "flock", "write", "fchmod", "fsync", "rename"]),
  ]

  private func contents(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      if let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) { contents[name] = Array(bytes) }
    }
    return contents
  }

  @Test(.enabled(if: canTrace, "strace is not installed, or may not trace"), arguments: commands.indices)
  func atAnyCall(of index: Int) throws {
    let writing = Self.commands[index]
    let whole = try fresh(writing)
    let before = try contents(of: whole)
    let usual = try run(writing.command, in: whole).status
    #expect(usual < 2)
    let after = try contents(of: whole)
    #expect(after != before)
    var kills = 0
    for call in writing.calls {
      var time = 1
      while time < 200 {
        let moment = "killed at \(call) \(time)"
        let folder = try fresh(writing)
        let trace = "strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):signal=\(signal(time)):when=\(time)"
        let status = try run(
          writing.command.replacing("rapport ", with: trace + " rapport ", maxReplacements: 1), in: folder
        )
        .status
        let left = try contents(of: folder)
        for (name, text) in left where !name.contains(".rapport-") {
          let isOurs = writing.files.contains { name == $0 || $0.hasSuffix("/") && name.hasPrefix($0) }
          if text != before[name], !(isOurs && text == after[name]) {
            Issue.record("\(moment): \(name) is \(String(decoding: text.prefix(500), as: UTF8.self).debugDescription)")
          }
        }
        for name in before.keys where left[name] == nil { Issue.record("\(moment): \(name) is gone") }
        if status == usual { break }
        kills += 1
        _ = try run(writing.command, in: folder)
        let again = try contents(of: folder).filter { !writing.isOnce || !$0.key.hasSuffix(".rapport-draft") }
        #expect(again == after, "run again after being \(moment)")
        // Of what writes many files the first ones tell most.
        time += max(1, time / 2)
      }
    }
    #expect(kills > 5)
  }

  private func fresh(_ writing: Writing) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write("notes/a.md", Self.note)
    #expect(try run(writing.preparation, in: folder).status == 0)
    return folder
  }

  /// Without a cache, and without what a measured build would write at its end.
  private func run(_ command: String, in folder: TemporaryFolder) throws -> ChildProcess.Outcome {
    try Shell.run("export RAPPORT_CACHE_DIR= LLVM_PROFILE_FILE=/dev/null; \(command)", in: folder.path)
  }

  /// Whoever is asked to end ends as if killed, for nothing is left to be put in order.
  private func signal(_ time: Int) -> String { ["KILL", "TERM", "INT", "HUP"][time % 4] }
}
