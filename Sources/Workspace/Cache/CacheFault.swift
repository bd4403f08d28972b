import DealHealth

/// Why nothing can be kept.
public struct CacheFault: Error, Hashable, Sendable {
  /// What is wrong, in whole words.
  public let detail: Text

  /// Nothing can be kept in `folder`, for what the system says.
  init(_ folder: CacheFolder, _ failure: FileSystem.Failure) {
    detail = Text(
      en: "\(folder.path) keeps nothing: \(failure.words); --no-cache does without",
      zh: "\(folder.path) 里存不了东西：\(failure.words)；--no-cache 就不用它")
  }
}
