import TestSupport
import Testing

/// The shell steps of `action.yml`, run as a job runs them, in a repository of its own.
@Suite struct ActionTests {
  private let folder = TemporaryFolder()

  /// A clone that holds its last commit only, as a job's checkout does: the pull request adds a broken promise.
  private func checkout() throws -> String {
    let made = try folder.run(
      """
      git init -q -b main origin && cd origin && git config uploadpack.allowAnySHA1InWant true \
      && mkdir 'my notes' && printf '# Acme\\n\\nMet Dana Reed, COO of Acme.\\n' > 'my notes/2026-11-18 acme.md' \
      && git add . && git commit -qm base && git rev-parse HEAD && printf '# Acme\\n\\nDana Reed complained.\\n#taag/x #trust/dwn\\n' \
      > 'my notes/2026-11-19 $(id).md' && git add . && git commit -qm change && cd .. \
      && git clone -q --depth=1 "file://$PWD/origin" clone
      """)
    #expect(made.status == 0, "\(String(decoding: made.errors, as: UTF8.self))")
    return String(decoding: made.output.filter { $0 > 0x20 }, as: UTF8.self)
  }

  private func step(_ name: String, _ environment: String) throws -> (output: String, errors: String, status: Int32) {
    let outcome = try folder.run(
      "cd clone && \(environment) RAPPORT_PATH='my notes' '\(Checkout.path)/action/\(name).sh'")
    return (
      String(decoding: outcome.output, as: UTF8.self), String(decoding: outcome.errors, as: UTF8.self), outcome.status
    )
  }

  @Test func onlyWhatGotWorseIsMarked() throws {
    let base = try checkout()
    let step = try step("check", "RAPPORT_SINCE=\(base) RAPPORT_ARGUMENTS='--as-of 2026-11-20 --lang en'")
    #expect(step.output.contains("::warning file=my notes/2026-11-19 $(id).md,line=4"), "\(step)")
    #expect(!step.output.contains("2026-11-18"))
    #expect(step.status == 1)
  }

  @Test func aJobMayPassWhateverIsFound() throws {
    let base = try checkout()
    #expect(try step("check", "RAPPORT_SINCE=\(base) RAPPORT_FAIL_ON=never").status == 0)
    #expect(try step("check", "RAPPORT_SINCE=\(base) RAPPORT_FAIL_ON=never RAPPORT_ARGUMENTS=--nonsense").status == 2)
    #expect(try step("check", "RAPPORT_SINCE=0123456789abcdef0123456789abcdef01234567").status != 0)
  }

  @Test func aReportIsLeftForTheUpload() throws {
    _ = try checkout()
    #expect(try step("check", "RAPPORT_FORMAT=sarif RAPPORT_ARGUMENTS='--as-of 2026-11-20'").status == 1)
    #expect(try folder.run("grep -c '\"version\": \"2.1.0\"\\|2.1.0' clone/rapport.sarif").status == 0)
    #expect(try step("check", "RAPPORT_FORMAT=xml").errors.contains("::error::format is github or sarif, not xml"))
  }

  @Test func aProgramThatIsThereIsTaken() throws {
    _ = try checkout()
    let step = try step("install", "GITHUB_PATH=path")
    #expect(step.output.contains("is on the PATH") && step.status == 0)
    let bare = try folder.run(
      "PATH=/nonexistent RUNNER_TEMP=\"$PWD\" GITHUB_PATH=path '\(Checkout.path)/action/install.sh'")
    // Where there is neither program nor Swift, it is said what to do.
    #expect(bare.status == 1 && String(decoding: bare.errors, as: UTF8.self).contains("::error::Swift is needed"))
  }

  @Test func theActionNamesItsSteps() throws {
    let text = try Checkout.text("action.yml")
    for name in ["install", "check"] { #expect(text.contains("$GITHUB_ACTION_PATH/action/\(name).sh")) }
    // Inputs reach the shell as variables: in a command line, a note's or a branch's name could command it.
    #expect(!text.split(separator: "\n").contains { $0.contains("run:") && $0.contains("${{") })
  }
}
