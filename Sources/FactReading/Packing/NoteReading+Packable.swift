import NoteSyntax
import SourceText

extension NoteReading {
  /// All that the note says, but not of which note it is: whoever keeps it knows.
  package var packed: [UInt8] {
    var bytes = PackedBytes()
    date.pack(into: &bytes)
    bytes.put(dayFirstDates)
    entries.pack(into: &bytes)
    sentences.pack(into: &bytes)
    places.pack(into: &bytes)
    names.pack(into: &bytes)
    mentionSigns.pack(into: &bytes)
    accounts.pack(into: &bytes)
    stageSigns.pack(into: &bytes)
    dealSigns.pack(into: &bytes)
    marks.pack(into: &bytes)
    ignores.pack(into: &bytes)
    problems.pack(into: &bytes)
    problemPlaces.pack(into: &bytes)
    language.pack(into: &bytes)
    return bytes.bytes
  }

  /// The reading of the note at `path` that these bytes are of; nil when they are of none.
  package convenience init?(of path: String, packed bytes: UnsafeRawBufferPointer) {
    var reader = PackedReader(bytes)
    do throws(PackedFault) { try self.init(of: path, from: &reader) } catch { return nil }
  }
}

extension FactKind: PackableCase {
  static let cases = allCases
}
extension Stage: PackableCase {
  static let cases = allCases
}
extension Side: PackableCase {
  static let cases = allCases
}
extension Role: PackableCase {
  static let cases = allCases
}
extension Language: PackableCase {
  static let cases = allCases
}
extension NameForm: PackableCase {
  static let cases = allCases
}
extension Basis: PackableCase {
  static let cases = allCases
}
extension Assertion.Polarity: PackableCase {
  static let cases = allCases
}
extension Assertion.Modality: PackableCase {
  static let cases = allCases
}
extension Assertion.Holder: PackableCase {
  static let cases = allCases
}
extension AccountMention.Place: PackableCase {
  static let cases = allCases
}
extension AccountMention.End: PackableCase {
  static let cases = allCases
}
extension StageSign.Kind: PackableCase {
  static let cases = allCases
}
extension DealSign.Kind: PackableCase {
  static let cases = allCases
}

extension Assertion: Packable {
  func pack(into bytes: inout PackedBytes) {
    polarity.pack(into: &bytes)
    modality.pack(into: &bytes)
    holder.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      polarity: try Polarity(from: &bytes), modality: try Modality(from: &bytes), holder: try Holder(from: &bytes))
  }
}

extension FactCandidate: Packable {
  func pack(into bytes: inout PackedBytes) {
    kind.pack(into: &bytes)
    assertion.pack(into: &bytes)
    basis.pack(into: &bytes)
    confidence.pack(into: &bytes)
    cues.pack(into: &bytes)
    people.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      kind: try FactKind(from: &bytes), assertion: try Assertion(from: &bytes), basis: try Basis(from: &bytes),
      confidence: try Double(from: &bytes), cues: try Array(from: &bytes), people: try Optional(from: &bytes))
  }
}

extension SentenceVoice: Packable {
  func pack(into bytes: inout PackedBytes) {
    subject.pack(into: &bytes)
    hasPronoun.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(subject: try UInt16(from: &bytes), hasPronoun: try Bool(from: &bytes))
  }
}

extension Doer: Packable {
  func pack(into bytes: inout PackedBytes) {
    switch self {
    case .untold: bytes.put(UInt8(0))
    case .ours: bytes.put(UInt8(1))
    case .theirs: bytes.put(UInt8(2))
    case .nobody: bytes.put(UInt8(3))
    case .named(let span):
      bytes.put(UInt8(4))
      span.pack(into: &bytes)
    }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    switch try bytes.byte() {
    case 0: self = .untold
    case 1: self = .ours
    case 2: self = .theirs
    case 3: self = .nobody
    case 4: self = .named(try Span(from: &bytes))
    default: throw PackedFault()
    }
  }
}

