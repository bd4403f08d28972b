/// The few lines with which an editor starts the language server: a plain value, so that another editor is one entry in `all`.
public struct EditorSetup: Sendable {
  /// What the command takes: `neovim`.
  public let name: String
  /// As its makers write it.
  public let title: String
  /// What the lines need, and what to know.
  public let notes: String
  /// The language of the lines, for a fence: `lua`.
  public let language: String
  /// The lines; empty where there is nothing to add to a file.
  public let lines: String
  /// The file that they belong into, below the user's folder.
  public let file: String?
  /// Whether they can be put behind what the file has; else only into a new file, for the format allows no addition.
  public let canFollow: Bool

  /// Every editor, in order of name.
  public static let all: [EditorSetup] = [
    EditorSetup(
      name: "emacs", title: "Emacs (Eglot)",
      notes:
        "Eglot comes with Emacs 29; for earlier ones it is on ELPA. `M-x eglot` in a note starts it. Eglot has one server a "
        + "buffer, and finds by the label alone, so that pinyin finds nothing there.",
      language: "elisp",
      lines: """
        (with-eval-after-load 'eglot
          (add-to-list 'eglot-server-programs '((markdown-mode text-mode) . ("rapport" "lsp"))))

        """, file: ".emacs.d/init.el", canFollow: true),
    EditorSetup(
      name: "helix", title: "Helix",
      notes: "The list replaces the one that Helix has: name the other servers that you use for Markdown as well.",
      language: "toml",
      lines: """
        [language-server.rapport]
        command = "rapport"
        args = ["lsp"]

        [[language]]
        name = "markdown"
        language-servers = ["rapport", "marksman"]

        """, file: ".config/helix/languages.toml", canFollow: true),
    EditorSetup(
      name: "kate", title: "Kate", notes: "Settings, LSP Client, User Server Settings shows the same file.",
      language: "json",
      lines: """
        {
          "servers": {
            "markdown": { "command": ["rapport", "lsp"], "root": "", "highlightingModeRegex": "^Markdown$" }
          }
        }

        """, file: ".config/kate/lspclient/settings.json", canFollow: false),
    EditorSetup(
      name: "neovim", title: "Neovim",
      notes:
        "For 0.11 and later; before, `vim.lsp.start { name = \"rapport\", cmd = { \"rapport\", \"lsp\" } }` in an autocommand "
        + "for `FileType markdown,text` does the same.",
      language: "lua",
      lines: """
        vim.lsp.config("rapport", {
          cmd = { "rapport", "lsp" },
          filetypes = { "markdown", "text" },
          root_markers = { "rapport.yml", ".git" },
        })
        vim.lsp.enable("rapport")

        """, file: ".config/nvim/init.lua", canFollow: true),
    EditorSetup(
      name: "sublime", title: "Sublime Text", notes: "With the package LSP.", language: "json",
      lines: """
        {
          "clients": {
            "rapport": {
              "enabled": true,
              "command": ["rapport", "lsp"],
              "selector": "text.html.markdown | text.plain"
            }
          }
        }

        """, file: ".config/sublime-text/Packages/User/LSP.sublime-settings", canFollow: false),
    EditorSetup(
      name: "vim", title: "Vim", notes: "With the plugin vim-lsp.", language: "vim",
      lines: """
        autocmd User lsp_setup call lsp#register_server({
          \\ 'name': 'rapport', 'cmd': ['rapport', 'lsp'], 'allowlist': ['markdown', 'text'] })

        """, file: ".vimrc", canFollow: true),
    EditorSetup(
      name: "vscode", title: "VS Code",
      notes:
        "VS Code starts a server from an extension only. A small one without a build step is in `examples/editors/vscode`; its "
        + "README says how to install it.",
      language: "", lines: "", file: nil, canFollow: false),
    EditorSetup(
      name: "zed", title: "Zed",
      notes:
        "Zed starts a server for Markdown from an extension only, and there is none yet; with one, these settings switch it on.",
      language: "json",
      lines: """
        {
          "languages": { "Markdown": { "language_servers": ["rapport", "..."] } },
          "lsp": { "rapport": { "binary": { "path": "rapport", "arguments": ["lsp"] } } }
        }

        """, file: nil, canFollow: false),
  ]

  /// The page that shows the lines for all of them, as Markdown, behind what is written by hand.
  public static func markdown() -> String {
    all.map { setup in
      "## \(setup.title)\n\n\(setup.notes)\n"
        + (setup.lines.isEmpty ? "" : "\n```\(setup.language)\n\(setup.lines)```\n")
        + (setup.file.map { "\n`rapport editor setup \(setup.name) --write` adds them to `~/\($0)`.\n" } ?? "")
    }.joined(separator: "\n")
  }
}
