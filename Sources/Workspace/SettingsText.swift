import DealHealth
import NoteSyntax
import SourceText

/// The text of a `rapport.yml` to which names can be added: of our own side, and other names of people and deals. Every byte
/// that is there stays: comments, order, line ends.
struct SettingsText {
  private let bytes: [UInt8]
  private let root: YAMLNode?
  private let lineEnd: String

  /// A file with these bytes; nil when it is none to which anything can be added.
  init?(_ bytes: [UInt8]) {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    do { root = try YAMLNode.parse(bytes) } catch { return nil }
    // `{team: []}`: what is added behind it would be no part of it.
    if let root, case .mapping = root.value, bytes[root.span.start] == UInt8(ascii: "{") { return nil }
    self.bytes = bytes
    lineEnd = zip(bytes, bytes.dropFirst()).contains { $0 == 0x0D && $1 == 0x0A } ? "\r\n" : "\n"
  }

  /// The bytes with one more name; nil when they would not be read so.
  func adding(_ alias: Fix.Alias) -> [UInt8]? { edit(adding: alias).map { TextEdit.apply([$0], to: bytes) } }

  /// What adds one more name; nil when it would not be read so.
  func edit(adding alias: Fix.Alias) -> TextEdit? {
    guard let edit = edit(for: alias) else { return nil }
    let new = TextEdit.apply([edit], to: bytes)
    let names = (try? YAMLNode.parse(new))?[alias.key]?.pairs.first { $0.key.text == alias.name }?.value
    return names.map { ($0["aliases"] ?? $0).texts.contains(alias.other) } ?? false ? edit : nil
  }

  /// What adds a name of our own side; nil when it would not be read so.
  func edit(addingToTeam name: String) -> TextEdit? {
    let key = "team"
    let section = root?.pairs.first { $0.key.text == key }
    let scalar = YAMLText.scalar(name)
    let change =
      section.map { edit(adding: scalar, to: $0.value, of: $0.key) } ?? append("\(key): [\(scalar)]\(lineEnd)")
    guard let change, let after = try? YAMLNode.parse(TextEdit.apply([change], to: bytes)),
      Set(after[key]?.texts ?? []) == Set((section?.value.texts ?? []) + [name])
    else { return nil }
    return change
  }

  private func edit(for alias: Fix.Alias) -> TextEdit? {
    let other = YAMLText.scalar(alias.other)
    let entry = "\(YAMLText.scalar(alias.name)): [\(other)]"
    guard let section = root?.pairs.first(where: { $0.key.text == alias.key }) else {
      return append("\(alias.key):\(lineEnd)  \(entry)\(lineEnd)")
    }
    if isFlow(section.value) { return insert(into: section.value, entry, isEmpty: section.value.pairs.isEmpty) }
    guard let first = section.value.pairs.first else {
      let line = endOfLine(section.key.span.end)
      let gap = line > 0 && bytes[line - 1] != 0x0A ? lineEnd : ""
      return insert("\(gap)  \(entry)\(lineEnd)", at: line)
    }
    guard let known = section.value.pairs.first(where: { $0.key.text == alias.name }) else {
      return insert(beside: first.key, entry)
    }
    if let names = known.value.pairs.first(where: { $0.key.text == "aliases" }) {
      return edit(adding: other, to: names.value, of: names.key)
    }
    if let setting = known.value.pairs.first {
      return isFlow(known.value)
        ? insert(into: known.value, "aliases: [\(other)]", isEmpty: false)
        : insert(beside: setting.key, "aliases: [\(other)]")
    }
    return edit(adding: other, to: known.value, of: known.key)
  }

  /// One more name in a list, beside a single name, or where there is none.
  private func edit(adding name: String, to value: YAMLNode, of key: YAMLNode) -> TextEdit? {
    if isFlow(value) { return insert(into: value, name, isEmpty: value.texts.isEmpty) }
    if case .sequence(let items) = value.value, let first = items.first {
      let line = startOfLine(first.span.start)
      guard let hyphen = bytes[line...].firstIndex(of: UInt8(ascii: "-")), hyphen < first.span.start else { return nil }
      return insert("\(String(decoding: bytes[line..<hyphen], as: UTF8.self))- \(name)\(lineEnd)", at: line)
    }
    guard value.text != "" else {
      return bytes[key.span.end...].firstIndex(of: UInt8(ascii: ":")).flatMap { insert(" [\(name)]", at: $0 + 1) }
    }
    let own = String(decoding: bytes[value.span.range], as: UTF8.self)
    return TextEdit(value.span, "[\(own), \(name)]")
  }

  /// Lines behind all others.
  private func append(_ lines: String) -> TextEdit {
    insert((bytes.isEmpty || bytes.last == 0x0A ? "" : lineEnd) + lines, at: bytes.count)
  }

  private func insert(_ text: String, at offset: Int) -> TextEdit { TextEdit(Span(offset, offset), text) }

  /// A line of its own above that of a key, as far in.
  private func insert(beside key: YAMLNode, _ entry: String) -> TextEdit? {
    let line = startOfLine(key.span.start)
    let indent = bytes[line..<key.span.start]
    guard indent.allSatisfy({ $0 == 0x20 }) else { return nil }
    return insert("\(String(decoding: indent, as: UTF8.self))\(entry)\(lineEnd)", at: line)
  }

  /// Before the bracket that closes a value in brackets.
  private func insert(into value: YAMLNode, _ entry: String, isEmpty: Bool) -> TextEdit? {
    let close = value.span.end - 1
    guard close > value.span.start, [0x5D, 0x7D].contains(bytes[close]) else { return nil }
    return insert(isEmpty ? entry : ", " + entry, at: close)
  }

  private func isFlow(_ value: YAMLNode) -> Bool {
    guard value.span.start < bytes.count, value.text == nil else { return false }
    return [0x5B, 0x7B].contains(bytes[value.span.start])
  }

  private func startOfLine(_ offset: Int) -> Int { bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }

  private func endOfLine(_ offset: Int) -> Int { bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count }
}