extension SentenceReading: Packable {
  func pack(into bytes: inout PackedBytes) {
    span.pack(into: &bytes)
    for number in [line, column, entry] { bytes.put(number) }
    voice.pack(into: &bytes)
    dates.pack(into: &bytes)
    doers.pack(into: &bytes)
    candidates.pack(into: &bytes)
    quote.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      span: try Span(from: &bytes), line: try bytes.number(), column: try bytes.number(), entry: try bytes.number(),
      voice: try SentenceVoice(from: &bytes), dates: try Array(from: &bytes), doers: try Array(from: &bytes),
      candidates: try Array(from: &bytes), quote: try String(from: &bytes))
  }
}

extension SentencePlace: Packable {
  func pack(into bytes: inout PackedBytes) {
    for number in [block, headingLevel, listDepth] { bytes.put(number) }
    let flags = [startsLine, isLabel, isFrame, comparesRivals, isOverDates]
    bytes.put(flags.reversed().reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) })
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    let block = try bytes.number()
    let level = try bytes.number()
    let depth = try bytes.number()
    let flags = try bytes.byte()
    self.init(
      block: block, startsLine: flags & 1 != 0, headingLevel: level, isLabel: flags & 2 != 0, listDepth: depth,
      isFrame: flags & 4 != 0, comparesRivals: flags & 8 != 0, isOverDates: flags & 16 != 0)
  }
}

extension EntryReading: Packable {
  func pack(into bytes: inout PackedBytes) {
    date.pack(into: &bytes)
    title.pack(into: &bytes)
    bytes.put(line)
    sentences.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      date: try Optional(from: &bytes), title: try String(from: &bytes), line: try bytes.number(),
      sentences: try Range(from: &bytes))
  }
}

extension NameMention: Packable {
  func pack(into bytes: inout PackedBytes) {
    for text in [surface, surname, given, title] { text.pack(into: &bytes) }
    for text in [core, withFunction, organisation, alias] { text.pack(into: &bytes) }
    span.pack(into: &bytes)
    sentence.pack(into: &bytes)
    for number in [entry, line, column] { bytes.put(number) }
    range.pack(into: &bytes)
    form.pack(into: &bytes)
    organisationRange.pack(into: &bytes)
    otherNames.pack(into: &bytes)
    isMarked.pack(into: &bytes)
    isSure.pack(into: &bytes)
    features.pack(into: &bytes)
  }

  convenience init(from bytes: inout PackedReader) throws(PackedFault) {
    let surface = try String(from: &bytes)
    let surname = try String(from: &bytes)
    let given = try String(from: &bytes)
    let title = try String(from: &bytes)
    let core = try String?(from: &bytes)
    let withFunction = try String?(from: &bytes)
    let organisation = try String?(from: &bytes)
    let alias = try String?(from: &bytes)
    let span = try Span(from: &bytes)
    let sentence = try Int?(from: &bytes)
    let entry = try bytes.number()
    let line = try bytes.number()
    let column = try bytes.number()
    let range = try Range(from: &bytes)
    let form = try NameForm(from: &bytes)
    let organisationRange = try Range<Int>?(from: &bytes)
    let otherNames = try [String](from: &bytes)
    let isMarked = try Bool(from: &bytes)
    let isSure = try Bool(from: &bytes)
    let features = try [UInt16](from: &bytes)
    self.init(
      surface: surface, span: span, sentence: sentence, entry: entry, line: line, column: column, range: range,
      form: form, surname: surname, given: given, title: title, core: core, withFunction: withFunction,
      organisation: organisation, organisationRange: organisationRange, alias: alias, otherNames: otherNames,
      isMarked: isMarked, isSure: isSure, features: features)
  }
}

extension MentionSign: Packable {
  func pack(into bytes: inout PackedBytes) {
    mention.pack(into: &bytes)
    first.pack(into: &bytes)
    isActor.pack(into: &bytes)
    isBarred.pack(into: &bytes)
    bytes.put(beside.rawValue)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      mention: try Int32(from: &bytes), first: try Int32(from: &bytes), isActor: try Bool(from: &bytes),
      isBarred: try Bool(from: &bytes), beside: WordsBeside(rawValue: try bytes.byte()))
  }
}

