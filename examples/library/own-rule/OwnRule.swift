// Adds a rule of one's own to Rapport's: swift run example-own-rule NOTES [DAY]
import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import Workspace

/// Price is being talked, and nobody has spoken of when they need it.
let noDate = Rule(
  // Letters of one's own keep clear of codes to come.
  code: "ACME1", name: "no-date", gate: .exchange, stages: .value ... .exchange, weight: 20,
  summary: Text(en: "Price is being talked, and nothing says by when they need it.", zh: "在谈价了，他们什么时候要用还没写。"),
  why: Text(en: "Without a day there is no hurry, and without hurry no order.", zh: "没有日子就不急，不急就不会下单。"),
  clears: Text(en: "Ask: what has to run by when, and what if it does not?", zh: "问一句：什么时候必须用上？用不上会怎样？"),
  example: Rule.Example(
    fires: Text(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
    silent: Text(en: "Quoted 420,000 #exchange/price. They open on 1 March 2027.", zh: "报价42万 #交换/价格。2027年3月1日要开业。"),
    nearMiss: Text(en: "They ask what it costs.", zh: "他们问多少钱。"))
) { deal in
  let prices = deal.facts(.exchangePrice)
  guard !prices.isEmpty, !prices.contains(where: { !$0.dates.isEmpty }) else { return [] }
  return [
    Finding.Draft(
      message: Text(en: "We talk price, and nothing says by when they need it.", zh: "在谈价了，他们什么时候要用还没写。"),
      evidence: prices.map(\.evidence))
  ]
}

@main enum OwnRule {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments.count > 1 ? arguments[1] : "."
    let reading = JournalReading(of: try Discovery(of: [folder]).notes, settings: try Configuration(above: folder))
    let day = (arguments.count > 2 ? Day(iso: arguments[2]) : nil) ?? SystemClock.today()
    let assessment = Assessment(of: reading.journal(asOf: day), rules: Rule.all + [noDate], models: .builtin)
    for finding in assessment.findings where finding.code == noDate.code {
      let place = finding.evidence.first.map { "\($0.path):\($0.line)" } ?? ""
      print("\(place): \(finding.deal ?? ""): \(finding.message.in(.en)) \(finding.clears.in(.en))")
    }
  }
}
