import FactReading

/// The accepted forms of a journal by the parts that other forms may share with them.
struct FormIndex {
  /// Full names by given name.
  private(set) var fullsOfGiven: [String: [Int]] = [:]
  /// Forms without a full name by surname or given name: 王科 and 王科长, Old Pete and Pete, Mr Aldous and Aldous.
  private(set) var partsOfName: [String: [Int]] = [:]
  private var fullsOfPart: [String: [Int]] = [:]

  /// Indexes those of `types` that are `accepted`; lists are ascending.
  init(_ types: NameTypes, _ accepted: [Bool]) {
    for (index, type) in types.all.enumerated() where accepted[index] {
      if type.isFull {
        fullsOfGiven[type.given, default: []].append(index)
        for part in Set([type.surname, type.given] + Self.shortened(type)) {
          fullsOfPart[part, default: []].append(index)
        }
      } else {
        for part in Set([type.surname, type.given]) where !part.isEmpty { partsOfName[part, default: []].append(index) }
      }
    }
  }

  /// Full names that share a part with a shorter form.
  func fulls(thatMayBe type: NameType) -> [Int] {
    Set([type.surname, type.given].filter { !$0.isEmpty }.flatMap { fullsOfPart[$0] ?? [] }).sorted()
  }

  /// 丽 of 陈丽 and 小丽, Michael of Michael John Keane.
  private static func shortened(_ type: NameType) -> [String] {
    if type.isHan { return type.given.count > 1 ? [String(type.given.suffix(1))] : [] }
    return type.given.firstIndex(of: " ").map { [String(type.given[..<$0])] } ?? []
  }
}
