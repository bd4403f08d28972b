import FoundationEssentials
import NoteSyntax
import TestSupport
import Testing

@testable import Workspace

@Suite struct AnswerCacheTests {
  let folder = TemporaryFolder()
  /// Long after every file of these tests was written.
  static let later = 4_000_000_000
  static let day = Day(iso: "2026-11-20") ?? Day(number: 0)

  init() throws {
    try folder.write("notes/a.md", "# 2026-11-03 宏泰精密\n张总说预算五十万。\n")
    try folder.write("notes/b.md", "# 2026-11-04 Acme\nMet Dana Reed.\n")
  }

  private var place: CacheFolder { CacheFolder(folder.path + "/own/cache") }
  private var cache: AnswerCache { AnswerCache(in: place) }

  private func key(_ words: [String] = ["check"], on day: Day = day, now: Int = later) throws -> AnswerKey {
    let notes = folder.path + "/notes"
    let found = try Discovery(of: [notes])
    return try #require(try AnswerKey(asking: words, asOf: day, of: found, withSettingsAt: notes, now: now))
  }

  @Test func saysAgainWhatWasSaid() throws {
    let answer = Answer("有 2 条\n", messages: "rapport: 2 notes read\n", status: 1)
    #expect(cache.answer(to: try key()) == nil)
    try cache.keep(answer, for: try key())
    #expect(cache.answer(to: try key()) == answer)
    #expect(place.extent.count == 1)
    #expect(
      String(
        decoding: try folder.run("stat -c %a own own/cache own/cache/answers own/cache/answers/*").output, as: UTF8.self
      )
        == "700\n700\n700\n600\n")
  }

  /// Whatever an answer follows from makes it another one.
  @Test(arguments: [
    "echo more >> notes/a.md", "cp notes/a.md x && mv x notes/a.md", "touch -d '2020-01-01' notes/b.md",
    "rm notes/b.md",
    "echo new > notes/c.md", "mv notes/b.md notes/c.md", "echo 'team: [Kim]' > notes/rapport.yml",
    "echo 'week-start: sunday' > rapport.yml", "echo '# none' > notes/rapport-dismissed.yml",
    "echo '# none' > notes/rapport-baseline.tsv", "echo a.md > notes/.gitignore", "chmod 600 notes/a.md",
  ])
  func aChangeIsSeen(_ change: String) throws {
    try cache.keep(Answer("before"), for: try key())
    #expect(cache.answer(to: try key()) == Answer("before"))
    #expect(try folder.run(change).status == 0)
    #expect(cache.answer(to: try key()) == nil)
  }

  @Test func anotherQuestionOrDayIsAnother() throws {
    try cache.keep(Answer("before"), for: try key())
    #expect(cache.answer(to: try key(["check", "--lang", "zh"])) == nil)
    #expect(cache.answer(to: try key(["check--lang", "zh"])) == nil)
    #expect(cache.answer(to: try key(on: Self.day + 1)) == nil)
  }

  /// A note can be written twice in one step of the file system's clock.
  @Test func nothingIsKeptOfNotesJustWritten() throws {
    let young = try key(now: 0)
    try cache.keep(Answer("hasty"), for: young)
    #expect(place.extent == CacheFolder.Extent())
    try cache.keep(Answer("later"), for: try key())
    #expect(cache.answer(to: young) == nil)
  }

  @Test func whatIsBrokenIsNotThere() throws {
    let key = try key()
    let answer = Answer("x\n", messages: "好\n", status: 1)
    let whole = answer.file(named: key.name)
    #expect(Answer(parsing: whole, named: key.name) == answer)
    for count in 0..<whole.count { #expect(Answer(parsing: Array(whole.prefix(count)), named: key.name) == nil) }
    for index in whole.indices {
      var other = whole
      other[index] ^= 0x20
      #expect(Answer(parsing: other, named: key.name) == nil)
    }
    #expect(Answer(parsing: whole, named: key.name + "0") == nil)
    #expect(Answer(parsing: whole + [0], named: key.name) == nil)
    try cache.keep(answer, for: key)
    try folder.write("own/cache/answers/\(key.name).answer", whole.dropLast())
    #expect(cache.answer(to: key) == nil)
    try cache.keep(answer, for: key)
    #expect(cache.answer(to: key) == answer)
  }

  @Test func itKeepsTheLatest() throws {
    for index in 0..<70 { try cache.keep(Answer("\(index)"), for: try key(["\(index)"])) }
    #expect(place.extent.count == 64)
    #expect(cache.answer(to: try key(["69"])) == Answer("69"))
  }

  @Test func cleaningTakesOnlyWhatIsOurs() throws {
    try cache.keep(Answer("a"), for: try key())
    try folder.write("own/cache/answers/.draft", "left by somebody who was killed")
    try folder.write("own/cache/mine.txt", "mine")
    #expect(place.clean().count == 2)
    #expect(String(decoding: try folder.run("ls -A own/cache").output, as: UTF8.self) == "mine.txt\n")
    #expect(cache.answer(to: try key()) == nil)
    try cache.keep(Answer("b"), for: try key())
    #expect(cache.answer(to: try key()) == Answer("b"))
  }

  @Test func whoeverElseMayWriteThereIsNotTrusted() throws {
    try folder.write("own/cache/x", "")
    #expect(try folder.run("chmod 770 own/cache").status == 0)
    let key = try key()
    #expect { try cache.keep(Answer("a"), for: key) } throws: {
      ($0 as? CacheFault)?.detail.en.contains("--no-cache") ?? false
    }
    #expect(try folder.run("chmod 700 own/cache && echo > own/cache/x").status == 0)
    try cache.keep(Answer("a"), for: key)
    #expect(cache.answer(to: key) == Answer("a"))
    // What may have been put there since is not believed.
    for place in ["own/cache", "own/cache/answers"] {
      #expect(try folder.run("chmod 777 \(place)").status == 0)
      #expect(cache.answer(to: key) == nil)
      #expect(try folder.run("chmod 700 \(place)").status == 0)
    }
    #expect(cache.answer(to: key) == Answer("a"))
  }

  @Test func whereAFileStandsNothingIsKept() throws {
    try folder.write("file", "")
    let key = try key()
    #expect(throws: CacheFault.self) {
      try AnswerCache(in: CacheFolder(folder.path + "/file/cache")).keep(Answer("a"), for: key)
    }
  }
}
