import NoteSyntax
import SourceText
import TestSupport
import Testing

/// Lines over dated ones, which say whom those are about though nothing marks them as headings.
@Suite struct TitleLinesTests {
  /// The lines of a note that are headings, and of each of its entries the first.
  private func read(_ text: String, path: String = "a.txt") -> (headings: [String], entries: [Int]) {
    let note = Note(parsing: SourceFile(path: path, text: text))
    let headings = note.blocks.compactMap { block -> String? in
      guard case .heading = block.kind else { return nil }
      return note.text.string(block.text)
    }
    return (headings, note.entries.map(\.line))
  }

  @Test(arguments: [
    (
      "Ferry Road Primary\n8 Oct met Joan.\n2 Nov budget is 20k.\n\nBorough Leisure - tickets\n20 Sep called Dee.\n12 Oct wait.\n",
      ["Ferry Road Primary", "Borough Leisure - tickets"], [1, 5]
    ),
    (
      "临浦二小 食堂\n\n10/8 见了王主任。\n11/2 预算20万。\n\n项目：文旅票务\n\n9/20 拜访冯科长。\n10/12 还在复核。\n",
      ["临浦二小 食堂", "项目:文旅票务"], [1, 6]
    ),
    // A card below the name belongs to it.
    (
      "Ferry Road Primary\nContact: Joan Frame, bursar\nTel 0191 555 0101\n\n8 Oct met Joan.\n2 Nov budget is 20k.\n",
      ["Ferry Road Primary"], [1]
    ),
    // Without a blank line between, a line is one where the days begin again, or when it is set off.
    (
      "Ferry Road Primary\n8 Oct met Joan.\n2 Nov budget is 20k.\nBorough Leisure\n20 Sep called Dee.\n",
      ["Ferry Road Primary", "Borough Leisure"], [1, 4]
    ),
    ("【宏泰】\n10/8 见了王主任。\n10/9 报价。\n【欣茂】\n10/12 拜访。\n", ["【宏泰】", "【欣茂】"], [1, 4]),
    // An outline has its days below the name.
    (
      "- Ferry Road Primary\n  - 8 Oct met Joan.\n  - 2 Nov budget is 20k.\n- Borough Leisure\n  - 3 Nov called Dee.\n",
      ["Ferry Road Primary", "Borough Leisure"], [1, 4]
    ),
    // The days need not begin again where both sections are nothing but dated lines.
    ("海棠路幼儿园\n9/1 电话。\n9/8 上门。\n\n青禾托育\n10/2 电话。\n10/9 上门。\n", ["海棠路幼儿园", "青禾托育"], [1, 5]),
  ])
  func standOverTheirEntries(_ text: String, _ headings: [String], _ starts: [Int]) {
    let found = read(text)
    #expect(found.headings == headings)
    #expect(Set(starts).isSubset(of: Set(found.entries)))
  }

  /// A remark in a diary is none, however short.
  @Test(arguments: [
    "10/8 去宏泰。\n\n他说太贵了\n\n10/9 去欣茂。\n10/12 再去。\n",
    "8 Oct at Corvane.\n\nshe said no\n\n9 Oct at Halden.\n12 Oct again.\n",
    "10/8 去宏泰。\n\n等消息\n\n10/9 去欣茂。\n\n见到曹厂长。\n",
    "Sales diary\n8 Oct at Corvane.\n9 Oct at Halden.\n",
    "拜访记录：\n10/8 去宏泰。\n10/9 去欣茂。\n",
    "To: me\nSubject: Corvane\n\n8 Oct at Corvane.\n9 Oct again.\n",
    "10/8 去宏泰\n太晚\n10/9 去欣茂。\n",
    "- 10/8 去宏泰\n- 等消息\n- 10/9 去欣茂。\n",
    "8 Oct at Corvane. Long day.\n\nBack by six.\n\n9 Oct at Halden.\n",
  ])
  func remarksOfADiaryAreNone(_ text: String) {
    #expect(read(text).headings.isEmpty)
  }

  /// What is to come is a plan below its line, and dates no entry.
  @Test func aPlanStaysAPlan() {
    let found = read("10/8 见了王主任。\n10/9 报价。\n\n下一步\n10/20 演示\n10/25 签合同\n", path: "2026-10-10.txt")
    #expect(!found.entries.contains(5))
  }

  /// Each line keeps its place when a card is taken apart.
  @Test func placesStay() throws {
    let text = "客户：宏泰\r\n联系人：王主任\r\n电话：13800000000\r\n\r\n10/8 见了王主任。\r\n10/9 报价。\r\n"
    let note = Note(parsing: SourceFile(path: "a.txt", text: text))
    #expect(note.sentences.map(\.line) == [1, 2, 3, 5, 6])
    #expect(note.labels.map(\.name) == ["客户", "联系人", "电话"])
    #expect(note.labels.map(\.line) == [1, 2, 3])
    #expect(note.entries.map(\.line) == [1, 6])
  }
}
