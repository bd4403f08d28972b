import FoundationEssentials
import TestSupport
import Testing

/// What `docs/architecture.md` says holds of the sources.
@Suite struct ArchitectureTests {
  static let programs: Set<String> = ["rapport", "rapport-dev"]
  static let outside: Set<String> = programs.union(["Workspace", "rapport-postgres"])
  static let sources = Checkout.files(under: "Sources", ending: ".swift")

  /// The rows of the table of modules: what each may import.
  private static func arrows() throws -> [String: Set<String>] {
    var arrows: [String: Set<String>] = [:]
    for line in try Checkout.text("docs/architecture.md").components(separatedBy: "\n") {
      let cells = line.components(separatedBy: "|")
      guard cells.count == 5, let module = code(cells[1]).first, module != "you" else { continue }
      arrows[module] = Set(code(cells[3]))
    }
    let own = Set(arrows.keys).subtracting(programs)
    for program in programs { arrows[program]?.formUnion(own) }
    return arrows
  }

  /// Words between backquotes.
  private static func code(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private static func module(of file: String) -> String { file.components(separatedBy: "/")[1] }

  @Test func theManifestDrawsTheArrowsOfTheDocument() throws {
    let manifest = try Manifest().dependencies
    let arrows = try Self.arrows()
    let modules = Set(try FileManager.default.contentsOfDirectory(atPath: Checkout.path + "/Sources"))
    #expect(Set(arrows.keys) == modules)
    for module in modules.sorted() {
      let drawn = manifest[module] ?? []
      // The programs may see everything; which of it they link is their own affair.
      let isDrawn = Self.programs.contains(module) ? drawn.isSubset(of: arrows[module] ?? []) : drawn == arrows[module]
      if !isDrawn { Issue.record("\(module) depends on \(drawn.sorted())") }
    }
  }

  @Test func filesImportWhatTheirModuleMay() throws {
    let arrows = try Self.arrows()
    for file in Self.sources {
      let module = Self.module(of: file)
      var allowed = arrows[module] ?? []
      if Self.outside.contains(module) || ["HealthReports", "FindingFormats", "LanguageServer"].contains(module) {
        allowed.insert("FoundationEssentials")
      }
      if ["Workspace", "rapport-dev", "rapport-postgres"].contains(module) {
        allowed.formUnion(["Glibc", "Darwin", "Musl"])
      }
      if ["SourceText", "LanguageServer"].contains(module) { allowed.formUnion(["Dispatch", "Synchronization"]) }
      for line in try Checkout.text(file).components(separatedBy: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count, words[0].hasPrefix("@") || at <= 1,
          !words[0].hasPrefix("/"), !words[0].hasPrefix("*")
        else { continue }
        #expect(allowed.contains(words[at + 1]), "\(file): \(line)")
      }
    }
  }

  @Test func nothingBelowWorkspaceAsksTheOutside() throws {
    let words = [
      "FileManager", "FileHandle", "ProcessInfo", "CommandLine.", "getenv", "fopen", "Date()", "Date.now", "Clock.now",
      "TimeZone",
      "Locale", "UUID()", ".random", "SystemRandomNumberGenerator", "URLSession", "print(", "hashValue",
    ]
    for file in Self.sources where !Self.outside.contains(Self.module(of: file)) {
      let text = try Checkout.text(file)
      for word in words where text.contains(word) {
        Issue.record("\(file) says \(word)")
      }
    }
  }

  @Test func nothingIsUnsafeOrSlow() throws {
    let words = ["@unchecked", "try!", "nonisolated(unsafe)", "@_", "RegexBuilder", "Regex<", "firstMatch("]
    for file in Self.sources {
      for line in try Checkout.text(file).split(separator: "\n") {
        for word in words where line.contains(word) {
          // Weights are read where the loader mapped them; there is no safe name for memory that the program itself is.
          if word == "nonisolated(unsafe)", line.contains("let base: UnsafeRawPointer") { continue }
          // The places of a result, each of which one thread writes and none reads before all are done.
          if word == "nonisolated(unsafe)", file.hasSuffix("/ConcurrentMap.swift"), line.contains("let places = places")
          {
            continue
          }
          Issue.record("\(file) says \(word)")
        }
      }
    }
  }

  /// What ends the program if it is wrong, in what is given to users; each that stays, with the reason why input cannot reach
  /// it.
  private static let allowedTraps = [
    // A heading of a lexicon that is compiled in; the first test that reads anything would stop there.
    "FactReading/Lexicon.swift": "preconditionFailure(\"no lexicon has the concept",
    // A case is among all cases.
    "FactReading/Stage.swift": "allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!",
    // A path has its closing NUL, so that there is a first byte.
    "Workspace/FileSystem.swift": "body($0.baseAddress!)",
  ]

  @Test func nothingEndsTheProgram() throws {
    let words = [
      "fatalError", "precondition", "assertionFailure", "assert(", "as!", "unsafelyUnwrapped", "unsafeBitCast",
      "abort()",
    ]
    var allowed = Self.allowedTraps
    for file in Self.sources where Self.module(of: file) != "rapport-dev" {
      for line in try Checkout.text(file).split(separator: "\n") {
        let code = Self.codeAlone(line)
        guard let word = words.first(where: code.contains) ?? (Self.unwraps(code) ? "!" : nil) else { continue }
        if let key = allowed.keys.first(where: file.hasSuffix), line.contains(allowed[key] ?? "") {
          allowed[key] = nil
        } else {
          Issue.record("\(file) says \(word): \(line)")
        }
      }
    }
    #expect(allowed.isEmpty)
  }

  @Test func unwrapsAreSeen() {
    for code in ["a!", "f(x)!.b", "x[1]! + 2", "let a: Int!"] { #expect(Self.unwraps(code), "\(code)") }
    for code in ["a != b", "!a", "f(!a)", "a ! b"] { #expect(!Self.unwraps(code), "\(code)") }
    #expect(Self.codeAlone("say(\"Stop!\", x) // a!") == "say(\"\", x) ")
  }

  /// A line without comments and what stands in quotes.
  private static func codeAlone(_ line: Substring) -> String {
    var code = ""
    var isQuoted = false
    var last: Character = " "
    for character in line {
      if character == "\"", last != "\\" { isQuoted.toggle() }
      if !isQuoted || character == "\"" { code.append(character) }
      if code.hasSuffix("//") { return String(code.dropLast(2)) }
      last = character
    }
    return code
  }

  /// Whether an optional value is taken for granted somewhere.
  private static func unwraps(_ code: String) -> Bool {
    let bytes = Array(code.utf8) + [0x20]
    return bytes.indices.dropFirst().dropLast().contains { at in
      let before = bytes[at - 1]
      let ends = before >= 0x80 || before == 0x29 || before == 0x5D || before == 0x5F
      return bytes[at] == 0x21 && bytes[at + 1] != 0x3D
        && (ends || (0x30...0x39).contains(before) || (0x61...0x7A).contains(before | 0x20))
    }
  }

  /// A file that only extends types is named for what it adds.
  @Test func filesAreNamedForATypeTheyDeclare() throws {
    var misnamed: [String] = []
    for file in Self.sources {
      let name = (file.components(separatedBy: "/").last ?? "").components(separatedBy: ".swift")[0]
      let types = try Checkout.text(file).components(separatedBy: "\n").compactMap { line -> String? in
        var words = line.split { !($0.isLetter || $0.isNumber || $0 == "@") }.map(String.init)[...]
        guard line.first?.isLetter == true || line.first == "@" else { return nil }
        while let word = words.first, ["public", "package", "final", "indirect", "@main"].contains(word) {
          words.removeFirst()
        }
        guard let keyword = words.first, ["struct", "class", "enum", "protocol", "actor"].contains(keyword) else {
          return nil
        }
        return words.dropFirst().first
      }
      if !types.isEmpty, !types.contains(name) { misnamed.append("\(file) declares \(types)") }
    }
    #expect(misnamed == [])
  }

  @Test(arguments: ["docs/reliability.md", "SECURITY.md"]) func everyPromiseHasItsTest(document: String) throws {
    let suites = try Checkout.files(under: "Tests", ending: "Tests.swift").map(Checkout.text).joined()
    let named = Self.code(try Checkout.text(document)).filter { $0.hasSuffix("Tests") }
    #expect(!named.isEmpty)
    for name in named where !suites.contains("struct \(name) {") { Issue.record("\(document) names \(name)") }
  }

  @Test func filesStayReadable() throws {
    for file in Self.sources {
      let count = try Checkout.text(file).utf8.count { $0 == 0x0A }
      #expect(count <= 450, "\(file) has \(count) lines")
    }
  }
}
