/// Numbers in the files of the cache: eight bytes, the lowest first.
extension UInt64 {
  /// The number as it stands in a file.
  var fileBytes: [UInt8] { withUnsafeBytes(of: littleEndian, Array.init) }
}

extension [UInt8] {
  /// The number at an offset, behind which there have to be eight bytes.
  func fileNumber(at offset: Int) -> UInt64 {
    withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }
}
