/// A table of the journal: what each row is, its columns, and where the rows come from.
public struct DataTable: Sendable {
  /// Its name in SQL and the name of its file.
  public let name: String
  /// What a row is.
  public let summary: String
  /// Its columns, in order.
  public let columns: [Column]
  /// Makes the rows one after the other, in a fixed order; as many cells in each as there are columns. Ends with what its
  /// second argument throws, which is handed each of them.
  private let walk: @Sendable (JournalData, ([DataValue]) throws -> Void) throws -> Void

  /// What stands in one column.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// Of which type its cells are.
    public let type: DataType
    /// What a cell tells; in which unit, counted from where.
    public let summary: String
    /// The table and column that a cell points to.
    public let reference: (table: String, column: String)?
    /// Whether a cell may be empty.
    public let isOptional: Bool
  }

  /// Columns and where their cells come from, told at one place, so that the two cannot differ.
  struct Field<Row>: Sendable {
    let column: Column
    let value: @Sendable (Row) -> DataValue

    static func text(
      _ name: String, _ summary: String, to reference: (String, String)? = nil,
      _ value: @escaping @Sendable (Row) -> String
    ) -> Field {
      Field(
        column: Column(name: name, type: .text, summary: summary, reference: reference, isOptional: false),
        value: { .text(value($0)) })
    }

    static func optional(
      _ name: String, _ summary: String, to reference: (String, String)? = nil,
      _ value: @escaping @Sendable (Row) -> String?
    ) -> Field {
      Field(
        column: Column(name: name, type: .text, summary: summary, reference: reference, isOptional: true),
        value: { DataValue(value($0)) })
    }

    static func number(
      _ name: String, _ summary: String, to reference: (String, String)? = nil, isOptional: Bool = false,
      _ value: @escaping @Sendable (Row) -> Int?
    ) -> Field {
      Field(
        column: Column(name: name, type: .integer, summary: summary, reference: reference, isOptional: isOptional),
        value: { DataValue(value($0)) })
    }

    static func flag(_ name: String, _ summary: String, _ value: @escaping @Sendable (Row) -> Bool) -> Field {
      Field(
        column: Column(name: name, type: .integer, summary: summary + ": 1 or 0", reference: nil, isOptional: false),
        value: { DataValue(value($0)) })
    }

    static func share(
      _ name: String, _ summary: String, isOptional: Bool = false, _ value: @escaping @Sendable (Row) -> Double?
    ) -> Field {
      Field(
        column: Column(name: name, type: .real, summary: summary, reference: nil, isOptional: isOptional),
        value: { value($0).map { .real(($0 * 100).rounded() / 100) } ?? .null })
    }
  }

  /// A table of `fields`; `rows` lists what each row tells of.
  init<Row>(
    _ name: String, _ summary: String, rows: @escaping @Sendable (JournalData) -> [Row], _ fields: [Field<Row>]
  ) {
    self.init(name, summary, inTurn: { AnySequence(rows($0)) }, fields)
  }

  /// Likewise, of which each is told when its turn comes, for a table of many.
  init<Row>(
    _ name: String, _ summary: String, inTurn rows: @escaping @Sendable (JournalData) -> AnySequence<Row>,
    _ fields: [Field<Row>]
  ) {
    self.name = name
    self.summary = summary
    columns = fields.map(\.column)
    walk = { data, take in
      for row in rows(data) { try take(fields.map { $0.value(row) }) }
    }
  }

  /// Hands out the rows of `data`, one after the other, in a fixed order; as many cells in each as there are columns. None is
  /// kept, so that a table may be of any size.
  public func forEachRow<Failure: Error>(
    of data: JournalData, _ take: ([DataValue]) throws(Failure) -> Void
  ) throws(Failure) {
    do { try walk(data, take) } catch {
      // Nothing else throws there.
      if let failure = error as? Failure { throw failure }
    }
  }
}

/// A type of SQLite's strict tables.
public enum DataType: String, Sendable {
  /// Whole numbers.
  case integer = "INTEGER"
  /// Other numbers.
  case real = "REAL"
  /// Texts.
  case text = "TEXT"
}
