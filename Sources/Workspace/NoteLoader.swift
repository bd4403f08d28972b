import SourceText

/// Gets a note's bytes and makes sure that they are text.
enum NoteLoader {
  /// Bytes that no note is larger than; a novel has a twentieth of them.
  static let sizeLimit = 16 << 20

  /// The note's file; or why it cannot be read as text.
  static func load(_ input: NoteInput) throws(UnreadablePath) -> SourceFile {
    let bytes: [UInt8]
    switch input.content {
    case .bytes(let given): bytes = given
    case .file(let path):
      do { bytes = try FileSystem.contents(path, limit: sizeLimit) } catch {
        throw UnreadablePath(path: input.path, cause: .init(error))
      }
    }
    if let cause = fault(of: bytes) { throw UnreadablePath(path: input.path, cause: cause) }
    return SourceFile(path: input.path, bytes: bytes)
  }

  private static func fault(of bytes: [UInt8]) -> UnreadablePath.Cause? {
    if bytes.count > sizeLimit { return .tooLarge(bytes.count) }
    if let name = unicodeName(of: bytes) { return .otherUnicode(name) }
    if let offset = bytes.firstIndex(of: 0) { return .binary(line: LineIndex(bytes).line(at: offset)) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .empty }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let survey = EncodingSurvey(bytes)
    if survey.holdsUTF8 { return .damaged(line: LineIndex(bytes).line(at: survey.firstFault)) }
    return .foreignEncoding(survey.likelyName)
  }

  /// UTF-16 and UTF-32 by their byte-order mark, UTF-16 without one by its zeros on one side of most pairs.
  private static func unicodeName(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let sample = bytes.prefix(512)
    guard sample.count >= 8, sample.contains(0) else { return nil }
    let zeros = sample.indices.reduce(into: (even: 0, odd: 0)) { zeros, index in
      if sample[index] == 0 { if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 } }
    }
    if zeros.even == 0, zeros.odd * 4 > sample.count { return "UTF-16LE" }
    if zeros.odd == 0, zeros.even * 4 > sample.count { return "UTF-16BE" }
    return nil
  }
}

extension UnreadablePath.Cause {
  /// The system's refusal.
  init(_ failure: FileSystem.Failure) {
    switch failure.kind {
    case .permission: self = .forbidden
    case .notAFile: self = .notAFile
    case .tooLarge(let count): self = .tooLarge(count)
    case .absence, .existence, .closedPipe, .other: self = .refused(failure.words)
    }
  }
}
