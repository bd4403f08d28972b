import NoteSyntax

extension MarkInterpreter {
  /// Plain labels that name a customer and, beside it, a deal of theirs: `客户：宏泰精密` above `项目：二期`, the same in front
  /// matter, or two cells of a row. Each speaks of what follows up to the next customer's, in front matter of the note, in
  /// a table of its row. One without the other says nothing for certain.
  func labelledDeals(besides marks: [MarkedMeaning]) -> [MarkedMeaning] {
    let labels = note.labels.filter { label in
      label.origin != .field && 1...60 ~= label.value.count && isName(label.value)
        && !MarkVocabulary.isUnfilled(note.text.string(label.value))
    }
    let accounts = labels.filter { MarkVocabulary.accountLabels.contains($0.name) }
    let deals = labels.filter { MarkVocabulary.dealLabels.contains($0.name) }
    guard !accounts.isEmpty, !deals.isEmpty else { return [] }
    let known = Set(marks.map(\.span))
    var titled = Set<Int>()
    var pairs: [(account: Label, deal: Label, scope: Range<Int>)] = []
    var next = 0
    for account in accounts {
      // Labels stand in reading order: a deal far above is none for those that follow either.
      while next < deals.count, account.block != nil, deals[next].line + Self.reach < account.line { next += 1 }
      let near = deals[next...].prefix { $0.block == nil || $0.line <= account.line + Self.reach }
      let beside = near.filter { isBeside($0, account) }
      guard let deal = beside.min(by: { distance($0, account) < distance($1, account) }) else { continue }
      pairs.append((account, deal, scope(of: account, and: deal, titled: &titled)))
    }
    // Each of several customers in an entry has what stands up to the next.
    for index in pairs.indices.dropFirst() where pairs[index].scope.upperBound == pairs[index - 1].scope.upperBound {
      let start = pairs[index].scope.lowerBound
      guard start > pairs[index - 1].scope.lowerBound else { continue }
      pairs[index - 1].scope = pairs[index - 1].scope.lowerBound..<start
    }
    return pairs.flatMap { pair in
      [
        (pair.account, MarkMeaning.account(note.text.string(pair.account.value))),
        (pair.deal, .deal(note.text.string(pair.deal.value))),
      ].compactMap { label, meaning in
        guard !known.contains(note.text.span(of: label.value)) else { return nil }
        var mark = self.meaning(meaning, at: place(of: label))
        mark.scope = pair.scope
        return mark
      }
    }
  }

  /// Whether the value is no clause of its own.
  private func isName(_ value: Range<Int>) -> Bool {
    !note.text.bytes[value].contains { [0x2C, 0x3B, 0x21, 0x3F].contains($0) } && !note.text.string(value).contains("。")
  }

  /// In lines; of two as far, the one below is nearer.
  private func distance(_ deal: Label, _ account: Label) -> Int {
    deal.line >= account.line ? 2 * (deal.line - account.line) : 2 * (account.line - deal.line) + 1
  }

  /// In front matter, in one row, or in lines next to each other of one entry.
  private func isBeside(_ deal: Label, _ account: Label) -> Bool {
    guard deal.origin == account.origin else { return false }
    guard let block = account.block, let other = deal.block else { return account.block == deal.block }
    if account.origin == .tableCell { return block == other }
    return abs(deal.line - account.line) <= Self.reach
      && note.blocks[block].sentences.first.map { note.sentences[$0].entry }
        == note.blocks[other].sentences.first.map { note.sentences[$0].entry }
  }

  /// How many lines may stand between two labels that belong together.
  private static let reach = 4

  private func scope(of account: Label, and deal: Label, titled: inout Set<Int>) -> Range<Int> {
    guard let block = account.block, let other = deal.block else { return 0..<note.sentences.count }
    let row = note.blocks[block].sentences
    guard account.origin != .tableCell, let sentence = row.first else { return row }
    let entry = note.sentences[sentence].entry
    let blocks = note.entries[entry].blocks
    // What stands above the first labels of an entry is its title.
    let start =
      titled.insert(entry).inserted
      ? note.blocks[blocks.lowerBound].sentences.lowerBound
      : min(sentence, note.blocks[other].sentences.first ?? sentence)
    return start..<max(start, note.blocks[blocks.upperBound - 1].sentences.upperBound)
  }
}
