extension DateExpression.Holiday {
  /// Holidays that notes date things by, under the names that settings may give them, English and Chinese, in lower
  /// case.
  public static let named: [(names: [String], holidays: [Self])] = [
    (["new-year", "new year", "元旦"], [.newYear]),
    (["spring-festival", "spring festival", "chinese new year", "lunar new year", "春节"], [.movable(.springFestival)]),
    (["qingming", "清明"], [.movable(.qingming)]),
    (["labour-day", "labour day", "may day", "五一", "劳动节"], [.labourDay]),
    (["dragon-boat", "dragon boat festival", "端午"], [.movable(.dragonBoat)]),
    (["mid-autumn", "mid-autumn festival", "中秋"], [.movable(.midAutumn)]),
    (["national-day", "national day", "国庆", "十一"], [.nationalDay]),
    (["easter"], [.movable(.easter)]),
    (["diwali"], [.movable(.diwali)]),
    (["thanksgiving"], [.movable(.thanksgiving)]),
    (
      ["christmas", "圣诞"],
      [.fixed(month: 12, first: 25, last: 25), .fixed(month: 12, first: 25, last: 26)]
    ),
  ]

  /// The holidays of a name, whatever its case; none for a name by which notes date nothing.
  public static func called(_ name: String) -> [Self] {
    let wanted = name.lowercased()
    return named.first { $0.names.contains(wanted) }?.holidays ?? []
  }
}
