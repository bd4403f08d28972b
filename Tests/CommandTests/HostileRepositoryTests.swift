import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// A repository that somebody gave away: whatever its settings and attributes name as a command, and whatever its files and
/// revisions are called, Rapport's questions to git start nothing, and end.
@Suite struct HostileRepositoryTests {
  private let folder = TemporaryFolder()

  /// Everything that asks git.
  private static let commands = [
    "check --staged", "check --since HEAD~1", "check . --since HEAD~2", "diff HEAD~1 HEAD", "diff HEAD~2",
    "blame P302:Acme",
    "weekly . --as-known --as-of 2026-11-19", "hook status", "hook run", "doctor", "doctor .",
  ]

  /// Leaves a file of this name in `ran`, and says nothing.
  private func trap(_ name: String) -> String { "\(folder.path)/trap \(name)" }

  /// A repository in `notes` with three commits and something staged, and a trap to be named as a command.
  init() throws {
    try folder.write("trap", "#!/bin/sh\ntouch '\(folder.path)/ran/'\"$1\"\nexit 1\n")
    try folder.write("notes/2026-11-03 acme.md", "# Acme Mills\n\nMet Dana Reed, the buyer. She needs fewer stops.\n")
    try must(
      """
      mkdir ran && chmod +x trap && cd notes && git init -q -b main . && git add . && git commit -qm one &&
      printf '\\nOld words, which only the second commit has.\\n' >> '2026-11-03 acme.md' && git commit -qam two &&
      printf '# Acme Mills\\n\\nPromised Dana Reed the plan for 2026-11-12.\\n' > '2026-11-03 acme.md' && git commit -qam three &&
      printf '\\nMr Selby decides, never met him.\\n' >> '2026-11-03 acme.md' && git add .
      """)
  }

  @discardableResult
  private func must(_ command: String) throws -> String {
    let outcome = try folder.run(command)
    try #require(outcome.status == 0, "\(command): \(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  private var ran: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/ran").sorted()) ?? []
  }

  /// That git itself falls for what was planted, so that the test would notice if Rapport let it.
  private func expectBait(_ name: String, _ command: String) throws {
    _ = try folder.run("cd notes && \(command)")
    #expect(ran.contains(name), "\(command) starts nothing: the trap is none")
    try must("rm -f ran/*")
  }

  private func askEverything(in part: String = "notes", _ surroundings: String = "") throws {
    for command in Self.commands {
      let outcome = try folder.run(
        "cd '\(part)' && \(surroundings) rapport \(command) --no-pager < /dev/null || [ $? -lt 3 ]")
      #expect(outcome.status == 0, "\(command)")
      if !ran.isEmpty { Issue.record("rapport \(command) let git start \(ran)") }
    }
  }

  @Test func settingsAndAttributesStartNothing() throws {
    // A signature, so that there is something to verify.
    try must(
      """
      cd notes && { git cat-file commit HEAD | sed '/^$/,$d'
      printf 'gpgsig -----BEGIN PGP SIGNATURE-----\\n \\n iQ==\\n -----END PGP SIGNATURE-----\\n\\nfour\\n'; } > ../commit &&
      git update-ref refs/heads/main $(git hash-object -t commit -w ../commit)
      """)
    try must(
      """
      cd notes
      set_() { git config "$1" "$2" ; }
      set_ core.fsmonitor '\(trap("fsmonitor"))'
      set_ core.untrackedCache true
      set_ core.pager '\(trap("pager"))'; set_ pager.log true; set_ pager.show true; set_ pager.config true
      set_ core.editor '\(trap("editor"))'; set_ sequence.editor '\(trap("editor"))'
      set_ core.sshCommand '\(trap("ssh"))'; set_ core.gitProxy '\(trap("proxy"))'; set_ core.askPass '\(trap("askpass"))'
      set_ credential.helper '!\(trap("credential"))'
      set_ core.alternateRefsCommand '\(trap("alternates"))'; set_ uploadpack.packObjectsHook '\(trap("pack"))'
      set_ diff.external '\(trap("external"))'; set_ interactive.diffFilter '\(trap("interactive"))'
      set_ diff.words.textconv '\(trap("textconv"))'; set_ diff.words.command '\(trap("driver"))'
      set_ filter.words.clean '\(trap("clean"))'; set_ filter.words.smudge '\(trap("smudge"))'
      set_ filter.long.process '\(trap("process"))'; set_ filter.long.required true
      set_ merge.words.driver '\(trap("merge"))'
      for name in rev-parse ls-files ls-tree log show config cat-file rev-list; do set_ alias.$name '!\(trap("alias"))'; done
      set_ log.showSignature true; set_ gpg.program '\(folder.path)/gpg'; set_ gpg.ssh.program '\(folder.path)/gpg'
      printf '#!/bin/sh\\nexec \(trap("gpg"))\\n' > ../gpg; chmod +x ../gpg
      set_ submodule.recurse true; set_ status.submoduleSummary true; set_ diff.submodule log
      set_ core.hooksPath '\(folder.path)/hooks'
      printf '%s\\n' '*.md filter=words diff=words merge=words' '*.txt filter=long' > .git/info/attributes
      cp .git/info/attributes .gitattributes
      git init -q sub && git -C sub config core.fsmonitor '\(trap("submodule"))' && git -C sub config user.name A
      printf '[submodule "sub"]\\n\\tpath = sub\\n\\turl = ./sub\\n\\tupdate = !\(trap("update"))\\n' > .gitmodules
      mkdir ../hooks && for hook in pre-commit post-index-change reference-transaction post-checkout fsmonitor-watchman; do
        printf '#!/bin/sh\\nexec \(trap("hook"))\\n' > ../hooks/$hook; chmod +x ../hooks/$hook; done
      git init -q --bare ../other && printf '%s\\n' '\(folder.path)/other/objects' > .git/objects/info/alternates
      """)
    try must("rm -f ran/*")
    try expectBait("fsmonitor", "git status")
    try expectBait("driver", "git diff HEAD~1")
    try expectBait("textconv", "git log -p --no-ext-diff -1")
    try expectBait("clean", "git hash-object --path=a.md ../commit")
    try expectBait("gpg", "git log -1")
    try expectBait("hook", "git -c core.fsmonitor=false update-ref refs/heads/other HEAD")
    try askEverything()
  }

