import DealHealth
import SourceText

/// Reads notes from lines of JSON (JSON Lines) as they arrive, some at a time: what there is of them matters to no memory.
public struct NoteRecordReader {
  /// Bytes that no line has more of: six for each of the largest note, as JSON may write it.
  static let lineLimit = 6 * NoteLoader.sizeLimit + 65_536

  private let receive: () throws -> [UInt8]
  private let batch: Int
  /// What has come and is not handed out, of which so many bytes hold no end of a line.
  private var rest: [UInt8] = []
  private var searched = 0
  private var isAtEnd = false
  private var isTooLong = false
  private var count = 0

  /// Reads what `receive` gives, until it gives nothing; some `batch` kilobytes at a time.
  public init(batch: Int = 512, receiving receive: @escaping () throws -> [UInt8]) {
    self.batch = batch << 10
    self.receive = receive
  }

  /// The next lines, each a record or what is wrong with it, in order; nil behind the last. Empty lines are none.
  public mutating func next() throws -> [Result<NoteRecord, NoteRecord.Fault>]? {
    var lines: [(number: Int, text: ArraySlice<UInt8>, isTooLong: Bool)] = []
    while lines.isEmpty {
      if isAtEnd { return nil }
      try fill()
      var start = rest.startIndex
      while let end = rest[(start + searched)...].firstIndex(of: 0x0A) ?? endOfInput(behind: start) {
        count += 1
        let line = rest[start..<end]
        if isTooLong || line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
          lines.append((count, line, isTooLong))
        }
        isTooLong = false
        searched = 0
        start = min(end + 1, rest.endIndex)
      }
      rest.removeSubrange(..<start)
      searched = rest.count
      if rest.count > Self.lineLimit {
        isTooLong = true
        rest = []
        searched = 0
      }
    }
    return concurrentMap(lines) { line in
      do throws(NoteRecord.Fault) {
        if line.isTooLong {
          throw NoteRecord.Fault(
            line: line.number, detail: Text(en: "is longer than any note", zh: "比任何笔记都长"))
        }
        return .success(try NoteRecord(parsing: line.text, number: line.number))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Takes at least what has arrived, and more as long as it comes in large pieces.
  private mutating func fill() throws {
    var more: [UInt8]
    repeat {
      more = try receive()
      rest += more
    } while more.count >= 4096 && rest.count < batch
    isAtEnd = more.isEmpty
  }

  /// Where a last line ends that nothing closes.
  private func endOfInput(behind start: Int) -> Int? { isAtEnd && start < rest.endIndex ? rest.endIndex : nil }
}
