import DealHealth

/// git, and the hook in the current folder's repository.
struct GitCheck {
  private(set) var remarks: [SetUpRemark] = []

  /// Looks at it; `failsOn` is whether settings name rules that are to stop a commit.
  init(failsOn: Bool) {
    guard let version = GitRepository.version() else {
      remarks = [
        .advice(
          "git", Text(en: "there is no git on the PATH", zh: "PATH 里没有 git"),
          remedy: Text(
            en: "install git for --staged, --since, diff, blame and the hook; all else does without",
            zh: "--staged、--since、diff、blame 和提交钩子要用 git；别的不用"))
      ]
      return
    }
    let name = "git \(version.major).\(version.minor)"
    guard version >= (2, 25) else {
      remarks = [
        .problem(
          "git", Text(en: "\(name) is too old", zh: "\(name) 太旧"),
          remedy: Text(en: "install git 2.25 or later", zh: "请装 git 2.25 或更新的"))
      ]
      return
    }
    remarks = [.fine("git", en: "\(name) will do", zh: "\(name) 可以用")]
    guard let repository = try? GitRepository(), let hook = try? GitHook() else {
      remarks.append(.fine("hook", en: "this folder is in no repository", zh: "这个文件夹不在 git 仓库里"))
      return
    }
    remarks += Self.remarks(on: hook, in: repository, failsOn: failsOn)
  }

  private static let install = Text(en: "rapport hook install sets it up", zh: "rapport hook install 会装好")

  private static func remarks(on hook: GitHook, in repository: GitRepository, failsOn: Bool) -> [SetUpRemark] {
    switch hook.state {
    case .installed, .shared: return asking(hook)
    case .absent, .foreign:
      if let setting = try? repository.setting("core.hooksPath"), let own = try? repository.ownHookPath("pre-commit"),
        let contents = try? FileSystem.contents(Array(own.utf8), limit: 1 << 20), GitHook.asks(contents)
      {
        return [
          .problem(
            "hook",
            Text(
              en: "git runs no hook of \(own), which asks rapport: core.hooksPath leads to \(setting)",
              zh: "core.hooksPath 指到 \(setting)，git 不会运行 \(own) 里的钩子"), remedy: install)
        ]
      }
      if failsOn, !usesFramework(repository) {
        return [
          .problem(
            "hook",
            Text(
              en: "\(Configuration.fileName) names rules that stop a commit (fail-on), and no hook asks rapport",
              zh: "\(Configuration.fileName) 写了 fail-on 要拦提交，可没有装提交钩子"), remedy: install)
        ]
      }
      return [.fine("hook", en: "no hook asks rapport, and none has to", zh: "没装提交钩子，不装也行")]
    }
  }

  /// Whether pre-commit (https://pre-commit.com) is to run ours.
  private static func usesFramework(_ repository: GitRepository) -> Bool {
    guard let top = try? repository.top(),
      let settings = try? FileSystem.contents(Array((top + "/.pre-commit-config.yaml").utf8), limit: 1 << 20)
    else { return false }
    return String(decoding: settings, as: UTF8.self).contains("rapport")
  }

  private static func asking(_ hook: GitHook) -> [SetUpRemark] {
    if !FileSystem.mayRun(Array(hook.path.utf8)) {
      return [
        .problem(
          "hook", Text(en: "\(hook.path) is no program, so git passes it over", zh: "\(hook.path) 没有执行权限，git 不会运行"),
          remedy: Text(en: "chmod +x \(hook.path)", zh: "chmod +x \(hook.path)"))
      ]
    }
    var remarks: [SetUpRemark] = []
    if hook.isStale {
      remarks.append(
        .advice(
          "hook",
          Text(en: "\(hook.path) asks rapport in other words than are written now", zh: "\(hook.path) 和现在的写法不一样"),
          remedy: Text(
            en: "unless you changed it yourself: rapport hook uninstall && rapport hook install",
            zh: "如果不是自己改的：rapport hook uninstall && rapport hook install")))
    }
    guard let program = RunningProgram.onPath("rapport") else {
      return remarks + [
        .problem(
          "hook",
          Text(
            en: "\(hook.path) asks rapport, and there is none on the PATH", zh: "\(hook.path) 要用 rapport，可 PATH 里没有"),
          remedy: Text(
            en: "put its folder on the PATH; until then commits are not checked", zh: "把它所在的文件夹加进 PATH；在那以前提交不会检查"))
      ]
    }
    if let own = RunningProgram.path, own != program {
      let other = String(decoding: program, as: UTF8.self)
      remarks.append(
        .advice(
          "hook", Text(en: "the hook runs another rapport than this: \(other)", zh: "钩子运行的是另一个 rapport：\(other)"),
          remedy: Text(en: "put the folder of the one you want first on the PATH", zh: "把想用的那个所在的文件夹放到 PATH 最前面")))
    }
    return remarks.isEmpty ? [.fine("hook", en: "\(hook.path) asks rapport", zh: "\(hook.path) 会调用 rapport")] : remarks
  }
}
