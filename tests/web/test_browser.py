"""Every page in a real browser, from the server and from a disk. axe-core looks for what keeps people out."""
import glob
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import BrowserTest
from harness import shared

PAGES = ("", "stories", "commitments", "reports", "entities", "quotes", "figures", "conflicts", "voices", "map", "add", "search?words=Oslo", "?lanes=type",
         "?lanes=story")


def axe_source():
    for folder in sys.path:
        for path in glob.glob(os.path.join(folder, "axe_playwright_python", "axe.min.js")):
            with open(path, encoding="utf-8") as file:
                return file.read()
    return None


class Browser(BrowserTest):
    def details(self):
        """Addresses of one page of each kind that shows a single thing."""
        events, reports = self.rows("timeline"), self.rows("reports")
        voices = [v for v in self.rows("voices") if len(v["reports"]) > 1]
        out = ["event/" + max(events, key=lambda e: len(e["reports"]))["id"], "entity/" + self.rows("entities")[0]["id"],
               "report/" + reports[0]["id"], "story/" + self.rows("stories")[0]["id"], "commitment/" + self.rows("commitments")[0]["id"]]
        return out + (["report/%s/beside/%s" % tuple(voices[0]["reports"][:2])] if voices else [])

    def test_every_page_opens_from_the_server_and_from_a_disk(self):
        for site in (self.served, self.written):
            for address in [*(p for p in PAGES if p != "add" or site == self.served), *self.details()]:
                page = self.open(address, site)
                self.assertEqual(page.locator("main [role=alert]:not(:empty)").count(), 0, address)
                self.assertGreater(len(page.locator("main").inner_text()), 10, address)
                self.harmless(address)

    def harmless(self, address):
        """The page that is open shows what the hostile report says, and does none of it."""
        self.assertIsNone(self.page.evaluate("window.hurt ?? null"), address)
        self.assertEqual(self.page.locator("main script, main img, main [onmouseover], a[href^='javascript']").count(), 0, address)

    def test_both_give_the_same_lines(self):
        for query in ("", "?about=Oslo", "?main=1", "?disputed=1", "?status=planned", "?from=2024-03-01&to=2024-03-31", "?order=newest"):
            seen = []
            for site in (self.served, self.written):
                page = self.open(query, site)
                page.wait_for_function("!document.querySelector('.count').textContent.includes('…')")
                seen.append(page.locator(".lines a[href*='/event/']").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
            self.assertEqual(*seen, query)

    def test_a_highlighted_quote_is_exactly_the_quoted_text(self):
        checked = 0
        for q in self.rows("quotes")[:12] + [q for q in self.rows("quotes") if q["evidence"][0]["exact"].startswith("We regret")]:
            e = q["evidence"][0]
            page = self.open("report/%s/%d-%d" % (e["report"], e["start"], e["end"]))
            marked = "".join(page.locator("mark.here").all_text_contents())
            self.assertEqual(marked, e["exact"])
            checked += 1
        self.assertGreater(checked, 5)

    def test_hostile_text_does_nothing(self):
        hostile = next(r for r in self.rows("reports") if "hurt" in (r["headline"] or ""))
        events = ["event/" + e["id"] for e in self.rows("timeline") if hostile["id"] in e["reports"]]
        people = ["entity/" + n["id"] for n in self.rows("entities") if "Nordmann" in n["name"] or "Berg" in n["name"]]
        self.assertTrue(events and people)
        for site in (self.served, self.written):
            for address in ["report/" + hostile["id"], "search?words=<img src=x onerror=window.hurt=6>",
                            "?about=<img src=x onerror=window.hurt=7>", *events[:2], *people[:2]]:
                page = self.open(address, site)
                page.locator("details summary").evaluate_all("all => all.forEach(s => { s.parentNode.open = true; })")
                self.settled()
                self.harmless(address)
        page = self.open("report/" + hostile["id"])
        self.assertIn("<script>window.hurt=1</script>", page.locator("h1").inner_text())
        self.assertIn("javascript:window.hurt=5", page.locator(".url").inner_text())

    def test_filters_layers_and_evidence(self):
        page = self.open("")
        before = page.locator(".lines > li").count()
        page.fill("input[name=about]", "Oslo")
        page.wait_for_function("n => document.querySelectorAll('.lines > li').length < n", arg=before)
        self.assertIn("about=Oslo", page.url)
        page.get_by_role("button", name="Clear").click()
        page.wait_for_function("n => document.querySelectorAll('.lines > li').length === n", arg=before)
        page = self.open("report/" + self.rows("reports")[0]["id"])
        self.assertGreater(page.locator(".text .name").count(), 0)
        page.get_by_label("Names").uncheck()
        self.assertEqual(page.locator(".text .name").count(), 0)
        page = self.open("event/" + max(self.rows("timeline"), key=lambda e: len(e["reports"]))["id"])
        self.assertGreater(page.locator(".board tbody tr").count(), 0)
        page.locator(".board td a").first.click()
        page.wait_for_selector("mark.here")

    def test_as_of_shows_what_was_known(self):
        days = sorted({r["published"]["value"] for r in self.rows("reports") if r["published"]["value"] and len(r["published"]["value"]) == 10})
        page = self.open("?as_of=" + days[0])
        page.wait_for_selector(".lines li")
        shown = set(page.locator(".lines a[href*='/event/']").evaluate_all("all => all.map(a => a.getAttribute('href').split('/').pop())"))
        self.assertEqual(shown, {e["id"] for e in self.rows("timeline", "--as-of", days[0])})

    def test_adding_on_the_page(self):
        page = self.open("add")
        page.fill("textarea", "Storm in Malvik\n\nA storm hit Malvik on March 3, 2024, police said.")
        page.set_input_files("input[type=file]", [{"name": "empty.txt", "mimeType": "text/plain", "buffer": b""}])
        page.get_by_role("button", name="Add to the record").click()
        page.wait_for_selector("text=1 report added")
        self.assertIn("empty.txt", page.locator("main").inner_text())
        self.open("search?words=Malvik")
        page.wait_for_selector("main li")

    def test_stories_and_commitments_lead_to_their_events(self):
        for site in (self.served, self.written):
            story, commitment = self.rows("stories")[0], self.rows("commitments")[0]
            page = self.open("stories", site)
            page.wait_for_selector(f".lines a[href='#/story/{story['id']}']")
            page = self.open("story/" + story["id"], site)
            steps = page.locator(".chain .what > a").evaluate_all("all => all.map(a => a.getAttribute('href').split('/').pop())")
            self.assertEqual(steps, [s["event"] for s in story["steps"]])
            page.locator(".chain .what > a").first.click()
            page.wait_for_selector(f"a[href='#/story/{story['id']}']")
            page = self.open("commitment/" + commitment["id"], site)
            page.locator(".chain details summary").first.click()
            page.wait_for_selector("mark")
            self.assertEqual(page.locator("mark").first.inner_text(), commitment["steps"][0]["evidence"][0]["exact"])
            page = self.open("?lanes=story", site)
            page.wait_for_selector(".lane a[href*='/story/']")
            page.wait_for_selector(".lane svg a[href*='/event/']")

    def test_lines_say_what_they_rest_on(self):
        for site in (self.served, self.written):
            page = self.open("figures", site)
            page.wait_for_selector(".glimpse mark")
            exact = {e["exact"] for f in self.rows("figures") for e in f["evidence"]}
            self.assertIn(page.locator(".glimpse mark").first.text_content(), exact)
            page = self.open("conflicts", site)
            page.wait_for_selector(".sides a[href*='/report/']")
            labels = {e["label"] for e in self.rows("timeline")}
            page.wait_for_function("all => all.includes(document.querySelector(\".lines a[href*='/event/']\").textContent)", arg=list(labels))
            page = self.open("voices?about=ferry", site)
            page.wait_for_selector(".lines a[href*='/beside/']")
            for address in ("reports", "event/" + max(self.rows("timeline"), key=lambda e: len(e["why"]))["id"]):
                page = self.open(address, site)
                page.locator("details summary").evaluate_all("all => all.forEach(s => { s.parentNode.open = true; })")
                self.settled()
                self.assertNotRegex(page.locator("main .meta").all_inner_texts().__str__(), r"\br-[0-9a-f]{12}", address)

    def test_a_copied_line_has_its_citation(self):
        page = self.open("")
        page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
        page.get_by_role("button", name="copy", exact=True).first.click()
        page.wait_for_function("window.copied")
        event = self.rows("show", page.locator(".lines a[href*='/event/']").first.get_attribute("href").split("/")[-1])[0]
        report = self.rows("show", event["evidence"][0]["report"])[0]
        copied = page.evaluate("window.copied")
        for part in (event["label"], event["evidence"][0]["exact"].strip(), report["outlet"], report["headline"]):
            self.assertIn(part, copied)

    def test_without_scripts_it_can_be_read(self):
        context = self.browser.new_context(java_script_enabled=False)
        self.addCleanup(context.close)
        for site in (self.served, self.written):
            page = context.new_page()
            page.goto(site)
            self.assertGreater(page.locator(".lines li").count(), 5)
            page.locator(".lines a").first.click()
            self.assertGreater(len(page.locator(".text").inner_text()), 100)

    def test_kenya_haiti(self):
        reports = shared("stories", "kenya-haiti", "reports")
        if not reports:
            self.skipTest("the real reports are not there")
        self.db = self.path("kh.db")
        self.dateline("add", reports, "--quiet")
        for address in [*PAGES, *self.details()]:
            page = self.open(address)
            self.assertEqual(page.locator("main [role=alert]:not(:empty)").count(), 0, address)
        page = self.open("conflicts")
        self.assertIn("53", page.locator("main").inner_text())

    def test_axe_finds_nothing_serious(self):
        source = axe_source()
        if not source:
            self.skipTest("axe-core is not there")
        for address in [*PAGES, *self.details()]:
            page = self.open(address)
            page.evaluate(source)
            # The dark scheme has other colours, and nothing else.
            for scheme, rules in (("light", ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]), ("dark", ["color-contrast"])):
                page.emulate_media(color_scheme=scheme)
                found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)["violations"]
                bad = [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in found if v["impact"] in ("serious", "critical")]
                self.assertEqual(bad, [], f"{scheme} #/{address}")
            page.emulate_media(color_scheme="light")


if __name__ == "__main__":
    unittest.main()
