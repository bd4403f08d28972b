import ArgumentParser
import FactReading
import NoteSyntax
import SourceText

/// Short notes by one writer in one file, each line with the kinds of fact that it says (`Tests/Corpus/statements/README.md`).
///
///     ## customer | the person as the first line has the name | title
///     need.requirement,need.driver<TAB>A line of the note.
///     -<TAB>A line that says nothing of the kind.
struct StatementFile {
  /// Of a note.
  private struct Line {
    let kinds: [FactKind]
    let text: String
  }

  private struct Block {
    let customer: String
    let person: String
    var lines: [Line] = []
  }

  /// Kinds that concern nobody in particular.
  private static let impersonal: Set<FactKind> = [.exchangeInterest, .competitor]
  private static let firstDay = Day(iso: "2026-09-01") ?? Day(number: 0)
  private static let lastDay = Day(iso: "2026-11-20") ?? Day(number: 0)

  private let name: String
  private var blocks: [Block] = []

  /// Reads `text`, the contents of the file called `name`. Throws what is wrong, with its line.
  init(_ text: String, name: String) throws {
    self.name = name
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      func fault(_ what: String) -> ValidationError { ValidationError("\(name):\(number + 1): \(what)") }
      if line.hasPrefix("## ") {
        let parts = line.dropFirst(3).split(separator: "|").map { String($0.trimmed) }
        guard parts.count >= 2 else { throw fault("needs a customer and a person with | between") }
        blocks.append(Block(customer: parts[0], person: parts[1]))
      } else if !line.trimmed.isEmpty {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, !blocks.isEmpty else { throw fault("needs kinds, a tab and words, under a ## line") }
        let words = parts[0].trimmed == "-" ? [] : parts[0].split(separator: ",").map { String($0.trimmed) }
        let kinds = try words.map { word throws -> FactKind in
          guard let kind = FactKind(rawValue: word) else { throw fault("knows no kind \(word)") }
          return kind
        }
        blocks[blocks.count - 1].lines.append(Line(kinds: kinds, text: String(parts[1].trimmed)))
      }
    }
  }

  /// The notes as a journal, a file each, with days spread over a quarter and headings such as journals have.
  var journal: AnnotatedJournal {
    var sources: [SourceFile] = []
    var people: [AnnotatedJournal.Gold.Person] = []
    var deals: [AnnotatedJournal.Gold.Deal] = []
    var facts: [AnnotatedJournal.Gold.Fact] = []
    for (number, block) in blocks.enumerated() {
      let day = (Self.firstDay + number * (Self.lastDay - Self.firstDay) / blocks.count).iso
      let customer = String(block.customer.map { "/\\:".contains($0) ? " " : $0 })
      let (file, head): (String, [String]) =
        switch number % 3 {
        case 0: ("\(day) \(customer) \(number).md", [])
        case 1: ("\(customer) \(number).md", ["# " + block.customer, "", "## " + day, ""])
        default: ("\(customer) \(number).txt", [block.customer, "", day])
        }
      let text = (head + block.lines.map(\.text)).joined(separator: "\n") + "\n"
      sources.append(SourceFile(path: file, bytes: Array(text.utf8)))
      let person = block.lines.first.map { $0.text.contains(block.person) } ?? false ? "\(number)" : nil
      if let person {
        people.append(
          .init(id: person, name: block.person, surface: [block.person], side: "customer", role: "other"))
      }
      deals.append(.init(id: block.customer, name: block.customer, surface: [block.customer], stage: "value"))
      for (index, line) in block.lines.enumerated() {
        facts += line.kinds.map { kind in
          AnnotatedJournal.Gold.Fact(
            file: file, line: head.count + index + 1, kind: kind.rawValue,
            person: Self.impersonal.contains(kind) ? nil : person, deal: block.customer)
        }
      }
    }
    return AnnotatedJournal(
      name: name, sources: sources,
      gold: AnnotatedJournal.Gold(asOf: Self.lastDay.iso, people: people, deals: deals, facts: facts, gaps: []),
      isOutright: true)
  }
}

extension StringProtocol {
  fileprivate var trimmed: SubSequence {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\r" || $0 == "\t" || $0 == "\u{FEFF}" }
    var rest = self[startIndex...]
    while let first = rest.first, blank(first) { rest = rest.dropFirst() }
    while let last = rest.last, blank(last) { rest = rest.dropLast() }
    return rest
  }
}
