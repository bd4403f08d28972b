import DealHealth
import FactReading
import SourceText

/// A part of a deal's sheet as every format shows it: a title, and rows of one, two or more cells.
struct SheetSection {
  let title: String
  /// The heads of the columns; empty for rows that explain themselves.
  let header: [String]
  let rows: [[String]]

  /// The rows, the first of which is the head, blank for rows that explain themselves.
  var table: [[String]] {
    [header.isEmpty ? Array(repeating: " ", count: rows.map(\.count).max() ?? 1) : header] + rows
  }

  /// A heading of the third level and the table, as Markdown.
  func markdown() -> String {
    "### \(title)\n\n" + MarkdownTable.text(table.map { $0.map { InertText.markdown($0) } })
  }
}

extension DealSheet {
  /// The parts of the sheet that have something to say, in order.
  func sections(_ language: Language) -> [SheetSection] {
    let words = SheetWords(language: language)
    return [
      words.sold(sold), words.value(value), words.needs(needs), words.questions(needs), words.trust(trust),
      words.exchange(exchange),
      objection.map(words.objection), words.waiting(waiting), words.dismissed(dismissed),
    ].compactMap(\.self).filter { !$0.rows.isEmpty }
  }
}

/// What a sheet calls its parts.
private struct SheetWords {
  let language: Language

  func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private func quotes(_ places: [HealthReport.Place]) -> String {
    places.map { "“\($0.words)” \($0.label)" }.joined(separator: say("; ", "；"))
  }

  func sold(_ rows: [DealSheet.SoldRow]) -> SheetSection {
    SheetSection(
      title: say("Sold, and what became of it", "卖出去的需求，后来怎样"), header: [],
      rows: rows.flatMap { sold in
        let isOpen = sold.outcome == .partly || sold.outcome == .unmet
        let parts: [(String, String)] = [
          (say("wanted", "当初要的"), sold.wanted.map { quotes([$0]) } ?? ""),
          (say("was told", "我们讲过"), quotes(sold.promised)),
          (sold.outcome.title.in(language), sold.word.map { quotes([$0]) } ?? "–"),
          (say("our answer", "我们的回应"), isOpen && sold.answer.isEmpty ? say("none yet", "还没有") : quotes(sold.answer)),
        ].filter { !$0.1.isEmpty }
        let who = sold.person ?? say("nobody in particular", "没写是谁")
        return parts.enumerated().map { [$0.offset == 0 ? who : "", $0.element.0, $0.element.1] }
      })
  }

  func value(_ rows: [DealSheet.ValueRow]) -> SheetSection {
    SheetSection(
      title: say("Value, person by person", "价值，一个人一个人看"),
      header: [say("who", "谁"), say("we can", "能做"), say("they gain", "好处"), say("why us", "为什么选我们")],
      rows: rows.map { [$0.person, state($0.capability), state($0.benefit), state($0.difference)] })
  }

  private func state(_ state: ValueMatrix.State) -> String {
    switch state {
    case .none: "–"
    case .told: say("told", "讲过")
    case .acknowledged: say("acknowledged", "认了")
    }
  }

  func needs(_ rows: [DealSheet.NeedRow]) -> SheetSection {
    SheetSection(
      title: say("Needs, layer by layer", "需求，一层一层看"), header: [],
      rows: rows.flatMap { need in
        let who = need.person ?? say("nobody in particular", "没写是谁")
        let layers: [(String, [HealthReport.Place])] = [
          (say("asks for", "要求"), need.requirement), (say("because", "需要"), need.want),
          (say("driven by", "深层动因"), need.driver), (say("confirmed", "确认"), need.confirmed),
          (say("guided", "引导"), need.guided),
        ]
        let known = layers.filter { !$0.1.isEmpty }
        return known.isEmpty
          ? [[who, need.status.title.in(language), ""]]
          : known.enumerated().map { [$0.offset == 0 ? who : "", $0.element.0, quotes($0.element.1)] }
      })
  }

  /// The three questions are asked of the deal: what one person's need leaves open another's may answer.
  func questions(_ rows: [DealSheet.NeedRow]) -> SheetSection? {
    guard let first = rows.first else { return nil }
    return SheetSection(
      title: say("The three questions", "三个问题"), header: [],
      rows: first.questions.indices.map { index in
        let answers = rows.map { $0.questions[index] }
        let answer = answers.first { $0.isYes == false } ?? answers.first { $0.isYes != nil } ?? answers[0]
        let word =
          switch answer.isYes {
          case true?: say("yes", "是")
          case false?: say("no", "否")
          case nil: say("open", "没问过")
          }
        return [answer.question, word, quotes(answer.evidence)]
      })
  }

  func trust(_ rows: [DealSheet.TrustRow]) -> SheetSection {
    SheetSection(
      title: say("Trust", "信任"), header: [],
      rows: rows.map { row in
        let score = [row.up > 0 ? "+\(row.up)" : "", row.down > 0 ? "−\(row.down)" : ""].filter { !$0.isEmpty }
        return [
          row.object.title.in(language), score.joined(separator: " "), row.trend.title.in(language),
          row.last.map { say("last ", "最近 ") + quotes([$0]) } ?? "",
        ]
      })
  }

  func exchange(_ exchange: DealSheet.ExchangeRow) -> SheetSection {
    func rows(_ side: String, _ items: [DealSheet.ExchangeItemRow]) -> [[String]] {
      items.enumerated().map { [$0.offset == 0 ? side : "", $0.element.title, cell($0.element.evidence)] }
    }
    return SheetSection(
      title: say("Exchange", "交换"), header: [],
      rows: rows(say("theirs", "对方"), exchange.theirs) + rows(say("ours", "我们"), exchange.ours))
  }

  private func cell(_ places: [HealthReport.Place]) -> String { places.isEmpty ? "–" : quotes(places) }

  func objection(_ objection: DealSheet.ObjectionRow) -> SheetSection {
    SheetSection(
      title: say("Too expensive: why?", "嫌贵：是哪一种？"), header: [],
      rows: [[objection.person ?? say("somebody", "有人"), "", quotes([objection.evidence])]]
        + objection.causes.enumerated().map { number, cause in
          let state =
            switch cause.state {
            case .open: say("open", "没解决")
            case .settled: say("not the cause", "不是原因")
            case .unknown: say("unknown", "不知道")
            }
          return ["\(number + 1) \(cause.cause)", state, quotes(Array(cause.evidence.prefix(1)))]
        })
  }

  func waiting(_ rows: [DealSheet.WaitingRow]) -> SheetSection {
    SheetSection(
      title: say("Later, once the above is settled", "往后放，前面的解决了再说"), header: [],
      rows: rows.map { [$0.finding.code, say("after \($0.waitsOn)", "在 \($0.waitsOn) 之后"), $0.finding.message] })
  }

  func dismissed(_ rows: [DealSheet.DismissedRow]) -> SheetSection {
    SheetSection(
      title: say("Let be", "先不管"), header: [],
      rows: rows.map { row in
        [
          row.finding.code, row.until.map { say("until \($0)", "到 \($0)") } ?? "",
          "\(row.finding.message) (\(row.reason))",
        ]
      })
  }
}
