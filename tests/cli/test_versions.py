"""Several captures of one page are versions of one report: the newest speaks, the others are kept and tell nothing."""
import itertools
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import CommandTest
from cli.test_formats import warc_record

URL = "https://www.echo.example/world/ferry-sinks"
LEDE = ("<p>DAR ES SALAAM, March 9, 2024 – At least {} people drowned when the ferry Amani capsized off Kigoma on Lake "
        "Tanganyika on Saturday, the coast guard said.</p><p>“We are still looking for survivors near the shore,” said "
        "harbour master Joseph Mwenda.</p>")
MORE = "<p>President Samia Suluhu Hassan ordered an inquiry into the sinking of the Amani on Saturday evening.</p>"


def page(killed, more=""):
    return ("<html><head><title>Ferry Amani sinks off Kigoma</title><meta property='og:type' content='article'></head><body>"
            f"<article><h1>Ferry Amani sinks off Kigoma</h1>{LEDE.format(killed)}{more}</article></body></html>")


# Three captures; the second is the newest but for the third, which is the first again.
FIRST = (page(12), "2024-03-09T10:00:00Z", URL)
SECOND = (page(31, MORE), "2024-03-09T18:00:00Z", URL.replace("https://www.", "http://") + "?utm_source=mail")
THIRD = (page(40, MORE), "2024-03-10T08:00:00Z", URL + "#latest")
OTHER = ("<html><body><article><h1>Ferry disaster in Tanzania</h1><p>KIGOMA, March 10, 2024 – Dozens of people drowned when the "
         "ferry Amani capsized off Kigoma on Saturday, and the coast guard went on searching Lake Tanganyika.</p></article></body></html>",
         "2024-03-10T09:00:00Z", "https://post.example/amani")


