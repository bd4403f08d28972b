import Testing

@testable import FactReading

/// What sort of number a run of digits is, told by what stands beside it.
@Suite struct NumberShapeTests {
  @Test(arguments: [
    ("38万", [NumberShape.money]), ("$140k", [.money]), ("£2m", [.money]), ("¥9", [.money]), ("€9 more", [.money]),
    ("4.9 元", [.money]), ("8%", [.percent]), ("8 percent", [.percent]), ("9折", [.percent]), ("10/14", [.date]),
    ("at 10:30", [.date]), ("9月29号", [.date, .date]), ("12th of 40 people", [.date, .quantity]),
    ("12 months", [.duration]), ("40 min", [.duration]), ("2台", [.quantity]), ("240 seats", [.quantity]),
    ("58", [.bare]), ("40 minders", [.bare]), ("9 €", [.bare]), ("in 2026.", [.bare]),
    ("1,200 and 3.5", [.bare, .bare]),
    ("1, 2", [.bare, .bare]),
  ])
  func shapes(_ text: String, _ expected: [NumberShape]) {
    let bytes = Array(text.utf8)
    #expect(shapes(in: bytes, bytes.indices) == expected)
  }

  @Test func aDigitInsideAWordIsNoNumber() {
    let bytes = Array("Q3 P4".utf8)
    #expect(shapes(in: bytes, bytes.indices).isEmpty)
  }

  @Test func whatStandsOutsideTheSentenceHasNoPartInIt() {
    let bytes = Array("€9 weeks".utf8)
    #expect(shapes(in: bytes, 3..<4) == [.bare])
  }

  private func shapes(in bytes: [UInt8], _ range: Range<Int>) -> [NumberShape] {
    var found: [NumberShape] = []
    NumberShape.forEach(in: bytes, range) { shape, _ in found.append(shape) }
    return found
  }
}
