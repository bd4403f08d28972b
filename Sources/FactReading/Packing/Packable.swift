import SourceText

/// A value that can be written as bytes and read again by the same program. What the bytes look like is nobody else's business
/// and may change with any version.
protocol Packable {
  /// Writes the value behind what was written.
  func pack(into bytes: inout PackedBytes)
  /// Reads the next value. Throws where the bytes hold none: whatever they are, reading ends.
  init(from bytes: inout PackedReader) throws(PackedFault)
}

/// Bytes in which there is no value where one was looked for.
struct PackedFault: Error {
  init() {}
}

/// Values, one behind the other.
struct PackedBytes: Sendable {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Writes one byte.
  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  /// Writes a number in as few bytes as it needs: seven bits in each, the lowest first (LEB128); negative ones between the
  /// others (zigzag).
  mutating func put(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes `raw`, with their number before them.
  mutating func put(_ raw: some Collection<UInt8>) {
    put(raw.count)
    bytes.append(contentsOf: raw)
  }
}

/// Reads what `PackedBytes` wrote.
struct PackedReader {
  private let bytes: UnsafeRawBufferPointer
  private var next = 0

  /// Reads from `bytes`, which have to be there as long as the reader.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// How many bytes are left.
  var count: Int { bytes.count - next }

  /// The next byte.
  mutating func byte() throws(PackedFault) -> UInt8 {
    guard next < bytes.count else { throw PackedFault() }
    defer { next += 1 }
    return bytes[next]
  }

  /// The next number.
  mutating func number() throws(PackedFault) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while shift < UInt.bitWidth {
      let byte = try byte()
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1) }
      shift += 7
    }
    throw PackedFault()
  }

  /// A number of things that take a byte or more each.
  mutating func size() throws(PackedFault) -> Int {
    let size = try number()
    guard 0...count ~= size else { throw PackedFault() }
    return size
  }

  /// The next bytes, with their number before them.
  mutating func raw() throws(PackedFault) -> UnsafeRawBufferPointer {
    let size = try size()
    defer { next += size }
    return UnsafeRawBufferPointer(rebasing: bytes[next..<next + size])
  }
}

extension Int: Packable {
  func pack(into bytes: inout PackedBytes) { bytes.put(self) }
  init(from bytes: inout PackedReader) throws(PackedFault) { self = try bytes.number() }
}

/// Numbers of other widths, written as any number is.
protocol PackableInteger: Packable, FixedWidthInteger {}

extension PackableInteger {
  func pack(into bytes: inout PackedBytes) { bytes.put(Int(self)) }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    guard let number = Self(exactly: try bytes.number()) else { throw PackedFault() }
    self = number
  }
}

extension UInt16: PackableInteger {}
extension Int32: PackableInteger {}

extension Bool: Packable {
  func pack(into bytes: inout PackedBytes) { bytes.put(UInt8(self ? 1 : 0)) }
  init(from bytes: inout PackedReader) throws(PackedFault) { self = try bytes.byte() != 0 }
}

extension Double: Packable {
  func pack(into bytes: inout PackedBytes) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.put(UInt8(truncatingIfNeeded: bitPattern >> shift)) }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) { bits |= UInt64(try bytes.byte()) << UInt64(shift) }
    self.init(bitPattern: bits)
  }
}

extension String: Packable {
  func pack(into bytes: inout PackedBytes) { bytes.put(utf8) }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let raw = try bytes.raw()
    guard let text = String(validating: raw.bindMemory(to: UInt8.self), as: UTF8.self) else { throw PackedFault() }
    self = text
  }
}

extension Optional: Packable where Wrapped: Packable {
  func pack(into bytes: inout PackedBytes) {
    (self != nil).pack(into: &bytes)
    self?.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self = try Bool(from: &bytes) ? try Wrapped(from: &bytes) : nil
  }
}

extension Array: Packable where Element: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.put(count)
    for element in self { element.pack(into: &bytes) }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let size = try bytes.size()
    self.init()
    reserveCapacity(size)
    for _ in 0..<size { append(try Element(from: &bytes)) }
  }
}

extension Range: Packable where Bound == Int {
  func pack(into bytes: inout PackedBytes) {
    bytes.put(lowerBound)
    bytes.put(upperBound - lowerBound)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let start = try bytes.number()
    let (end, overflow) = start.addingReportingOverflow(try bytes.number())
    guard !overflow, start <= end else { throw PackedFault() }
    self = start..<end
  }
}

extension Span: Packable {
  func pack(into bytes: inout PackedBytes) { range.pack(into: &bytes) }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let range = try Range(from: &bytes)
    self.init(range.lowerBound, range.upperBound)
  }
}

/// One of a few cases, written as its place among them.
protocol PackableCase: Packable, Equatable {
  /// All cases, made once.
  static var cases: [Self] { get }
}

extension PackableCase {
  func pack(into bytes: inout PackedBytes) {
    bytes.put(UInt8(Self.cases.firstIndex(of: self) ?? 0))
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let index = Int(try bytes.byte())
    guard Self.cases.indices ~= index else { throw PackedFault() }
    self = Self.cases[index]
  }
}
