import Testing

@testable import FactReading

@Suite struct PinyinReadingsTests {
  @Test(arguments: [
    ("张伟", "zw"), ("张伟", "zhangwei"), ("张伟", "zhwei"), ("張偉", "ZhangW"), ("单立群", "shanlq"), ("单立群", "dan"),
    ("宏泰精密", "htjm"), ("A股份", "agf"), ("吕总", "lv"), ("Dana Reed", "danar"), ("张伟", "zhang wei"), ("张伟", ""),
  ])
  func namesAreFoundAsTheyAreTyped(name: String, typed: String) {
    #expect(PinyinReadings.builtin.matches(name, typed: typed))
  }

  @Test(arguments: [("张伟", "zx"), ("张伟", "zhangweii"), ("张伟", "wei"), ("", "a"), ("🙂", "a"), ("Dana", "reed")])
  func othersAreNot(name: String, typed: String) {
    #expect(!PinyinReadings.builtin.matches(name, typed: typed))
  }

  @Test func spellingsAreForHanNamesOnly() {
    #expect(PinyinReadings.builtin.spellings(of: "王立群") == ["wangliqun", "wlq"])
    #expect(PinyinReadings.builtin.spellings(of: "Dana") == [])
  }
}
