import Testing

@testable import SourceText

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func keepsOrder(count: Int) {
    #expect(concurrentMap(Array(0..<count)) { $0 * 3 } == (0..<count).map { $0 * 3 })
    #expect(concurrentMap(5..<5 + count, chunk: 7) { -$0 } == (5..<5 + count).map { -$0 })
  }

  @Test func exactTextTellsSpellingsApart() {
    #expect(ExactText("é") != ExactText("e\u{301}"))
    #expect(Set(["张总", "张总", "张"].map(ExactText.init)).count == 2)
  }

  @Test func bisectionFindsTheFirst() {
    #expect([1, 3, 3, 8].firstIndexSorted { $0 >= 3 } == 1)
    #expect([1, 3].firstIndexSorted { $0 > 9 } == 2)
    #expect([Int]().firstIndexSorted { _ in true } == 0)
  }
}
