import SourceText

/// Fills a template with values.
///
/// A template may come from anybody, so that filling one is bounded: partials within partials, pieces filled, bytes written.
public struct TemplateRendering {
  /// How values are made fit for what the template writes.
  public enum Escaping: Sendable {
    case html, markdown, json
    case chat(ChatTarget)
    /// Control characters become visible, nothing else changes.
    case plain

    func callAsFunction(_ text: String) -> String {
      switch self {
      case .html: Markup.inert(text)
      case .markdown: InertText.markdown(text)
      case .json: JSONText.escaped(text)
      case .chat(let target): target.inert(text)
      case .plain: InertText.terminal(text)
      }
    }

    /// How the format says that something is a title, a heading, strong or an item: what every template has beside its values.
    var manners: TemplateValue {
      .fields([
        .init("as_title", "makes a title of what stands in it", manner("h1", "# ", "", ChatTarget.title)),
        .init("as_heading", "makes a heading of what stands in it", manner("h2", "## ", "", ChatTarget.heading)),
        .init("strong", "makes it stand out", manner("strong", "**", "**", ChatTarget.strong)),
        .init("bullet", "what an item of a list begins with", .sign(bullet)),
      ])
    }

    /// What changes text by an element of HTML, by what stands around it in Markdown, or in the way of a chat.
    private func manner(
      _ element: String, _ before: String, _ behind: String, _ chat: (ChatTarget) -> @Sendable (String) -> String
    ) -> TemplateValue {
      switch self {
      case .html: .manner { "<\(element)>\($0)</\(element)>" }
      case .markdown: .manner { before + $0 + behind }
      case .chat(let target): .manner(chat(target))
      case .json, .plain: .manner { $0 }
      }
    }

    private var bullet: String {
      switch self {
      case .html: "• "
      case .markdown, .plain: "- "
      case .chat(let target): target.bullet
      case .json: ""
      }
    }
  }

  /// Partials within partials.
  public static let depthLimit = 32

  private let values: TemplateValue
  /// All names that such values may have; nil when they need not be looked at.
  private let known: Set<String>?
  private let escaping: Escaping
  private let partial: (String) throws -> Template?
  /// Pieces that are filled at most, and bytes that are written.
  private let pieceLimit: Int
  private let outputLimit: Int
  private var loaded: [String: Template] = [:]
  private var pieces = 0
  private var output = ""

  /// Fills with `values`. `known` are all names that such values may have, beside their own: others are faults; without it they
  /// show nothing. `pieceLimit` pieces are filled and `outputLimit` bytes written at most. `partial` gives the partial of a
  /// name, or nil where there is none.
  public init(
    _ values: TemplateValue, known: Set<String>? = nil, escaping: Escaping, pieceLimit: Int = 2_000_000,
    outputLimit: Int = 64 << 20, partial: @escaping (String) throws -> Template? = { _ in nil }
  ) {
    self.values = values
    self.known = known.map { $0.union(values.names).union(escaping.manners.names) }
    self.escaping = escaping
    self.pieceLimit = pieceLimit
    self.outputLimit = outputLimit
    self.partial = partial
  }

  /// `template`, filled. Throws `TemplateFault`, and what `partial` throws.
  public mutating func text(of template: Template) throws -> String {
    output = ""
    pieces = 0
    try check(template.pieces, of: template)
    try write(template.pieces, of: template, [escaping.manners, values], indent: "", depth: 0)
    return output
  }

  /// Fails for a name that no value has.
  private func check(_ pieces: [Template.Piece], of template: Template) throws(TemplateFault) {
    for piece in pieces {
      switch piece {
      case .variable(let path, _, let line): try check(path, template, line)
      case .section(let path, _, let inner, let line):
        try check(path, template, line)
        try check(inner, of: template)
      case .literal, .partial: break
      }
    }
  }

