import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// What a customer may read holds no judgement and no words of the notes, in whatever format.
@Suite struct CustomerReportTests {
  private let formats = ["terminal", "markdown", "html", "json", "wecom", "feishu", "dingtalk", "slack", "email"]
  private let customer = "--audience customer-facing --as-of 2026-11-20"

  private func run(_ command: String, in folder: String) throws -> String {
    let outcome = try Shell.run("rapport \(command)", in: folder)
    #expect(outcome.status == 0, "\(command) \(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// A page without the style and script that all pages have.
  private func content(_ page: String) -> String {
    page.components(separatedBy: "<style>").map { $0.components(separatedBy: "</style>").last ?? "" }.joined()
      .components(separatedBy: "<script>")[0]
  }

  private static let notes = """
    # Brackwater Mills

    2026-11-10 Met Dana Reed, CFO, who has the final say. She is a dragon and does not trust us. Her need is fewer stops,
    she confirmed it. Piet Vos is our coach: he told me in confidence that Kranich quoted 38,000. Our floor is 41,500.
    Maida Holm blocks us, we go around her. Promised Dana a quotation by 2026-11-24. Showed them the press, she was convinced
    that we can do it. Dana will send the drawings by 2026-11-25.

    2026-11-17 Showed the datasheet. Dana complained that we are slow. We will flatter her.
    """

  @Test func noJudgementSurvives() throws {
    let folder = TemporaryFolder()
    try folder.write("notes/brackwater.md", Self.notes)
    for language in ["en", "zh"] {
      for command in ["report", "weekly"] {
        for format in formats {
          let page = content(
            try run("\(command) notes \(customer) --format \(format) --lang \(language)", in: folder.path))
          #expect(page.contains("Brackwater Mills"))
          let lower = page.lowercased()
          for word in [
            "dragon", "dana", "piet", "maida", "kranich", "38,000", "41,500", "confidence", "convinced", "flatter",
            "slow",
            "coach", "trust", "doubt", "block", "decides", "risk", "floor", "gate", "missing", "final say",
            "brackwater.md",
            "信任", "信用", "疑虑", "内线", "拍板", "风险", "还缺", "把关",
          ] where lower.contains(word) { Issue.record("\(command) \(format) \(language) says \(word)") }
          // Codes of rules: a capital and three digits.
          let codes = page.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.filter {
            $0.count == 4 && $0.first?.isUppercase == true && $0.dropFirst().allSatisfy(\.isNumber)
          }
          #expect(codes.isEmpty)
        }
      }
    }
    let text = try run("report notes \(customer)", in: folder.path)
    // What is harmless is there.
    for words in ["We: the quotation, by 2026-11-24", "You: documents, by 2026-11-25", "2026-11-17"] {
      #expect(text.contains(words), "\(text)")
    }
  }

  /// Of no note of the example journal do six words, or eight Han characters, stand there together.
  @Test func noWordsOfNotesSurvive() throws {
    var runs: Set<String> = []
    for file in Checkout.files(under: "examples/journal", ending: "") where !file.hasSuffix(".yml") {
      guard let text = try? Checkout.text(file) else { continue }
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        for start in words.indices.dropLast(5) { runs.insert(words[start..<(start + 6)].joined(separator: " ")) }
        let characters = Array(line)
        for start in characters.indices.dropLast(7) where !characters[start..<(start + 8)].contains(where: \.isASCII) {
          runs.insert(String(characters[start..<(start + 8)]))
        }
      }
    }
    #expect(runs.count > 1000)
    let search = WordSearch(runs)
    for deal in ["Tallis", "新风", "云岫", "诺邦", "Aurelis", "Wexcombe"] {
      for format in ["html", "json", "markdown"] {
        let page = try run("report examples/journal --deal \(deal) \(customer) --format \(format)", in: Checkout.path)
        #expect(search.found(in: content(page)) == [])
      }
    }
    let page = try run("report examples/journal --deal 新风 \(customer) --lang zh", in: Checkout.path)
    for words in ["您的需求", "我们能做到", "我们：报价，2026-11-18 前"] { #expect(page.contains(words), "\(page)") }
  }

  @Test func noCustomerReadsOfAnother() throws {
    for command in ["report", "weekly"] {
      let outcome = try Shell.run("rapport \(command) examples/journal \(customer)", in: Checkout.path)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(String(decoding: outcome.errors, as: UTF8.self).contains("choose one with --account or --deal"))
    }
    let site = try Shell.run("rapport report examples/journal \(customer) --site s", in: Checkout.path)
    #expect(site.status == 2)
  }
}
