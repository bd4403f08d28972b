import FactReading
import TestSupport
import Testing

@testable import DealJournal

/// Customers who are told by what a file, its first line or a line's head call them, of whatever words the name is made.
struct FileTitleTests {
  private func deals(_ notes: [String: String]) -> [String] {
    Journal(ofNotes: notes).deals.map(\.name).sorted()
  }

  /// Everyday words are a name where the file and its first line agree on them.
  @Test func everydayWordsThatFileAndFirstLineShare() {
    let notes = [
      "Corner House (four rooms).md": "CORNER HOUSE HOTEL, 4 rooms, Dune rd\n\n* 4/8. Tess Dale wants keys by phone",
      "Market Row.md": "MARKET ROW, OSTWOLD (40 shops) live since 10 Aug\n\n* 1/9. Tom Park says all shops trade",
      "Bellhaven Dairy.md": "Bellhaven Dairy - head office\n\n* 6/8. Gord Finch asked for a price",
    ]
    #expect(deals(notes) == ["Bellhaven Dairy", "CORNER HOUSE HOTEL", "MARKET ROW"])
  }

  /// What sort of record it is names nobody, and neither do the day and hour of a message.
  @Test(arguments: [
    ("day log spring.txt", "DAY LOG spring\n\nThu 10/1. Tom Park rang, wants the price.\nFri 10/2. Tess Dale paid."),
    ("week notes.md", "# Week Notes\n\nTom Park rang, he wants the price."),
    ("saved_oct.txt", "[02/10 21:30] tess dale: six to three for us.\n[05/10 09:20] tom park: it is done at 90."),
  ])
  func records(_ file: String, _ text: String) { #expect(deals([file: text]) == []) }

  /// A file in small letters is called after whom another note names with capitals.
  @Test func smallLettersOfAFile() {
    let notes = [
      "port wellow.txt": "Mon 20 July. Boat late. Tess Dale, warehouse. They fill by eye and lose two litres a cask.",
      "bellhaven dairy 24 sept.txt": "Tom Park wants the price. Gord did the same sum at Port Wellow, slow but fair.",
      "bellhaven dairy 2 oct.txt": "Bellhaven Dairy again. Tom Park says the board meets on Friday.",
    ]
    #expect(deals(notes).contains("Port Wellow"))
  }

  /// A file and its heading agree, whoever else is named below.
  @Test func agreedThoughAnotherCustomerIsNamed() {
    let notes = [
      "维朗达 续约.md": "### 维朗达 biotech — 续约 12/31\n9/29 Irene 第一句就问这个目录谁建的。Sherry 去了恒泽化工。\n10/13 重做给她看，她说终于好找了。",
      "demo log.md": "7/23 恒泽化工 Sherry 自己先试过。",
      "恒泽化工.md": "# 恒泽化工\n11/12 Sherry 说从零开始，年后再约。",
    ]
    #expect(deals(notes) == ["恒泽化工", "维朗达"])
  }

  /// One line about an organisation that is called as such and stands before a colon.
  @Test func lineLedByAnOrganisation() {
    let notes = ["1105.md": "# 东津医院\n付主任说十二月装机。\n\n南桥医院：原来谈到签合同的，院长调走了，新来的全部重审，黄了。"]
    #expect(deals(notes) == ["东津医院", "南桥医院"])
  }

  /// What only a file's name says besides, it says of one note: 点位 and 样机试跑 are no part of the customer's name.
  @Test func topicsOfFilesAreNoNames() {
    let notes = [
      "0813 北三院点位.md": "北三院，戚处长带着看了点位。\n戚处长说电梯要单独一部。",
      "0909 北三院样机试跑.md": "北三院样机跑了两天，费主任说门禁过不去。\n费主任要看数据。",
      "1015 北三院.md": "北三院，戚处长说年底招标。",
    ]
    #expect(deals(notes) == ["北三院"])
  }

  /// A log whose first item is dated; those without a date go on with the day above them.
  @Test func itemsBetweenDatedOnes() {
    let note = """
      Bellhaven Dairy - head office

      * 13/8. Saw Tess Dale, she keeps their books and mine
      * Met Gord Finch, he wants ninety terminals
      * He asked who keeps the spare parts
      * 27/8. Demo at the branch, Gord Finch filmed it
      * The head cashier shouted
      * 24/9. Met Alma Reed at last
      * She asked whose account the money sleeps in
      """
    let journal = Journal(ofNotes: ["bellhaven.md": note])
    let days = journal.facts.filter { $0.kind == .contact }.map { "\($0.evidence.line) \($0.day?.iso ?? "-")" }
    #expect(Set(days).isSuperset(of: ["4 2026-08-13", "8 2026-09-24"]), "\(days)")
  }
}