  private func check(_ path: [Substring], _ template: Template, _ line: Int) throws(TemplateFault) {
    guard let known else { return }
    for name in path where !known.contains(String(name)) {
      let meant = Spelling.closest(to: String(name), among: known.sorted())
      throw TemplateFault(
        name: template.name, line: line,
        detail:
          "nothing is called \(name); \(meant.map { "did you mean \($0)?" } ?? "docs/templates.md lists what there is")"
      )
    }
  }

  /// The partial of a name, read and checked once.
  private mutating func loaded(_ name: String, _ template: Template, _ line: Int) throws -> Template {
    if let known = loaded[name] { return known }
    guard let new = try partial(name) else {
      throw TemplateFault(
        name: template.name, line: line, detail: "no partial \(name).mustache lies beside the template; add it")
    }
    try check(new.pieces, of: new)
    loaded[name] = new
    return new
  }

  private mutating func write(
    _ list: [Template.Piece], of template: Template, _ stack: [TemplateValue], indent: String, depth: Int
  ) throws {
    for piece in list {
      pieces += 1
      guard pieces <= pieceLimit, output.utf8.count <= outputLimit else {
        throw TemplateFault(
          name: template.name, line: 1, detail: "has more to write than anybody reads; use fewer lists within lists")
      }
      switch piece {
      case .literal(let text): add(text, indent)
      case .variable(let path, let isEscaped, let line):
        let text: String
        switch value(path, stack) {
        case .text(let words)?: text = words
        case .flag(let flag)?: text = flag ? "true" : "false"
        case .sign(let sign)?:
          add(sign, indent)
          continue
        case .html(let make)?:
          guard case .html = escaping else {
            throw TemplateFault(
              name: template.name, line: line,
              detail: "\(path.joined(separator: ".")) is HTML; write HTML with --format html, or leave it out")
          }
          output += make()
          continue
        case .list?, .fields?, .manner?:
          let name = path.joined(separator: ".")
          throw TemplateFault(
            name: template.name, line: line,
            detail: "\(name) is no text; open it with {{#\(name)}} and close it with {{/\(name)}}")
        case nil: text = ""
        }
        let shown = isEscaped ? escaping(text) : InertText.terminal(text)
        if !shown.isEmpty, !indent.isEmpty, output.isEmpty || output.utf8.last == 0x0A { output += indent }
        output += shown
      case .section(let path, let isInverted, let inner, _):
        let value = value(path, stack)
        let isThere = value?.isThere ?? false
        if isInverted {
          if !isThere { try write(inner, of: template, stack, indent: indent, depth: depth) }
        } else if isThere, let value {
          switch value {
          case .list(let items):
            for item in items { try write(inner, of: template, stack + [item], indent: indent, depth: depth) }
          case .manner(let change):
            var inside = ""
            swap(&inside, &output)
            try write(inner, of: template, stack, indent: "", depth: depth)
            swap(&inside, &output)
            add(change(inside), indent)
          default: try write(inner, of: template, stack + [value], indent: indent, depth: depth)
          }
        }
      case .partial(let name, let own, let line):
        guard depth < Self.depthLimit else {
          throw TemplateFault(
            name: template.name, line: line,
            detail: "\(name) stands within itself more than \(Self.depthLimit) times; end it with an empty list")
        }
        let inner = try loaded(name, template, line)
        try write(inner.pieces, of: inner, stack, indent: indent + own, depth: depth + 1)
      }
    }
  }

  private mutating func add(_ text: String, _ indent: String) {
    guard !indent.isEmpty else { return output += text }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.offset > 0 { output += "\n" }
      if !line.element.isEmpty, output.isEmpty || output.utf8.last == 0x0A { output += indent }
      output += line.element
    }
  }

  /// What `path` means from the innermost value outwards; nil for a known name without a value here.
  private func value(_ path: [Substring], _ stack: [TemplateValue]) -> TemplateValue? {
    guard let first = path.first else { return stack.last }
    guard var value = stack.reversed().lazy.compactMap({ $0[first] }).first else { return nil }
    for name in path.dropFirst() {
      guard let inner = value[name] else { return nil }
      value = inner
    }
    return value
  }
}
