import DealJournal
import SourceText

/// Where deals are named in a text.
struct DealNames {
  /// A place that names a deal.
  struct Place {
    /// `Deal.id`.
    let deal: String
    /// The form, as written.
    let form: String
    let span: Span
  }

  private let forms: [UInt8: [(form: [UInt8], deals: [String])]]

  /// The forms of `deals`; a form that several share is each one's.
  init(_ deals: [Deal]) {
    var bearers: [String: [String]] = [:]
    for deal in deals {
      for form in Set(deal.surfaces + [deal.name, deal.account]) where form.utf8.count > 1 {
        bearers[form, default: []].append(deal.id)
      }
    }
    var forms: [UInt8: [(form: [UInt8], deals: [String])]] = [:]
    for (form, deals) in bearers {
      let bytes = Array(form.utf8)
      forms[bytes[0], default: []].append((bytes, deals.sorted()))
    }
    self.forms = forms.mapValues { list in
      list.sorted { ($1.form.count, $0.deals[0]) < ($0.form.count, $1.deals[0]) }
    }
  }

  /// The places in order; of several that overlap, the longest. `isLikely` tells whether a deal is spoken of at an offset: of
  /// deals that share a form the first likely one is meant.
  func places(in source: SourceFile, isLikely: (String, Int) -> Bool) -> [Place] {
    var places: [Place] = []
    let bytes = source.bytes
    var at = 0
    while at < bytes.count {
      let found = forms[bytes[at]]?.first { form, _ in
        bytes[at...].starts(with: form) && Self.stands(at..<at + form.count, in: bytes)
      }
      guard let found else {
        at += 1
        continue
      }
      let deal = found.deals.first { isLikely($0, at) } ?? found.deals[0]
      places.append(
        Place(
          deal: deal, form: String(decoding: found.form, as: UTF8.self), span: Span(at, at + found.form.count)))
      at += found.form.count
    }
    return places
  }

  /// Whether Latin words begin and end where the range does.
  private static func stands(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isWord(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 }
    let opens = range.lowerBound == 0 || !isWord(bytes[range.lowerBound]) || !isWord(bytes[range.lowerBound - 1])
    let closes =
      range.upperBound == bytes.count || !isWord(bytes[range.upperBound - 1]) || !isWord(bytes[range.upperBound])
    return opens && closes
  }
}
