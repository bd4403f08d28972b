import NoteSyntax
import SourceText

/// Words that may name a customer, a deal or another organisation.
public struct AccountMention: Sendable {
  /// Where in a note the words stand, in order of how much that says.
  public enum Place: Int, CaseIterable, Sendable {
    /// Anywhere in a sentence.
    case prose
    /// The head of a clause.
    case clause
    /// Behind a verb of going, meeting or calling.
    case destination
    /// The first words of a paragraph, list item or table row.
    case opener
    /// A heading.
    case heading
    /// A link, tag or mention that the writer marked on purpose.
    case mark
    /// A folder's name. Those that all notes of a journal share say nothing.
    case folder
    /// The file's name.
    case fileName
    /// The value of a label such as `客户` or `Account`, front matter included.
    case label
    /// The title of what stands below or behind: `Corvane:`, `【宏泰】`.
    case title
    /// Right beside a person's name: `Jess at Ardent Freight`, `青檀设计院的艾老师`.
    case employer

    /// How much the place says for a customer's name.
    public var rank: Int {
      switch self {
      case .prose, .clause, .destination: rawValue
      case .employer: 3
      case .opener: 4
      case .heading, .title: 5
      case .mark, .folder, .fileName, .label: rawValue + 1
      }
    }
  }

  /// How far it is known where the name ends.
  public enum End: CaseIterable, Sendable {
    /// The name is a beginning of the words: Han text does not show where a name ends.
    case open
    /// The words end where the text pauses; they may say more than a name.
    case pause
    /// The words are a name from end to end.
    case sure
  }

  /// The words as written.
  public let surface: String
  /// Where in them the name ends.
  public let end: End
  /// Where they stand in the note.
  public let place: Place
  /// Where they stand; nil for the file's name.
  public let span: Span?
  /// The sentence they stand in, as an index of `NoteReading.sentences`.
  @NarrowIndex public var sentence: Int?
  /// The entry they stand in; nil for the whole note.
  @NarrowIndex public var entry: Int?
}

/// What words tell of names.
///
/// Names are given as written: Traditional characters mean what the Simplified ones of the lexicon do.
extension AccountMention {
  private static let kind = Concept("account.kind")

  /// Whether `name` ends with what organisations' names end with, behind something of its own: `宏泰精密`, `Halden Mfg`.
  public static func hasKind(_ name: String) -> Bool { lengthBeforeKind(name) != nil }

  /// How many bytes a name has before what organisations' names end with: 6 of 宏泰精密. Nil where it does not end so.
  package static func lengthBeforeKind(_ name: String) -> Int? {
    let bytes = ProseText.folded(name)
    return Lexicon.builtin.cues(in: bytes, bytes.indices).lazy
      .filter { $0.concept == kind && $0.range.lowerBound > 0 && $0.range.upperBound == bytes.count }
      .map(\.range.lowerBound).min()
  }

  /// Whether a word is a trade that organisations' names end with: 物流, but not 集团 or 公司, which any may add.
  public static func isTrade(_ word: String) -> Bool {
    let word = ProseText.folded(word)
    return !legalForms.contains(word) && Lexicon.builtin.concepts(ofWhole: word).contains(kind)
  }

  private static let legalForms = Set(
    ["有限公司", "股份公司", "分公司", "子公司", "公司", "集团", "股份", "控股", "实业", "企业"].map { Array($0.utf8) })

  private static let privateTitle = Concept("account.private")

  /// Whether a title or form of address is one of people who buy for themselves: `先生`, `Mrs`.
  public static func isPrivateTitle(_ title: String) -> Bool {
    Lexicon.builtin.concepts(ofWhole: title.utf8).contains(privateTitle)
  }

  /// Whether a name holds a title or form of address of people who buy for themselves: 黄太, `Mrs Hargrove`.
  public static func isPrivatePerson(_ name: String) -> Bool {
    let bytes = ProseText.folded(name)
    return Lexicon.builtin.cues(in: bytes, bytes.indices).contains {
      $0.concept == privateTitle && ($0.range.lowerBound == 0 || $0.range.upperBound == bytes.count)
        && $0.range.count < bytes.count
    }
  }

  private static let department = Concept("account.department")

  /// Whether a name is what a part of an organisation is called, as far as words tell: 药剂科, 计量中心, but not 兴业银行零售部.
  public static func isDepartment(_ name: String) -> Bool {
    let bytes = ProseText.folded(name)
    return Lexicon.builtin.cues(in: bytes, bytes.indices).contains {
      $0.concept == department && $0.range.upperBound == bytes.count && $0.range.lowerBound <= 6
    }
  }
}
