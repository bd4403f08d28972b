import NoteSyntax
import SourceText

/// A list as a value, from which every format is made: a table for readers, rows for programs.
public struct ReportTable: Sendable {
  /// What JSON calls the rows: `deals`.
  let name: String
  /// The day as of which everything is told, `YYYY-MM-DD`.
  let asOf: String
  let columns: [Column]
  /// As many cells in each as there are columns.
  let rows: [[Cell]]
  /// What a reader is told instead of no rows.
  let whenEmpty: String

  /// One thing that is told of every row.
  struct Column: Sendable {
    /// Its name for programs: `last_entry`.
    let key: String
    /// Its name for readers.
    let title: String
    /// Who sees it.
    var audience = Audience.everybody
    /// Fewest columns of a terminal that it can be cut to; nil when it is never cut.
    var minimum: Int? = nil
    /// Whether it goes first when a terminal is too narrow for all.
    var isSpare = false
  }

  /// Who sees a column.
  enum Audience: Sendable { case everybody, readers, programs }

  /// One thing that is told of one row.
  struct Cell: Sendable {
    let value: Value
    /// For readers, on one line.
    let shown: String
    var inks: [TerminalStyle.Ink] = []

    init(_ value: Value, shown: String? = nil, _ inks: TerminalStyle.Ink...) {
      self.value = value
      self.shown = shown ?? value.text
      self.inks = inks
    }

    init(_ text: String?, shown: String? = nil, _ inks: TerminalStyle.Ink...) {
      value = text.map(Value.text) ?? .none
      self.shown = shown ?? text ?? "–"
      self.inks = inks
    }
  }

  /// What programs get.
  public enum Value: Sendable {
    /// Nothing is told.
    case none
    /// A text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// 0 to 1, to two decimal places.
    case share(Double)
    /// Any other number.
    case real(Double)
    /// Yes or no.
    case flag(Bool)
    /// Several texts.
    case list([String])

    /// As one field of text.
    var text: String {
      switch self {
      case .none: ""
      case .text(let text): text
      case .number(let number): String(number)
      case .share(let share): "\((share * 100).rounded() / 100)"
      case .real(let number): "\(number)"
      case .flag(let flag): flag ? "true" : "false"
      case .list(let items): items.joined(separator: "; ")
      }
    }
  }

  /// The columns that `audience` sees, as indices.
  func columns(for audience: Audience) -> [Int] {
    columns.indices.filter { columns[$0].audience == .everybody || columns[$0].audience == audience }
  }
}

extension ReportTable {
  /// A table of `columns` that readers and programs see alike; `rows` have as many cells each. What the properties of the
  /// same names say.
  public init(name: String, asOf: Day, columns: [String], rows: [[Value]], whenEmpty: String) {
    self.init(
      name: name, asOf: asOf.iso, columns: columns.map { Column(key: $0, title: $0, minimum: 8) },
      rows: rows.map { row in row.map { Cell($0) } }, whenEmpty: whenEmpty)
  }
}