  @Test func theSurroundingsStartNothing() throws {
    try askEverything(
      in: "notes",
      """
      GIT_PAGER='\(trap("pager"))' PAGER='\(trap("pager"))' GIT_EDITOR='\(trap("editor"))' EDITOR='\(trap("editor"))' \
      GIT_EXTERNAL_DIFF='\(trap("external"))' GIT_SSH_COMMAND='\(trap("ssh"))' GIT_ASKPASS='\(trap("askpass"))' \
      GIT_PROXY_COMMAND='\(trap("proxy"))' GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.fsmonitor \
      GIT_CONFIG_VALUE_0='\(trap("fsmonitor"))'
      """)
  }

  /// A partial clone may leave out what a commit holds, and name whatever command fetches it.
  @Test(arguments: ["ssh", "ext", "pack"]) func whatIsMissingIsNotFetched(by way: String) throws {
    let remote =
      switch way {
      case "ssh": "git config remote.origin.url ssh://nobody@localhost/x; git config core.sshCommand '\(trap("ssh"))'"
      case "ext":
        "git config remote.origin.url 'ext::\(trap("ext"))'; git config protocol.ext.allow always; git config protocol.allow always"
      default:
        "git config remote.origin.url '\(folder.path)/notes'; git config remote.origin.uploadpack '\(trap("pack"))'"
      }
    let blob = try must("cd notes && git rev-parse 'HEAD~1:2026-11-03 acme.md'").split(separator: "\n")[0]
    try must(
      """
      cd notes && git config core.repositoryFormatVersion 1 && git config extensions.partialClone origin &&
      git config remote.origin.promisor true && \(remote) && rm -f .git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))
      """)
    try expectBait(way, "GIT_NO_LAZY_FETCH=0 git cat-file -p \(blob)")
    try askEverything()
    let outcome = try folder.run("cd notes && rapport diff HEAD~1")
    #expect(outcome.status == 2)
    #expect(String(decoding: outcome.errors, as: UTF8.self).contains("in a partial clone get it first"))
  }

  /// A bare repository that lies among the notes as if it were a folder of them.
  @Test func aRepositoryInAFolderStartsNothing() throws {
    try must(
      """
      git clone -q --bare notes notes/more && cp notes/*.md notes/more && cd notes/more && git config core.bare false &&
      git config core.worktree . && git config core.fsmonitor '\(trap("fsmonitor"))' && git config core.hooksPath .
      """)
    try expectBait("fsmonitor", "cd more && git status")
    try askEverything(in: "notes/more")
  }

  @Test func namesThatLookLikeOptionsAreNames() throws {
    let names = ["--output=x.md", "-rf.md", "--help.md", ":(glob)*.md", "$(touch ran).md", ";touch ran;.md"]
    for name in names { try folder.write("notes/" + name, "# Corvane Works\n\nMet Zoe Quill. She needs \(name).\n") }
    try must(
      "cd notes && git --literal-pathspecs add -- . && git commit -qm names && printf 'x\\n' >> ./--help.md && git add -A"
    )
    let read = try folder.run("cd notes && rapport check --staged --as-of 2026-11-20")
    #expect(String(decoding: read.errors, as: UTF8.self).contains("7 notes read"))
    for name in names {
      let outcome = try folder.run("cd notes && rapport check --since HEAD~1 --as-of 2026-11-20 -- '\(name)'")
      #expect(outcome.status < 2, "\(name): \(String(decoding: outcome.errors, as: UTF8.self))")
      #expect(String(decoding: outcome.errors, as: UTF8.self).contains("1 note read"), "\(name)")
    }
    let before = try must("cd notes && ls -A . ..")
    for revision in [
      "--output=x", "--upload-pack=touch x", "-x", "--", "", "HEAD --output=x", "$(touch x)", "HEAD:x", "@{u}",
    ] {
      for command in ["check --since='\(revision)'", "diff --to='\(revision)'", "diff '\(revision)' HEAD"] {
        let outcome = try folder.run("cd notes && rapport \(command)")
        #expect(outcome.status >= 2, "\(command)")
      }
    }
    #expect(try must("cd notes && ls -A . ..") == before)
  }

  /// A git that hangs is ended, whether it holds on to its output or not.
  @Test(arguments: ["", "exec >&- 2>&-; "]) func aGitThatHangsIsEnded(closing: String) throws {
    try folder.write("bin/git", "#!/bin/sh\necho $$ > '\(folder.path)/pid'\n\(closing)exec sleep 600\n")
    try must("chmod +x bin/git")
    let outcome = try folder.run(
      "cd notes && PATH='\(folder.path)/bin':$PATH RAPPORT_GIT_TIMEOUT=0.2 rapport check --staged --lang en")
    #expect(outcome.status == 2)
    #expect(String(decoding: outcome.errors, as: UTF8.self).contains("git gave no answer in 0.2 s and was ended"))
    #expect(try folder.run("kill -0 $(cat pid) 2> /dev/null").status != 0)
  }
}
