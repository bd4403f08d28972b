import CReadingData

extension UnsafeRawBufferPointer {
  /// The bytes of the model of this name that is compiled into the program; nil when it has none (a first build, before
  /// training).
  static func embeddedModel(_ name: String) -> UnsafeRawBufferPointer? {
    var count = 0
    return rapport_model(name, &count).map { UnsafeRawBufferPointer(start: $0, count: count) }
  }
}
