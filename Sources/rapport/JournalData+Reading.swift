import DealHealth
import FactReading
import FindingFormats
import HealthReports
import JournalData
import NoteSyntax
import SourceText
import Workspace

extension JournalData {
  /// The tables of what a command has read, with the gates at the end of so many weeks before, and the texts that all of it
  /// follows from.
  init(
    _ reading: JournalReading, _ options: JournalOptions, weeks: Int, language: Language?,
    sources: @escaping () -> [JournalSource]
  ) {
    let assessment = reading.assessment(asOf: options.day)
    let monday = Week(containing: options.day).first
    self.init(
      assessment, earlier: (0..<weeks).reversed().map { reading.assessment(asOf: monday - 1 - 7 * $0) },
      language: language ?? assessment.journal.language, producer: "\(Tool.name) \(Tool.version)",
      sources: sources, relative: options.relative)
  }
}

extension ReportTable.Value {
  /// A cell of a query.
  init(_ value: DataValue) {
    self =
      switch value {
      case .null: .none
      case .integer(let number): .number(number)
      case .real(let number): number.isFinite ? .real(number) : .text("\(number)")
      case .text(let text): .text(text)
      }
  }
}
