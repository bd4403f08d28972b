#!/usr/bin/env python3
"""How many faults of rules and readers the tests notice.

A copy of the sources is rewritten so that each fault of a sample is switched on by its number in RAPPORT_MUTANT: a comparison
is turned round, a guard is dropped, a concept of a lexicon is emptied. One build holds them all (mutant schemata, after
Untch, Offutt and Harrold, 1993); then the tests are run once for each. A fault that no test notices survives.

    Tests/Mutation/mutate.py                     200 faults, all sorts
    Tests/Mutation/mutate.py --count 50 --seed 7
    Tests/Mutation/mutate.py --only 17,23        these of the same sample again
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["Sources/DealHealth/Rules", "Sources/DealHealth/Deals", "Sources/FactReading", "Sources/NoteSyntax",
           "Sources/DealJournal"]
# What is packed and unpacked has properties of its own; the rest of it is no rule and no reader.
LEFT_OUT = ["Packing/"]
LEXICONS = "Sources/CReadingData/lexicons"
TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==", "&&": "||", "||": "&&"}
# The quick suites first; the rest only for faults that these do not notice.
STAGES = [r"^FactReadingTests\.|^NoteSyntaxTests\.(?!NotePropertyTests|LongLineTests)",
          r"^CasesTests\.CasesTests/holds|^DealHealthTests\.RuleExampleTests/speaks",
          r"^(DealHealthTests|CasesTests|DealJournalTests)\.",
          r"^NoteSyntaxTests\.(NotePropertyTests|LongLineTests)|^NoteAnnotationTests\.",
          r"TranscriptTests|ExampleReportTests|^HealthReportsTests\.|LanguageServerTests\.FeatureTests"]
SWITCH = """#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

