/// Notes that nobody writes, and that have cost readers of Markdown or of prose more than their length: families of inputs
/// in which one piece is repeated, or nested, until a note has some size.
///
/// Those of Markdown are after the pathological cases that cmark's own tests name, and the reports CVE-2023-22483 to
/// -22486, -24824, -26485 and -37463; those of containers with blank and lazy lines behind them are ours; those of prose are what made a reader of ours compare each word with each other one.
struct HostileNote: Sendable {
  /// What it is called, and the name of its file.
  let name: String
  private let text: @Sendable (Int) -> String

  /// The note in about `size` bytes of UTF-8.
  func text(ofSize size: Int) -> String { text(size) }

  /// A piece again and again.
  private init(_ name: String, repeating piece: String, after head: String = "", before tail: String = "") {
    self.init(name) { size in
      head + String(repeating: piece, count: max(1, size / piece.utf8.count)) + tail
    }
  }

  private init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
  }

  static let all: [HostileNote] = markdown + containers + prose + fields

  private static let markdown = [
    HostileNote("emphasis-closed", repeating: "a_ "), HostileNote("emphasis-open", repeating: "_a "),
    HostileNote("emphasis-mismatched", repeating: "*a_ "), HostileNote("emphasis-by-threes", repeating: "a**bc* "),
    HostileNote("emphasis-nested") {
      String(repeating: "*a **a ", count: $0 / 16) + "b" + String(repeating: " a** a*", count: $0 / 16)
    },
    HostileNote("emphasis-closing-by-threes", repeating: "c* ", after: "a**b"),
    HostileNote("emphasis-around-links", repeating: "**x [a*b**c*](d) "),
    HostileNote("underscores", repeating: "_"), HostileNote("stars", repeating: "*", before: "a"),
    HostileNote("links-closed", repeating: "a]"), HostileNote("links-open", repeating: "[a"),
    HostileNote("links-and-emphasis", repeating: "[ a_"), HostileNote("links-mismatched", repeating: "[ (]("),
    HostileNote("links-unclosed", repeating: "[a](b"), HostileNote("links-unclosed-angle", repeating: "[a](<b"),
    HostileNote("images-open", repeating: "![[]()"), HostileNote("images-half-open", repeating: "![l"),
    HostileNote("images-open-in-paragraphs", repeating: String(repeating: "![[]()", count: 660) + "\n\n"),
    HostileNote("titles-open", repeating: String(repeating: "[a](b (c", count: 490) + "\n\n"),
    HostileNote("brackets-nested") {
      String(repeating: "[", count: $0 / 2) + "a" + String(repeating: "]", count: $0 / 2)
    },
    HostileNote("backticks") { size in
      var text = ""
      var length = 1
      while text.utf8.count < size {
        text += "e" + String(repeating: "`", count: length)
        length += 1
      }
      return text
    },
    HostileNote("comments-open", repeating: "</<!--"),
    HostileNote("comments-open-behind", repeating: "<!--", after: "</"),
    HostileNote("tags-open", repeating: "<a b=\""), HostileNote("attributes", repeating: "b ", after: "<a "),
    HostileNote("blocks-of-html", repeating: "<div>\n"), HostileNote("instructions-open", repeating: "<?"),
    HostileNote("declarations-open", repeating: "a <!A "), HostileNote("cdata-open", repeating: "<![CDATA["),
    HostileNote("references") { size in
      var text = ""
      var number = 0
      while text.utf8.count < size * 2 / 3 {
        text += "[\(number)]: u\n"
        number += 1
      }
      return text + String(repeating: "[1] ", count: size / 12)
    },
    HostileNote("references-apart", repeating: "[a]: u\n\n"),
    HostileNote("references-unfinished", repeating: "[a]: b \"\n"),
    HostileNote("footnotes") { size in
      var text = ""
      var number = 0
      while text.utf8.count < size {
        text += "[^\(number)]: u\n\n[^\(number)] a\n\n"
        number += 1
      }
      return text
    },
    HostileNote("table-of-many-columns") { size in
      "|" + String(repeating: "a|", count: size / 4) + "\n|" + String(repeating: "-|", count: size / 4) + "\n"
    },
    HostileNote("table-of-short-rows", repeating: "|\n", after: "a|b\n-|-\n"),
    HostileNote("tables", repeating: "|a|\n|-|\n"), HostileNote("struck-open", repeating: "~~a "),
    HostileNote("hard-breaks", repeating: "a  \n"), HostileNote("entities", repeating: "&#x"),
    HostileNote("entities-named", repeating: "&a"), HostileNote("fences", repeating: "```\n"),
    HostileNote("fence-open", repeating: "a\n", after: "```\n"),
    HostileNote("blank-lines-in-code", repeating: "\n", after: "    a\n", before: "    a\n"),
    HostileNote("links-in-angles", repeating: "<http:"), HostileNote("backslashes", repeating: "\\"),
    HostileNote("underlined-headings", repeating: "a\n=\n"), HostileNote("tabs", repeating: "\t", before: "a"),
  ]

  private static let containers = [
    HostileNote("quotes-nested", repeating: "> ", before: "a"),
    HostileNote("lists-nested") { lists(nestedUpTo: $0) },
    HostileNote("lists-nested-then-blank-lines") {
      lists(nestedUpTo: $0 / 2) + String(repeating: "\n", count: $0 / 2)
    },
    HostileNote("lists-nested-then-lazy-lines") {
      lists(nestedUpTo: $0 / 2) + String(repeating: "a\n", count: $0 / 4)
    },
    HostileNote("numbers-then-blank-lines") {
      String(repeating: "1. ", count: $0 / 6) + "a" + String(repeating: "\n", count: $0 / 2)
    },
    HostileNote("numbers-then-lazy-lines", repeating: "a\n", after: String(repeating: "1) ", count: 99)),
    HostileNote("bullets-then-blank-lines", repeating: "\n", after: String(repeating: "- ", count: 99) + "a"),
    HostileNote(
      "quoted-bullets-then-blank-lines", repeating: ">\n", after: "> " + String(repeating: "- ", count: 95) + "a\n"),
    HostileNote("emphasis-in-quotes", repeating: "a*", after: String(repeating: ">", count: 99)),
    HostileNote("quotes-in-lists", repeating: "> - "), HostileNote("bullets-in-a-line", repeating: "* "),
    HostileNote("numbers-in-a-line", repeating: "1. "), HostileNote("empty-items", repeating: "- \n"),
    HostileNote("quote-then-lazy-lines", repeating: "a\n", after: String(repeating: "> ", count: 500)),
  ]

  /// A list in a list in a list, each item two columns further in.
  private static func lists(nestedUpTo size: Int) -> String { nested("* a\n", by: "  ", upTo: size) }

  /// A line again and again, each further in than the one before.
  private static func nested(_ line: String, by indentation: String, upTo size: Int) -> String {
    var text = ""
    var depth = 0
    while text.utf8.count < size {
      text += String(repeating: indentation, count: depth) + line
      depth += 1
    }
    return text
  }

  private static let prose = [
    HostileNote("one-sentence", repeating: "we met Angela and she said she needs value; "),
    HostileNote("capitals", repeating: "Angela Moss "), HostileNote("names-in-a-row", repeating: "Angela Moss, "),
    HostileNote("han", repeating: "张"), HostileNote("han-names", repeating: "张总"),
    HostileNote("han-names-in-a-row", repeating: "张总，李总、"), HostileNote("short-lines", repeating: "a\n"),
    HostileNote("short-sentences", repeating: "a. "), HostileNote("quotations-open", repeating: "“"),
    HostileNote("quotations", repeating: "\"a\" "), HostileNote("brackets-open", repeating: "("),
    HostileNote("dates", repeating: "10/9 "), HostileNote("dated-lines", repeating: "2026-10-09\n"),
    HostileNote("addresses", repeating: "http://a.b/c "),
    HostileNote("combining-marks", repeating: "\u{301}", after: "a"),
    HostileNote("joiners", repeating: "\u{200D}", after: "a"),
    HostileNote("overrides", repeating: "\u{202E}", after: "a"),
  ]

  private static let fields = [
    HostileNote("tags", repeating: "#need/driver "), HostileNote("tags-run-together", repeating: "#a"),
    HostileNote("mentions", repeating: "@"), HostileNote("wiki-links-open", repeating: "[["),
    HostileNote("wiki-links", repeating: "[[a]]"), HostileNote("fields", repeating: "a:: b "),
    HostileNote("fields-open", repeating: "[a:: "), HostileNote("labels", repeating: "客户：\n"),
    HostileNote("colons", repeating: "："), HostileNote("due-dates", repeating: "📅 2026-10-01 "),
    HostileNote("dismissals", repeating: "<!-- rapport: ignore P301 a: b -->\n"),
    HostileNote("dismissals-open", repeating: "<!-- rapport: ignore "),
    HostileNote("front-matter", repeating: "a: b\n", after: "---\n", before: "---\n"),
    HostileNote("front-matter-brackets", repeating: "[", after: "---\na: ", before: "\n---\na"),
    HostileNote("front-matter-nested") { "---\n" + nested("a:\n", by: " ", upTo: $0 - 4) + "---\na" },
    // Each anchor is nine of the one before.
    HostileNote("front-matter-aliases") { _ in
      "---\na0: &a0 [" + String(repeating: "x,", count: 9) + "]\n"
        + (1...20).map { step in
          "a\(step): &a\(step) [" + String(repeating: "*a\(step - 1),", count: 9) + "]\n"
        }.joined() + "---\na"
    },
  ]
}
