import FactReading

/// A report as a page: titled parts with items, each with the place that shows it. Formats lay it out and decide nothing.
struct ReportPage: Sendable {
  let language: Language
  let title: String
  /// Lines under the title.
  let lead: [String]
  let sections: [Section]

  /// A titled part.
  struct Section: Sendable {
    /// What templates call it; empty for a part that is in no template.
    var name = ""
    let title: String
    /// A sentence under the title.
    var note: String?
    var items: [Item] = []
    /// Rows of equal length, the first one their heads; empty for none.
    var table: [[String]] = []
    /// What `table` shows, as numbers for a picture; empty for none.
    var bars: [WeeklyReport.ComparisonRow] = []
  }

  /// One thing to say.
  struct Item: Sendable {
    /// What it is about, such as a deal; empty for nothing in particular.
    var subject = ""
    /// The deal that it is about (`Deal.id`).
    var about: String?
    let text: String
    /// Why, in a line of its own.
    var detail: String?
    /// Whether it calls for attention.
    var isUrgent = false
    var places: [HealthReport.Place] = []
  }
}