let activeMutant: Int = getenv("RAPPORT_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0
"""


class Mutant:
    def __init__(self, kind, path, line, before, after, start, end):
        self.kind, self.path, self.line = kind, path, line
        self.before, self.after, self.start, self.end = before, after, start, end
        self.number, self.rank = 0, b""

    def name(self):
        return f"{self.path}:{self.line}: {self.kind}: {self.before}"


def is_code(text, at):
    """Whether a place of a line is neither in a comment nor in a string."""
    head = text[:at]
    return "//" not in head and head.count('"') % 2 == 0 and '"""' not in text


def sites(path):
    """Everything in a file that can be made wrong."""
    found = []
    inside_text = False
    for number, text in enumerate((ROOT / path).read_text().split("\n")):
        if text.count('"""') % 2:
            inside_text = not inside_text
        if inside_text or text.lstrip().startswith(("//", "@", "import ", "infix", "extension", "func", "public func",
                                                    "static func", "private func")):
            continue
        for match in re.finditer(r" (<=|>=|==|!=|<|>|&&|\|\|) ", text):
            rest = text[match.end():]
            if not is_code(text, match.start()) or rest.startswith("nil") or " == nil" in text[:match.end() + 4]:
                continue
            found.append(Mutant("comparison", path, number + 1, match.group(1), TURNED[match.group(1)],
                                match.start(1), match.end(1)))
        match = re.match(r"^\s*(?:\} else )?(guard|if) (.*?)( else \{| \{)", text)
        if match and not re.search(r"\b(let|var|case|is)\b|#", match.group(2)) and is_code(text, match.end()):
            if match.group(2).count("(") == match.group(2).count(")") and "{" not in match.group(2):
                found.append(Mutant("guard", path, number + 1, match.group(2), match.group(1), match.start(2), match.end(2)))
    return found


def concepts():
    """Every concept of a lexicon, with the phrases under it."""
    found = []
    for file in sorted((ROOT / LEXICONS).glob("*.txt")):
        for number, text in enumerate(file.read_text().split("\n")):
            if text.startswith("[") and text.endswith("]"):
                found.append(Mutant("lexicon", f"{LEXICONS}/{file.name}", number + 1, text[1:-1], "", 0, 0))
    return found


def rank(sites, seed):
    """Gives each fault a place in the draw that stays the same when other lines change."""
    seen = collections.Counter()
    for one in sites:
        text = (ROOT / one.path).read_text().split("\n")[one.line - 1].strip()
        same = (one.kind, one.path, one.before, text)
        seen[same] += 1
        one.rank = hashlib.sha256(repr((seed, same, seen[same])).encode()).digest()


def top_level_commas(text):
    """Conditions of a guard with `&&` between them."""
    depth, out = 0, ""
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        out += ") && (" if character == "," and depth == 0 else character
    return out


def operator(mutant):
    """An operator that nobody else has: the number in binary, a plus for one and a minus for nought."""
    return mutant.before + "%" + format(mutant.number, "b").replace("1", "+").replace("0", "-")


def declaration(mutant):
    name, old, new = operator(mutant), mutant.before, mutant.after
    if old in ("&&", "||"):
        precedence = "LogicalConjunctionPrecedence" if old == "&&" else "LogicalDisjunctionPrecedence"
        return (f"infix operator {name}: {precedence}\n"
                f"func {name} (left: Bool, right: @autoclosure () throws -> Bool) rethrows -> Bool {{\n"
                f"  activeMutant == {mutant.number} ? try left {new} right() : try left {old} right()\n}}\n")
    kind = "Equatable" if old in ("==", "!=") else "Comparable"
    return (f"infix operator {name}: ComparisonPrecedence\n"
            f"func {name} <Value: {kind}>(left: Value, right: Value) -> Bool {{\n"
            f"  activeMutant == {mutant.number} ? left {new} right : left {old} right\n}}\n")


def rewrite(work, mutants):
    """Writes the sources with every fault of `mutants` in them."""
    by_path = {}
    for mutant in mutants:
        by_path.setdefault(mutant.path, []).append(mutant)
    for path in {path for folder in FOLDERS for path in files(folder)}:
        lines = (ROOT / path).read_text().split("\n")
        for mutant in sorted(by_path.get(path, []), key=lambda one: (one.line, -one.start)):
            text = lines[mutant.line - 1]
            if mutant.kind == "comparison":
                new = operator(mutant)
            elif mutant.after == "guard":
                new = f"activeMutant == {mutant.number} || (({top_level_commas(mutant.before)}))"
            else:
                new = f"activeMutant != {mutant.number}, (({top_level_commas(mutant.before)}))"
            lines[mutant.line - 1] = text[:mutant.start] + new + text[mutant.end:]
        write(work / path, "\n".join(lines))
    for module in sorted({folder.split("/")[1] for folder in FOLDERS}):
        own = [one for one in mutants if one.kind == "comparison" and one.path.split("/")[1] == module]
        write(work / "Sources" / module / "Mutants.swift", SWITCH + "".join(map(declaration, own)))
    lexicon = (ROOT / "Sources/FactReading/Lexicon.swift").read_text() if "Sources/FactReading/Lexicon.swift" not in by_path \
        else (work / "Sources/FactReading/Lexicon.swift").read_text()
    lexicon = lexicon.replace("files.append(Array(UnsafeBufferPointer(start: bytes, count: count)))",
                              "files.append(emptied(Array(UnsafeBufferPointer(start: bytes, count: count)), "
                              "String(cString: name)))")
    table = ", ".join(f'{one.number}: ("{pathlib.Path(one.path).name}", "{one.before}")'
                      for one in mutants if one.kind == "lexicon") or ":"
    lexicon += f"""
private let emptiedConcepts: [Int: (file: String, concept: String)] = [{table}]

private func emptied(_ bytes: [UInt8], _ name: String) -> [UInt8] {{
  guard let one = emptiedConcepts[activeMutant], one.file == name else {{ return bytes }}
  var isInside = false
  return Array(bytes.split(separator: 0x0A, omittingEmptySubsequences: false).filter {{ line in
    if line.first == 0x5B {{
      isInside = line.elementsEqual("[\\(one.concept)]".utf8)
      return true
    }}
    return !isInside || line.first == 0x23
  }}.joined(separator: [0x0A]))
}}
"""
    write(work / "Sources/FactReading/Lexicon.swift", lexicon)


def write(path, text):
    """Leaves a file that says the same alone, so that it is not compiled again."""
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def files(folder):
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*.swift")
                  if not any(part in str(path) for part in LEFT_OUT))


def build(work, mutants, jobs):
    """Builds, leaving out what the compiler refuses; gives what is left."""
    while True:
        rewrite(work, mutants)
        done = subprocess.run(["swift", "build", "--build-tests", "-j", str(jobs), "-Xswiftc", "-O"], cwd=work,
                              capture_output=True, text=True)
        log = done.stdout + done.stderr
        (work / "build.log").write_text(log)
        if done.returncode == 0:
            (work / "built.json").write_text(json.dumps([one.number for one in mutants]))
            return mutants
        places = {(match.group(1), int(match.group(2)))
                  for match in re.finditer(r"/(Sources/[^\s:]+):(\d+):\d+: error", log)}
        refused = [one for one in mutants if (one.path, one.line) in places]
        if not refused:
            sys.exit(f"the build fails, and not for a fault of ours: {work}/build.log")
        for one in refused:
            print("refused by the compiler:", one.name(), flush=True)
        mutants = [one for one in mutants if one not in refused]


