"""The listings, `show`, `search`, `explain`, and what the options leave out."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, LISTINGS, CommandTest


def evidence_in(value):
    if isinstance(value, dict):
        if {"report", "start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from evidence_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence_in(inner)


class Listings(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", EXAMPLES, "--quiet")

    def test_every_evidence_is_the_text_at_its_place(self):
        text = {r["id"]: r["text"] for r in self.rows("reports", "--text")}
        seen = 0
        for listing in LISTINGS:
            for row in self.rows(listing):
                for e in evidence_in(row):
                    seen += 1
                    self.assertEqual(text[e["report"]][e["start"]:e["end"]], e["exact"])
                    self.assertTrue(text[e["report"]][:e["start"]].endswith(e["prefix"]))
        self.assertGreater(seen, 50)

    def test_mentions_lie_below_the_events(self):
        events = {e["id"]: e for e in self.rows("timeline")}
        mentions = self.rows("mentions")
        told = [m for m in mentions if m["event"]]
        self.assertTrue(all(m["event"] in events for m in told))
        self.assertGreater(len(mentions), 2 * len(events))
        reports = {}
        for m in mentions:
            reports.setdefault(m["id"], set()).add(m["evidence"]["report"])
        self.assertTrue(any(len(r) > 1 for r in reports.values()))
        one = mentions[0]["evidence"]["report"]
        self.assertEqual(self.rows("mentions", one), [m for m in mentions if m["evidence"]["report"] == one])
        self.assertEqual(self.rows("mentions", "--of", told[0]["event"]),
                         [m for m in mentions if m["event"] == told[0]["event"]])
        self.assertEqual(self.dateline("mentions", "--about", "Ruto").returncode, 2)

    def test_sections_cover_the_text(self):
        for r in self.rows("reports", "--text"):
            covered = set()
            for s in r["sections"]:
                covered.update(range(s["start"], s["end"]))
            left = "".join(c for i, c in enumerate(r["text"]) if i not in covered)
            self.assertEqual(left.strip(), "", r["path"])

    def test_every_line_can_be_shown(self):
        for listing in LISTINGS:
            rows = self.rows(listing)
            if rows:
                self.assertEqual(self.rows("show", rows[0]["id"])[0]["id"], rows[0]["id"])
                self.assertEqual(self.dateline("show", rows[0]["id"]).returncode, 0)
        self.assertEqual(self.dateline("show", "e-nothing").returncode, 1)

    def test_a_shown_claim_names_who_gave_it(self):
        names = {e["id"]: e["name"] for e in self.rows("entities")}
        for event in self.rows("timeline"):
            speakers = {side["speaker"] for claim in event["claims"] for side in claim["by"] if side["speaker"]}
            if not speakers:
                continue
            shown = self.dateline("show", event["id"]).stdout.decode()
            for speaker in speakers:
                self.assertIn("said by " + names[speaker], shown)
            return
        self.fail("no claim of a speaker in the whole record")

    def test_dates_limit_the_timeline(self):
        rows = self.rows("timeline", "--from", "2024-10-01", "--to", "2024-10-31")
        self.assertTrue(rows)
        self.assertTrue(all(r["when"] and "2024-10" in r["when"] for r in rows))
        self.assertEqual(self.dateline("timeline", "--from", "1901", "--to", "1902").returncode, 1)
        self.assertEqual(self.dateline("timeline", "--from", "soon").returncode, 2)

    def test_about_and_type(self):
        rows = self.rows("timeline", "--about", "Dahlen")
        self.assertTrue(rows)
        self.assertLess(len(rows), len(self.rows("timeline")))
        types = {r["type"] for r in self.rows("timeline")}
        one = sorted(types)[0]
        self.assertEqual({r["type"] for r in self.rows("timeline", "--type", one)}, {one})

    def test_shared_passages_are_about_what_their_reports_are_about(self):
        reports = {r["id"]: r for r in self.rows("reports", "--text")}
        found = self.rows("voices", "--about", "ferry")
        self.assertTrue(found)
        self.assertLess(len(found), len(self.rows("voices")))
        for voice in found:
            self.assertTrue(any("ferry" in (reports[r]["text"]).lower() for r in voice["reports"]), voice)

    def test_an_event_that_several_tell_of_says_why(self):
        several = [e for e in self.rows("timeline") if len(e["reports"]) > 1]
        self.assertTrue([e for e in several if not e["main_in"]])
        events = {e["id"] for e in self.rows("timeline")}
        for event in several:
            joined = [w for w in event["why"] if " tells of it as does " in w]
            self.assertTrue(joined, event["label"])
            for why in event["why"]:
                if "the other is " in why:
                    self.assertIn(why.split("the other is ")[1].split()[0], events)

    def test_a_line_bears_the_headline_that_puts_its_event_first(self):
        db = self.path("label.db")
        for name, headline, text, day in (
            ("a", "Ferry capsizes on Lake Rova, killing 41", "A ferry capsized on Lake Rova on Saturday, killing 41 people, police said.", 9),
            ("b", "Sailings suspended after Lake Rova ferry disaster",
             "The minister has suspended all sailings after a ferry capsized on Lake Rova on Saturday, killing 41 people.", 12),
        ):
            self.write(f"{name}.txt", f"{headline}\n\nPublished: {day} March 2025\n\n{text}\n")
            self.dateline("add", self.path(f"{name}.txt"), "--quiet", db=db)
        several = [e for e in self.rows("timeline", db=db) if len(e["reports"]) > 1]
        self.assertEqual([e["label"] for e in several], ["Ferry capsizes on Lake Rova, killing 41"])

    def test_limit(self):
        self.assertEqual(len(self.rows("entities", "--limit", "3")), 3)

    def test_as_of_knows_only_what_was_published(self):
        db = self.path("early.db")
        early = [os.path.join(EXAMPLES, "two-meetings", n) for n in ("1-nordic-desk.txt", "2-diario-sur.txt")]
        self.dateline("add", *early, "--quiet", db=db)
        self.assertEqual(self.dateline("timeline", "--json", "--as-of", "2024-03-10").stdout,
                         self.dateline("timeline", "--json", db=db).stdout)

    def test_search_finds_words_in_reports(self):
        hits = self.rows("search", "life jackets")
        self.assertTrue(any(h["kind"] == "report" for h in hits))
        self.assertEqual(self.dateline("search", "xylophone").returncode, 1)

    def test_explain_tells_the_layers(self):
        said = self.dateline("explain", self.rows("reports")[0]["id"]).stdout.decode()
        for layer in ("sections", "entities", "times", "quotes", "figures", "events"):
            self.assertIn("\n" + layer + "\n", said)


class Usage(CommandTest):
    def test_wrong_usage_is_status_2_with_a_reason(self):
        for arguments in ([], ["dance"], ["timeline", "--colour"], ["add"], ["show"], ["timeline", "--limit", "many"],
                          ["add", "x", "--published", "yesterday"]):
            with self.subTest(arguments):
                done = self.run_bare(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertTrue(done.stderr or not arguments)

    def test_no_record_is_said(self):
        done = self.dateline("timeline")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no record", done.stderr)

    def test_a_file_that_is_no_record_is_said(self):
        done = self.dateline("timeline", db=self.write("notes.db", "just words " * 100))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"record", done.stderr)

    def test_help_and_version(self):
        self.assertEqual(self.run_bare("--help").returncode, 0)
        self.assertRegex(self.run_bare("--version").stdout, rb"^dateline \d")
