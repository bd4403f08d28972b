import FactReading
import FoundationEssentials
import NoteSyntax
import SourceText
import Workspace

/// A journal with what careful readers found in it (`Tests/Corpus/GUIDELINE.md`).
struct AnnotatedJournal {
  let name: String
  let sources: [SourceFile]
  let gold: Gold
  /// Whether it says things outright, line by line, as no journal does (`StatementFile`).
  var isOutright = false

  /// Its notes as they are read, by paths from its `notes` folder.
  var inputs: [NoteInput] { sources.map { NoteInput(path: $0.path, bytes: $0.bytes) } }

  /// The part of a `gold.json` that training needs.
  struct Gold: Decodable {
    let asOf: String
    let people: [Person]
    let deals: [Deal]
    let facts: [Fact]
    let gaps: [Gap]

    struct Person: Decodable {
      let id: String
      let name: String
      let surface: [String]
      let side: String
      let role: String?
    }
    struct Deal: Decodable {
      let id: String
      let name: String
      let surface: [String]
      let stage: String
    }
    struct Fact: Decodable {
      let file: String
      let line: Int
      let kind: String
      let person: String?
      let deal: String?
    }
    struct Gap: Decodable {
      let deal: String
      let kind: String
      let person: String?
    }
    enum CodingKeys: String, CodingKey {
      case asOf = "as_of"
      case people, deals, facts, gaps
    }
  }

  /// Every journal in `corpora`, ordered by name: folders with a `gold.json`, and files of statements.
  static func read(_ corpora: [String]) throws -> [AnnotatedJournal] {
    var journals: [AnnotatedJournal] = []
    for corpus in corpora {
      for name in try FileManager.default.contentsOfDirectory(atPath: corpus).sorted() {
        let folder = corpus + "/" + name
        if name.hasSuffix(".txt"), let bytes = FileManager.default.contents(atPath: folder) {
          journals.append(try StatementFile(String(decoding: bytes, as: UTF8.self), name: name).journal)
        }
        guard let data = FileManager.default.contents(atPath: folder + "/gold.json") else { continue }
        let notes = try Discovery(of: [folder + "/notes"]).notes
        journals.append(
          AnnotatedJournal(
            name: name,
            sources: JournalReading(of: notes, settings: Configuration()).sources.map {
              SourceFile(path: String($0.path.dropFirst(folder.count + 7)), bytes: $0.bytes)
            }, gold: try JSONDecoder().decode(Gold.self, from: data)))
      }
    }
    return journals.sorted { $0.name < $1.name }
  }

  /// For each sentence, where the annotation's names stand, in place of those that the reader finds.
  func annotatedNames(in note: Note) -> [[Range<Int>]] {
    let surfaces = Set(gold.people.flatMap { [$0.name] + $0.surface }).map { Array($0.utf8) }
      .filter { $0.count > 1 }.sorted { ($1.count, $0.description) < ($0.count, $1.description) }
    return note.sentences.map { sentence in
      let bytes = note.text.bytes
      var found: [Range<Int>] = []
      var at = sentence.text.lowerBound
      while at < sentence.text.upperBound {
        let match = surfaces.first { surface in
          let end = at + surface.count
          guard end <= sentence.text.upperBound, bytes[at..<end].elementsEqual(surface) else { return false }
          func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
          return !(at > 0 && isLetter(bytes[at - 1]) && isLetter(surface[0]))
            && !(end < bytes.count && isLetter(bytes[end]) && isLetter(surface[surface.count - 1]))
        }
        if let match { found.append(at..<at + match.count) }
        at += match?.count ?? 1
      }
      return found
    }
  }

  /// The annotated person who has most forms of the name in common with `names`.
  func annotatedPerson(named names: Set<String>) -> String? {
    let shared = gold.people.map { Set($0.surface + [$0.name]).intersection(names).count }
    guard let best = shared.indices.max(by: { (shared[$0], $1) < (shared[$1], $0) }), shared[best] > 0 else {
      return nil
    }
    return gold.people[best].id
  }
}