class Versions(CommandTest):
    def capture(self, name, body, when, url):
        return self.write(name, warc_record(url, body, name, when))

    def record(self, name, captures):
        """The record as it is when the captures are added one by one, each from a file of its own name."""
        db = self.path(name + ".db")
        for body, when, url in captures:
            path = self.capture(f"{abs(hash((body, when)))}.warc.gz", body, when, url)
            self.assertEqual(self.dateline("add", path, "--quiet", db=db).returncode, 0)
        return db

    def test_the_newest_speaks_whichever_is_read_first(self):
        captures = [FIRST, SECOND, THIRD, OTHER]
        expected = self.everything(db=self.record("all", captures))
        for n, order in enumerate(list(itertools.permutations(captures))[1::4]):
            db = self.record(f"order{n}", order)
            self.assertEqual(self.everything(db=db), expected)
            if n % 3 == 0:
                self.assertEqual(self.dateline("verify", "--quiet", db=db).returncode, 0)

    def test_as_of_takes_the_version_of_that_day(self):
        db = self.record("asof", [FIRST, THIRD])
        drowned = lambda *options: {f["min"] or f["value"] for f in self.rows("figures", *options, db=db) if "people" in f["counted"]}
        self.assertEqual(drowned(), {40})
        self.assertEqual(drowned("--as-of", "2024-03-10"), {40})
        self.assertEqual(drowned("--as-of", "2024-03-09"), {12})
        self.assertEqual(len(self.rows("reports", "--as-of", "2024-03-09", db=db)), 1)
        self.assertEqual(self.rows("timeline", "--as-of", "2024-03-09", db=db), self.rows("timeline", db=self.record("then", [FIRST])))

    def test_older_versions_are_kept_marked_and_tell_nothing(self):
        db = self.record("kept", [FIRST, SECOND, OTHER])
        reports = {r["id"]: r for r in self.rows("reports", "--text", db=db)}
        older, newer = sorted((r for r in reports.values() if r["version"]), key=lambda r: r["version"]["number"])
        self.assertEqual(older["version"], {"number": 1, "of": 2, "as_of": "2024-03-09T10:00:00Z", "newest": False,
                                            "all": [older["id"], newer["id"]]})
        self.assertTrue(newer["version"]["newest"])
        self.assertIn("At least 12 people", older["text"])
        self.assertIsNone(older["main_event"])
        self.assertEqual([r["version"] for r in reports.values() if r["url"] == OTHER[2]], [None])
        for listing in ("timeline", "entities", "quotes", "figures", "conflicts", "voices"):
            for row in self.rows(listing, db=db):
                self.assertNotIn(older["id"], str(row), listing)
        self.assertTrue(all(e["voices"] <= 2 for e in self.rows("timeline", db=db)))
        self.assertIn(31, [f["min"] for f in self.rows("figures", db=db)])
        shown = self.dateline("show", older["id"], db=db).stdout.decode()
        self.assertIn("version 1 of 2, as of 2024-03-09T10:00:00Z, no longer the newest", shown)
        self.assertIn("newest version: " + newer["id"], shown)

    def test_a_page_that_is_as_it_was_before_speaks_again(self):
        again = (FIRST[0], "2024-03-11T08:00:00Z", URL)
        db = self.record("again", [FIRST, SECOND, OTHER, again])
        (newest,) = [r for r in self.rows("reports", db=db) if r["version"] and r["version"]["newest"]]
        self.assertEqual((newest["version"]["number"], newest["version"]["as_of"]), (2, "2024-03-11T08:00:00Z"))
        self.assertIn(12, [f["min"] for f in self.rows("figures", db=db)])
        self.assertNotIn(31, [f["min"] for f in self.rows("figures", db=db)])
        self.assertEqual(self.dateline("verify", "--quiet", db=db).returncode, 0)

    def test_the_same_bytes_are_one_report_whichever_reading_comes_first(self):
        undated = ("<html><body><article><h1>Ferry Amani sinks off Kigoma</h1><p>At least 12 people drowned when the ferry Amani "
                   "capsized off Kigoma on Saturday, the coast guard said.</p></article></body></html>")
        captures = [(undated, f"2024-03-{day}T10:00:00Z", URL) for day in ("11", "10", "13")] + [OTHER]
        expected = self.everything(db=self.record("same", captures))
        self.assertEqual(self.everything(db=self.record("same-turned", captures[::-1])), expected)
        (report,) = [r for r in self.rows("reports", db=self.path("same.db")) if r["url"] == URL]
        self.assertIn("captured 2024-03-10T10:00:00Z", self.dateline("explain", report["id"], db=self.path("same.db")).stdout.decode())
        self.assertEqual(self.dateline("verify", "--quiet", db=self.path("same-turned.db")).returncode, 0)
        found = self.rows("search", "drowned Kigoma Saturday coast", db=self.path("same-turned.db"))
        self.assertEqual(len([hit for hit in found if hit["kind"] == "report" and hit["id"] == report["id"]]), 1)

    def test_copies_in_several_folders_are_one_report_at_the_least_path(self):
        text = "Ferry sinks\n\nKIGOMA, March 9, 2024 - Twelve people drowned when the ferry Amani capsized on Saturday."
        for folder in "ab":
            os.makedirs(self.path(folder), exist_ok=True)
            self.write(f"{folder}/ferry.txt", text)
            os.utime(self.path(f"{folder}/ferry.txt"), (1710100000, 1710100000))
        files = [self.path(f"{folder}/ferry.txt") for folder in "ab"]
        for name, order in (("ab", files), ("ba", files[::-1])):
            for path in order:
                self.assertEqual(self.dateline("add", path, "--quiet", db=self.path(name + ".db")).returncode, 0)
        self.assertEqual(self.everything(db=self.path("ba.db")), self.everything(db=self.path("ab.db")))
        (report,) = self.rows("reports", db=self.path("ba.db"))
        self.assertEqual(report["path"], files[0])

    def test_other_news_at_the_same_address_is_another_report(self):
        other = ("<html><body><article><h1>Parliament passes budget</h1><p>OSLO, March 12, 2024 – Lawmakers passed the budget for "
                 "next year after a long night of talks, the finance ministry said.</p></article></body></html>", "2024-03-12T08:00:00Z", URL)
        self.assertEqual({r["version"] for r in self.rows("reports", db=self.record("two", [FIRST, other]))}, {None})


if __name__ == "__main__":
    import unittest
    unittest.main()
