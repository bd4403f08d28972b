import TestSupport
import Testing

/// What `rapport export` writes and `--from` reads again says what the notes said, to the byte.
@Suite struct ExportRoundTripTests {
  private static let journals =
    ["examples/journal"] + ["mixed-auto", "zh-gov"].map { "Tests/Corpus/dev/\($0)" }

  private static let commands = [
    "rapport report", "rapport check", "rapport deals --format json", "rapport check --format sarif", "rapport weekly",
    "rapport report --format html",
  ]

  private func told(_ command: String, in folder: TemporaryFolder) throws -> String {
    let outcome = try folder.run(command)
    return "\(outcome.status)\n\(String(decoding: outcome.output + outcome.errors, as: UTF8.self))"
  }

  @Test(arguments: journals) func anExportSaysWhatTheNotesSay(journal: String) throws {
    let folder = TemporaryFolder()
    _ = try folder.run("cp -r \(Checkout.path)/\(journal) notes")
    for (place, format) in [("journal.sqlite", "sqlite"), ("tables", "csv"), ("lines", "jsonl")] {
      #expect(try told("rapport export notes --as-of 2026-11-20 --to \(place) --format \(format)", in: folder) == "0\n")
    }
    _ = try folder.run("mv notes away")
    for command in Self.commands.prefix(3) {
      let notes = try told(
        "mv away notes && \(command) notes --as-of 2026-11-20; s=$?; mv notes away; exit $s", in: folder)
      #expect(notes.utf8.count > 200)
      for place in ["journal.sqlite", "tables", "lines"] {
        let kept = try told("\(command) --from \(place) --as-of 2026-11-20", in: folder)
        #expect(kept == notes, "\(command) --from \(place)")
      }
    }
  }

  /// Settings of the team and of folders, findings that are let be or were there before, notes that can't be read, and texts
  /// that are hard to keep.
  @Test func nothingIsLost() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "notes/a/alder.md", "\u{FEFF}# Alder Mills\r\n2026-11-02 Met O'Hara \"Bob\", the CFO; he signs.\r\n")
    try folder.write(
      "notes/b/=1+1.md", "=HYPERLINK(\"x\") said Tom Reed of Birch \u{202E}Foods\u{2028} on 2026-11-03\n")
    try folder.write("notes/b/latin.md", [0x63, 0x61, 0x66, 0xE9, 0x0A])
    try folder.write("notes/b/nul.txt", [0x41, 0x00, 0x0A])
    try folder.write("notes/empty.md", "")
    try folder.write(
      "notes/q'uote.md", "Cedar & Sons, 2026-11-04: called Ms Ivy, she asked for a quote, \u{1F600} 'ok'\n")
    try folder.write(
      "rapport.yml",
      "team: [Dana]\nfolders:\n  notes/b/**:\n    rules: {P3: off, J005: off}\n  a:\n    rules: {X6: off}\n")
    try folder.write(
      "rapport-dismissed.yml",
      "- finding: P302\n  deal: Alder Mills\n  reason: he does\n- finding: C701\n  reason: none\n")
    _ = try folder.run("rapport check notes --as-of 2026-11-20 --select N --write-baseline")
    #expect(
      try told(
        "rapport export notes --as-of 2026-11-20 --to all.db && rapport export notes --as-of 2026-11-20 --to t",
        in: folder
      ).hasPrefix("0\n"))
    for command in Self.commands {
      let notes = try told("\(command) notes --as-of 2026-11-20", in: folder)
      for place in ["\(folder.path)/all.db", "\(folder.path)/t/"] {
        #expect(
          try told("mkdir -p far; cd far && \(command) --from \(place) --as-of 2026-11-20", in: folder) == notes,
          "\(command)")
      }
    }
    // What was kept can be kept again.
    let once = try told(
      "rapport query \"SELECT kind, told, place, text FROM sources\" notes --format jsonl", in: folder)
    #expect(once.contains("unreadable") && once.contains("baseline") && once.contains("dismissals"))
    #expect(
      try told("rapport query \"SELECT kind, told, place, text FROM sources\" --from t --format jsonl", in: folder)
        == once)
  }
}
