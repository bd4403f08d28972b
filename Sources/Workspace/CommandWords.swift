/// The command line of a program that the environment names (`PAGER`, `EDITOR`), taken apart without a shell.
enum CommandWords {
  /// Words with spaces between, of which quotes and backslashes hold some together.
  static func of(_ command: String) -> [String] {
    var words: [String] = []
    var word: String? = nil
    var quote: Character? = nil
    var isEscaped = false
    for character in command {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
