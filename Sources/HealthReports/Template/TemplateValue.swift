/// What a template can show: text, yes or no, a list, fields with names, or what this program has laid out already.
public enum TemplateValue: Sendable {
  case text(String)
  /// Text that stands as it is in the format that is written, such as the sign before an item.
  case sign(String)
  /// HTML, made when it is asked for; in other formats it is a fault.
  case html(@Sendable () -> String)
  /// What changes the text that stands in a section of it; a lambda of Mustache.
  case manner(@Sendable (String) -> String)
  case flag(Bool)
  case list([TemplateValue])
  case fields([Field])

  /// A value with its name, and what it is.
  public struct Field: Sendable {
    let name: String
    let about: String
    let value: TemplateValue

    init(_ name: String, _ about: String, _ value: TemplateValue) {
      self.name = name
      self.about = about
      self.value = value
    }

    /// Text; nil is empty.
    init(_ name: String, _ about: String, _ text: String?) { self.init(name, about, .text(text ?? "")) }
  }

  /// Whether a section of it is shown: not for no, nothing and an empty list.
  var isThere: Bool {
    switch self {
    case .text(let text), .sign(let text): !text.isEmpty
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .fields, .html, .manner: true
    }
  }

  subscript(name: Substring) -> TemplateValue? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// Every name that occurs in it, at whatever depth.
  var names: Set<String> {
    switch self {
    case .text, .sign, .html, .manner, .flag: []
    case .list(let list): list.reduce(into: []) { $0.formUnion($1.names) }
    case .fields(let fields): fields.reduce(into: []) { $0.formUnion([$1.name] + Array($1.value.names)) }
    }
  }
}
