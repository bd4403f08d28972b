import FoundationEssentials
import TestSupport
import Testing

/// A program that is killed while it writes, at each call of each kind with which it could have changed something: what
/// it was to change is as it was or as it was to be, and whoever writes next leaves nothing behind.
@Suite struct KillTests {
  private static let canTrace =
    (try? Shell.run("strace -qq -o /dev/null true", in: "/")).map { $0.status == 0 } ?? false

  private static let note = "# 2026-11-03 宏泰精密\n张总说预算五十万，月底前上线。\n"

  /// A command that writes, and the files that it writes, by path; the rest of the folder is never touched.
  private static let commands: [(command: String, files: [String])] = [
    ("rapport annotate notes --write --as-of 2026-11-20", ["notes/a.md"]),
    (
      "rapport check notes --write-baseline --as-of 2026-11-20 > /dev/null",
      ["notes/rapport-baseline.tsv", "rapport-baseline.tsv"]
    ),
  ]

  private func contents(of folder: TemporaryFolder) throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      if let text = try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8) { contents[name] = text }
    }
    return contents
  }

  @Test(.enabled(if: canTrace, "strace is not installed, or may not trace"), arguments: commands.indices)
  func atAnyCall(of index: Int) throws {
    let (command, files) = Self.commands[index]
    func fresh() throws -> TemporaryFolder {
      let folder = TemporaryFolder()
      try folder.write("notes/a.md", Self.note)
      return folder
    }
    let whole = try fresh()
    let before = try contents(of: whole)
    #expect(try Shell.run(command, in: whole.path).status == 0)
    let after = try contents(of: whole)
    #expect(after != before)
    var kills = 0
    for call in ["flock", "write", "fchmod", "fsync", "rename"] {
      for time in 1...100 {
        let folder = try fresh()
        let trace = "strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(time)"
        let status = try Shell.run("\(trace) \(command)", in: folder.path).status
        let left = try contents(of: folder)
        for (name, text) in left where !name.contains(".rapport-") {
          if text != before[name], !(files.contains(name) && text == after[name]) {
            Issue.record("killed at \(call) \(time): \(name) is \(text.debugDescription)")
          }
        }
        for name in before.keys where left[name] == nil { Issue.record("killed at \(call) \(time): \(name) is gone") }
        if status == 0 { break }
        kills += 1
        _ = try Shell.run(command, in: folder.path)
        #expect(try contents(of: folder) == after, "run again after being killed at \(call) \(time)")
      }
    }
    #expect(kills > 5)
  }
}
