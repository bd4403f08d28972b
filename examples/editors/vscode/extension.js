// Starts `rapport lsp` for Markdown and plain text. Plain JavaScript: nothing has to be built.
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

function start() {
  const settings = vscode.workspace.getConfiguration("rapport");
  const server = { command: settings.get("path") || "rapport", args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("rapport", "Rapport", server, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "plaintext" },
      { scheme: "untitled", language: "markdown" },
      { scheme: "untitled", language: "plaintext" },
    ],
    initializationOptions: { language: settings.get("language"), diagnostics: settings.get("diagnostics") },
    synchronize: { configurationSection: "rapport" },
    // A lens over a deal opens the deal's page.
    middleware: {
      executeCommand: async (command, args, next) => {
        const page = await next(command, args);
        if (typeof page === "string" && command !== "rapport.newNote") await show(page);
        return page;
      },
    },
  });
  return client.start().catch((error) => {
    vscode.window.showErrorMessage(`Rapport did not start (${error.message}). Is \`rapport\` on the path?`);
  });
}

async function show(page) {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: page });
  await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

function run(command) {
  const editor = vscode.window.activeTextEditor;
  const uri = editor ? editor.document.uri.toString() : undefined;
  return vscode.commands.executeCommand(command, { uri });
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("rapport.openReport", () => run("rapport.report")),
    vscode.commands.registerCommand("rapport.openWeekly", () => run("rapport.weekly")),
    vscode.commands.registerCommand("rapport.startNote", () => run("rapport.newNote")),
    vscode.commands.registerCommand("rapport.restart", async () => {
      if (client) await client.stop();
      await start();
    }),
  );
  await start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
