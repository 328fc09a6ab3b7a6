"""What a person does on the desk: correcting and taking back, adding, laying side by side, printing, by keyboard, on a
phone."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import BrowserTest

PAGES = ("", "?lanes=story", "stories", "commitments", "reports", "entities", "quotes", "figures", "conflicts", "voices", "map", "add",
         "corrections", "search?words=Oslo")


class Actions(BrowserTest):
    def events(self):
        return {e["id"]: e for e in self.rows("timeline")}

    def widest(self):
        """The event that most reports tell of."""
        return max(self.events().values(), key=lambda e: (len(e["reports"]), e["id"]))

    def correcting(self, event):
        page = self.open("event/" + event)
        page.get_by_text("Correct this event").click()
        return page

    def kept(self, words):
        self.page.wait_for_selector(f"#news:has-text('{words}')")

    def test_merging_and_taking_it_back(self):
        before = self.events()
        one, other = sorted(before.values(), key=lambda e: (-len(e["reports"]), e["id"]))[:2]
        page = self.correcting(one["id"])
        page.get_by_label("Name or words of the other event").fill(other["label"][:60])
        line = page.locator(".candidates li", has=page.locator(f"a[href='#/event/{other['id']}']"))
        line.get_by_role("button", name="Merge").click()
        self.kept("Merged.")
        merged = self.events()
        self.assertEqual(len(merged), len(before) - 1)
        self.assertLessEqual(set(one["reports"]) | set(other["reports"]), set(merged[one["id"]]["reports"]))
        page.locator("#news").get_by_role("button", name="Undo").click()
        self.kept("Taken back.")
        self.assertEqual(self.events(), before)

    def test_splitting_by_ticking_reports_and_undo_on_the_corrections_page(self):
        before, event = self.events(), self.widest()
        page = self.correcting(event["id"])
        ticks = page.locator(".corrections input[type=checkbox]")
        self.assertEqual(ticks.count(), len(event["reports"]))
        ticks.last.check()
        page.get_by_role("button", name="Split").click()
        self.kept("Split.")
        self.assertEqual(len(self.events()), len(before) + 1)
        page = self.open("corrections")
        self.assertIn(event["id"], page.locator("main").inner_text())
        page.get_by_role("button", name="Undo: split " + event["id"]).click()
        page.wait_for_selector("main >> text=taken back")
        self.assertEqual(self.events(), before)

    def test_rejecting_an_event_and_having_it_back(self):
        event = self.widest()
        page = self.correcting(event["id"])
        page.get_by_role("button", name="Reject").click()
        self.kept("Rejected.")
        self.assertNotIn(event["id"], self.events())
        page.wait_for_selector("main:not([aria-busy]) .lines")
        self.assertEqual(page.locator(f".lines a[href='#/event/{event['id']}']").count(), 0)
        page.locator("#news").get_by_role("button", name="Undo").click()
        self.kept("Taken back.")
        self.assertEqual(self.events()[event["id"]], event)

    def test_setting_and_noting(self):
        event = self.widest()
        page = self.correcting(event["id"])
        page.locator(".corrections select").select_option("when")
        page.get_by_label("Value", exact=True).fill("2024-03-07")
        page.get_by_role("button", name="Set", exact=True).click()
        self.kept("Set.")
        self.assertIn("7 March 2024", page.locator(".facts").inner_text())
        page = self.correcting(event["id"])
        page.get_by_label("Note", exact=True).fill("<b>ask</b> the desk")
        page.get_by_role("button", name="Keep").click()
        self.kept("Noted.")
        self.assertIn("<b>ask</b> the desk", page.locator(".note").inner_text())
        self.assertEqual(page.locator(".note b").count(), 0)
        page = self.correcting(event["id"])
        page.get_by_label("Value", exact=True).fill("soon")
        page.get_by_role("button", name="Set", exact=True).click()
        page.wait_for_selector(".corrections [role=alert]:not(:empty)")

    def test_dropping_files_on_the_page(self):
        page = self.open("add")
        dropped = page.evaluate_handle("""() => {
            const all = new DataTransfer();
            all.items.add(new File(["Storm in Malvik\\n\\nA storm hit Malvik on March 3, 2024, police said."], "storm.txt"));
            all.items.add(new File(["\\u0000\\u0001\\u0002"], "noise.bin"));
            return all;
        }""")
        page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
        self.assertIn("storm.txt", page.locator(".drop").inner_text())
        page.get_by_role("button", name="Add to the record").click()
        page.wait_for_selector("text=1 report added")
        self.assertIn("noise.bin", page.locator("main").inner_text())
        self.assertIn("Storm in Malvik", [r["headline"] for r in self.rows("reports")])

    def test_pasting_a_text_with_what_it_does_not_say(self):
        page = self.open("add")
        page.get_by_role("button", name="Add to the record").click()
        page.wait_for_selector("main [role=alert]")
        page.fill("textarea", "Flood in Voss\n\nA flood hit Voss on Sunday, police said.")
        page.get_by_label("Outlet").fill("The Fjord")
        page.get_by_label("Published").fill("2024-03-05")
        page.get_by_role("button", name="Add to the record").click()
        page.wait_for_selector("text=1 report added")
        report = next(r for r in self.rows("reports") if r["headline"] == "Flood in Voss")
        self.assertEqual((report["outlet"], report["published"]["value"]), ("The Fjord", "2024-03-05"))

    def test_two_reports_side_by_side(self):
        voices = [v for v in self.rows("voices") if len(v["reports"]) > 1]
        a, b = max(voices, key=lambda v: v["chars"])["reports"][:2]
        text = {e["report"]: e["exact"] for v in voices for e in v["evidence"] if {a, b} <= set(v["reports"])}
        self.assertEqual(set(text), {a, b} & set(text))
        page = self.open(f"report/{a}/beside/{b}")
        same = page.locator(".beside .same")
        self.assertGreater(same.count(), 0)
        for side, report in ((0, a), (1, b)):
            marked = same.locator(f"> div:nth-child({side + 1}) mark").all_text_contents()
            stored = {e["exact"] for v in voices for e in v["evidence"] if e["report"] == report}
            self.assertLessEqual({m for m in marked}, stored)
        # Left column from top to bottom is the whole report.
        left = page.locator(".beside .row").evaluate_all(
            "rows => rows.slice(1).map(r => [...r.firstChild.childNodes].filter(n => n.className !== 'kind').map(n => n.textContent).join('')).join('')")
        self.assertEqual(left, page.evaluate("id => fetch('api/text/' + id).then(r => r.json()).then(t => t.text)", a))

    def test_printing(self):
        page = self.open("event/" + self.widest()["id"])
        page.emulate_media(media="print")
        for hidden in (".top nav", "#find", ".corrections details", "footer"):
            self.assertFalse(page.locator(hidden).first.is_visible(), hidden)
        self.assertFalse(any(button.is_visible() for button in page.get_by_role("button").all()))
        self.assertTrue(page.locator(".evidence").first.is_visible())
        self.assertEqual(page.pdf(format="A4")[:5], b"%PDF-")
        page.emulate_media(media="screen")
        page = self.open("")
        page.emulate_media(media="print")
        self.assertFalse(page.locator(".filters").is_visible())
        self.assertTrue(page.locator(".lines > li").last.is_visible())

    def test_by_keyboard_alone(self):
        page = self.open("")
        page.wait_for_selector(".bar")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.locator(".bar").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("location.hash.includes('from=')")
        page.get_by_role("button", name="Clear").focus()
        page.keyboard.press("Enter")
        page.wait_for_function("!location.hash.includes('from=')")
        self.settled()
        self.tab_to(".lines a[href*='/event/']")
        page.wait_for_selector(".evidence")
        self.assertEqual(page.evaluate("document.activeElement.id"), "main")
        self.tab_to(".board td a")
        page.wait_for_selector("mark.here")
        self.assertTrue(page.evaluate("document.activeElement.matches('mark.here')"))
        unnamed = page.locator("button, a[href], input, select, textarea").evaluate_all(
            "all => all.filter(e => !e.hidden && !e.textContent.trim() && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).map(e => e.outerHTML)")
        self.assertEqual(unnamed, [])

    def tab_to(self, selector):
        """Goes on by Tab until it is there, and opens it."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return self.page.keyboard.press("Enter")
        self.fail("Tab never comes to " + selector)

    def test_names_are_offered_while_one_is_typed(self):
        page = self.open("")
        page.locator("input[name=about]").press_sequentially("osl", delay=20)
        page.wait_for_selector("#names-about option", state="attached")
        self.assertIn("Oslo", page.locator("#names-about option").evaluate_all("all => all.map(o => o.value)"))

    def test_nothing_is_wider_than_a_phone(self):
        self.page.set_viewport_size({"width": 360, "height": 740})
        event, report = self.widest(), self.rows("reports")[0]
        for address in (*PAGES, "event/" + event["id"], "report/" + report["id"], "entity/" + self.rows("entities")[0]["id"]):
            page = self.open(address)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360, address)


if __name__ == "__main__":
    unittest.main()
