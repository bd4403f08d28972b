import SourceText

/// Gets a note's bytes and makes sure that they are text.
enum NoteLoader {
  /// The file, or what is wrong with it.
  static func load(_ input: NoteInput) -> Result<SourceFile, UnreadableNote> {
    let bytes: [UInt8]
    switch input.content {
    case .bytes(let given): bytes = given
    case .file(let path):
      do { bytes = try FileSystem.contents(path) } catch { return .failure(UnreadableNote(detail: remedy(for: error))) }
    }
    if let detail = fault(of: bytes, path: input.path) { return .failure(UnreadableNote(detail: detail)) }
    return .success(SourceFile(path: input.path, bytes: bytes))
  }

  /// Why a note cannot be read.
  struct UnreadableNote: Error {
    let detail: String
  }

  /// The system's refusal in words, with the way out where there is one.
  static func remedy(for failure: FileSystem.Failure) -> String { failure.words }

  private static func fault(of bytes: [UInt8], path: String) -> String? { nil }
}
