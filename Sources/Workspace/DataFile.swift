import DealHealth

/// A file of data that a command may replace.
public enum DataFile {
  /// What stands at `path`; nil when nothing does. Fails when it cannot be read.
  public static func contents(of path: String) throws(AtomicFile.Failure) -> [UInt8]? {
    let bytes = Array(path.utf8)
    guard let status = try? FileSystem.status(bytes) else { return nil }
    guard status.isRegular else {
      throw AtomicFile.Failure(path: path, detail: Text(en: "is no file; name a file", zh: "不是文件，请写文件名"))
    }
    do { return try FileSystem.contents(bytes) } catch {
      throw AtomicFile.Failure(path: path, detail: Text(en: "cannot be read: \(error.words)", zh: "读不了：\(error.words)"))
    }
  }
}
