#!/usr/bin/env python3
"""Looks at the pages that Rapport writes as a browser does.

    Tests/Browser/browser_test.py .build/debug/rapport

Needs Chromium with its driver, and the Python packages of requirements.txt (`make browser-test` installs them); says what
is missing and does nothing without them. Pages are those of the example journal, in both languages, and of a journal
with hostile names that is made up here.
"""
import base64
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAPPORT = sys.argv.pop(1) if len(sys.argv) > 1 else str(ROOT / ".build/debug/rapport")
missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
try:
    import html5lib
    from axe_core_python.selenium import Axe
    from selenium import webdriver
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError as error:
    missing.append(str(error.name))
if missing:
    print(f"browser tests skipped: {', '.join(missing)} not found; make browser-test installs it")
    print("0 passed, 0 failed, 1 skipped")
    sys.exit(0)

HOSTILE = """# <script>window.hit=1</script></style>

2026-11-03 Met "><img src=x onerror=window.hit=1> Dana Reed at Acme </script><script>window.hit=1</script>. She wants
[fewer](javascript:window.hit=1) breakdowns. \u202eDana\u202c trusts us. \x1b[31m

2026-11-10 Acme: Dana Reed doubts {} price.
""".format("x" * 10_000)


def write(folder, name, *arguments):
    path = folder / name
    result = subprocess.run([RAPPORT, *arguments, "--as-of", "2026-11-20"], cwd=ROOT, capture_output=True, check=True)
    path.write_bytes(result.stdout)
    return path


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapport-browser-"))
        (cls.folder / "hostile").mkdir()
        (cls.folder / "hostile/acme.md").write_text(HOSTILE)
        cls.pages = {}
        for lang in ("en", "zh"):
            report = ["report", "examples/journal", "--format", "html", "--lang", lang, "--link-base", "../.."]
            week = ["weekly", "examples/journal", "--format", "html", "--lang", lang, "--compare", "previous"]
            cls.pages[f"report-{lang}"] = write(cls.folder, f"report-{lang}.html", *report)
            cls.pages[f"week-{lang}"] = write(cls.folder, f"week-{lang}.html", *week)
        cls.pages["customer"] = write(
            cls.folder, "customer.html", "report", "examples/journal", "--format", "html", "--lang", "zh", "--deal", "Tallis",
            "--audience", "customer-facing")
        cls.pages["hostile"] = write(
            cls.folder, "hostile.html", "report", str(cls.folder / "hostile"), "--format", "html", "--lang", "en")
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={cls.folder}/profile"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        cls.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def open(self, name, fragment="", theme="light", width=1100):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        self.driver.set_window_size(width, 900)
        self.driver.get("about:blank")
        self.driver.get(self.pages[name].as_uri() + fragment)

    def shown(self, selector):
        return [element for element in self.driver.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]

    def test_valid_html(self):
        for name, page in self.pages.items():
            parser = html5lib.HTMLParser(strict=False)
            parser.parse(page.read_text())
            errors = [error for error in parser.errors if error[1] != "non-void-element-with-trailing-solidus"]
            self.assertEqual(errors, [], name)

    def test_no_error_and_no_request(self):
        for name in self.pages:
            self.open(name)
            self.driver.get_log("performance")
            self.driver.refresh()
            errors = [entry for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
            self.assertEqual(errors, [], name)
            requests = [entry["message"] for entry in self.driver.get_log("performance")
                        if '"Network.requestWillBeSent"' in entry["message"] and self.pages[name].as_uri() not in entry["message"]]
            self.assertEqual(requests, [], name)

    def test_hostile_text_is_inert(self):
        self.open("hostile")
        self.assertIsNone(self.driver.execute_script("return window.hit || null"))
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, "img, a[href^='javascript:']"), [])
        width = self.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        self.assertLessEqual(width, 0)

    def test_filter(self):
        self.open("report-en")
        self.assertEqual(len(self.shown(".deal")), 8)
        field = self.driver.find_element(By.ID, "filter")
        self.driver.find_element(By.TAG_NAME, "body").send_keys("/")
        field.send_keys("bridget")
        self.assertEqual([deal.find_element(By.TAG_NAME, "h2").text for deal in self.shown(".deal")], ["Tallis Cheese"])
        self.assertEqual(self.driver.find_element(By.ID, "count").text, "1/8")
        field.clear()
        field.send_keys(" ", Keys.BACKSPACE)
        self.driver.find_element(By.ID, "risk").click()
        self.assertTrue(0 < len(self.shown(".deal")) < 8)
        self.assertEqual(len(self.shown(".deal")), len(self.shown("#deals tbody tr")))

    def test_sort(self):
        self.open("report-en")
        button = self.driver.find_elements(By.CSS_SELECTOR, "#deals th button")[0]
        names = lambda: [cell.get_attribute("data-key") for cell in self.driver.find_elements(By.CSS_SELECTOR, "#deals tbody td:first-child")]
        button.click()
        up = names()
        self.assertEqual(up, sorted(up))
        button.click()
        self.assertEqual(names(), up[::-1])

    def test_fold_and_keys(self):
        self.open("report-en")
        count = "return document.querySelectorAll('.deal > details[open]').length"
        self.assertEqual(self.driver.execute_script(count), 8)
        self.driver.find_element(By.ID, "fold").click()
        self.assertEqual(self.driver.execute_script(count), 0)
        body = self.driver.find_element(By.TAG_NAME, "body")
        body.send_keys("j")
        self.driver.switch_to.active_element.send_keys("o")
        self.assertEqual(self.driver.execute_script(count), 1)

    def test_links(self):
        self.open("report-en")
        anchors = [link.get_attribute("href").split("#")[1] for link in self.driver.find_elements(By.CSS_SELECTOR, "#deals a")]
        self.assertEqual(len(anchors), 8)
        self.driver.find_element(By.ID, "fold").click()
        self.open("report-en", "#" + anchors[3])
        self.assertEqual(self.driver.find_element(By.CSS_SELECTOR, ":target").get_attribute("id"), anchors[3])
        for link in self.driver.find_elements(By.CSS_SELECTOR, "a.place"):
            self.assertTrue(link.get_attribute("href").startswith("file:"))

    def test_without_script(self):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            self.open("report-zh")
            self.assertEqual(len(self.shown(".deal")), 8)
            self.assertEqual(self.shown(".tools"), [])
        finally:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    def test_phone(self):
        for name in self.pages:
            self.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride", {"width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": True})
            self.open(name, width=500)
            over = self.driver.execute_script("return document.documentElement.scrollWidth - 375")
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            self.assertLessEqual(over, 0, name)

    def test_paper(self):
        self.open("report-zh")
        pdf = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        data = base64.b64decode(pdf["data"])
        self.assertTrue(data.startswith(b"%PDF") and len(data) > 20_000)

    def test_paper_is_white(self):
        for name in self.pages:
            self.open(name, theme="dark")
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
                "media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            colours = self.driver.execute_script(
                "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
            self.assertEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], name)

    def test_accessibility(self):
        for theme in ("light", "dark"):
            for name in self.pages:
                self.open(name, theme=theme)
                found = Axe().run(self.driver)["violations"]
                self.assertEqual(
                    [(rule["id"], rule["help"], rule["nodes"][0]["html"][:160]) for rule in found], [], f"{name} {theme}")

    def test_many_deals(self):
        many = self.folder / "many"
        many.mkdir()
        for number in range(200):
            (many / f"2026-11-{number % 20 + 1:02d} Customer{number:03d} Mills.md").write_text(
                f"# Customer{number:03d} Mills\n\nMet Dana Reed, CFO. She wants fewer breakdowns. She said we are too slow.\n"
                "We promised a plan by 2026-11-12. Quoted 42,000.\n")
        started = time.monotonic()
        self.pages["many"] = write(self.folder, "many.html", "report", str(many), "--format", "html", "--lang", "en")
        took = time.monotonic() - started
        try:
            self.open("many")
            deals = len(self.driver.find_elements(By.CSS_SELECTOR, ".deal"))
            load = self.driver.execute_script(
                "const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime")
            # From none to all of them, laid out.
            filtered = self.driver.execute_script(
                "const field = document.getElementById('filter'); const type = (text) => { field.value = text;"
                " field.dispatchEvent(new Event('input')); return document.body.offsetHeight; };"
                " type('nobody'); const start = performance.now(); type(''); return performance.now() - start")
        finally:
            del self.pages["many"]
        print(f"\n{deals} deals: written in {took:.2f} s, loaded in {load:.0f} ms, filtered in {filtered:.0f} ms")
        self.assertGreater(deals, 150)
        self.assertLess(load, 3000)
        self.assertLess(filtered, 1000)


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
