import DealHealth

/// A file of `Tests/Cases`: prose, with notes in fences and what is expected of each in the fence behind it.
struct CaseFile {
  /// A note, and what must hold of its reading.
  struct Case {
    /// The note's file name, which may date it.
    let name: String
    let text: String
    /// What the team says that it is, with `of PROFILE` among the expectations; nil where the note is to tell.
    let profile: Profile?
    let expectations: [Expectation]
  }

  let cases: [Case]
  /// Lines that are no expectation, and fences out of place.
  let faults: [String]

  /// Reads the file's text. A fence opens with ```` ```note NAME ```` or ```` ```expect ```` and ends with ```` ``` ````.
  init(parsing text: String) {
    var cases: [Case] = []
    var faults: [String] = []
    var note: (name: String, lines: [String])?
    var fence: (info: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.hasPrefix("```") else {
        fence?.lines.append(line)
        continue
      }
      guard let (info, lines) = fence else {
        fence = (String(line.dropFirst(3)), [])
        continue
      }
      fence = nil
      if info.hasPrefix("note ") {
        note = (String(info.dropFirst(5)), lines)
      } else if info == "expect", let (name, text) = note {
        let told = lines.filter { $0.hasPrefix("of ") }.map { Profile(rawValue: String($0.dropFirst(3))) }
        if told.contains(nil) { faults.append("no such profile") }
        let profile = told.first ?? nil
        let written = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("of ") }
        faults += written.filter { Expectation($0) == nil }
        cases.append(
          Case(
            name: name, text: text.map { $0 + "\n" }.joined(), profile: profile,
            expectations: written.compactMap(Expectation.init)))
        note = nil
      } else {
        faults.append("```" + info)
      }
    }
    self.cases = cases
    self.faults =
      faults + (fence == nil ? [] : ["a fence is not closed"]) + (note == nil ? [] : ["a note expects nothing"])
  }
}
