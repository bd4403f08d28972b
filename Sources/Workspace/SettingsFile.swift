import DealHealth

/// A file of somebody else's settings, to which lines can be added.
public struct SettingsFile: Sendable {
  /// What became of the lines.
  public enum Outcome: Sendable {
    /// They stand behind what was there.
    case added
    /// They stood there already.
    case known
    /// The file has other things, behind which nothing may stand.
    case refused
  }

  private let path: String

  /// The file at an absolute path; it need not be there, nor its folders.
  public init(at path: String) { self.path = path }

  /// Adds lines in one step, unless they are there; where nothing `canFollow` what the file has, only to a file that is empty
  /// or not there. What was there stays as it was.
  public func add(_ lines: String, canFollow: Bool) throws(AtomicFile.Failure) -> Outcome {
    let file = Array(path.utf8)
    let before: [UInt8]
    do { before = try FileSystem.contents(file, limit: 16 << 20) } catch {
      guard error.kind == .absence else {
        throw AtomicFile.Failure(path: path, detail: UnreadablePath(path: path, cause: .init(error)).text)
      }
      try makeFolders()
      try AtomicFile.write(Array(lines.utf8), to: path)
      return .added
    }
    let text = String(decoding: before, as: UTF8.self)
    if text.contains(lines) { return .known }
    let isEmpty = before.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard canFollow || isEmpty else { return .refused }
    let gap = isEmpty ? "" : before.last == 0x0A ? "\n" : "\n\n"
    try AtomicFile.write(before + Array((gap + lines).utf8), to: path, replacing: before)
    return .added
  }

  private func makeFolders() throws(AtomicFile.Failure) {
    let bytes = Array(path.utf8)
    for end in bytes.indices.dropFirst() where bytes[end] == 0x2F {
      do { try FileSystem.makeFolder(Array(bytes[..<end])) } catch {
        throw AtomicFile.Failure(
          path: path,
          detail: Text(
            en: "has no folder, and none can be made: \(error.words)", zh: "没有这个文件夹，也建不了：\(error.words)"))
      }
    }
  }
}
