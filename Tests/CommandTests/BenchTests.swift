import TestSupport
import Testing

/// The benchmarks run, and see all of the road. What time they take is nobody's promise here.
@Suite struct BenchTests {
  private let folder = TemporaryFolder()

  @Test func everyStageIsSeen() throws {
    let command = "rapport-dev bench-stages --notes 20 --count-only"
    let outcome = try folder.run(command)
    #expect(outcome.status == 0)
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map { $0.first ?? "" } == ["read", "parse", "facts", "fold", "rules", "render"])
    for line in lines {
      let counts = line.compactMap { Int($0) }
      #expect(!counts.isEmpty && counts.allSatisfy { $0 > 0 }, "\(line)")
    }
    #expect(try folder.run(command).output == outcome.output)
  }

  @Test func everyLineIsMeasured() throws {
    let outcome = try folder.run("rapport-dev bench --notes 12 --runs 1 --settling 0")
    #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
    let text = String(decoding: outcome.output, as: UTF8.self)
    for name in ["check, nothing changed", "check, one note changed", "git status", "  adds", "weekly"] {
      #expect(text.contains("\n\(name)"), "\(name)")
    }
  }
}
