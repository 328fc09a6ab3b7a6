"""What the browser tests share: Debian's Chromium, driven by Playwright, on the examples and a hostile report. `./run test`
installs both where it can; where they are not there these tests say "skipped"."""
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest, binary

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
# A code point beyond 16 bits stands before the words that are looked for; markup stands wherever text may stand.
HOSTILE = {
    "headline": "<script>window.hurt=1</script>🚀 Police in Oslo",
    "text": "🚀🚀 Police in Oslo arrested 12 protesters on March 3, 2024.\n\n“We regret <img src=x onerror=window.hurt=2> nothing,” "
            "said Anna <b>Berg</b>.\n\nThe mayor of Oslo, Ola \" onmouseover=window.hurt=3 Nordmann, met Anna Berg on March 4, 2024.",
    "outlet": "<svg onload=window.hurt=4>", "url": "javascript:window.hurt=5", "published": "2024-03-05",
}
# Counts what the pages ask for, so that a test can wait until a page has all it wants.
COUNTING = """window.asked = 0;
const bare = window.fetch;
window.fetch = async (...all) => {
  window.asked += 1;
  window.quiet = 0;
  try { return await bare(...all); } finally { setTimeout(() => { window.asked -= 1; window.quiet = 0; }, 10); }
};"""
QUIET = "() => !window.asked && (window.quiet = (window.quiet || 0) + 1) > 2"


@unittest.skipUnless(sync_playwright and CHROMIUM, "Playwright or Chromium is not there")
class BrowserTest(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)
        cls.folder_of_all = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder_of_all)
        cls.record = os.path.join(cls.folder_of_all, "record.db")
        for added, given in ((EXAMPLES, None), ("-", (json.dumps(HOSTILE) + "\n").encode())):
            subprocess.run([binary(), "add", added, "--quiet", "--db", cls.record], input=given, capture_output=True, check=True)

    def setUp(self):
        super().setUp()
        shutil.copy(self.record, self.db)
        # The browser may run what it likes for the test; the page itself stands under the server's policy.
        self.context = self.browser.new_context(bypass_csp=True)
        self.addCleanup(self.context.close)
        self.context.add_init_script(COUNTING)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30000)
        self.errors = []
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

    def tearDown(self):
        self.assertEqual(self.errors, [])

    @functools.cached_property
    def served(self):
        return f"http://127.0.0.1:{self.serve()}/"

    @functools.cached_property
    def written(self):
        out = self.path("site")
        self.assertEqual(self.dateline("report", "-o", out, "--quiet").returncode, 0)
        return "file://" + os.path.join(out, "index.html")

    def open(self, address, site=None):
        self.page.goto("about:blank")
        self.page.goto((site or self.served) + "#/" + address)
        self.page.wait_for_selector("#pages a")
        self.page.wait_for_selector("main:not([aria-busy]) h1")
        self.settled()
        return self.page

    def settled(self):
        self.page.wait_for_function(QUIET, polling=25)
