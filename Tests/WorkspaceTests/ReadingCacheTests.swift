import FactReading
import NoteSyntax
import TestSupport
import Testing

@testable import Workspace

@Suite struct ReadingCacheTests {
  let folder = TemporaryFolder()

  private var place: CacheFolder { CacheFolder(folder.path + "/cache") }

  private func write(_ count: Int = 40) throws {
    for index in 0..<count {
      try folder.write(
        "notes/\(index).md",
        "# 2026-11-0\(index % 9 + 1) 宏泰精密\n张总说预算\(index)万。\n\nMet Dana Reed of Acme, she promised a date.\n")
    }
  }

  private func read(_ settings: Configuration = Configuration(), keeping: Bool = true) throws -> JournalReading {
    let found = try Discovery(of: [folder.path + "/notes"])
    return JournalReading(
      of: found.notes, unreadable: found.unreadable, settings: settings,
      keptIn: keeping ? cache(settings, count: found.notes.count) : nil)
  }

  private func cache(_ settings: Configuration = Configuration(), count: Int = 40) -> ReadingCache? {
    ReadingCache(in: place, ofNotesFrom: folder.path, settings, count: count)
  }

  /// What was kept of each note, and what was not.
  private func kept(_ reading: JournalReading, _ settings: Configuration = Configuration()) throws -> [Bool] {
    let cache = try #require(self.cache(settings))
    return reading.sources.map { cache.reading(of: $0) != nil }
  }

  /// A note with every kind of mark and many kinds of date.
  private static let marked = """
    ---
    deal: Acme Mills
    stage: value
    tags: [need/person, "#unknown/thing"]
    ---
    # 2026-11-08 Acme (周三)
    [[Dana Reed]] (COO) #person/economic promised the numbers by Friday, before 国庆, at the latest next week. #value/benefit
    - [ ] send 报价 📅 2026-12-01 #commitment/ours (李总)
    - 张总 月底 回来，Q1 之前定，10/11 或 3月中旬；春节后、Easter、最晚 5号、上周五到下周三 #not/need/stated
    <!-- rapport: ignore P301 张总: he is away, until 2026-12-01 -->
    next:: call her in two weeks
    """

  private func unpacked(_ bytes: [UInt8], _ path: String) -> NoteReading? {
    bytes.withUnsafeBytes { NoteReading(of: path, packed: $0) }
  }

  private func everything(of reading: NoteReading) -> String {
    var text = ""
    dump(reading, to: &text)
    return text
  }

  @Test func nothingOfAReadingIsLost() throws {
    let found = try Discovery(of: [Checkout.path + "/examples/journal"])
    let notes = found.notes + [NoteInput(path: "Acme/marked.md", bytes: Array(Self.marked.utf8))]
    let readings = JournalReading(of: notes, settings: Configuration()).readings
    let marked = try #require(readings.last)
    #expect(!marked.marks.isEmpty && !marked.ignores.isEmpty && !marked.problems.isEmpty)
    for reading in readings {
      let again = try #require(unpacked(reading.packed, reading.path))
      #expect(everything(of: again) == everything(of: reading), "\(reading.path)")
    }
  }

  @Test func theCorpusIsPackedAndUnpacked() throws {
    let found = try Discovery(of: [Checkout.path + "/Tests/Corpus/dev"])
    for reading in JournalReading(of: found.notes, settings: Configuration()).readings {
      #expect(unpacked(reading.packed, reading.path)?.packed == reading.packed, "\(reading.path)")
    }
  }

  /// Bytes that nobody packed are no reading, or some reading, and no end of the program.
  @Test func anyBytesCanBeUnpacked() throws {
    var generator = SeededGenerator(seed: 8)
    let note = NoteInput(path: "Acme/marked.md", bytes: Array(Self.marked.utf8))
    let packed = try #require(JournalReading(of: [note], settings: Configuration()).readings.first).packed
    var refused = 0
    for count in 0..<packed.count where unpacked(Array(packed.prefix(count)), "a") == nil { refused += 1 }
    #expect(refused == packed.count)
    for _ in 0..<2000 {
      var bytes = packed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if unpacked(bytes, "a") == nil { refused += 1 }
    }
    #expect(refused > packed.count)
  }

