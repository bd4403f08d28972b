import FactReading

/// The accepted forms of a journal by the parts that other forms may share with them.
struct FormIndex {
  /// Full names by given name.
  private(set) var fullsOfGiven: [String: [Int]] = [:]
  /// Full names by surname.
  private var fullsOfSurname: [String: [Int]] = [:]
  /// Forms without a full name by surname or given name: 王科 and 王科长, Old Pete and Pete, Mr Aldous and Aldous.
  private(set) var partsOfName: [String: [Int]] = [:]
  private var fullsOfPart: [String: [Int]] = [:]

  /// Indexes those of `types` that are `accepted`; lists are ascending.
  init(_ types: NameTypes, _ accepted: [Bool]) {
    for (index, type) in types.all.enumerated() where accepted[index] {
      if type.isFull {
        fullsOfGiven[type.given, default: []].append(index)
        fullsOfSurname[type.surname, default: []].append(index)
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

  /// Full names that give only a first letter, each with the only full name of that surname whose given name begins with
  /// it: P. Nair and Priya Nair.
  func initials(of types: NameTypes) -> [(initial: Int, full: Int)] {
    var pairs: [(initial: Int, full: Int)] = []
    for alike in fullsOfSurname.values where alike.count > 1 {
      let initials = alike.filter { types.all[$0].given.utf8.count == 1 }
      guard !initials.isEmpty else { continue }
      var byLetter: [UInt8: (full: Int, given: String)?] = [:]
      for index in alike {
        let given = types.all[index].given
        guard let letter = given.utf8.first, letter < 0x80, given.utf8.count > 1 else { continue }
        if let known = byLetter[letter] {
          if known?.given != given { byLetter[letter] = .some(nil) }
        } else {
          byLetter[letter] = (index, given)
        }
      }
      for index in initials {
        if let letter = types.all[index].given.utf8.first, let only = byLetter[letter], let only {
          pairs.append((index, only.full))
        }
      }
    }
    return pairs
  }

  /// 丽 of 陈丽 and 小丽, Michael of Michael John Keane.
  private static func shortened(_ type: NameType) -> [String] {
    if type.isHan { return type.given.count > 1 ? [String(type.given.suffix(1))] : [] }
    return type.given.firstIndex(of: " ").map { [String(type.given[..<$0])] } ?? []
  }
}
