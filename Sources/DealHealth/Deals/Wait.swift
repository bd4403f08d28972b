import DealJournal
import NoteSyntax

/// A day before which nothing is to be expected, as a note says: "legal until 3/1", a tender's publicity period.
public struct Wait: Sendable {
  /// The last day on which silence means nothing.
  public let until: Day
  /// The words that say so.
  public let evidence: Evidence
}

extension Setting {
  /// How long a tender's publicity period lasts when the note does not say it.
  static let publicityDays = Setting(
    "M804.publicity-days", standard: 14,
    summary: Text(
      en: "Days that a tender's publicity period lasts when the note does not say it.", zh: "招标公示没写到哪天时，按多少天算。"))
}

extension DealContext {
  /// The latest day that a note tells to wait for, when it is not past; nil when none does.
  public var wait: Wait? {
    let waits = signs(.waits).compactMap { sign in
      sign.dates.map(\.last).max().map { Wait(until: $0, evidence: sign.evidence) }
    }
    let periods = signs(.publicity).compactMap { sign in
      sign.day.map { day in
        Wait(until: sign.dates.map(\.last).max() ?? day + self[.publicityDays], evidence: sign.evidence)
      }
    }
    return (waits + periods).filter { $0.until >= asOf }.max { $0.until < $1.until }
  }

  /// Whether a tender has been decided already: its result is published, not the call for bids.
  var isAwarded: Bool {
    profile == .tender && signs(.publicity).contains { !$0.words.contains("招标") && !$0.words.contains("公告") }
  }
}
