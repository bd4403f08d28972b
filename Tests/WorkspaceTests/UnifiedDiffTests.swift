import SourceText
import TestSupport
import Testing

/// Patches that `git apply` and `patch` take, whatever the file is called and however its lines end.
@Suite struct UnifiedDiffTests {
  static let names = ["a.md", "a b.md", "客户 1/拜访.md", "quote\"d.md", "back\\slash.md", "-dash.md", "it's.md"]
  static let texts: [(String, String)] = [
    ("one\n", "one #a/b\n"), ("one", "one #a/b"), ("a\r\nb\r\nc", "a\r\nb #x/y\r\nc"),
    ("\u{FEFF}李总\n", "\u{FEFF}[[李总]]\n"),
    ((1...40).map { "\($0)\n" }.joined(), (1...40).map { "\($0)\($0 % 9 == 1 ? " #x/y" : "")\n" }.joined()),
    ("a\rb", "a #x\rb"),
  ]

  @Test(arguments: names, [["git", "apply", "-"], ["patch", "-s", "-p1"]]) func applies(name: String, tool: [String])
    throws
  {
    for (old, new) in Self.texts {
      let folder = TemporaryFolder()
      let file = try folder.write(name, old)
      let diff = UnifiedDiff(
        from: SourceFile(path: name, text: old), to: SourceFile(path: name, text: new), path: name)
      try folder.write("x.patch", diff.text)
      let outcome = try folder.run(tool.joined(separator: " ") + " < x.patch")
      #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
      let now = try folder.run("cat ./'\(name.replacing("'", with: "'\\''"))'")
      #expect(String(decoding: now.output, as: UTF8.self) == new, "\(file)")
    }
  }

  @Test func nothingIsNoPatch() {
    let file = SourceFile(path: "a", text: "a\n")
    #expect(UnifiedDiff(from: file, to: file, path: "a").text.isEmpty)
  }
}
