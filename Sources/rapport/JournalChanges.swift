import DealHealth
import FactReading
import Workspace

/// What became another one between two readings of the same folders, in a line.
struct JournalChanges {
  private let paths: [String]
  private let gone: [String]
  private let noteCount: Int
  private let found: Int
  private let settled: Int
  private let isFirst: Bool

  /// Compares; nothing before means that everything is new.
  init(from old: JournalReading?, _ before: Assessment?, to new: JournalReading, _ now: Assessment) {
    isFirst = old == nil
    noteCount = new.sources.count
    paths = old.map { new.changes(since: $0).sorted() } ?? []
    gone = old.map { Set($0.sources.map(\.path)).subtracting(new.sources.map(\.path)).sorted() } ?? []
    let (known, current) = (Set(before?.findings.map(\.identity) ?? []), Set(now.findings.map(\.identity)))
    found = before == nil ? 0 : current.subtracting(known).count
    settled = known.subtracting(current).count
  }

  /// `acme.md, visit.md; 1 new finding, 2 settled`.
  func text(in language: Language) -> String {
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    if isFirst { return say("\(noteCount) \(noteCount == 1 ? "note" : "notes") read", "读了 \(noteCount) 篇笔记") }
    let names = paths + gone.map { say("\($0) gone", "\($0) 没了") }
    let more = names.count > 3 ? say(" and \(names.count - 3) more", "等 \(names.count) 篇") : ""
    let counts = [
      found == 0 ? nil : say("\(found) new \(found == 1 ? "finding" : "findings")", "新问题 \(found) 个"),
      settled == 0 ? nil : say("\(settled) settled", "解决 \(settled) 个"),
    ].compactMap(\.self)
    return [names.prefix(3).joined(separator: say(", ", "、")) + more, counts.joined(separator: say(", ", "，"))]
      .filter { !$0.isEmpty }.joined(separator: say("; ", "；"))
  }
}
