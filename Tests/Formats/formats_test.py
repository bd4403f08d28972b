#!/usr/bin/env python3
"""Holds what Rapport writes for other programs against what these programs ask for.

    Tests/Formats/formats_test.py .build/debug/rapport

Needs the Python packages of requirements.txt (`make format-test` installs them), and for SARIF the schema of OASIS: the file
that SARIF_SCHEMA names. What is missing is said, and its tests are skipped.
"""
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAPPORT = str(pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / ".build/debug/rapport").resolve())
SCHEMA = os.environ.get("SARIF_SCHEMA", "")
DAY = "2026-11-20"
try:
    import jsonschema
    import junitparser
except ImportError as error:
    print(f"format tests skipped: {error.name} not found; make format-test installs it")
    print("0 passed, 0 failed, 1 skipped")
    sys.exit(0)

# Names that a URI, XML or a workflow command would take for their own, every kind of line end, marks that are mended.
NOTES = {
    "a 'q' & <b> 100%.md": "# 2026-11-12 Larkfield Mills\r\nTom Reed sees what it saves him. 价值 #value/benfit then #ned/driver\r\n",
    "纪要/宏泰，二期.md": "\ufeff# 2026-11-12 宏泰精密\n李总要方案𠮷。#价值/收意 ]]> \x1b[31m\n",
    "20261103note.md": "Dana Reed of Larkfield Mills wants it faster.\n",
    "broken.md": b"\xff\xfe\x00",
}


def run(*arguments, folder, status=(0, 1)):
    outcome = subprocess.run([RAPPORT, *arguments], cwd=folder, capture_output=True, check=False)
    assert outcome.returncode in status, outcome.stderr.decode()
    return outcome.stdout


@functools.cache
def written(folder, notes, language, form):
    return run("check", notes, "--as-of", DAY, "--lang", language, "--format", form, "-q", folder=folder)


class FormatTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapport-formats-"))
        for name, text in NOTES.items():
            path = cls.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def journals(self):
        """Each journal in each language: its folder, and what is written about it in a format."""
        for language in ("en", "zh"):
            for folder, notes in ((self.folder, "."), (ROOT, "examples/journal")):
                yield folder, lambda form, of=(folder, notes, language): written(*of, form)

    def count(self, written):
        return len(json.loads(written("json"))["findings"])

    @unittest.skipUnless(os.path.isfile(SCHEMA), "SARIF_SCHEMA names no file")
    def test_sarif_keeps_to_the_schema(self):
        with open(SCHEMA, encoding="utf-8") as file:
            schema = json.load(file)
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        for _, written in self.journals():
            log = json.loads(written("sarif"))
            faults = validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(log)
            self.assertEqual([f"{list(fault.path)}: {fault.message}" for fault in faults], [])

    def test_sarif_fixes_do_what_fix_does(self):
        log = json.loads(run("check", ".", "--as-of", DAY, "--format", "sarif", "-q", folder=self.folder))
        run_ = log["runs"][0]
        self.assertEqual(run_["columnKind"], "unicodeCodePoints")
        edits = {}
        for result in run_["results"]:
            rule = run_["tool"]["driver"]["rules"][result["ruleIndex"]]
            self.assertEqual(rule["id"], result["ruleId"])
            self.assertTrue(rule["help"]["text"] and rule["fullDescription"]["text"])
            for fix in result.get("fixes", []):
                for change in fix["artifactChanges"]:
                    for replacement in change["replacements"]:
                        edits.setdefault(change["artifactLocation"]["uri"], []).append(replacement)
        self.assertEqual(len(edits), 3, edits)
        with tempfile.TemporaryDirectory() as other:
            mended = pathlib.Path(other) / "notes"
            shutil.copytree(self.folder, mended)
            run("check", ".", "--as-of", DAY, "--fix", "--unsafe-fixes", "-q", folder=mended)
            for uri, replacements in edits.items():
                name = re.sub(r"(%[0-9A-F]{2})+", lambda run: bytes.fromhex(run[0].replace("%", "")).decode(), uri)
                text = (self.folder / name).read_bytes().decode("utf-8-sig")
                starts = [0] + [end.end() for end in re.finditer("\r\n|\n|\r", text)]
                places = [
                    (
                        starts[region["startLine"] - 1] + region["startColumn"] - 1,
                        starts[region["endLine"] - 1] + region["endColumn"] - 1,
                        replacement["insertedContent"]["text"],
                    )
                    for replacement in replacements
                    for region in [replacement["deletedRegion"]]
                ]
                for start, end, new in sorted(places, reverse=True):
                    text = text[:start] + new + text[end:]
                self.assertEqual(text, (mended / name).read_bytes().decode("utf-8-sig"), name)

    def test_fingerprints_tell_findings_apart_and_stay(self):
        for _, written in self.journals():
            results = json.loads(written("sarif"))["runs"][0]["results"]
            prints = [result["partialFingerprints"]["dealRuleSubject/v1"] for result in results]
            self.assertEqual(len(prints), len(set(prints)))
            self.assertEqual(prints, [row["fingerprint"] for row in json.loads(written("gitlab"))])

    # https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    def test_gitlab_has_what_its_documentation_asks_for(self):
        for folder, written in self.journals():
            rows = json.loads(written("gitlab"))
            self.assertEqual(len(rows), self.count(written))
            for row in rows:
                self.assertIn(row["severity"], ("info", "minor", "major", "critical", "blocker"))
                self.assertTrue(row["description"] and row["check_name"] and row["fingerprint"])
                self.assertGreaterEqual(row["location"]["lines"]["begin"], 1)
                path = row["location"]["path"]
                self.assertFalse(path.startswith(("/", "./")))
                self.assertTrue((folder / path).is_file(), path)

    def test_junit_is_read(self):
        for folder, written in self.journals():
            suites = junitparser.JUnitXml.fromstring(written("junit"))
            cases = [case for suite in suites for case in suite]
            self.assertEqual(len(cases), self.count(written))
            self.assertEqual(suites.tests, len(cases))
            self.assertEqual(suites.failures, sum(suite.failures for suite in suites))
            for case in cases:
                self.assertTrue((folder / case.classname).is_file(), case.classname)
                self.assertTrue(case.result and case.result[0].message)

    # https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
    def test_rdjson_has_what_reviewdog_reads(self):
        for folder, written in self.journals():
            report = json.loads(written("rdjson"))
            self.assertEqual(len(report["diagnostics"]), self.count(written))
            for row in report["diagnostics"]:
                self.assertIn(row["severity"], ("INFO", "WARNING", "ERROR"))
                self.assertTrue((folder / row["location"]["path"]).is_file())
                start = row["location"]["range"]["start"]
                self.assertTrue(start["line"] >= 1 and start["column"] >= 1)

    def test_workflow_commands_stay_on_their_line(self):
        for _, written in self.journals():
            lines = written("github").decode().splitlines()
            self.assertEqual(len(lines), self.count(written))
            for line in lines:
                self.assertRegex(line, r"^::(notice|warning|error) file=[^,:]+,line=\d+(,col=\d+)?,[^:]*::.+$")

    def test_each_json_line_is_a_finding(self):
        for _, written in self.journals():
            lines = written("jsonl").decode().splitlines()
            self.assertEqual([json.loads(line) for line in lines], json.loads(written("json"))["findings"])


