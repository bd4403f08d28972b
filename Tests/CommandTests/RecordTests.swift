import FoundationEssentials
import TestSupport
import Testing

/// `facts` and `fold` as filters of notes that come as lines of JSON.
@Suite struct RecordTests {
  private struct Record: Encodable {
    let path: String
    let text: String
    var journal: String?
  }

  /// The notes of a folder as lines of JSON.
  private static func records(_ folder: String, journal: String? = nil) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return try Checkout.files(under: folder, ending: ".md").map { file in
      let record = Record(
        path: String(file.dropFirst(folder.count + 1)), text: try Checkout.text(file), journal: journal)
      return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
    }
  }

  private func told(_ command: String, _ folder: TemporaryFolder) throws -> String {
    let outcome = try folder.run(command)
    return "\(outcome.status)\n\(String(decoding: outcome.output + outcome.errors, as: UTF8.self))"
  }

  /// The lines of JSON without the key that only `fold` writes.
  private func withoutJournal(_ lines: String) -> [String] {
    lines.split(separator: "\n").map { String($0).replacing("\"journal\":\"\",", with: "") }
  }

  @Test(arguments: ["Tests/Corpus/dev/mixed-auto", "Tests/Corpus/dev/zh-gov"])
  func aFoldFindsWhatACheckFinds(journal: String) throws {
    let folder = TemporaryFolder()
    let notes = "\(Checkout.path)/\(journal)"
    let checked = try folder.run("cd \(notes) && rapport check --as-of 2026-11-20 --format jsonl --quiet .")
    try folder.write("records", try Self.records(journal).joined())
    let folded = try folder.run("rapport fold --stdin jsonl --as-of 2026-11-20 < records")
    #expect(folded.status == 0)
    #expect(
      withoutJournal(String(decoding: folded.output, as: UTF8.self))
        == String(decoding: checked.output, as: UTF8.self).split(separator: "\n").map(String.init))
    #expect(folded.output.count > 1000)
  }

  /// However records are dealt out to files and in whatever order these are read, the findings are the same.
  @Test func noPartitionChangesAFinding() throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: 9)
    let journals = ["mixed-auto", "zh-gov", "en-saas"]
    let all = try journals.flatMap { try Self.records("Tests/Corpus/dev/\($0)", journal: $0) }
    try folder.write("whole", all.joined())
    let whole = try told("rapport fold --stdin jsonl --as-of 2026-11-20 < whole", folder)
    #expect(whole.hasPrefix("0\n{"))
    for _ in 0..<4 {
      var parts = [String](repeating: "", count: Int.random(in: 1...9, using: &generator))
      for record in all.shuffled(using: &generator) {
        parts[Int.random(in: parts.indices, using: &generator)] += record
      }
      for (number, part) in parts.enumerated() { try folder.write("part-\(number)", part) }
      let order = parts.indices.shuffled(using: &generator).map { "part-\($0)" }.joined(separator: " ")
      #expect(try told("cat \(order) | rapport fold --stdin jsonl --as-of 2026-11-20", folder) == whole)
    }
    // Sorted by journal, one at a time gives the same.
    let sorted = try journals.sorted().flatMap {
      try Self.records("Tests/Corpus/dev/\($0)", journal: $0).shuffled(using: &generator)
    }
    try folder.write("sorted", sorted.joined())
    #expect(try told("rapport fold --stdin jsonl --sorted --as-of 2026-11-20 < sorted", folder) == whole)
    try folder.write("twice", sorted.joined() + sorted[0])
    #expect(
      try told("rapport fold --stdin jsonl --sorted --as-of 2026-11-20 < twice > found", folder).hasPrefix(
        "2\nrapport: records of"))
  }

  private struct Finding: Decodable {
    let journal: String
    let deal: String?
    let code: String
  }

  private func findings(_ lines: String) throws -> [Finding] {
    try lines.split(separator: "\n").dropFirst().map { try JSONDecoder().decode(Finding.self, from: Data($0.utf8)) }
  }

  /// Notes of one team, dealt out to two reps by chance: whoever is in both journals is told once, from the notes of both, and
  /// the order of records changes nothing.
  @Test(arguments: ["mixed-auto", "zh-erp"]) func aCustomerOfSeveralJournalsIsToldOnce(journal: String) throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: 4)
    let notes = try Self.records("Tests/Corpus/dev/\(journal)", journal: "REP")
    let records = notes.map { $0.replacing("\"REP\"", with: Bool.random(using: &generator) ? "\"ann\"" : "\"bo\"") }
    let fold = "rapport fold --stdin jsonl --as-of 2026-11-20"
    try folder.write("records", records.joined())
    let told = try told("\(fold) < records", folder)
    for _ in 0..<3 {
      try folder.write("shuffled", records.shuffled(using: &generator).joined())
      #expect(try self.told("\(fold) < shuffled", folder) == told)
    }
    let all = try findings(told)
    var journals: [String: Set<String>] = [:]
    for finding in all { finding.deal.map { _ = journals[$0, default: []].insert(finding.journal) } }
    #expect(journals.values.allSatisfy { $0.count == 1 })
    #expect(journals.values.contains(["ann + bo"]))
    // By themselves, both tell of them, and of more that is missing than the two together lack.
    let apart = try ["ann", "bo"].flatMap { try findings(self.told("grep '\"\($0)\"' records | \(fold)", folder)) }
    let shared = Set(journals.filter { $0.value == ["ann + bo"] }.keys)
    #expect(all.count { $0.deal.map(shared.contains) ?? false } < apart.count { $0.deal.map(shared.contains) ?? false })
  }

  @Test func factsAreThoseOfEachNoteAlone() throws {
    let folder = TemporaryFolder()
    let records = try Self.records("Tests/Corpus/dev/en-saas")
    try folder.write("records", records.joined())
    let lines = try told("rapport facts --stdin jsonl --format jsonl --as-of 2026-11-20 < records", folder).split(
      separator: "\n"
    ).dropFirst()
    #expect(lines.count == records.count)
    // Sizes of pieces and numbers of processes change no line.
    let split = try told(
      "split -n l/5 records p; for p in p*; do rapport facts --stdin jsonl --format jsonl --as-of 2026-11-20 < $p; done",
      folder)
    #expect(split.split(separator: "\n").dropFirst().elementsEqual(lines))
    #expect(lines.joined().contains("\"quote\""))
  }
}
