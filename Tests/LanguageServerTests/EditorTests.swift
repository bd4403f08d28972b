import TestSupport
import Testing
import Workspace

/// Real editors, driven without a screen. Where one is not installed, its test is left out and says so.
@Suite struct EditorTests {
  private static let note = """
    # 2026-11-03 宏泰精密

    见了张伟总监，张总说最头疼的是交期🙂，张总要月底给说法。
    李总最后拍板，预算还没批。 #satge/needs

    """

  static func has(_ program: String) -> Bool {
    (try? ChildProcess.run(["sh", "-c", "command -v \(program)"]))?.status == 0
  }

  /// What a script said, by the word in front of the colon.
  private func answers(_ command: String) throws -> [String: String] {
    let folder = TemporaryFolder()
    try folder.write("a.md", Self.note)
    _ = try folder.run("git init -q .")
    let outcome = try folder.run(command)
    var answers: [String: String] = [:]
    for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      answers[String(line[..<colon])] = String(line[line.index(after: colon)...].dropFirst())
    }
    return answers
  }

  private func expect(_ answers: [String: String]) {
    #expect(answers["diagnostics"]?.contains("J003") == true, "\(answers)")
    #expect(answers["hover"]?.contains("**张伟**") == true)
    #expect(answers["renamed"] == "见了张伟总监，张伟说最头疼的是交期🙂，张伟要月底给说法。")
  }

  @Test(.enabled(if: has("nvim"), "Neovim is not installed")) func neovimShowsCompletesAndRenames() throws {
    let script = Checkout.path + "/Tests/Editors/neovim.lua"
    let answers = try answers("timeout 100 nvim --headless --clean -c 'luafile \(script)' 2>/dev/null")
    expect(answers)
    #expect(answers["diagnostics"]?.contains("3:40 J003") == true)
    #expect(answers["completion"]?.contains("张伟") == true)
    #expect(answers["mended"] == "true")
    #expect(answers["hints"] == "true")
    #expect(answers["shown"] != "false")
  }

  @Test(.enabled(if: has("emacs"), "Emacs is not installed")) func eglotShowsCompletesAndRenames() throws {
    let script = Checkout.path + "/Tests/Editors/eglot.el"
    let answers = try answers("timeout 100 emacs --batch --no-init-file -l '\(script)' 2>/dev/null")
    // An Emacs before 29 may lack it.
    if answers["absent"] == nil { expect(answers) }
  }
}