class ManifestTest(unittest.TestCase):
    """The action, the hooks, and the examples of the documentation."""

    def check(self, schema, *paths):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
        outcome = subprocess.run(command, capture_output=True, check=False)
        if b"No module named" in outcome.stderr:
            self.skipTest("check-jsonschema not found")
        self.assertEqual(outcome.returncode, 0, outcome.stdout.decode() + outcome.stderr.decode())

    def examples(self, heading):
        """The YAML behind a heading of docs/ci.md."""
        text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
        section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
        found = re.findall(r"```yaml\n(.*?)```", section, re.S)
        self.assertTrue(found)
        with tempfile.TemporaryDirectory() as folder:
            for number, example in enumerate(found):
                path = pathlib.Path(folder) / f"{number}.yml"
                path.write_text(example, encoding="utf-8")
                yield path

    def test_action(self):
        self.check("vendor.github-actions", ROOT / "action.yml")

    def test_workflow_example(self):
        for path in self.examples("GitHub"):
            self.check("vendor.github-workflows", path)

    def test_gitlab_example(self):
        for path in self.examples("GitLab"):
            self.check("vendor.gitlab-ci", path)

    def test_hooks(self):
        def validate(what, path):
            command = [sys.executable, "-m", "pre_commit", what, str(path)]
            outcome = subprocess.run(command, capture_output=True, check=False)
            if b"No module named" in outcome.stderr:
                self.skipTest("pre-commit not found")
            self.assertEqual(outcome.returncode, 0, outcome.stdout.decode())

        validate("validate-manifest", ROOT / ".pre-commit-hooks.yaml")
        for path in self.examples("pre-commit"):
            validate("validate-config", path)

    def test_pre_commit_runs_the_hook(self):
        """`language: system` to the end; `language: swift` builds for minutes, and does the same."""
        environment = os.environ | {
            "PATH": f"{pathlib.Path(RAPPORT).parent}{os.pathsep}{os.environ['PATH']}",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
        }
        with tempfile.TemporaryDirectory() as place:
            notes = pathlib.Path(place) / "my notes"
            notes.mkdir()

            def call(*command, status=0):
                outcome = subprocess.run(
                    command, cwd=notes, capture_output=True, check=False,
                    env=environment | {"PRE_COMMIT_HOME": f"{place}/home"})
                words = outcome.stdout.decode() + outcome.stderr.decode()
                if "No module named pre_commit" in words or "not a git repository" in words:
                    self.skipTest("pre-commit or a clone not found")
                self.assertEqual(outcome.returncode, status, words)
                return words

            def hook(*arguments, status=0):
                return call(
                    sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "rapport-system", *arguments, status=status)

            call("git", "init", "-q")
            (notes / "2026-09-01 Acme.md").write_text("# Acme Foods\n\nMet Dana Reed of Acme Foods.\n", encoding="utf-8")
            call("git", "add", ".")
            call("git", "commit", "-qm", "first", "--no-verify")
            self.assertIn("Skipped", hook())
            (notes / "2026-09-02 纪要 'b'.md").write_text(
                "# Acme Foods\n\nPromised Dana Reed the sheet for 2026-09-03.\n", encoding="utf-8")
            call("git", "add", ".")
            words = hook()
            self.assertIn("Passed", words)
            self.assertIn("T503", words)
            (notes / "rapport.yml").write_text("fail-on: [T503]\n", encoding="utf-8")
            call("git", "add", ".")
            self.assertIn("the commit is stopped (T503)", hook(status=1))


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=1)
    result = program.result
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed, {len(result.skipped)} skipped")
    sys.exit(1 if failed else 0)
