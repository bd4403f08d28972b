import FoundationEssentials
import SourceText

/// The notes of a folder.
public enum NoteFiles {
  /// Every note under `root`, ordered by path; paths are told relative to `root`.
  public static func read(under root: String) -> [SourceFile] {
    let manager = FileManager.default
    let names = (try? manager.subpathsOfDirectory(atPath: root)) ?? []
    return names.sorted().compactMap { name in
      guard [".md", ".markdown", ".txt"].contains(where: name.hasSuffix),
        let data = manager.contents(atPath: root + "/" + name)
      else { return nil }
      return SourceFile(path: name, bytes: Array(data))
    }
  }
}
