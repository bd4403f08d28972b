import DealHealth

/// A file with a template, and the partials beside it.
public struct TemplateFile: Sendable {
  /// The path as it was given.
  public let path: String
  private static let ending = ".mustache"

  /// The file at `path`.
  public init(_ path: String) { self.path = path }

  /// Its name without the ending of templates, which tells what it writes: `week.html`.
  public var writtenName: String {
    path.hasSuffix(Self.ending) ? String(path.dropLast(Self.ending.utf8.count)) : path
  }

  /// What it holds, of at most `limit` bytes.
  public func text(limit: Int) throws(AtomicFile.Failure) -> String {
    try Self.text(at: Array(path.utf8), path, limit)
  }

  /// The partial of a name, `NAME.mustache` in the same folder, with its path; nil where there is none. A name that leads
  /// elsewhere, or a link that does, is none.
  public func partial(_ name: String, limit: Int) throws(AtomicFile.Failure) -> (path: String, text: String)? {
    let isName =
      !name.isEmpty && name.first != "." && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2F && $0 != 0x5C && $0 != 0x7F }
    guard isName else { return nil }
    let bytes = Array(path.utf8)
    let folder = bytes.lastIndex(of: 0x2F).map { Array(bytes[...$0]) } ?? []
    let file = folder + Array((name + Self.ending).utf8)
    guard let real = try? FileSystem.realPath(file),
      let home = try? FileSystem.realPath(FileSystem.folder(of: bytes)),
      real.lastIndex(of: 0x2F).map({ Array(real[..<max($0, 1)]) }) == home
    else { return nil }
    let shown = String(decoding: file, as: UTF8.self)
    return (shown, try Self.text(at: file, shown, limit))
  }

  private static func text(at file: [UInt8], _ shown: String, _ limit: Int) throws(AtomicFile.Failure) -> String {
    let bytes: [UInt8]
    do { bytes = try FileSystem.contents(file, limit: limit) } catch {
      throw AtomicFile.Failure(path: shown, detail: UnreadablePath(path: shown, cause: .init(error)).text)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AtomicFile.Failure(
        path: shown, detail: Text(en: "is not UTF-8; save it as UTF-8", zh: "不是 UTF-8；请另存为 UTF-8"))
    }
    return text
  }
}
