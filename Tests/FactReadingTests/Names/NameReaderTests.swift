import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// The surfaces that a line's own words show to be people.
private func names(_ text: String) -> [String] {
  NoteReading(of: Note(parsing: SourceFile(path: "note.md", text: text))).names.filter(\.isSure).map(\.surface)
}

@Suite struct ChineseNames {
  @Test(arguments: [
    ("今天见了王总和李工", ["王总", "李工"]),
    ("信息中心刘主任说要等", ["刘主任"]),
    ("张建国副总来了", ["张建国副总"]),
    ("财务总监王芳、采购小吴都在", ["王芳", "小吴"]),
    ("老孙晚上来电话，小赵没来", ["老孙", "小赵"]),
    ("欧阳主任没表态", ["欧阳主任"]),
    ("陈太问保费", ["陈太"]),
    ("Tony总拍板", ["Tony总"]),
    ("Michelle 苏（采购总监）第一次开会", ["Michelle 苏"]),
    ("老板姓沙", ["老板姓沙"]),
  ])
  func areFound(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }

  @Test(arguments: [
    "张总工到了": ["张总工"], "总经理助理不在": [], "王副局长主持": ["王副局长"], "客户经理换人了": [],
    "包总价三百万": [], "方案还没定": [], "任务很重": [], "对方总觉得贵": [], "高工职称": [], "本周总结": [],
    "关于时间，项目经理说再等": [],
  ])
  func takeTheLongestMatch(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }
}

@Suite struct EnglishNames {
  @Test(arguments: [
    ("Met Angela Moss, CIO, and Raj", ["Angela Moss", "Raj"]),
    ("Spoke to Mr Aldous and Frau Nägele", ["Mr Aldous", "Frau Nägele"]),
    ("Old Pete rang, our Phil didn't", ["Old Pete", "our Phil"]),
    ("Tom's guys will do it", ["Tom"]),
    ("Rang Gwen Weds, Marcus Fri and Emily Sun", ["Gwen", "Marcus", "Emily Sun"]),
    ("asked tony marchetti about it", []),
    ("Monday in Nashville with Okta", []),
    ("Meridian Health Partners signed in April", []),
  ])
  func areFound(_ line: String, _ expected: [String]) { #expect(names(line) == expected) }
}