  @Test func whatWasReadIsFound() throws {
    try write()
    let first = try read()
    #expect(try kept(first).allSatisfy { $0 })
    let again = try read()
    #expect(again.readings.map(\.packed) == first.readings.map(\.packed))
    #expect(first.readings.allSatisfy { !$0.names.isEmpty && !$0.accounts.isEmpty })
    #expect(
      String(decoding: try folder.run("stat -c %a cache cache/* cache/*/*").output, as: UTF8.self) == "700\n700\n700\n")
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    try write()
    _ = try read()
    try folder.write("notes/7.md", "# 2026-11-08 Acme\nDana Reed signed.\n")
    let cache = try #require(self.cache())
    let now = try read(keeping: false)
    #expect(now.sources.filter { cache.reading(of: $0) == nil }.map(\.path) == [folder.path + "/notes/7.md"])
    #expect(try read().readings.map(\.packed) == now.readings.map(\.packed))
    #expect(try kept(now).allSatisfy { $0 })
  }

  @Test func otherSettingsReadOtherwise() throws {
    try write()
    let plain = try read()
    let other = try Configuration(parsing: Array("team: [Dana Reed]\n".utf8), path: "rapport.yml")
    #expect(try kept(plain, other).allSatisfy { !$0 })
    #expect(try read(other).readings.map(\.packed) == read(other, keeping: false).readings.map(\.packed))
  }

  @Test func aNameOfItsOwnIsReadForItself() throws {
    try write()
    _ = try read()
    #expect(try folder.run("mv notes/7.md notes/acme-2026-11-08.md").status == 0)
    let cache = try #require(self.cache())
    #expect(try read(keeping: false).sources.count { cache.reading(of: $0) == nil } == 1)
  }

  /// Readings of notes that are gone do not pile up.
  @Test func whatIsGoneGoes() throws {
    try write()
    var sizes: [Int64] = []
    for round in 0..<6 {
      for index in 0..<40 {
        try folder.write("notes/\(index).md", "# 2026-11-08 Acme\nRound \(round), note \(index).\n")
      }
      _ = try read()
      sizes.append(place.extent.size)
    }
    #expect(try #require(sizes.max()) < sizes[0] * 3)
  }

  @Test func whatIsBrokenIsNotThere() throws {
    try write()
    let fresh = try read()
    let shelves = CacheFolder.files(in: try #require(CacheFolder.folders(in: place.readings).first)) { _ in true }
    for (index, shelf) in shelves.enumerated() {
      var bytes = try FileSystem.contents(shelf)
      switch index % 3 {
      case 0: bytes[index * 7 % bytes.count] ^= 1
      case 1: bytes.removeLast(1 + index)
      default: bytes = []
      }
      try folder.write(String(String(decoding: shelf, as: UTF8.self).dropFirst(folder.path.count + 1)), bytes)
    }
    #expect(try kept(fresh).allSatisfy { !$0 })
    #expect(try read().readings.map(\.packed) == fresh.readings.map(\.packed))
    #expect(try kept(fresh).allSatisfy { $0 })
  }

  @Test func whoeverElseMayWriteThereIsNotTrusted() throws {
    try write()
    let fresh = try read()
    #expect(try folder.run("chmod 777 cache/readings").status == 0)
    #expect(try kept(fresh).allSatisfy { !$0 })
    #expect(try folder.run("chmod 700 cache/readings && chmod 777 cache/readings/*").status == 0)
    #expect(try kept(fresh).allSatisfy { !$0 })
    #expect(try folder.run("chmod 700 cache/readings/*").status == 0)
    #expect(try kept(fresh).allSatisfy { $0 })
  }

  @Test func fewNotesAreReadAsFast() throws {
    try write(3)
    _ = try read()
    #expect(place.extent == CacheFolder.Extent())
  }

  @Test func whereNothingCanBeKeptNotesAreRead() throws {
    try write()
    try folder.write("cache", "a file")
    #expect(try read().readings.map(\.packed) == read(keeping: false).readings.map(\.packed))
  }

  @Test func theLatestJournalsStay() throws {
    try write()
    let found = try Discovery(of: [folder.path + "/notes"])
    for index in 0..<11 {
      try folder.write("place\(index)/x", "")
      _ = JournalReading(
        of: found.notes, settings: Configuration(),
        keptIn: ReadingCache(in: place, ofNotesFrom: folder.path + "/place\(index)", Configuration(), count: 40))
    }
    #expect(CacheFolder.folders(in: place.readings).count == 8)
    #expect(place.clean().count > 0)
    #expect(try folder.run("test -e cache").status == 1)
  }
}
