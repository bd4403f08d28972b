import Workspace

/// Commands, untouched by the settings of machine and user.
package enum Shell {
  /// Runs a command line of the POSIX shell in `folder`; programs of the build come first on the path.
  package static func run(_ command: String, in folder: String, home: String = "/nonexistent") throws
    -> ChildProcess.Outcome
  {
    try ChildProcess.run(
      ["sh", "-c", "cd \"$0\" && eval \"$1\"", folder, command],
      environment: [
        "PATH": Products.folder + ":" + (Environment.value(of: "PATH") ?? "/usr/bin:/bin"), "HOME": home,
        "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "", "COLUMNS": "", "TERM": "dumb",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CEILING_DIRECTORIES": home + "/..", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
        "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T10:00:00Z",
      ])
  }
}
