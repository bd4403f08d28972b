import Testing

@testable import SourceText

@Suite struct SipHashTests {
  private let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  /// Vectors of the reference implementation: key 00…0f, messages 00….
  @Test func theHashIsSipHash() {
    #expect(SipHash.bits64([], key: key) == 0x726f_db47_dd0e_0e31)
    #expect(SipHash.bits64(Array(0..<15), key: key) == 0xa129_ca61_49be_45e5)
  }

  @Test func piecesOfAnyLengthGiveTheSame() {
    let bytes = (0..<61).map { UInt8($0) }
    for cut in 0...bytes.count {
      for other in cut...bytes.count {
        var hash = SipHash(key: key)
        for piece in [bytes[..<cut], bytes[cut..<other], bytes[other...]] { hash.update(piece) }
        #expect(hash.bits64 == SipHash.bits64(bytes, key: key))
      }
    }
  }
}
