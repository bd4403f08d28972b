import DealHealth
import DealJournal
import NoteSyntax
import SourceText

/// The file beside the notes that says which findings are let be, and why: `rapport-dismissed.yml`, made to be committed.
public struct DismissalFile: Sendable {
  /// The file's name.
  public static let fileName = "rapport-dismissed.yml"

  /// The file as the user knows it; where it would be written when there is none.
  public let path: String
  /// What it says.
  public let dismissals: [Dismissal]
  /// Its contents; empty when there is none.
  let bytes: [UInt8]

  /// The file that belongs to the notes at `path`: see `Configuration.companion`.
  public init(above path: String) throws(Configuration.Fault) {
    let file = try Configuration.companion(named: Self.fileName, of: path, limit: 1 << 22)
    try self.init(parsing: file.bytes ?? [], path: file.path)
  }

  /// Reads `bytes`, the contents of the file at `path`.
  public init(parsing bytes: [UInt8], path: String) throws(Configuration.Fault) {
    self.path = path
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Configuration.Fault(
        path: path, line: 1, detail: Text(en: "is not UTF-8; save it as UTF-8", zh: "不是 UTF-8；请另存为 UTF-8"))
    }
    let root: YAMLNode?
    do { root = try YAMLNode.parse(bytes) } catch {
      throw Configuration.Fault(
        path: path, line: error.line, detail: Text(en: "is no YAML: \(error.problem)", zh: "不是 YAML：\(error.problemZh)")
      )
    }
    guard let root, root.text != "" else {
      dismissals = []
      return
    }
    guard case .sequence(let items) = root.value else {
      throw Configuration.Fault(
        path: path, line: root.line, detail: Text(en: "needs a list; \(Self.form.en)", zh: "要写成一列；\(Self.form.zh)"))
    }
    var read: [Dismissal] = []
    var faults: [Configuration.Fault] = []
    for item in items {
      do throws(Configuration.Fault) { read.append(try Self.dismissal(item, path: path)) } catch {
        faults.append(error)
      }
    }
    if let fault = Configuration.Fault(faults) { throw fault }
    dismissals = read
  }

  private static let keys = ["finding", "deal", "about", "reason", "until"]
  private static let form = Text(
    en: "write - finding: P301, deal: …, about: …, reason: …, until: 2026-12-01",
    zh: "写成 - finding: P301, deal: …, about: …, reason: …, until: 2026-12-01")

  private static func dismissal(_ item: YAMLNode, path: String) throws(Configuration.Fault) -> Dismissal {
    guard case .mapping(let pairs) = item.value else {
      throw Configuration.Fault(
        path: path, line: item.line,
        detail: Text(en: "needs settings in each item; \(form.en)", zh: "每一项里要有设置；\(form.zh)"))
    }
    var values: [String: String] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      guard keys.contains(name) else {
        let meant =
          Spelling.closest(to: name, among: keys).map { Text(en: "did you mean \($0)?", zh: "是不是 \($0)？") } ?? form
        throw Configuration.Fault(
          path: path, line: key.line,
          detail: Text(en: "has nothing called \(name); \(meant.en)", zh: "里面没有叫 \(name) 的；\(meant.zh)"))
      }
      guard let text = value.text else {
        throw Configuration.Fault(
          path: path, line: value.line, detail: Text(en: "needs a text behind \(name)", zh: "\(name) 后面要写字"))
      }
      values[name] = text
    }
    guard let rule = values["finding"], !rule.isEmpty else {
      throw Configuration.Fault(
        path: path, line: item.line,
        detail: Text(en: "needs a finding in each item; \(form.en)", zh: "每一项里要写明是哪条提醒；\(form.zh)"))
    }
    return Dismissal(
      rule: rule, deals: values["deal"].flatMap { $0.isEmpty ? nil : [$0] }, subject: values["about"] ?? "",
      reason: values["reason"] ?? "", until: values["until"].flatMap { $0.isEmpty ? nil : $0 },
      evidence: Evidence(
        path: path, span: item.span, line: item.line, column: 1,
        quote: "\(rule) \(values["deal"] ?? "") \(values["about"] ?? "")"))
  }

  /// The item that lets `finding` be, as it stands in the file.
  public static func item(for finding: Finding, reason: String, until: Day?) -> String {
    let identity = finding.identity
    let lines =
      ["- finding: \(identity.code)"] + (identity.deal.isEmpty ? [] : ["deal: \(YAMLText.quoted(identity.deal))"])
      + (identity.subject.isEmpty ? [] : ["about: \(YAMLText.quoted(identity.subject))"]) + [
        "reason: \(YAMLText.quoted(reason))"
      ]
      + (until.map { ["until: \($0.iso)"] } ?? [])
    return lines.joined(separator: "\n  ") + "\n"
  }

  /// What the file says of one finding that had its last day before `today`.
  public func past(of finding: Finding, today: Day) -> [Dismissal] {
    dismissals.filter { $0.isAbout(finding.identity) && $0.until.flatMap(Day.init(iso:)).map { $0 < today } == true }
  }

  /// Writes `item` at the end of the file, in one step, and takes the lines of `past` items out; what else stood there stays
  /// as it was.
  public func append(_ item: String, inPlaceOf past: [Dismissal] = []) throws(Configuration.Fault) {
    var new = without(past)
    if new.isEmpty {
      new += Array("# Findings that are let be, and why. Written by rapport dismiss, and yours to edit.\n".utf8)
    }
    if new.last != 0x0A { new.append(0x0A) }
    new += Array(item.utf8)
    // What would not be read again is not written: a file that ends in a flow list, for one.
    guard try DismissalFile(parsing: new, path: path).dismissals.count == dismissals.count - past.count + 1
    else {
      throw Configuration.Fault(
        path: path, line: 1,
        detail: Text(
          en: "cannot be added to; write each finding behind a hyphen on a line of its own", zh: "加不进去；每条提醒单独一行，前面写连字符")
      )
    }
    do { try AtomicFile.write(new, to: path, replacing: bytes.isEmpty ? nil : bytes) } catch {
      throw Configuration.Fault(path: path, line: 1, detail: error.detail)
    }
  }

  /// The contents without the lines of some items.
  private func without(_ items: [Dismissal]) -> [UInt8] {
    guard !items.isEmpty else { return bytes }
    let lines = LineIndex(bytes)
    var dropped: Set<Int> = []
    for item in items {
      let first = lines.line(at: item.evidence.span.start)
      dropped.formUnion(first...max(first, lines.line(at: max(item.evidence.span.start, item.evidence.span.end - 1))))
    }
    return (1...lines.count).flatMap { number -> ArraySlice<UInt8> in
      let span = lines.span(ofLine: number)
      let line = bytes[span.start..<span.end]
      // A comment below an item is somebody's word.
      let isComment = line.first { $0 != 0x20 && $0 != 0x09 } == 0x23
      return dropped.contains(number) && !isComment ? [] : line
    }
  }
}

extension Dismissal {
  /// Whether it lets the finding of that identity be, and no other.
  fileprivate func isAbout(_ identity: Finding.Identity) -> Bool {
    rule.lowercased() == identity.code.lowercased() && (deals ?? [""]) == [identity.deal] && subject == identity.subject
  }
}
