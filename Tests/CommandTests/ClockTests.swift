import TestSupport
import Testing

/// Days on which nobody looks: before all notes, at the ends of the calendar; and files from the future or from long ago.
@Suite struct ClockTests {
  private let folder = TemporaryFolder()

  init() throws {
    try folder.write(
      "notes/2026-11-03 acme.md",
      "# Acme Mills\n\nMet Dana Reed, the buyer. She needs fewer stops. Promised her the plan for 2026-11-05.\n")
    try folder.write("notes/old.md", "# 0001-01-01 Halden Works\n\nMet Tom Hill, the owner. Call him on 9999-12-31.\n")
  }

  private func ask(_ command: String) throws -> (status: Int32, output: String, errors: String) {
    let outcome = try folder.run("RAPPORT_CACHE_DIR=\"$PWD/cache\" rapport \(command) --lang en")
    return (
      outcome.status, String(decoding: outcome.output, as: UTF8.self), String(decoding: outcome.errors, as: UTF8.self)
    )
  }

  @Test(
    arguments: ["0001-01-01", "1969-12-31", "2000-02-29", "2026-11-03", "9999-12-31"],
    [
      "check notes", "report notes", "weekly notes", "deals notes", "people notes", "next notes", "show Acme notes",
      "query @late-promises notes",
    ])
  func everyDayIsADay(_ day: String, _ command: String) throws {
    let outcome = try ask("\(command) --as-of \(day) --no-cache")
    #expect(outcome.status < 2, "\(outcome.errors)")
    #expect(outcome.output.contains("-1 day") == false)
  }

  /// Before a note was written nothing of it is late.
  @Test func whatIsToComeIsNotLate() throws {
    #expect(try ask("check notes --as-of 2026-11-20 --no-cache --format concise").output.contains("T503"))
    #expect(try !ask("check notes --as-of 2026-11-04 --no-cache --format concise").output.contains("T503"))
    #expect(try !ask("check notes --as-of 2026-10-01 --no-cache --format concise").output.contains("T503"))
  }

  /// What the file system says about time decides what is kept, never what is said.
  @Test(arguments: ["2099-01-01", "1970-01-01", "1901-12-31", "2026-11-03"])
  func theTimesOfFilesChangeNothing(_ time: String) throws {
    let fresh = try ask("check notes --as-of 2026-11-20 --no-cache")
    _ = try folder.run("touch -d \(time) notes/*.md notes")
    for _ in 1...2 {
      let outcome = try ask("check notes --as-of 2026-11-20")
      #expect(outcome == fresh)
    }
    // A clock that jumps back leaves a change with an older time.
    try folder.write("notes/old.md", "# 2026-11-10 Halden Works\n\nMet Tom Hill, the owner. He decides.\n")
    _ = try folder.run("touch -d 1999-01-01 notes/old.md")
    #expect(try ask("check notes --as-of 2026-11-20").output == ask("check notes --as-of 2026-11-20 --no-cache").output)
  }
}
