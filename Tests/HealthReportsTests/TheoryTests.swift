import DealHealth
import FactReading
import TestSupport
import Testing

/// `docs/theory.md` names what there is, and all of it.
@Suite struct TheoryTests {
  /// Everything between `mark`s in the tables of the document.
  static func names(between mark: Character) throws -> [String] {
    let rows = try Checkout.text("docs/theory.md").split(separator: "\n").filter { $0.hasPrefix("|") }
    return rows.flatMap { row in
      row.split(separator: mark, omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
    }
  }

  static let sources = Checkout.files(under: "Sources", ending: ".swift")

  /// Names of types, with all members that are declared in the files that declare or extend them.
  static let members: [String: Set<String>] = {
    var members: [String: Set<String>] = [:]
    for file in sources {
      guard let text = try? Checkout.text(file) else { continue }
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      var types: Set<String> = []
      var declared: Set<String> = []
      for (word, next) in zip(words, words.dropFirst()) {
        switch word {
        case "struct", "enum", "class", "extension": types.insert(next)
        case "case", "let", "var", "func": declared.insert(next)
        default: continue
        }
        declared.insert(next)
      }
      // `case a, b, c`
      for line in text.split(separator: "\n") {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.hasPrefix("case ") else { continue }
        for part in trimmed.dropFirst(5).split(separator: ",") {
          declared.insert(String(part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }))
        }
      }
      for type in types { members[type, default: []].formUnion(declared) }
    }
    return members
  }()

  static let vocabulary: Set<String> = {
    var names = Set(Rule.all.map(\.code))
    names.formUnion(FactKind.allCases.map(\.rawValue))
    names.formUnion(DealSign.Kind.allCases.map(\.rawValue))
    names.formUnion(["rapport report", "rapport show"])
    return names
  }()

  @Test func everyNameExists() throws {
    let names = try Self.names(between: "`")
    #expect(names.count > 100)
    for name in names where !Self.vocabulary.contains(name) {
      let parts = name.split(separator: ".").map(String.init)
      let isThere =
        parts.count == 1
        ? Self.members[name] != nil : parts.count == 2 && Self.members[parts[0]]?.contains(parts[1]) == true
      #expect(isThere, "\(name) is nowhere in Sources")
    }
  }

  @Test func everySectionIsOne() throws {
    let words = try Checkout.text("Sources/HealthReports/SheetSection.swift")
    let sections = try Self.names(between: "*")
    #expect(sections.count > 5)
    for section in sections { #expect(words.contains("say(\"\(section)\","), "no section is called \(section)") }
  }

  @Test func nothingIsLeftOut() throws {
    let named = Set(try Self.names(between: "`"))
    for name in Self.vocabulary.subtracting(named).sorted() where !name.hasPrefix("rapport ") {
      Issue.record("docs/theory.md has no place for \(name)")
    }
  }
}
