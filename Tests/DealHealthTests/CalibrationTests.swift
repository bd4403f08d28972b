import FoundationEssentials
import Testing

@testable import DealHealth

/// How far the rules agree with annotators about what a deal lacks, given a perfect reading.
@Suite struct CalibrationTests {
  /// Two people agree at 0.86 to 0.89. A change to a rule that costs more than it brings shows here.
  @Test(arguments: [("dev", 0.70), ("train", 0.70)]) func rulesAgreeWithAnnotators(folder: String, floor: Double) throws
  {
    let journals = try journals(folder)
    #expect(agreement(journals) >= floor)
  }

  /// The annotated journals of one folder of the corpus.
  private func journals(_ folder: String) throws -> [GoldJournal] {
    let root = (#filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/Corpus/" + folder
    return try FileManager.default.contentsOfDirectory(atPath: root).sorted()
      .filter { FileManager.default.fileExists(atPath: root + "/" + $0 + "/gold.json") }
      .map { try GoldJournal(folder: root + "/" + $0) }
  }

  /// F1 over (deal, kind), micro-averaged.
  private func agreement(_ journals: [GoldJournal]) -> Double {
    var hits = 0
    var said = 0
    var marked = 0
    for gold in journals {
      let found = Set(
        Assessment(of: gold.journal).gaps.compactMap { finding in
          finding.deal.map { GoldJournal.Gap(deal: $0, kind: finding.name) }
        })
      hits += found.intersection(gold.gaps).count
      said += found.count
      marked += gold.gaps.count
    }
    return 2 * Double(hits) / Double(max(1, said + marked))
  }
}
