import ArgumentParser
import DealHealth
import FactReading
import SourceText
import Workspace

/// `rapport cache`: what is kept from one time to the next.
struct Cache: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says how much is kept from one time to the next, or removes it.",
    discussion: """
      What was read from notes is kept, so that only changed ones are read again, and what a command said, for the next time \
      that the same is asked of the same notes: in a folder that nobody else can read. It is RAPPORT_CACHE_DIR if that is set \
      (empty: nothing is kept), else rapport in XDG_CACHE_HOME or ~/.cache (macOS: ~/Library/Caches). --no-cache does without.

      EXAMPLES
        rapport cache
        rapport cache clean
      """, subcommands: [Show.self, Clean.self], defaultSubcommand: Show.self)

  /// `rapport cache show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Says where it is kept, and how much.")
    @Option(help: "Language of messages: en or zh.") var lang: Language?

    func run() throws {
      try Cache.tell(lang) { cache in
        let extent = cache.extent
        return Text(
          en: "\(cache.path): \(extent.count.of("file")), \(extent.kilobytes) KB",
          zh: "\(cache.path)：\(extent.count) 个文件，\(extent.kilobytes) KB")
      }
    }
  }

  /// `rapport cache clean`.
  struct Clean: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Removes all that is kept.")
    @Option(help: "Language of messages: en or zh.") var lang: Language?

    func run() throws {
      try Cache.tell(lang) { cache in
        let gone = cache.clean()
        return Text(
          en: "\(cache.path): \(gone.count.of("file")) removed, \(gone.kilobytes) KB",
          zh: "\(cache.path)：删掉了 \(gone.count) 个文件，\(gone.kilobytes) KB")
      }
    }
  }

  private static func tell(_ language: Language?, _ words: (CacheFolder) -> Text) throws {
    guard let cache = CacheFolder.ofUser else {
      throw Failure(
        en: "nothing is kept: there is no home folder, or RAPPORT_CACHE_DIR is empty",
        zh: "什么都不存：没有用户主目录，或者 RAPPORT_CACHE_DIR 是空的")
    }
    let text = words(cache).in(language ?? OutputOptions.languageAsked)
    try StandardStream.output.write(InertText.terminal(text) + "\n")
  }
}

extension CacheFolder.Extent {
  /// The size in thousands of bytes, begun ones counted.
  fileprivate var kilobytes: Int64 { (size + 999) / 1000 }
}
