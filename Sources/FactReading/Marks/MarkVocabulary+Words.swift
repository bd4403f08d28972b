// What a writer may choose from.

extension MarkVocabulary {
  /// The Chinese tag of a kind of fact, without its sign: `需求/动因`, `事实/联系`.
  public static func chineseTag(for kind: FactKind) -> String {
    guard let name = chineseKinds.first(where: { $0.0 == kind })?.1.first else { return tag(for: kind) }
    return name.utf8.contains(0x2F) ? name : "事实/" + name
  }

  /// Tags of stages, sides and parts in the decision, without their signs.
  public static func otherTags(in language: Language) -> [String] {
    // Of each, the English names stand first and the Chinese one last.
    let isChinese = language == .zh
    return stageNames(in: language).map { (isChinese ? "阶段/" : "stage/") + $0 }
      + sides.compactMap { isChinese ? $0.1.last : $0.1.first }.map { (isChinese ? "方/" : "side/") + $0 }
      + roles.compactMap { isChinese ? $0.1.last : $0.1.first }.map { (isChinese ? "角色/" : "role/") + $0 }
  }

  /// Names of stages, in order of a deal's life.
  public static func stageNames(in language: Language) -> [String] {
    language == .zh ? ["线索", "商机", "需求", "价值", "交换", "经营", "丢单"] : Stage.allCases.map(\.rawValue)
  }
}
