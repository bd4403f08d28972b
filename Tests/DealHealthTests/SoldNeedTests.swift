import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealHealth

/// What was sold, and what became of it.
@Suite struct SoldNeedTests {
  func sold(_ builder: JournalBuilder, _ stage: Stage = .care) -> [SoldNeed] {
    let journal = builder.journal(stage)
    return SoldNeed.all(of: DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil))
  }

  /// A deal in which Ann's and Bob's needs were confirmed.
  func deal() -> JournalBuilder {
    var builder = JournalBuilder()
    builder.fact(.needRequirement, "Ann", on: "2026-09-01", "two lines")
    builder.fact(.needConfirmed, "Ann", on: "2026-09-02", "fewer stops")
    builder.fact(.valueBenefit, "Ann", on: "2026-09-03", "half the stops")
    builder.fact(.needConfirmed, "Bob", on: "2026-09-02", "paid back in two years")
    builder.fact(.exchangePrice, on: "2026-09-20", "420,000")
    return builder
  }

  @Test func eachNeedMeetsItsOutcome() {
    var builder = deal()
    builder.fact(.satisfactionPartial, "Ann", on: "2026-11-01", "still stops")
    builder.fact(.needRequirement, "Ann", on: "2026-11-02", "cartons too")
    builder.influencer("Ann", .user)
    builder.influencer("Bob", .economic)
    let sold = sold(builder)
    #expect(sold.map(\.person) == ["Bob", "Ann"])
    #expect(sold.map(\.outcome) == [.unknown, .partly])
    #expect(sold.map { $0.wanted?.evidence.quote } == ["paid back in two years", "fewer stops"])
    #expect(sold[1].promised.map(\.evidence.quote) == ["half the stops"])
    // What she asks for afterwards is another sale.
    #expect(sold[1].need.map(\.evidence.quote) == ["two lines", "fewer stops"])
    #expect(sold[1].answer.isEmpty)
  }

  @Test func theLastWordCountsAndAnAnswerComesAfterIt() {
    var builder = deal()
    builder.fact(.satisfactionNone, "Ann", on: "2026-11-01", "never ran")
    builder.fact(.commitmentDone, "Ann", on: "2026-11-03", "changed the sensor")
    builder.influencer("Ann", .user)
    #expect(sold(builder).first { $0.person == "Ann" }?.answer.map(\.quote) == ["changed the sensor"])
    builder.fact(.satisfactionPartial, "Ann", on: "2026-11-05", "runs, and is loud")
    #expect(sold(builder).first { $0.person == "Ann" }?.answer.isEmpty == true)
    builder.fact(.satisfactionFull, "Ann", on: "2026-11-08", "quiet by now")
    builder.fact(.trustUp, "Ann", on: "2026-11-09")
    #expect(sold(builder).first { $0.person == "Ann" }?.outcome == .met)
    // Praise needs no answer.
    #expect(sold(builder).first { $0.person == "Ann" }?.answer.isEmpty == true)
  }

  /// A promise answers a complaint while it may still be kept; one of months ago that nobody came back to does not.
  @Test(arguments: [("2026-11-20", false), ("2027-03-20", true)])
  func aPromiseAnswersForAWhile(asOf: String, speaks: Bool) throws {
    let text = """
      # Larkfield Mills

      ## 2026-09-20 #stage/care
      Met Tom Reed, the production manager #role/user. First the stops have to end #need/confirmed. Signed: 420,000 #exchange/price.

      ## 2026-11-12 #stage/care
      Called Tom Reed. It still stops twice a night #satisfaction/partial.
      I promised Tom Reed to look into it #commitment/ours(Tom Reed).
      """
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text)))
    let assessment = Assessment(of: Journal(folding: [reading], asOf: try #require(Day(iso: asOf))))
    #expect(assessment.findings.contains { $0.code == "C702" } == speaks)
  }

  @Test func beforeTheSaleNothingIsSold() { #expect(sold(deal(), .exchange).isEmpty) }

  @Test func aWordOfNobodyStandsAlone() {
    var builder = deal()
    builder.fact(.satisfactionFull, on: "2026-11-01", "all runs well")
    builder.influencer("Ann", .user)
    builder.influencer("Bob", .economic)
    #expect(sold(builder).map(\.outcome) == [.unknown, .unknown, .met])
    #expect(sold(builder).map(\.person) == ["Bob", "Ann", nil])
  }

  /// From the bytes of three notes: the need stands in one, the sale in another, the complaint in a third.
  @Test(arguments: [
    [
      "# 2026-08-20 Larkfield Mills #stage/needs\nMet Tom Reed, the production manager #role/user. First the stops have to end #need/confirmed.\n",
      "# 2026-09-20 Larkfield Mills #stage/care\nMet Helen Marsh, the CFO #role/economic. She wants it paid back in two years #need/confirmed. Signed: 420,000 #exchange/price.\n",
      "# 2026-11-12 Larkfield Mills #stage/care\nCalled Tom Reed. It still stops twice a night #satisfaction/partial.\n",
    ],
    [
      "# 2026-08-20 长风纺织 #阶段/需求\n见了生产部王经理 #角色/使用。他说先把停机解决了再谈别的 #需求/确认。\n",
      "# 2026-09-20 长风纺织 #阶段/经营\n见了财务李总 #角色/拍板，她要两年内回本 #需求/确认。签了，42万 #交换/价格。\n",
      "# 2026-11-12 长风纺织 #阶段/经营\n给王经理打了电话，他说一晚上还要停两次 #满意/部分。\n",
    ],
  ]) func notesAreJoined(texts: [String]) throws {
    let readings = texts.enumerated().map { number, text in
      NoteReading(of: Note(parsing: SourceFile(path: "\(number).md", text: text)))
    }
    let journal = Journal(folding: readings, asOf: try #require(Day(iso: Rule.Example.asOf)))
    let assessment = Assessment(of: journal)
    let complaint = try #require(assessment.findings.first { $0.code == "C702" })
    #expect(complaint.evidence.map(\.path) == ["2.md", "0.md"])
    let message = [complaint.message.en, complaint.message.zh]
    #expect(message.contains { $0.contains("the stops have to end") || $0.contains("先把停机解决") })
  }

  @Test func whoeverIsDisappointedIsAskedForNothing() {
    func codes(_ last: FactKind) -> Set<String> {
      var builder = deal()
      builder.fact(.satisfactionFull, "Ann", on: "2026-11-01")
      builder.fact(.trustUp, "Ann", on: "2026-11-01")
      builder.fact(last, "Bob", on: "2026-11-02")
      builder.influencer("Ann", .user)
      builder.influencer("Bob", .economic)
      return Set(Assessment(of: builder.journal(.care)).findings.map(\.code))
    }
    #expect(codes(.satisfactionFull).contains("C706"))
    #expect(!codes(.satisfactionPartial).contains("C706"))
  }
}
