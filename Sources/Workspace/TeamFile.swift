/// The settings of a journal as a text to which a name of our own side can be added.
public struct TeamFile: Sendable {
  /// The absolute path of the file that counts for the folder; where it would stand when there is none.
  public let path: String
  /// Its text; nil when there is none, or none that is text.
  public let text: String?

  /// The `rapport.yml` that counts for the notes of a folder.
  public init(above folder: JournalFolder) {
    let place = folder.path == "/" ? folder.path : folder.path + "/"
    let found = Configuration.file(named: Configuration.fileName, above: Array(place.utf8))
    path = found.map { String(decoding: $0, as: UTF8.self) } ?? folder.file(named: Configuration.fileName)
    text = found.flatMap { try? FileSystem.contents($0, limit: 1 << 20) }.flatMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  /// What to put where (a byte offset) so that `team` has one more name; nil when the result would not be read so.
  public func insertion(of name: String, into text: String) -> (offset: Int, text: String)? {
    let bytes = Array(text.utf8)
    let key = Array("team:".utf8)
    var change: (offset: Int, text: String)?
    if let start = bytes.indices.first(where: { at in
      bytes[at...].starts(with: key) && (at == 0 || bytes[at - 1] == 0x0A)
    }) {
      let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let close = bytes[start..<lineEnd].lastIndex(of: 0x5D) {
        let isEmpty = bytes[..<close].last { $0 != 0x20 } == 0x5B
        change = (close, isEmpty ? name : ", " + name)
      } else if let first = bytes[lineEnd...].firstIndex(where: { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }),
        bytes[first] == 0x2D
      {
        let indent = String(repeating: " ", count: bytes[..<first].reversed().prefix { $0 == 0x20 }.count)
        change = (min(lineEnd + 1, bytes.count), "\(indent)- \(name)\n")
      }
    } else {
      change = (bytes.count, (bytes.isEmpty || bytes.last == 0x0A ? "" : "\n") + "team: [\(name)]\n")
    }
    guard let change else { return nil }
    var new = bytes
    new.insert(contentsOf: change.text.utf8, at: change.offset)
    guard let before = try? Configuration(parsing: bytes, path: path),
      let after = try? Configuration(parsing: new, path: path), Set(after.team) == Set(before.team + [name])
    else { return nil }
    return change
  }
}
