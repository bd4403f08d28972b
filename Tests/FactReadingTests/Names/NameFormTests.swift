import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// What a text proposes as names, each with its form, and a question mark where the journal has to bear it out.
private func names(_ text: String) -> [String] {
  NoteReading(of: Note(parsing: SourceFile(path: "note.md", text: text))).names.filter { $0.form != .role }.map {
    "\($0.surface) \($0.form)\($0.isSure ? "" : "?")"
  }
}

@Suite struct ChineseNameForms {
  @Test(arguments: [
    ("露露说要等，憨憨问价格", ["露露 given?", "憨憨 given?"]), ("今天见了露露", ["露露 given?"]),
    ("晓雯说行", ["晓雯 given?"]), ("若冰律师说行", ["若冰律师 given?"]), ("建国总来了", ["建国总 given?"]),
    ("丽姐说行", ["丽姐 given"]), ("标哥没来", ["标哥 given"]),
  ])
  func givenNames(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    ("大刘拍板", ["大刘 familiar"]), ("扩大刘家的店", ["大刘 familiar?"]), ("阿辉说行", ["阿辉 familiar"]),
    ("小雨说行", ["小雨 familiar?"]), ("听老孙说", ["老孙 familiar"]), ("小吴总拍板", ["小吴总 familiar"]),
  ])
  func familiarForms(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    ("逄部长说行", ["逄部长 titled"]), ("栗总说行", ["栗总 titled"]), ("高总说行", ["高总 titled"]), ("向王局汇报", ["王局 titled"]),
    ("王老师说行", ["王老师 titled"]), ("郎质量问了保修", ["郎质量 titled?"]), ("姓周的没来", ["姓周的 titled"]),
    ("见了王立群副局长", ["王立群副局长 full"]), ("王芳（财务总监）", ["王芳 full"]), ("采购经理王芳说行", ["王芳 full"]),
  ])
  func surnames(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  /// Forms of address of Hong Kong and Taiwan.
  @Test(arguments: [
    ("今日鄧Sir打嚟", ["鄧Sir titled"]), ("譚師奶話要諗", ["譚師奶 titled"]),
    ("高護理長說不急", ["高護理長 titled"]),
  ])
  func addresses(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    ("Mei 姐说行", ["Mei 姐 given"]), ("Grace 程若来了", ["Grace 程若 given"]), ("Tony张来了", ["Tony张 given"]),
    ("L先生说行", ["L先生 initials?"]), ("老L说行", ["老L initials?"]), ("Z太问价格", ["Z太 initials?"]),
  ])
  func besideLatinLetters(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  /// A surname that is a word as well, before a title of one character, may be the end of a longer word: 交管局 is no Bureau
  /// Head Guan.
  @Test(arguments: [
    ("交管局验收过", ["管局 titled?"]), ("送交管局审批", ["管局 titled?"]), ("管局来电话", ["管局 titled"]), ("高总来电话", ["高总 titled"]),
  ])
  func aShortTitleBehindAWord(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  /// 科, 处, 行 are titles only of whoever is named so outright.
  @Test(arguments: [
    ("张科说行", ["张科 titled"]), ("王行来电话", ["王行 titled"]), ("高科说行", ["高科 titled?"]), ("扩张科室", []),
    ("跟王处得好", ["王处 titled?"]),
  ])
  func aWeakTitle(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  /// Everyday words that begin, end or repeat as names do.
  @Test(arguments: [
    "哈哈哈说", "露露露说要等", "慢慢说", "表姐说行", "主任说行", "小问题说了", "老板说再看看", "小心点", "老路说再看看", "太太说行", "王总价格谈完", "和总说行", "姓周", "姓名没填",
    "Sales 总监说行", "L家说行",
  ])
  func everydayWordsAreNone(_ line: String) { #expect(names(line) == []) }
}

@Suite struct EnglishNameForms {
  @Test(arguments: [
    ("Met Curt Van Zee and JP", ["Curt Van Zee full", "JP given"]), ("Tom K. rang", ["Tom K full"]),
    ("K. Mottram signs", ["K. Mottram full"]), ("Angela MOSS rang", ["Angela MOSS full"]),
    ("Met Dana Says", ["Dana given"]), ("Bill something from finance", ["Bill something given?"]),
    ("Will rang Mark", ["Will given?", "Mark given"]), ("Hope so", ["Hope given?"]),
    ("Tom\u{2019}s guys, Jess's call", ["Tom given", "Jess given"]),
    ("O'Dea and Oyar-Luc", ["O'Dea given?", "Oyar-Luc given?"]),
    ("Marie-Louise rang, Lars-Erik did not", ["Marie-Louise given", "Lars-Erik given"]),
    ("Asked Varun sir, told Manjit ji", ["Varun sir given", "Manjit ji given"]), ("Thanks sir", []),
  ])
  func givenAndFullNames(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    ("Lt Col Jess Reeve came", ["Lt Col Jess Reeve full"]), ("Dr. K rang", ["Dr. K initials"]),
    ("Mr Lowell's wife", ["Mr Lowell titled"]), ("Sister Mary", ["Sister Mary titled"]),
    ("Met Old Pete", ["Old Pete familiar"]), ("Our Phil and our house", ["Our Phil familiar"]),
    ("Uncle Bob rang", ["Uncle Bob familiar"]), ("Old Harrow rang", ["Harrow given?"]),
    ("Uncle Wong signs", ["Uncle Wong titled"]),
    ("Met Cik Norlida and Mama Akoth", ["Cik Norlida titled", "Mama Akoth titled"]),
    ("my brother Tom rang, a canon fired", ["Tom given"]),
  ])
  func behindTitles(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    "Met Meridian Health", "Met 4Tom", "Met Brandt Ltd", "Old tractor", "tom4 rang", "IBM rang", "In May", "Is is",
    "Mom rang",
  ])
  func othersAreNone(_ line: String) { #expect(names(line) == []) }

  /// Of a writer who leaves out capitals.
  @Test(arguments: [
    ("met hallie at the plant.\nosman said no.\nthen we paused.\n", ["hallie given?", "osman given?"]),
    (
      "tony marchetti rang.\nlou said no.\nasked mrs lowell.\nour phil came.",
      ["tony marchetti full?", "lou given", "mrs lowell titled", "our phil familiar"]
    ),
    ("hallie osman rang.\nshe said yes.\nmet brent pausing.\n", ["hallie osman full?", "brent given?"]),
    ("dana said no.\nmr okeke rang.\nold pete rang.\n", ["dana given", "mr okeke titled", "old pete familiar"]),
  ])
  func withoutCapitals(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  /// Three small beginnings to one capital are a habit; two are none.
  @Test func aHabitOfCapitals() {
    let small = ["hallie said no.", "then we paused.", "she signs.", "price is fine."]
    #expect(names(small.joined(separator: "\n")) == ["hallie given?"])
    #expect(names((small + ["Then lunch."]).joined(separator: "\n")) == ["hallie given?"])
    #expect(names((small + ["Then lunch.", "Then tea."]).joined(separator: "\n")) == [])
  }
}
