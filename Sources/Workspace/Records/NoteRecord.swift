import DealHealth
import FoundationEssentials

/// A note as a line of JSON, for programs that hand notes on: `{"path": "a.md", "text": "…", "journal": "dana"}`. Other keys
/// are left alone.
public struct NoteRecord: Hashable, Sendable, Decodable {
  /// The note's path.
  public let path: String
  /// What it says.
  public let text: String
  /// The journal that it belongs to: notes of one are read together. Nil where there is only one.
  public let journal: String?
  /// Names of the customers for whose sake it is handed on: of others in it, somebody else tells. Nil to tell of all.
  public let about: [String]?

  /// A record.
  public init(path: String, text: String, journal: String? = nil, about: [String]? = nil) {
    self.path = path
    self.text = text
    self.journal = journal
    self.about = about
  }

  /// The note.
  public var input: NoteInput { NoteInput(path: path, bytes: Array(text.utf8)) }

  /// A line that is no record.
  public struct Fault: Error, Hashable, Sendable {
    /// Which line of the input it is, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let detail: Text
  }

  /// The record that a line is.
  init(parsing line: ArraySlice<UInt8>, number: Int) throws(Fault) {
    let record: NoteRecord
    do { record = try JSONDecoder().decode(NoteRecord.self, from: Data(line)) } catch {
      throw Fault(
        line: number,
        detail: Text(
          en: "is no JSON object with texts under path and text", zh: "不是带 path 和 text 两段文字的 JSON 对象"))
    }
    self = record
  }
}
