import TestSupport
import Testing

@testable import Workspace

/// Answers that are kept, as a user meets them. The notes are those of the example journal, for of notes that a test has just
/// written nothing is kept.
@Suite struct CacheTests {
  let folder = TemporaryFolder()
  private static let question = "rapport check '\(Checkout.path)/examples/journal' --as-of 2026-11-20"

  private func ask(_ command: String = question, in cache: String = "cache") throws -> ChildProcess.Outcome {
    try folder.run("RAPPORT_CACHE_DIR=\"$PWD/\(cache)\" \(command)")
  }

  private var kept: [String] {
    get throws {
      String(decoding: try folder.run("ls -A cache/answers 2>/dev/null").output, as: UTF8.self).split(separator: "\n")
        .map(String.init)
    }
  }

  private func expectSame(_ one: ChildProcess.Outcome, _ other: ChildProcess.Outcome) {
    #expect(one.output == other.output)
    #expect(one.errors == other.errors)
    #expect(one.status == other.status)
  }

  @Test(arguments: [
    question, "\(question) --format json --lang zh", "\(question) --statistics",
    "rapport report '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport weekly '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport facts '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport next '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport people '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport show Tallis '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
    "rapport query @late-promises '\(Checkout.path)/examples/journal' --as-of 2026-11-20",
  ])
  func theSameAsWithout(_ command: String) throws {
    let fresh = try ask("\(command) --no-cache")
    #expect(try kept.isEmpty)
    expectSame(try ask(command), fresh)
    #expect(try kept.count == 1)
    expectSame(try ask(command), fresh)
  }

  @Test func whatWasSaidIsSaidAgain() throws {
    _ = try ask()
    let name = String(try #require(try kept.first).dropLast(".answer".count))
    try folder.write("cache/answers/\(name).answer", Answer("kept\n", messages: "told\n", status: 0).file(named: name))
    let again = try ask()
    #expect(String(decoding: again.output, as: UTF8.self) == "kept\n")
    #expect(String(decoding: again.errors, as: UTF8.self) == "told\n")
    #expect(again.status == 0)
    #expect(String(decoding: try ask("\(Self.question) --no-cache").output, as: UTF8.self) != "kept\n")
  }

  @Test func whatIsBrokenIsMadeAnew() throws {
    let fresh = try ask()
    let name = try #require(try kept.first)
    try folder.write("cache/answers/\(name)", "rapport answer 1\n")
    expectSame(try ask(), fresh)
    expectSame(try ask(), fresh)
  }

  @Test func whereNothingCanBeKeptTheAnswerIsGiven() throws {
    try folder.write("file", "")
    let fresh = try ask("\(Self.question) --no-cache")
    let other = try ask(in: "file/cache")
    #expect(other.output == fresh.output)
    #expect(other.status == fresh.status)
    let errors = String(decoding: other.errors, as: UTF8.self)
    #expect(errors.split(separator: "\n").filter { $0.contains("--no-cache") }.count == 1)
    #expect(try folder.run("RAPPORT_CACHE_DIR= \(Self.question)").errors == fresh.errors)
  }

  @Test func manyAtOnce() throws {
    let fresh = try ask("\(Self.question) --no-cache")
    try folder.write("expected", fresh.output)
    let all = try ask(
      """
      sh -c 'mkdir -p out; for n in 1 2 3 4 5 6 7 8; do \(Self.question.replacing("'", with: "\"")) > out/$n 2>/dev/null & done; wait
      for n in 1 2 3 4 5 6 7 8; do cmp out/$n expected || exit 3; done'
      """)
    #expect(all.status == 0, "\(String(decoding: all.output, as: UTF8.self))")
    #expect(try kept.filter { $0.hasSuffix(".answer") }.count == 1)
    #expect(try kept.count == 1)
  }

  private static let canTrace =
    (try? Shell.run("strace -qq -o /dev/null true", in: "/")).map { $0.status == 0 } ?? false

  /// Whoever is killed while an answer is kept leaves a whole one, or none; and a draft at most, for the next.
  @Test(
    .enabled(if: canTrace, "strace is not installed, or may not trace"),
    arguments: ["mkdir", "flock", "write", "rename"])
  func atAnyCall(of call: String) throws {
    let fresh = try ask("\(Self.question) --no-cache")
    var kills = 0
    for time in 1...40 {
      _ = try folder.run("rm -rf cache")
      let trace = "strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(time)"
      if try ask("\(trace) \(Self.question)").status == fresh.status { break }
      kills += 1
      expectSame(try ask(), fresh)
      #expect(try kept.count == 1)
    }
    #expect(kills > 0)
  }

  @Test func itIsToldAndCleaned() throws {
    _ = try ask()
    #expect(String(decoding: try ask("rapport cache").output, as: UTF8.self).contains("/cache: 1 file, "))
    #expect(String(decoding: try ask("rapport cache clean --lang zh").output, as: UTF8.self).contains("删掉了 1 个文件"))
    #expect(try folder.run("test -e cache").status == 1)
    #expect(try folder.run("RAPPORT_CACHE_DIR= rapport cache").status == 2)
  }
}
