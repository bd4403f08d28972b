/// In which way a mention names its person: what can be told from the words alone.
public enum NameForm: String, CaseIterable, Sendable {
  /// Surname and given name: 王立群, Angela Moss.
  case full
  /// Surname and title or form of address: 王副局长, Dr. Alvarez, 林姐.
  case titled
  /// A familiar form: 老孙, 小赵, 阿辉, Old Pete.
  case familiar
  /// A given name alone: Angela, 丽姐.
  case given
  /// Letters: MK, Dr. A.
  case initials
  /// A function or kinship without a name: 门卫, the CFO, her husband.
  case role
}