extension AccountMention: Packable {
  func pack(into bytes: inout PackedBytes) {
    surface.pack(into: &bytes)
    end.pack(into: &bytes)
    place.pack(into: &bytes)
    span.pack(into: &bytes)
    sentence.pack(into: &bytes)
    entry.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      surface: try String(from: &bytes), end: try End(from: &bytes), place: try Place(from: &bytes),
      span: try Optional(from: &bytes), sentence: try Optional(from: &bytes), entry: try Optional(from: &bytes))
  }
}

extension StageSign: Packable {
  func pack(into bytes: inout PackedBytes) {
    kind.pack(into: &bytes)
    bytes.put(sentence)
    isStated.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(kind: try Kind(from: &bytes), sentence: try bytes.number(), isStated: try Bool(from: &bytes))
  }
}

extension DealSign: Packable {
  func pack(into bytes: inout PackedBytes) {
    kind.pack(into: &bytes)
    bytes.put(sentence)
    isStated.pack(into: &bytes)
    isDenied.pack(into: &bytes)
    span.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      kind: try Kind(from: &bytes), sentence: try bytes.number(), isStated: try Bool(from: &bytes),
      isDenied: try Bool(from: &bytes), span: try Span(from: &bytes))
  }
}

extension MarkedPerson: Packable {
  func pack(into bytes: inout PackedBytes) {
    name.pack(into: &bytes)
    otherNames.pack(into: &bytes)
    side.pack(into: &bytes)
    role.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      name: try String(from: &bytes), otherNames: try Array(from: &bytes), side: try Optional(from: &bytes),
      role: try Optional(from: &bytes))
  }
}

extension MarkMeaning: Packable {
  func pack(into bytes: inout PackedBytes) {
    func put(_ code: UInt8, _ value: some Packable) {
      bytes.put(code)
      value.pack(into: &bytes)
    }
    switch self {
    case .fact(let kind): put(0, kind)
    case .denial(let kind): put(1, kind)
    case .stage(let stage): put(2, stage)
    case .deal(let name): put(3, name)
    case .account(let name): put(4, name)
    case .person(let person): put(5, person)
    case .side(let side): put(6, side)
    case .role(let role): put(7, role)
    }
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    switch try bytes.byte() {
    case 0: self = .fact(try FactKind(from: &bytes))
    case 1: self = .denial(try FactKind(from: &bytes))
    case 2: self = .stage(try Stage(from: &bytes))
    case 3: self = .deal(try String(from: &bytes))
    case 4: self = .account(try String(from: &bytes))
    case 5: self = .person(try MarkedPerson(from: &bytes))
    case 6: self = .side(try Side(from: &bytes))
    case 7: self = .role(try Role(from: &bytes))
    default: throw PackedFault()
    }
  }
}

extension MarkDetails: Packable {
  func pack(into bytes: inout PackedBytes) {
    people.pack(into: &bytes)
    modality.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(people: try Optional(from: &bytes), modality: try Optional(from: &bytes))
  }
}

extension MarkedMeaning: Packable {
  func pack(into bytes: inout PackedBytes) {
    meaning.pack(into: &bytes)
    details.pack(into: &bytes)
    sentence.pack(into: &bytes)
    entry.pack(into: &bytes)
    isHeading.pack(into: &bytes)
    span.pack(into: &bytes)
    bytes.put(line)
    bytes.put(column)
    quote.pack(into: &bytes)
    scope.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(
      meaning: try MarkMeaning(from: &bytes), details: try MarkDetails(from: &bytes),
      sentence: try Optional(from: &bytes), entry: try Optional(from: &bytes), isHeading: try Bool(from: &bytes),
      span: try Span(from: &bytes), line: try bytes.number(), column: try bytes.number(),
      quote: try String(from: &bytes), scope: try Optional(from: &bytes))
  }
}

extension ProblemPlace: Packable {
  func pack(into bytes: inout PackedBytes) {
    bytes.put(line)
    bytes.put(column)
    quote.pack(into: &bytes)
  }
  init(from bytes: inout PackedReader) throws(PackedFault) {
    self.init(line: try bytes.number(), column: try bytes.number(), quote: try String(from: &bytes))
  }
}
