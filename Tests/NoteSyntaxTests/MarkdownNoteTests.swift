import NoteSyntax
import SourceText
import Testing

/// What is read of Markdown, and where it stands.
@Suite struct MarkdownNoteTests {
  func note(_ text: String, _ path: String = "a.md") -> Note { Note(parsing: SourceFile(path: path, text: text)) }

  func sentences(_ text: String, _ path: String = "a.md") -> [String] {
    let note = note(text, path)
    return note.sentences.map { note.text.string($0.text) }
  }

  /// Each sentence as it stands in the file.
  func quotes(_ text: String) -> [String] {
    let note = note(text)
    return note.sentences.map { note.source.text(of: note.text.span(of: $0.text)) }
  }

  @Test(arguments: [
    ("a\\*b &amp; c &#23458; d", ["a*b & c 客 d"]),
    ("see [the deck](http://a.b/c_(d) \"t\") now", ["see the deck now"]),
    ("see [the deck][1] and [other]\n\n[1]: http://a.b\n[other]: <http://c.d> 'x'", ["see the deck and other"]),
    ("mail <dana@a.com> or <https://a.b>!", ["mail or !"]),
    ("![a chart](c.png) shows it", ["shows it"]),
    ("the `x = 1` field", ["the field"]),
    ("one<br>two <b>three</b> <Bob> said so", ["one two three <Bob> said so"]),
    ("a <!-- not this --> b", ["a b"]),
    ("a <b\nclass='x'>b</b> c", ["a b c"]), ("a <b\r\nclass='x'>b</b> c", ["a b c"]),
    ("> a <b\r\n> class='x'>b</b> c", ["a b c"]),
    ("a\tb\u{7F}c\u{1}d", ["a b c d"]), ("a&#127;b&#9;c", ["a b c"]), ("a&#8203;b", ["ab"]),
    ("a\n\n<!-- not this\n- nor this\n\nnor this -->\n\nb", ["a", "b"]),
    ("<!--\r\nnot this\r\n--> b\r\nc", ["b", "c"]),
    ("> <!--\n> not this\n> -->\n> b\n\nc", ["b", "c"]),
    ("- a\n  <!--\n  not this\n  -->\n- b", ["a", "b"]),
    ("Next step:\n<!--\nnot this\n-->", ["Next step:"]),
    ("price ~~100~~ 90", ["price 90"]),
    ("~~He signs.~~ She does.", ["He signs.", "She does."]),
    ("**客户：**张总，**金额：** 20万", ["客户:张总,金额: 20万"]),
    ("Title\n=====\n\nShort\n-----\n", ["Title", "Short"]),
    ("> > He said no.\n> and left\n", ["He said no.", "and left"]),
    ("- a\n  - b\n\n    c\n- d", ["a", "b", "c", "d"]),
    ("line one  \nline two\\\nline three", ["line one", "line two", "line three"]),
    ("1. 一\n2) 二", ["一", "二"]),
    ("- | a | b |\n  |---|---|\n  | 1 | 2 |", ["1 | 2"]),
    ("##标题\n正文", ["##标题", "正文"]),
    ("&copy; 2026 &nosuch; x", ["© 2026 &nosuch; x"]),
    ("\\[不是链接\\](x)", ["[不是链接](x)"]),
    ("a\0b", ["ab"]),
    ("[王总](tel:138)同意", ["王总同意"]),
    ("[[王立群|王局]]和[[李博]]", ["王局和李博"]),
    ("a ** b, a ~~ b", ["a ** b, a ~~ b"]),
    ("a ***b*** **** c ~~~ d", ["a b **** c ~~~ d"]),
    ("see [the deck][a\\]b] now\n\n[a\\]b]: http://a.b", ["see the deck now"]),
    ("one\\\ntwo", ["one", "two"]), ("# 标题 ###\n正文", ["标题", "正文"]), ("#\n正文", ["正文"]),
  ])
  func inline(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test(arguments: [
    ("```\ncode\n```\nafter", ["after"]),
    ("```\nnever closed\nsecond", ["never closed", "second"]),
    ("<!-- never closed\nsecond", ["-- never closed", "second"]),
    ("<div>\n说了 <b>不行</b>\n</div>", ["说了 不行"]),
    ("[^1]: 脚注", ["[^1]: 脚注"]),
    ("[a]: http://a.b", []),
    ("para\n\n    indented\n", ["para", "indented"]),
    ("- [王总]: 不同意\n- x", ["[王总]: 不同意", "x"]),
  ])
  func nothingIsLost(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test func quotesStandWhereTheyWereRead() {
    let text = "# 客户\r\n\r\n> **张总**说：价格　可以。下周&amp;签\r\n\r\n- [x] [資料](http://a)已發\r\n"
    #expect(quotes(text) == ["客户", "张总**说：价格　可以。", "下周&amp;签", "資料](http://a)已發"])
  }

  @Test func linesAreThoseOfTheFile() {
    let note = note("---\ndate: 2026-01-02\n---\n\n# T\n\n> a\n> b\n\n- c\n\n  d\n")
    #expect(note.sentences.map(\.line) == [5, 7, 8, 10, 12])
    #expect(note.blocks.map(\.line) == [5, 7, 10, 12])
  }

  @Test func headingsGovernWhatIsBelow() {
    let note = note("# A\n\n## B\n\nNext:\n- x\n- y\n\n## C\nz")
    let names = note.blocks.map { block in block.heading.map { note.text.string(note.blocks[$0].text) } ?? "" }
    #expect(names == ["", "A", "B", "Next:", "Next:", "A", "C"])
  }

  @Test(arguments: ["a.md", "a.txt"]) func emptyAndBlank(path: String) {
    for text in ["", "\n", " \n\t\n", "\u{FEFF}", "---\n---\n", "---\n"] {
      #expect(note(text, path).sentences.isEmpty)
    }
  }

  @Test func marksAreFound() {
    let note = note("＃标签 和 @王总 #need/driver. C# 60# a@b.com #1 ## [[X|Y]] #重要！")
    let kinds = note.marks.map(\.kind).map { kind in
      switch kind {
      case .tag(let name): "#" + name
      case .mention(let name): "@" + name
      case .link(let target, let shown): "[[\(target)|\(shown)]]"
      }
    }
    #expect(kinds == ["#标签", "@王总", "#need/driver", "[[X|Y]]", "#重要"])
  }

  /// A mark is of the block that it stands in.
  @Test func marksKnowTheirBlocks() {
    let note = note("# A\n\nx [[B]] y\n\n- [[C]] and @Dana\n- #重点 z\n")
    #expect(note.marks.map(\.block) == [1, 2, 2, 3])
    #expect(note.marks.map(\.line) == [3, 5, 5, 6])
  }

  /// What touches a word, an address or another sign is no mark; what touches Han text, a bracket or a quote is.
  @Test(arguments: [
    ("客户#重点", ["重点"]), ("(#重点)", ["重点"]), ("\"@王总\"", ["王总"]), ("a#b", []), ("60#c", []), ("a@b.com", []),
    ("@@x", []), ("##x y", []), ("http://a.b/#c", []), ("a&#b", []), ("x=#c", []), ("_#c", []),
    ("#a/b/ and #c-", ["a/b", "c"]), ("#need.driver. Next", ["need.driver"]), ("# ", []), ("@ 20", []), ("@9am", []),
    ("@ada_b-c d", ["ada_b-c"]), ("@ada- d", ["ada"]),
  ])
  func whereMarksBegin(text: String, names: [String]) {
    let found = note("Told: " + text).marks.compactMap { mark in
      switch mark.kind {
      case .tag(let name), .mention(let name): name
      case .link: nil
      }
    }
    #expect(found == names)
  }

  /// The names in brackets behind one of Rapport's own tags.
  @Test(arguments: [
    ("要快 #需求/动因(王总、李工)", ["王总", "李工"]), ("x #need/driver(Ann, Bob; Cy)", ["Ann", "Bob", "Cy"]),
    ("x #need/driver()", []), ("x #need/driver(Ann", []), ("x #need/driver (Ann)", []),
    ("x #need/driver(Ann\nBob)", []), ("x #need/driver(, Ann)", ["Ann"]),
  ])
  func ownTagsHaveDetails(text: String, details: [String]) {
    #expect(note(text).marks.flatMap(\.details).map(\.text) == details)
  }

  @Test func fieldsEndAtTheirBracketAndLine() {
    let note = note("报价 [due:: 2026-10-16) x] (who:: Dana] y)\n[a:: b\nc] (:: f) [g:: h]")
    #expect(
      note.labels.filter { $0.origin == .field }.map { "\($0.name)=\(note.text.string($0.value))" }
        == ["due=2026-10-16) x", "who=Dana] y", "g=h"])
  }

  @Test func fieldsAreLabels() {
    let note = note("stage:: value\n报价 [due:: 2026-10-16] (who:: Dana)")
    #expect(
      note.labels.map { "\($0.name)=\(note.text.string($0.value))" } == ["stage=value", "due=2026-10-16", "who=Dana"])
    #expect(note.labels.allSatisfy { $0.origin == .field })
  }

  /// Front matter ends at dashes or, as YAML has it, at three full stops.
  @Test(arguments: ["---", "...", "--- ", "...\r"]) func frontMatterEnds(ruler: String) {
    let note = note("---\ndeal: Acme\n\(ruler)\nMet Ann.")
    #expect(note.labels.map(\.name) == ["deal"])
    #expect(note.sentences.map { note.text.string($0.text) } == ["Met Ann."])
  }

  @Test func frontMatterIsReadAsFarAsItGoes() {
    let note = note("---\na: 1\nb: [x, '乙']\nc: {d: e}\n: bad\n  - [\n---\nbody")
    #expect(note.labels.prefix(4).map { "\($0.name)=\(note.text.string($0.value))" } == ["a=1", "b=x", "b=乙", "c.d=e"])
    #expect(note.problems.map(\.kind) == [.badFrontMatter])
    #expect(note.sentences.count == 1)
  }
}
