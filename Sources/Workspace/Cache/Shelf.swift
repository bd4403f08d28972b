import FactReading
import SourceText

/// A file of packed readings: a line that names the format, 16 bytes for what they all follow from, the number of readings, for
/// each its key, where its bytes end and how they come, ordered by key, all those bytes, and a hash of everything before.
struct Shelf: Sendable {
  /// What a reading is found by.
  struct Key: Hashable, Comparable, Sendable {
    let first: UInt64
    let second: UInt64

    init(_ digest: Digest) { (first, second) = digest.bits }

    fileprivate init(first: UInt64, second: UInt64) {
      self.first = first
      self.second = second
    }

    static func < (left: Key, right: Key) -> Bool { (left.first, left.second) < (right.first, right.second) }
  }

  private static let heading = Array("rapport readings 1\n".utf8)
  private static let start = heading.count + 16 + 8
  private static let rowSize = 24

  /// The whole file; empty when there is none that could be used.
  private let bytes: [UInt8]
  private let count: Int

  /// Opens the file at a path; empty unless it was written whole, by a program of this `mark`.
  init(at path: [UInt8], of mark: [UInt8]) {
    self.init((try? FileSystem.contents(path, limit: 1 << 30)) ?? [], of: mark)
  }

  /// Reads the contents of a file, likewise.
  init(_ bytes: [UInt8], of mark: [UInt8]) {
    let body = bytes.count - 8
    guard body >= Self.start, bytes.starts(with: Self.heading + mark),
      bytes.fileNumber(at: body) == Self.seal(of: bytes[..<body]),
      let count = Int(exactly: bytes.fileNumber(at: Self.start - 8)), count <= (body - Self.start) / Self.rowSize
    else {
      self.bytes = []
      count = 0
      return
    }
    self.bytes = bytes
    self.count = count
  }

  /// The reading of the note at `path` that was kept under `key`.
  func reading(_ key: Key, of path: String) -> NoteReading? {
    guard let row = row(of: key), let place = place(ofRow: row) else { return nil }
    return bytes.withUnsafeBytes { whole in
      NoteReading(of: path, packed: UnsafeRawBufferPointer(rebasing: whole[place]))
    }
  }

  /// Whether one of `keys` is not here.
  func isMissingAny(of keys: [Key]) -> Bool { keys.contains { row(of: $0) == nil } }

  /// The contents of a file that has these readings, and of those here the others too, unless they are more.
  func file(with readings: [(key: Key, reading: NoteReading)], of mark: [UInt8]) -> [UInt8] {
    var bodies: [Key: ArraySlice<UInt8>] = [:]
    for row in 0..<count { if let place = place(ofRow: row) { bodies[key(ofRow: row)] = bytes[place] } }
    let wanted = Set(readings.map(\.key))
    if bodies.count - bodies.keys.count(where: wanted.contains) > wanted.count {
      bodies = bodies.filter { wanted.contains($0.key) }
    }
    for (key, reading) in readings where bodies[key] == nil {
      bodies[key] = reading.packed[...]
    }
    let rows = bodies.sorted { $0.key < $1.key }
    var file = Self.heading + mark + UInt64(rows.count).fileBytes
    var end = Self.start + rows.count * Self.rowSize
    for (key, body) in rows {
      end += body.count
      for number in [key.first, key.second, UInt64(end)] { file += number.fileBytes }
    }
    file.reserveCapacity(end + 8)
    for (_, body) in rows { file += body }
    return file + Self.seal(of: file[...]).fileBytes
  }

  private func key(ofRow row: Int) -> Key {
    let at = Self.start + row * Self.rowSize
    return Key(first: bytes.fileNumber(at: at), second: bytes.fileNumber(at: at + 8))
  }

  private func row(of key: Key) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.key(ofRow: middle) < key { low = middle + 1 } else { high = middle }
    }
    return low < count && self.key(ofRow: low) == key ? low : nil
  }

  private func place(ofRow row: Int) -> Range<Int>? {
    func end(_ row: Int) -> Int? { Int(exactly: bytes.fileNumber(at: Self.start + row * Self.rowSize + 16)) }
    guard let start = row == 0 ? Self.start + count * Self.rowSize : end(row - 1), let end = end(row), start <= end,
      end <= bytes.count - 8
    else { return nil }
    return start..<end
  }

  private static func seal(of bytes: ArraySlice<UInt8>) -> UInt64 {
    SipHash.bits64(bytes, key: (0x7265_6164, 0x696e_6773))
  }
}
