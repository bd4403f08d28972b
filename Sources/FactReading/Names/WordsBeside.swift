import SourceText

/// What the words right beside a name say of whoever bears it, whatever else the journal tells. Looked for once, when the note is
/// read: a journal asks it of every name.
package struct WordsBeside: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One of ours: 陈总（我老板）, "my VP Steve Kowalski".
  package static let ours = WordsBeside(rawValue: 1)
  /// One of theirs, in the words of somebody who speaks: 王经理说：“我们总监周总要看。”
  package static let theirs = WordsBeside(rawValue: 16)
  /// Who vouched for us: 贺工介绍的, "referred by Pete Holt".
  package static let sentUs = WordsBeside(rawValue: 2)
  /// Whoever's house stands right before the name: "Vacline's man, Stu Hebden". `house` tells which.
  package static let ofHouse = WordsBeside(rawValue: 4)
  /// The sentence opens with having met them: 见了拍板的翟总.
  package static let met = WordsBeside(rawValue: 8)
  /// How sure `met` is of a contact: it was right in all 25 annotated places that hold one.
  package static let meetingConfidence = 0.9

  /// The words beside a name of a sentence.
  init(_ name: Span, of sentence: SentenceReading) {
    let before = sentence.words(before: name)
    self = OwnPeople.owner(of: name, in: sentence, before: before)
    if Self.sentUs(name, of: sentence, before: before) { insert(.sentUs) }
    if Self.house(before: name, of: sentence) != nil { insert(.ofHouse) }
    // What stands before the name is all of the sentence so far.
    if sentence.span.start >= name.start - SentenceReading.reach, Self.tellOfMeeting(before) { insert(.met) }
  }

  /// Whether a sentence that begins so, right before a name, tells of having met them: 见了拍板的翟总, "Met Mrs Pennant, who signs".
  private static func tellOfMeeting(_ before: Substring) -> Bool {
    if before.utf8.count <= longestMeeting, meetings.contains(before.lowercased()) { return true }
    guard let verb = hanMeetings.opening(before) else { return false }
    let between = before.dropFirst(verb.count)
    return between.count <= 10 && (between.isEmpty || between.ends(with: "的"))
      && !between.contains { "，,、和跟".contains($0) }
  }

  private static let meetings: Set<String> = [
    "met", "met with", "saw", "sat down with", "today met", "met the", "saw the",
  ]
  private static let longestMeeting = meetings.reduce(0) { max($0, $1.utf8.count) }
  private static let hanMeetings = FixedWords(
    ["", "今天", "上午", "下午", "中午", "晚上", "昨天", "刚", "去", "又", "终于", "今天终于"].flatMap {
      opening in ["见了", "见到了", "见到", "拜访了"].map { opening + $0 }
    })

  private static func sentUs(_ name: Span, of sentence: SentenceReading, before: Substring) -> Bool {
    let behind = sentence.words(from: name.end, to: name.end + longestSender)
    if senders.opening(behind) != nil { return true }
    // What 贺工介绍的情况 tells of, he presented.
    if let verb = presenters.opening(behind) {
      return behind.dropFirst(verb.count).first.map { !$0.isLetter } ?? true
    }
    return sendersBefore.contains(where: before.endsInEitherCase)
  }

  private static let presenters: FixedWords = ["介绍的", "推荐的"]
  private static let senders: FixedWords = [
    "介绍来", "介绍过来", "介绍给我们", "介绍认识", "推荐来", "推荐过来", "推荐我们", "推荐给我们", "牵的线", "牵线",
  ]
  /// Bytes, with a blank before and a character behind.
  private static let longestSender = 24
  private static let sendersBefore = [
    "introduced by", "referred by", "recommended by", "referral from", "came through",
  ]

  /// The house of whom "X's man" or "X's rep" right before a name says that they are, as written.
  package static func house(before name: Span, of sentence: SentenceReading) -> Substring? {
    var words = sentence.wordsAsWritten(before: name)
    while words.ends(with: " ") || words.ends(with: ",") { words.removeLast() }
    guard let man = men.ending(words) else { return nil }
    words.removeLast(man.count)
    if words.ends(with: "'s") || words.ends(with: "’s") {
      words.removeLast(2)
    } else if rivals.ending(words.lowercased()[...]) == nil {
      return nil
    }
    let house = words.split(separator: " ").reversed().prefix {
      $0.first.map { $0.isUppercase || $0.isNumber || $0 == "&" } ?? false
    }
    if let first = house.last { return words[first.startIndex...] }
    return rivals.ending(words) != nil ? words.split(separator: " ").last : nil
  }

  /// What is said for another seller whose name is not.
  package static let rivals: FixedWords = [
    "竞争对手", "对手", "友商", "竞品", "竞对", "对家", "competitor", "the competition", "rival",
  ]
  /// What somebody is to the house that stands before them: Vacline's man, the competitor's rep.
  private static let men: FixedWords = [
    " man", " guy", " rep", " reps", " bloke", " chap", " salesman", " saleswoman", " salesperson", " sales rep",
    " sales guy", " account manager", " people",
  ]
}
