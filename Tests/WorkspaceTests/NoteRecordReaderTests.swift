import Testing

@testable import Workspace

@Suite struct NoteRecordReaderTests {
  /// All that a reader makes of `text` when it comes in pieces of `size` bytes.
  private func lines(_ text: String, size: Int) throws -> [Result<NoteRecord, NoteRecord.Fault>] {
    var rest = Array(text.utf8)[...]
    var reader = NoteRecordReader(batch: 1) {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var lines: [Result<NoteRecord, NoteRecord.Fault>] = []
    while let batch = try reader.next() { lines += batch }
    return lines
  }

  @Test(arguments: [1, 2, 7, 64, 5000, 100_000]) func piecesChangeNothing(size: Int) throws {
    let long = String(repeating: "宏泰 ", count: 2000)
    let text = """
      {"path": "a.md", "text": "met \\u5f20\\u603b \\"x\\"\\n", "journal": "dana"}
      \r

      {"path": "b.md", "text": "\(long)", "other": [1, {"x": null}]}
      no record
      {"path": "c.md"}
      {"path": 7, "text": "x"}
      [1]
      {"text": "x", "path": "d.md", "journal": null}
      """
    let found = try lines(text, size: size)
    #expect(
      found.compactMap { try? $0.get() } == [
        NoteRecord(path: "a.md", text: "met 张总 \"x\"\n", journal: "dana"), NoteRecord(path: "b.md", text: long),
        NoteRecord(path: "d.md", text: "x"),
      ])
    let faults = found.compactMap { line -> Int? in if case .failure(let fault) = line { fault.line } else { nil } }
    #expect(faults == [5, 6, 7, 8])
    #expect(try lines(text + "\n", size: size).count == found.count)
  }

  @Test func nothingIsNoRecord() throws {
    #expect(try lines("", size: 10).isEmpty)
    #expect(try lines("\n\n \n", size: 1).isEmpty)
  }
}