def passes(work, number, stage, patience):
    """Whether all tests of a stage pass, the first that does not ends it; None when they do not come to their end."""
    test = next(work.glob(".build/*/debug/*PackageTests.xctest"))
    command = [str(test), "--testing-library", "swift-testing", "--filter", stage, "--no-parallel"]
    environment = dict(os.environ, RAPPORT_MUTANT=str(number), RAPPORT_CACHE_DIR="")
    failed = False
    with subprocess.Popen(command, cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace") as running:
        watch = threading.Timer(patience, running.kill)
        watch.start()
        for line in running.stdout:
            if " recorded an issue " in line:
                failed = True
                running.kill()
        in_time = watch.is_alive()
        watch.cancel()
    return running.returncode == 0 if failed or in_time else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="numbers of faults, with commas between")
    parser.add_argument("--built", action="store_true", help="build nothing: the same sample as the last time")
    parser.add_argument("--stages", type=int, default=len(STAGES))
    parser.add_argument("--work", default=str(ROOT / ".build-mutants"))
    options = parser.parse_args()

    code = [one for folder in FOLDERS for path in files(folder) for one in sites(path)]
    kinds = {kind: [one for one in code if one.kind == kind] for kind in ("comparison", "guard")}
    kinds["lexicon"] = concepts()
    shares = {"comparison": 0.55, "guard": 0.30, "lexicon": 0.15}
    sample = []
    for kind, share in shares.items():
        rank(kinds[kind], options.seed)
        sample += sorted(kinds[kind], key=lambda one: one.rank)[:round(options.count * share)]
    # The first of them are a fair sample too.
    sample.sort(key=lambda one: one.rank)
    # Two on one line would be written into each other.
    places, mutants = set(), []
    for one in sample:
        if (one.path, one.line) not in places:
            places.add((one.path, one.line))
            mutants.append(one)
    for number, one in enumerate(mutants, 1):
        one.number = number
    print(f"{len(mutants)} of {sum(map(len, kinds.values()))} faults", flush=True)

    work = pathlib.Path(options.work)
    rewritten = {path for folder in FOLDERS for path in files(folder)}
    for name in subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True,
                               check=True).stdout.split("\0"):
        source = ROOT / name
        if name and source.is_file() and name not in rewritten:
            target = work / name
            if not target.exists() or target.read_bytes() != source.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
    if options.built:
        numbers = set(json.loads((work / "built.json").read_text()))
        mutants = [one for one in mutants if one.number in numbers]
    else:
        mutants = build(work, mutants, options.jobs)

    stages = STAGES[:options.stages]
    patience = []
    for stage in stages:
        start = time.monotonic()
        if not passes(work, 0, stage, 1800):
            sys.exit(f"tests fail without any fault: {stage}")
        patience.append(120 + 10 * (time.monotonic() - start))
        print(f"{stage} takes {time.monotonic() - start:.0f} s", flush=True)

    wanted = {int(word) for word in options.only.split(",") if word}
    mutants = [one for one in mutants if not wanted or one.number in wanted]

    def verdict(one):
        for index, stage in enumerate(stages):
            passed = passes(work, one.number, stage, patience[index])
            if not passed:
                return one, index + 1, passed is None
        return one, 0, False

    results = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for one, stage, is_endless in pool.map(verdict, mutants):
            results.append({"number": one.number, "kind": one.kind, "path": one.path, "line": one.line,
                            "before": one.before, "after": one.after, "noticed": stage, "endless": is_endless})
            word = "endless" if is_endless else "noticed" if stage else "SURVIVES"
            print(f"{one.number} {word} {stage} {one.name()}", flush=True)
            (work / "results.json").write_text(json.dumps(results, indent=1))
    for kind in shares:
        own = [one for one in results if one["kind"] == kind]
        if own:
            noticed = sum(1 for one in own if one["noticed"])
            print(f"{kind}: {noticed} of {len(own)} noticed, {100 * noticed / len(own):.1f} %")
    noticed = sum(1 for one in results if one["noticed"])
    print(f"all: {noticed} of {len(results)} noticed, {100 * noticed / max(1, len(results)):.1f} %")
    sys.exit(0 if noticed >= 0.85 * len(results) else 1)


if __name__ == "__main__":
    main()
