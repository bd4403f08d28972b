/// JSON whose members keep their order, written with two spaces a level.
indirect enum JSONValue: Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  case null
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// The document; ends in a line feed.
  var document: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    let deeper = indent + "  "
    switch self {
    case .text(let text): return YAMLText.quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .null: return "null"
    case .list(let items):
      if items.isEmpty { return "[]" }
      let isFlat = items.allSatisfy {
        if case .text = $0 { true } else { false }
      }
      let lines = items.map { $0.written(indent: deeper) }
      return isFlat
        ? "[" + lines.joined(separator: ", ") + "]"
        : "[\n" + lines.map { deeper + $0 }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n"
        + members.map { "\(deeper)\(YAMLText.quoted($0)): \($1.written(indent: deeper))" }.joined(separator: ",\n")
        + "\n\(indent)}"
    }
  }
}
