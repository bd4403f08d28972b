import Testing

@testable import FactReading

@Suite struct BasisTests {
  @Test func aMarkSaysMoreThanALabelAndALabelMoreThanProse() {
    #expect([Basis.marked, .inferred, .stated].sorted() == [.inferred, .stated, .marked])
    #expect(!(Basis.stated < .stated))
  }
}

@Suite struct LinearModelTests {
  private func read(_ bytes: [UInt8]) -> LinearModel? { bytes.withUnsafeBytes { LinearModel($0) } }

  @Test func whatIsWrittenIsRead() throws {
    let model = LinearModel(rows: [.init(bias: 1, weights: [2, 3]), .init(bias: -1, weights: [0.5])])
    let rows = try #require(read(model.bytes)).rows
    #expect(rows.map(\.bias) == [1, -1])
    #expect(rows.map(\.weights) == [[2, 3], [0.5, 0]])
    #expect(rows[0].score([1, 1]) == 6)
  }

  @Test func otherBytesAreNone() {
    let bytes = LinearModel(rows: [.init(bias: 1, weights: [2, 3])]).bytes
    #expect(read(Array(bytes.dropLast())) == nil)
    #expect(read(bytes + [0]) == nil)
    #expect(read([UInt8]("XPL1".utf8) + bytes.dropFirst(4)) == nil)
  }
}
