-- Drives the language server from Neovim without a screen, and says line by line what came of it.
-- Neovim 0.7 (Debian 12) and later; what a version lacks is asked for by the protocol's name.
local function say(name, value) io.stdout:write(name .. ": " .. tostring(value):gsub("\n", "\\n") .. "\n") end

vim.cmd("edit a.md")
local config = { name = "rapport", cmd = { "rapport", "lsp", "--as-of", "2026-11-20" }, root_dir = vim.fn.getcwd() }
local id
if vim.lsp.start then id = vim.lsp.start(config) else id = vim.lsp.start_client(config) end
vim.lsp.buf_attach_client(0, id)

local function diagnostics()
  local codes = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(codes, diagnostic.lnum .. ":" .. diagnostic.col .. " " .. tostring(diagnostic.code or (diagnostic.user_data or {}).lsp.code))
  end
  table.sort(codes)
  return codes
end
vim.wait(20000, function() return #diagnostics() > 0 end, 20)
say("diagnostics", table.concat(diagnostics(), ", "))

local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  for key, value in pairs(more or {}) do params[key] = value end
  local answers = vim.lsp.buf_request_sync(0, "textDocument/" .. method, params, 10000)
  local _, answer = next(answers or {})
  return answer and answer.result
end

vim.api.nvim_win_set_cursor(0, { 3, vim.fn.getline(3):find("张总") - 1 })
say("hover", ask("hover").contents.value)

-- The name that is renamed stands behind an emoji as well.
local edit = ask("rename", { newName = "张伟" })
local client = vim.lsp.get_client_by_id(id)
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
say("renamed", vim.fn.getline(3))

-- Incremental changes reach the server: the mark is mended.
vim.api.nvim_buf_set_lines(0, 3, 4, true, { "李总最后拍板，预算还没批。 #stage/needs" })
vim.wait(20000, function() return not table.concat(diagnostics(), ","):find("J003") end, 20)
say("mended", not table.concat(diagnostics(), ","):find("J003"))

vim.api.nvim_buf_set_lines(0, 4, 4, true, { "明天再见＠zhangw" })
vim.api.nvim_win_set_cursor(0, { 5, #vim.fn.getline(5) - 1 })
local params = vim.lsp.util.make_position_params(0, "utf-16")
local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", {
  textDocument = params.textDocument,
  position = { line = 4, character = vim.str_utfindex(vim.fn.getline(5)) },
}, 10000)
local _, answer = next(answers)
say("completion", answer.result.items[1].textEdit.newText)

local hints = vim.lsp.buf_request_sync(0, "textDocument/inlayHint", {
  textDocument = params.textDocument,
  range = { start = { line = 0, character = 0 }, ["end"] = { line = 5, character = 0 } },
}, 10000)
local _, hint = next(hints)
say("hints", #hint.result > 0)
if vim.lsp.inlay_hint then
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  say("shown", vim.wait(10000, function() return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0 end, 20))
end
vim.cmd("qall!")
