import SourceText
import Testing

@testable import JournalData

@Suite struct ExportReadingTests {
  private let sources = [
    JournalSource(.note, path: "a'b\".md", place: "x/a'b\".md", text: "\u{FEFF}Met\u{0} Dana\r\n"),
    JournalSource(.unreadable, path: "c.md", text: "binary 3"), JournalSource(.settings, path: "rapport.yml", text: ""),
  ]

  private func file(_ sources: [JournalSource]) throws -> [UInt8] {
    try JournalDatabase(of: JournalDatabaseTests.data { sources }).bytes()
  }

  @Test func textsComeBackToTheByte() throws {
    #expect(try ExportReading.sources(inDatabase: file(sources)) == sources)
  }

  @Test func whatCannotBeReadIsTold() throws {
    #expect(throws: ExportFault.withoutSources) { try ExportReading.sources(inDatabase: file([])) }
    #expect(throws: ExportFault.withoutSources) { try ExportReading.sources(inDatabase: file([sources[2]])) }
    #expect(throws: ExportFault.foreign) { try ExportReading.sources(inDatabase: Array("SQLite format 3\0".utf8)) }
    var later = try file(sources)
    later[63] = 200
    #expect(throws: ExportFault.version(200)) { try ExportReading.sources(inDatabase: later) }
  }

  /// Whatever is damaged, the file is read or refused.
  @Test func aDamagedFileIsReadOrRefused() throws {
    let whole = try file(sources)
    for step in 0..<400 {
      var damaged = whole
      for hit in 0..<8 {
        damaged[100 + (step * 7919 + hit * 104_729) % (whole.count - 100)] = UInt8(
          truncatingIfNeeded: step &* 31 &+ hit)
      }
      _ = try? ExportReading.sources(inDatabase: damaged)
      _ = try? ExportReading.sources(inDatabase: Array(whole.prefix(100 + step * (whole.count - 100) / 400)))
    }
  }
}
