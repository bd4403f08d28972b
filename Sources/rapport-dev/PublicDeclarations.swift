import FoundationEssentials

/// The public declarations of the library, read off the sources, whose layout `swift format` fixes: two spaces a level.
enum PublicDeclarations {
  /// The modules of `RapportKit`, in the order of the road.
  static let modules = [
    "SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth", "HealthReports", "FindingFormats",
    "JournalData", "Workspace",
  ]

  /// A line for each declaration, with the types that it stands in; modules and lines in order, so that a diff shows what
  /// came and what went.
  static func text() throws -> String {
    try "Public declarations of RapportKit. Made from the sources by `rapport-dev generate`; not to be edited.\n"
      + modules.map { module in
        let files = (try FileManager.default.subpathsOfDirectory(atPath: "Sources/\(module)")).filter {
          $0.hasSuffix(".swift")
        }
        let lines = try files.flatMap { file in
          declarations(
            in: String(decoding: try Data(contentsOf: URL(filePath: "Sources/\(module)/\(file)")), as: UTF8.self))
        }
        return "\n# \(module)\n" + lines.sorted().joined(separator: "\n") + "\n"
      }.joined()
  }

  /// The declarations of a file.
  static func declarations(in source: String) -> [String] {
    var found: [String] = []
    // The types around a line: their indentation, their name, and whether they are public enums, whose cases are public.
    var around: [(indent: Int, name: String, hasCases: Bool)] = []
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      let indent = line.prefix { $0 == " " }.count
      var text = String(line.dropFirst(indent))
      guard !text.isEmpty, !text.hasPrefix("//"), !text.hasPrefix("}") else { continue }
      while let last = around.last, last.indent >= indent { around.removeLast() }
      let isMember = indent == (around.last.map { $0.indent + 2 } ?? 0)
      let isPublic = text.hasPrefix("public ")
      let isCase = around.last?.hasCases == true && (text.hasPrefix("case ") || text.hasPrefix("indirect case "))
      guard isMember, isPublic || isCase || text.hasPrefix("extension ") else { continue }
      // A list of parameters may go over several lines.
      while text.filter({ "([".contains($0) }).count > text.filter({ ")]".contains($0) }).count, index < lines.count {
        text += " " + lines[index].drop { $0 == " " }
        index += 1
      }
      let declaration = head(of: text)
      let words = declaration.split(separator: " ").map(String.init)
      if let keyword = words.firstIndex(where: { ["struct", "class", "enum", "protocol", "extension"].contains($0) }),
        keyword + 1 < words.count, keyword < 3
      {
        let name = words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        around.append((indent, String(name), words[keyword] == "enum" && isPublic))
      }
      if isPublic || isCase {
        let owner = around.filter { $0.indent < indent }.map(\.name).joined(separator: ".")
        found.append(owner.isEmpty ? declaration : "\(owner): \(declaration)")
      }
    }
    return found
  }

  /// A declaration without its body, its value or the word `public`.
  private static func head(of text: String) -> String {
    var head = text
    if let body = head.firstRange(of: " {") { head = String(head[..<body.lowerBound]) }
    if head.contains("let ") || head.contains("var "), let value = head.firstRange(of: " = ") {
      head = String(head[..<value.lowerBound])
    }
    return head.hasPrefix("public ") ? String(head.dropFirst(7)) : head
  }
}
