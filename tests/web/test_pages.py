"""What single pages show, and what happens there: searching, the day up to which is known, pictures, the map, reasons."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import BrowserTest


class Pages(BrowserTest):
    def events(self):
        return self.rows("timeline")

    def test_the_search_box_leads_to_what_it_finds(self):
        for site in (self.served, self.written):
            page = self.open("", site)
            page.get_by_role("searchbox", name="Search the record").fill("Amani capsized")
            page.keyboard.press("Enter")
            page.wait_for_selector("h1:has-text('Amani capsized')")
            page.wait_for_selector("main a[href*='/event/']")
            page.locator("main a[href*='/event/']").first.click()
            page.wait_for_selector(".evidence mark")
            page = self.open("search?words=no such words as these", site)
            self.assertIn("Nothing has these words", page.locator("main").inner_text())

    def test_the_slider_sets_the_day_up_to_which_is_known(self):
        page = self.open("")
        page.wait_for_selector("#as-of")
        before = page.locator(".count").inner_text()
        page.locator("#as-of").focus()
        page.keyboard.press("Home")
        page.wait_for_function("location.hash.includes('as_of=')")
        page.wait_for_function("before => ![before, '…'].includes(document.querySelector('.count').textContent)", arg=before)
        day = page.url.split("as_of=")[1][:10]
        self.assertEqual(int(page.locator(".count").inner_text().split()[0]), len(self.rows("timeline", "--as-of", day)))
        page.locator("#as-of").focus()
        page.keyboard.press("End")
        page.wait_for_function("before => document.querySelector('.count').textContent === before", arg=before)

    def test_choosing_from_the_filters(self):
        page = self.open("")
        page.get_by_label("Disputed only").check()
        page.wait_for_function("location.hash.includes('disputed=1')")
        self.settled()
        self.assertEqual(page.locator(".lines > li").count(), page.locator(".lines > li .sign.disputed").count())
        page.get_by_label("Disputed only").uncheck()
        page.get_by_label("Status").select_option("planned")
        page.wait_for_function("location.hash.includes('status=planned')")
        self.settled()
        planned = [e for e in self.events() if e["status"] == "planned"]
        self.assertTrue(page.locator(".count").inner_text().startswith(str(len(planned))))
        page.get_by_label("Lanes").select_option("type")
        page.wait_for_selector(".lane svg a[href*='/event/']")

    def test_the_board_has_each_value_and_opens_its_words(self):
        event = max(self.events(), key=lambda e: (len(e["reports"]), len(e["claims"])))
        for site in (self.served, self.written):
            page = self.open("event/" + event["id"], site)
            self.assertEqual(page.locator(".board thead th").count(), len(event["reports"]))
            self.assertEqual(page.locator(".board tbody tr").count(), len({c["attribute"] for c in event["claims"]}))
            self.assertEqual(page.locator(".board td a").count(), sum(len({b["report"] for b in c["by"]}) for c in event["claims"]))
            for sign in {c["status"] for c in event["claims"]}:
                self.assertGreater(page.locator(".board td .sign." + sign).count(), 0)
            by = event["claims"][0]["by"][0]["evidence"]
            page.locator(f".board td a[href$='{by['report']}/{by['start']}-{by['end']}']").first.click()
            page.wait_for_selector("mark.here")
            self.assertEqual("".join(page.locator("mark.here").all_text_contents()), by["exact"])

    def test_figures_over_time_are_drawn_with_their_numbers(self):
        for event in self.events():
            counts = [c for c in event["claims"] if c["attribute"].startswith("count:")]
            if len({(c["attribute"], c["value"]) for c in counts}) > 1 and len({c["attribute"] for c in counts}) == 1:
                break
        page = self.open("event/" + event["id"])
        said = page.locator(".chart svg[role=img]").first.get_attribute("aria-label")
        for claim in counts:
            self.assertIn(claim["value"], said)
        self.assertGreaterEqual(page.locator(".chart svg[role=img] .dot").count(), 2)

    def test_who_shares_whose_words_is_drawn_and_laid_side_by_side(self):
        shared = [v for v in self.rows("voices") if len(v["reports"]) > 1]
        event = next(e for e in self.events() if any(len(set(v["reports"]) & set(e["reports"])) > 1 for v in shared))
        for site in (self.served, self.written):
            page = self.open("event/" + event["id"], site)
            page.wait_for_selector(".copies .arc", state="attached")
            self.assertGreaterEqual(page.locator(".copies a[href*='/report/']").count(), 2)
            page.locator("figcaption a[href*='/beside/']").first.click()
            page.wait_for_selector(".beside .same")

    def test_why_reports_tell_of_one_event(self):
        event = max(self.events(), key=lambda e: len(e["why"]))
        page = self.open("event/" + event["id"])
        page.locator("summary", has_text="joined").first.click()
        page.wait_for_selector(".reasons a[href*='/beside/']")
        left = next(e for e in self.events() if any(" left apart from " in w for w in e["why"]))
        page = self.open("event/" + left["id"])
        page.locator("summary", has_text="left apart").click()
        page.wait_for_selector(".reasons >> text=≠")

    def test_a_report_tells_why_it_has_its_date(self):
        report = next(r for r in self.rows("reports") if r["published"]["evidence"])
        page = self.open("report/" + report["id"])
        page.locator(".date summary").click()
        self.assertIn(report["published"]["evidence"][0]["exact"], page.locator(".date mark").first.inner_text())
        self.assertEqual(page.locator(".text section").count(), len(report["sections"]))

    def test_the_map_leads_to_places_and_can_be_moved(self):
        for site in (self.served, self.written):
            page = self.open("map", site)
            spot = page.locator(".map .spot").first
            before = spot.bounding_box()
            page.get_by_role("button", name="Closer").click()
            page.get_by_role("button", name="East").click()
            self.assertNotEqual(page.locator(".map .spot").first.bounding_box(), before)
            page.get_by_role("button", name="All places").click()
            self.assertEqual(spot.bounding_box(), before)
            name = page.locator(".lines a").first.inner_text()
            page.locator(f".map a[aria-label^='{name}, ']").focus()
            page.keyboard.press("Enter")
            page.wait_for_selector(f"h1:text-is('{name}')")

    def test_news_of_what_others_add_are_offered(self):
        page = self.open("")
        self.dateline("add", "-", "--quiet", stdin=b"Flood in Malvik\n\nA flood hit Malvik on March 4, 2024, police said.\n")
        page.locator("#news").get_by_role("button", name="Show what is new").click()
        page.wait_for_selector(".lines >> text=Malvik")

    def test_lines_of_every_listing_are_copied_with_the_words_they_rest_on(self):
        for listing in ("quotes", "figures", "conflicts", "stories", "commitments"):
            page = self.open(listing)
            page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
            page.get_by_role("button", name="copy", exact=True).first.click()
            page.wait_for_function("window.copied")
            outlets = {r["outlet"] or os.path.basename(r["path"]) for r in self.rows("reports")}
            self.assertTrue(any(outlet in page.evaluate("window.copied") for outlet in outlets), listing)


if __name__ == "__main__":
    unittest.main()
