"""What the browser tests share: Debian's Chromium, driven by Playwright, on the examples and a hostile report. `./run test`
installs both where it can; where they are not there these tests say "skipped"."""
import functools
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest

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


@unittest.skipUnless(sync_playwright and CHROMIUM, "Playwright or Chromium is not there")
class BrowserTest(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        super().setUp()
        self.dateline("add", EXAMPLES, "--quiet")
        self.dateline("add", "-", "--quiet", stdin=(json.dumps(HOSTILE) + "\n").encode())
        # The browser may run what it likes for the test; the page itself stands under the server's policy.
        self.context = self.browser.new_context(bypass_csp=True)
        self.addCleanup(self.context.close)
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
        self.page.wait_for_load_state("networkidle") if (site or self.served).startswith("http:") else None
        return self.page
