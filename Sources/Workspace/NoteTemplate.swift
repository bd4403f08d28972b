import DealHealth
import FactReading

/// What a new note begins with: `rapport-note.md`, beside `rapport.yml` or in any folder above the notes; without one, a
/// heading and what is still open.
public struct NoteTemplate: Sendable {
  /// The file's name. A file of this name is no note.
  public static let fileName = "rapport-note.md"

  /// The file as the user knows it; nil for the built-in template.
  public let path: String?
  private let text: String

  /// What stands in a note for the fields of its template.
  public struct Values: Sendable {
    /// The deal's name; empty for none.
    public var deal = ""
    /// Its customer's name; empty for none.
    public var account = ""
    /// The day of the note, `2026-11-27`.
    public var date = ""
    /// Its lines of what is still open; each becomes an item of a list in one HTML comment.
    public var questions: [String] = []
    /// What the comment begins with.
    public var questionsTitle = ""

    /// No values.
    public init() {}
  }

  /// The template for the notes at `path`.
  public init(above path: String) throws(Configuration.Fault) {
    let file = try Configuration.companion(named: Self.fileName, of: path, limit: 1 << 20)
    guard let bytes = file.bytes else {
      self.init()
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Configuration.Fault(
        path: file.path, line: 1, detail: Text(en: "is not UTF-8; save it as UTF-8", zh: "不是 UTF-8；请另存为 UTF-8"))
    }
    self.init(text: text, path: file.path)
  }

  /// The built-in template.
  public init() { self.init(text: "# {{title}}\n\n{{questions}}\n\n") }

  /// A template with a text, which stands in the file at `path`, if any.
  init(text: String, path: String? = nil) {
    self.path = path
    self.text = text
  }

  private static let fields: [String: @Sendable (Values) -> String] = {
    var fields: [String: @Sendable (Values) -> String] = [:]
    for name in ["title", "标题"] { fields[name] = { $0.deal.isEmpty ? $0.date : $0.deal } }
    for name in ["deal", "商机"] { fields[name] = { $0.deal } }
    for name in ["account", "customer", "客户"] { fields[name] = { $0.account } }
    for name in ["date", "日期"] { fields[name] = { $0.date } }
    return fields
  }()
  private static let questionFields: Set<String> = ["questions", "问题", "待问"]

  /// The note with `values` in the fields `{{title}}`, `{{deal}}`, `{{account}}`, `{{date}}` and `{{questions}}`, or their Chinese
  /// names. Other fields stay as they are, to be filled in.
  public func text(with values: Values) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.utf8.firstRange(of: "{{"), let close = rest[open.upperBound...].utf8.firstRange(of: "}}") {
      out += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }.lowercased()
      if let field = Self.fields[name] {
        out += Self.inert(field(values))
      } else if Self.questionFields.contains(name) {
        out += questions(values, behind: out, before: rest[close.upperBound...])
      } else {
        out += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    out += rest
    return text.utf8.contains(0x0D) ? out.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n") : out
  }

  /// The questions as a comment on lines of its own, as Markdown wants it; as bare lines, which begin no list, where the
  /// template has a comment open already.
  private func questions(_ values: Values, behind: String, before: Substring) -> String {
    guard !values.questions.isEmpty else { return "" }
    let isInComment = Self.isInComment(behind)
    let sign = isInComment ? "• " : "- "
    let lines = [Self.inert(values.questionsTitle)] + values.questions.map { sign + Self.inert($0) }
    let text = lines.joined(separator: "\n")
    if isInComment { return text }
    let above = behind.utf8.last.map { $0 == 0x0A } ?? true ? "" : "\n"
    let below = before.utf8.first.map { $0 == 0x0A || $0 == 0x0D } ?? true ? "" : "\n"
    return "\(above)<!-- \(text)\n-->\(below)"
  }

  /// Text on one line that can neither end a comment nor begin one.
  private static func inert(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    return line.replacing("--", with: "—").replacing("<!", with: "< !")
  }

  private static func isInComment(_ text: String) -> Bool {
    var isOpen = false
    var rest = text.utf8[...]
    while let mark = rest.firstRange(of: isOpen ? "-->" : "<!--") {
      isOpen.toggle()
      rest = rest[mark.upperBound...]
    }
    return isOpen
  }
}

extension BidirectionalCollection<UInt8> {
  /// Where `part` stands first.
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].starts(with: part.utf8) { return start..<index(start, offsetBy: part.utf8.count) }
      start = index(after: start)
    }
    return nil
  }
}
