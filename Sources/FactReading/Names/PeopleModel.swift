/// The learned judgement of who is who: logistic regressions over hashed features of a form's or person's mentions.
///
/// The file is read in place. It holds a magic number and the number of columns, then scale and bias of each column,
/// then one row of int8 weights per feature. Sums run in ascending order of features with basic IEEE arithmetic, so the
/// same evidence scores the same on every machine.
package struct PeopleModel: Sendable {
  /// What is judged; each is one column of weights.
  package enum Column: Int, CaseIterable, Sendable {
    /// A form names a person.
    case person
    /// A function or kinship without a name is somebody whom no name of the journal means.
    case ownRole
    /// Whose side a person stands on.
    case customer, ours, partner, competitor, other
    /// A customer person's part in the decision.
    case economic, technical, user, coach, otherRole, noRole

    /// The columns of which exactly one holds, in groups; the others stand alone.
    package static let sides: [Column] = [.customer, .ours, .partner, .competitor, .other]
    package static let roles: [Column] = [.economic, .technical, .user, .coach, .otherRole, .noRole]
  }

  /// `RPP1`.
  package static let magic: UInt32 = 0x3150_5052
  /// Bytes before the weights.
  package static let header = 8 + Column.allCases.count * 8

  // Read-only memory that outlives the program's use of it: the executable's own bytes, or a trainer's buffer.
  private nonisolated(unsafe) let base: UnsafeRawPointer

  /// The model compiled into the program; nil when it has none (a first build, before training).
  package static let builtin = UnsafeRawBufferPointer.embeddedModel("people").flatMap { PeopleModel($0) }

  /// A model in memory that stays where it is; nil when it is none of this version.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let columns = Column.allCases.count
    guard let base = bytes.baseAddress, bytes.count == Self.header + NameFeatures.count * columns,
      UInt32(littleEndian: base.loadUnaligned(as: UInt32.self)) == Self.magic,
      UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) == UInt32(columns)
    else { return nil }
    self.base = base
  }

  /// The logits of all columns for evidence ordered by feature.
  package func scores(_ evidence: [(feature: UInt16, value: Float)]) -> [Float] {
    let columns = Column.allCases.count
    var sums = [Float](repeating: 0, count: columns)
    for (feature, value) in evidence {
      let row = (base + Self.header + Int(feature) * columns).assumingMemoryBound(to: Int8.self)
      for column in 0..<columns { sums[column] += value * Float(row[column]) }
    }
    return sums.indices.map { column in
      number(8 + column * 8 + 4) + number(8 + column * 8) * sums[column]
    }
  }

  private func number(_ offset: Int) -> Float {
    Float(bitPattern: UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
