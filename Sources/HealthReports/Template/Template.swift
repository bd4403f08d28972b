import SourceText

/// A Mustache template (mustache(5)): variables, sections, inverted sections, comments, partials, other delimiters; no code.
public struct Template: Sendable {
  /// What a template is made of.
  indirect enum Piece: Sendable {
    case literal(String)
    /// A name with dots between, or `.`; escaped unless written `{{{…}}}` or `{{&…}}`.
    case variable([Substring], isEscaped: Bool, line: Int)
    case section([Substring], isInverted: Bool, [Piece], line: Int)
    /// A partial that stands alone on its line is indented as its tag is.
    case partial(String, indent: String, line: Int)
  }

  /// As messages name it.
  let name: String
  let pieces: [Piece]

  /// Bytes that no template is longer than.
  public static let sizeLimit = 256 << 10
  /// Sections within sections.
  static let depthLimit = 64

  /// Reads `text`, the contents of the file called `name` in messages.
  public init(_ text: String, name: String) throws(TemplateFault) {
    guard text.utf8.count <= Self.sizeLimit else {
      throw TemplateFault(name: name, line: 1, detail: "is longer than 256 KB; split it into partials")
    }
    var parser = Parser(text, name: name)
    self.name = name
    pieces = try parser.pieces()
  }

  /// Walks over the bytes of a template once.
  private struct Parser {
    private let bytes: [UInt8]
    private let name: String
    private var at = 0
    private var line = 1
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var depth = 0

    init(_ text: String, name: String) {
      bytes = Array(text.utf8)
      self.name = name
    }

    private struct Tag {
      let kind: UInt8
      let content: String
      let line: Int
      /// The blanks before it when it stands alone on its line.
      let indent: String?
    }

    private func fault(_ line: Int, _ detail: String) -> TemplateFault {
      TemplateFault(name: name, line: line, detail: detail)
    }

    private func found(_ wanted: [UInt8], from start: Int) -> Int? {
      var index = start
      while index + wanted.count <= bytes.count {
        if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
        index += 1
      }
      return nil
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Everything up to the end, or up to the end of the section `open`.
    mutating func pieces(in open: (name: String, line: Int)? = nil) throws(TemplateFault) -> [Piece] {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Template.depthLimit else {
        throw fault(line, "has more than \(Template.depthLimit) sections within each other; close some")
      }
      var pieces: [Piece] = []
      while at < bytes.count {
        guard let tagStart = found(opening, from: at) else { break }
        let start = at
        let tag = try self.tag(at: tagStart)
        let literalEnd = tag.indent == nil ? tagStart : tagStart - (tag.indent ?? "").utf8.count
        if literalEnd > start { pieces.append(.literal(String(decoding: bytes[start..<literalEnd], as: UTF8.self))) }
        switch tag.kind {
        case UInt8(ascii: "!"), UInt8(ascii: "="): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
          let path = try self.path(tag)
          let inner = try self.pieces(in: (tag.content, tag.line))
          pieces.append(.section(path, isInverted: tag.kind == UInt8(ascii: "^"), inner, line: tag.line))
        case UInt8(ascii: "/"):
          guard let open else {
            throw fault(
              tag.line, "closes {{/\(tag.content)}}, which is not open; remove it or open {{#\(tag.content)}}")
          }
          guard open.name == tag.content else {
            throw fault(
              tag.line,
              "closes {{/\(tag.content)}} while {{#\(open.name)}} of line \(open.line) is open; close that first")
          }
          return pieces
        case UInt8(ascii: ">"):
          pieces.append(.partial(tag.content, indent: tag.indent ?? "", line: tag.line))
        case UInt8(ascii: "&"), UInt8(ascii: "{"):
          pieces.append(.variable(try path(tag), isEscaped: false, line: tag.line))
        default: pieces.append(.variable(try path(tag), isEscaped: true, line: tag.line))
        }
      }
      if let open { throw fault(open.line, "opens {{#\(open.name)}} and never closes it; add {{/\(open.name)}}") }
      if at < bytes.count { pieces.append(.literal(String(decoding: bytes[at...], as: UTF8.self))) }
      at = bytes.count
      return pieces
    }

    /// The tag that begins at `start`; afterwards `at` is behind it, or behind its line when it stands alone there.
    private mutating func tag(at start: Int) throws(TemplateFault) -> Tag {
      for byte in bytes[at..<start] where byte == 0x0A { line += 1 }
      let tagLine = line
      var inside = start + opening.count
      while inside < bytes.count, isBlank(bytes[inside]) { inside += 1 }
      let sigil = inside < bytes.count ? bytes[inside] : 0
      let isKnown = Array("!#^/>&={".utf8).contains(sigil)
      let ending =
        sigil == UInt8(ascii: "{")
        ? [UInt8(ascii: "}")] + closing : sigil == UInt8(ascii: "=") ? [UInt8(ascii: "=")] + closing : closing
      let bodyStart = isKnown ? inside + 1 : inside
      guard bodyStart <= bytes.count, let end = found(ending, from: bodyStart) else {
        throw fault(
          tagLine,
          "opens a tag that never ends; add \(String(decoding: ending, as: UTF8.self))")
      }
      let content = Self.trimmed(bytes[bodyStart..<end])
      for byte in bytes[start..<end] where byte == 0x0A { line += 1 }
      at = end + ending.count
      let kind = isKnown ? sigil : 0
      if kind == UInt8(ascii: "=") { try setDelimiters(content, tagLine) }
      let canStandAlone = isKnown && sigil != UInt8(ascii: "&") && sigil != UInt8(ascii: "{")
      let indent = canStandAlone ? alone(from: start) : nil
      return Tag(kind: kind, content: content, line: tagLine, indent: indent)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
      var bytes = bytes
      while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
      while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// The blanks before a tag that nothing else stands beside; its line end is then passed.
    private mutating func alone(from start: Int) -> String? {
      var before = start
      while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
      guard before == 0 || bytes[before - 1] == 0x0A else { return nil }
      var after = at
      while after < bytes.count, isBlank(bytes[after]) { after += 1 }
      if after < bytes.count, bytes[after] == 0x0D { after += 1 }
      guard after == bytes.count || bytes[after] == 0x0A else { return nil }
      if after < bytes.count {
        line += 1
        after += 1
      }
      at = after
      return String(decoding: bytes[before..<start], as: UTF8.self)
    }

    private mutating func setDelimiters(_ content: String, _ line: Int) throws(TemplateFault) {
      let parts = content.split(separator: " ", omittingEmptySubsequences: true)
      guard parts.count == 2, !parts[0].contains("="), !parts[1].contains("=") else {
        throw fault(line, "needs two delimiters with a blank between: {{=<% %>=}}")
      }
      opening = Array(parts[0].utf8)
      closing = Array(parts[1].utf8)
    }

    private func path(_ tag: Tag) throws(TemplateFault) -> [Substring] {
      if tag.content == "." { return [] }
      let path = tag.content.split(separator: ".", omittingEmptySubsequences: false)
      let isName = path.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7B && $0 != 0x7D }
      }
      guard isName else { throw fault(tag.line, "has a tag without a name: {{\(tag.content)}}; name a value") }
      return path
    }
  }
}
