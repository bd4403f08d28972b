import NoteSyntax
import SourceText

extension StepList {
  /// The steps that have a day as a calendar (RFC 5545) of whole-day events that block no time. A step has the same UID
  /// as long as deal, side, day of the entry and words are the same, so that a calendar that is read in again is brought up
  /// to date. `asOf` stands for the time of writing: same notes and day, same bytes.
  public func calendar(product: String) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//\(Self.escaped(product))//EN", "CALSCALE:GREGORIAN"]
    var seen: [String: Int] = [:]
    for step in steps {
      guard let due = step.due?.last else { continue }
      let print = Fingerprint.of([step.deal, step.owner.rawValue, step.made?.iso ?? "", step.evidence.quote])
      let count = seen[print, default: 0] + 1
      seen[print] = count
      let who = step.owner == .ours ? say("we", "我方") : say("they", "对方")
      let late = step.state == .open ? "" : say("late: ", "过期：")
      lines += [
        "BEGIN:VEVENT", "UID:\(print)\(count > 1 ? "-\(count)" : "")@rapport", "DTSTAMP:\(Self.date(asOf))T000000Z",
        "DTSTART;VALUE=DATE:\(Self.date(due))", "DTEND;VALUE=DATE:\(Self.date(due + 1))",
        "SUMMARY:" + Self.escaped("\(late)\(step.deal) (\(who)): \(step.evidence.words(columns: 96))"),
        "DESCRIPTION:" + Self.escaped("\(step.evidence.quote)\n\(step.evidence.path):\(step.evidence.line)"),
        "CATEGORIES:" + Self.escaped(step.deal), "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    return (lines + ["END:VCALENDAR"]).map(Self.folded).joined()
  }

  private static func date(_ day: Day) -> String { day.iso.replacing("-", with: "") }

  /// A TEXT value (section 3.3.11): control characters have no place in it.
  private static func escaped(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      InertText.terminal(line).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
    }.joined(separator: "\\n")
  }

  /// A content line of at most 75 bytes, continued after a line break and a space (section 3.1), never within a character.
  private static func folded(_ line: String) -> String {
    var text = ""
    var bytes = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if bytes + size > 75 {
        text += "\r\n "
        bytes = 1
      }
      text.unicodeScalars.append(scalar)
      bytes += size
    }
    return text + "\r\n"
  }
}
