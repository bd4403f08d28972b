"""Load: python3 load_test.py RAPPORT RAPPORT-DEV [PART …]

  files   100,000 notes in one folder are read, each counted
  edited  `check` again and again while its notes are written, renamed and removed: it ends, and says what is true once they rest
  shared  eight processes with one cache, while notes change, and then: all say what one without a cache says
  editor  a language server through 20,000 edits: what it holds after the first quarter, half of them, and all

Without parts, all of them. Prints a figure each, and fails when a promise is broken.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

RAPPORT, DEV = (str(Path(word).resolve()) for word in sys.argv[1:3])
DAY = ["--as-of", "2026-06-01"]
SMALL = "--small" in sys.argv
WORDS = ["Met Dana Reed, the buyer. ", "She needs fewer stops. ", "张总说预算五十万。", "Promised her the plan for 2026-05-05. ", "**x** [a](b) "]


def fail(words):
    print("FAILED:", words, flush=True)
    sys.exit(1)


def ask(folder, *options, cache="", command="check"):
    started = time.monotonic()
    done = subprocess.run([RAPPORT, command, str(folder), *DAY, "--format", "json", "--quiet", *options], capture_output=True,
                          env=dict(os.environ, RAPPORT_CACHE_DIR=str(cache)), timeout=600)
    if done.returncode not in (0, 1):
        fail(f"check ends with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout, time.monotonic() - started


def generate(folder, notes):
    subprocess.run([DEV, "generate-journal", str(folder), "--notes", str(notes)], check=True)


def files(folder):
    count = 2_000 if SMALL else 100_000
    for number in range(count):
        (folder / f"2026-05-{number % 28 + 1:02} note {number}.md").write_text(
            f"# Customer {number % 5000}\n\nMet Tom {number}, the buyer. He needs fewer stops.\n")
    started = time.monotonic()
    done = subprocess.run([RAPPORT, "check", str(folder), *DAY, "--format", "concise", "--no-cache"], capture_output=True)
    if done.returncode not in (0, 1) or f"{count} notes read".encode() not in done.stderr.replace(b",", b""):
        fail(f"{count} notes: {done.returncode} {done.stderr.decode()[-300:]}")
    print(f"files: {count} notes in one folder, {time.monotonic() - started:.1f} s", flush=True)


class Editor(threading.Thread):
    """Changes notes of a folder until it is told to stop: writes them anew, renames and removes them, and half-writes some."""

    def __init__(self, folder, seed):
        super().__init__()
        self.folder, self.chance, self.stopping, self.count = folder, random.Random(seed), threading.Event(), 0

    def run(self):
        notes = sorted(self.folder.rglob("*.md"))
        while not self.stopping.is_set():
            note = self.chance.choice(notes)
            what = self.chance.random()
            try:
                if what < 0.5:
                    note.write_text(f"# Acme {self.count}\n\n" + "".join(self.chance.choices(WORDS, k=20)))
                elif what < 0.7:
                    with open(note, "a") as file:
                        file.write(self.chance.choice(WORDS))
                elif what < 0.8:
                    os.truncate(note, self.chance.randrange(50))
                elif what < 0.9:
                    note.rename(note.with_suffix(".away.md"))
                    note.with_suffix(".away.md").rename(note)
                else:
                    text = note.read_bytes()
                    note.unlink()
                    note.write_bytes(text)
            except FileNotFoundError:
                pass
            self.count += 1


def edited(folder):
    generate(folder, 200 if SMALL else 20_000)
    editor = Editor(folder, 1)
    editor.start()
    rounds, started = 0, time.monotonic()
    while rounds < (3 if SMALL else 10):
        ask(folder, "--no-cache")
        rounds += 1
    editor.stopping.set()
    editor.join()
    if ask(folder, "--no-cache")[0] != ask(folder, "--no-cache")[0]:
        fail("two answers about notes that rest")
    print(f"edited: {rounds} checks in {time.monotonic() - started:.1f} s through {editor.count} edits", flush=True)


def shared(folder):
    notes, cache = folder / "notes", folder / "cache"
    generate(notes, 200 if SMALL else 3_000)
    os.makedirs(cache, mode=0o700)
    # What was only just written is not kept.
    for note in notes.rglob("*.md"):
        os.utime(note, (1_700_000_000, 1_700_000_000))
    editor = Editor(notes, 2)
    editor.start()

    def all_at_once(rounds):
        answers = []
        def one():
            for _ in range(rounds):
                answers.append(ask(notes, cache=cache)[0])
        threads = [threading.Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    started = time.monotonic()
    count = len(all_at_once(2 if SMALL else 4))
    editor.stopping.set()
    editor.join()
    truth = ask(notes, "--no-cache")[0]
    answers = all_at_once(2)
    if any(answer != truth for answer in answers):
        fail("a process with the shared cache says something else")
    drafts = [path for path in cache.rglob("*draft*")]
    if drafts:
        fail(f"left in the cache: {drafts[:3]}")
    print(f"shared: {count} answers of eight processes during {editor.count} edits and {len(answers)} after them, "
          f"{time.monotonic() - started:.1f} s", flush=True)


class Server:
    def __init__(self, folder):
        self.process = subprocess.Popen([RAPPORT, "lsp", *DAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, env=dict(os.environ, RAPPORT_CACHE_DIR=""))
        self.answers = 0
        self.said = threading.Condition()
        self.replies = set()
        threading.Thread(target=self.listen, daemon=True).start()
        self.ask(1, "initialize", {"capabilities": {}, "workspaceFolders": [{"uri": folder.as_uri(), "name": "notes"}]})
        self.tell("initialized", {})

    def listen(self):
        while True:
            length = 0
            while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            message = json.loads(self.process.stdout.read(length))
            with self.said:
                self.answers += 1
                if "id" in message and "method" not in message:
                    self.replies.add(message["id"])
                elif "id" in message:
                    self.send({"id": message["id"], "result": None})
                self.said.notify_all()

    def send(self, message):
        body = json.dumps(dict(message, jsonrpc="2.0")).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def ask(self, number, method, parameters):
        self.send({"id": number, "method": method, "params": parameters})
        with self.said:
            if not self.said.wait_for(lambda: number in self.replies, 120):
                fail(f"the server does not answer {method}")

    def memory(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().split("\n"):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0


def editor(folder):
    generate(folder, 50)
    notes = sorted(folder.rglob("*.md"))[:5]
    server = Server(folder)
    chance = random.Random(3)
    texts = {note: note.read_text() for note in notes}
    versions = dict.fromkeys(notes, 1)
    for note in notes:
        server.tell("textDocument/didOpen", {"textDocument": {"uri": note.as_uri(), "languageId": "markdown", "version": 1,
                                                              "text": texts[note]}})
    edits = 400 if SMALL else 20_000
    marks, number, started = {}, 10, time.monotonic()
    for edit in range(1, edits + 1):
        note = chance.choice(notes)
        lines = texts[note].split("\n")
        at = chance.randrange(len(lines))
        versions[note] += 1
        # Ten lines are typed, and then taken away again, so that notes stay as long as they were.
        if edit % 20 < 10:
            change = {"range": {"start": {"line": at, "character": 0}, "end": {"line": at, "character": 0}},
                      "text": chance.choice(WORDS) + "\n"}
            lines.insert(at, change["text"].rstrip("\n"))
        elif len(lines) > 20:
            change = {"range": {"start": {"line": at, "character": 0}, "end": {"line": at + 1, "character": 0}}, "text": ""}
            if at == len(lines) - 1:
                change = {"text": "\n".join(lines)}
            else:
                del lines[at]
        else:
            change = {"text": "\n".join(lines)}
        texts[note] = "\n".join(lines)
        server.tell("textDocument/didChange", {"textDocument": {"uri": note.as_uri(), "version": versions[note]},
                                               "contentChanges": [change]})
        if edit % 5 == 0:
            number += 1
            method = ["hover", "completion", "documentSymbol", "codeAction"][number % 4]
            place = {"line": min(at, len(lines) - 1), "character": 0}
            parameters = {"textDocument": {"uri": note.as_uri()}, "position": place}
            if method == "codeAction":
                parameters.update(range={"start": place, "end": place}, context={"diagnostics": []})
            server.ask(number, f"textDocument/{method}", parameters)
        if edit in (edits // 4, edits // 2, edits):
            number += 1
            server.ask(number, "textDocument/hover", {"textDocument": {"uri": note.as_uri()},
                                                      "position": {"line": 0, "character": 0}})
            marks[edit] = server.memory()
    server.ask(2, "shutdown", None)
    server.tell("exit", None)
    if server.process.wait(60) != 0:
        fail("the server does not end as it should")
    told = ", ".join(f"{megabytes:.0f} MB after {edit}" for edit, megabytes in marks.items())
    print(f"editor: {edits} edits in {time.monotonic() - started:.0f} s; {told}", flush=True)
    first, _, last = marks.values()
    if last > first * 1.2 + 5:
        fail("its memory grows")


def main():
    parts = [word for word in sys.argv[3:] if not word.startswith("-")] or ["files", "edited", "shared", "editor"]
    for part in parts:
        folder = Path(tempfile.mkdtemp(prefix="rapport-load-"))
        try:
            {"files": files, "edited": edited, "shared": shared, "editor": editor}[part](folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


main()
