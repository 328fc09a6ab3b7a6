"""What a person says over what was derived: merge, split, reject, set, note, undo, log, apply."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest

MEETINGS = [os.path.join(EXAMPLES, "two-meetings", name)
            for name in ("1-nordic-desk.txt", "2-diario-sur.txt", "3-nordic-desk.txt", "4-ocean-watch.txt")]


class Corrections(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", *MEETINGS, "--quiet")

    def mains(self):
        """Main events, earliest first."""
        return [e for e in self.rows("timeline") if e["main_in"]]

    def holds(self):
        self.assertEqual(self.dateline("verify").returncode, 0)

    def test_merge_and_undo(self):
        before = self.dateline("timeline", "--json").stdout
        first, second = self.mains()
        self.assertEqual(self.dateline("merge", first["id"], second["id"], "--by", "Ann").returncode, 0)
        (joined,) = self.mains()
        self.assertEqual(joined["id"], first["id"])
        # A report on the second may tell of the first, too.
        self.assertEqual(joined["reports"], sorted(set(first["reports"] + second["reports"])))
        self.assertEqual({r["main_event"] for r in self.rows("reports")}, {first["id"]})
        self.assertFalse([q for q in self.rows("quotes") if q["event"] == second["id"]])
        self.assertTrue(any("a person joined it" in why for why in joined["why"]))
        self.holds()
        self.assertEqual(self.dateline("undo").returncode, 0)
        self.assertEqual(self.dateline("timeline", "--json").stdout, before)
        self.assertEqual(self.dateline("undo").returncode, 1)
        (line,) = self.rows("log")
        self.assertTrue(line["undone"])
        self.assertEqual(line["by"], "Ann")

    def test_events_of_two_neighbourhoods_can_be_one(self):
        self.dateline("add", os.path.join(EXAMPLES, "ferry"), "--quiet")
        before = self.dateline("timeline", "--json").stdout
        mains = self.mains()
        meeting = mains[0]["id"]
        ferry = next(e["id"] for e in mains if not set(e["reports"]) & {r for m in self.mains()[:1] for r in m["reports"]}
                     and e["when"] and e["when"].startswith("2024-05"))
        self.dateline("merge", meeting, ferry)
        self.assertNotIn(ferry, [e["id"] for e in self.rows("timeline")])
        self.holds()
        self.dateline("undo")
        self.assertEqual(self.dateline("timeline", "--json").stdout, before)
        self.holds()

    def test_split_takes_reports_out(self):
        first, second = self.mains()
        leaving = first["reports"][0]
        self.dateline("split", first["id"], leaving)
        events = {e["id"]: e for e in self.rows("timeline")}
        self.assertNotIn(leaving, events[first["id"]]["reports"])
        (part,) = [e for e in events.values() if e["reports"] == [leaving] and e["main_in"] == [leaving]]
        self.assertTrue(all(x["report"] == leaving for x in part["evidence"]))
        self.holds()
        self.assertEqual(self.dateline("split", second["id"], *second["reports"]).returncode, 2)
        self.assertEqual(self.dateline("split", second["id"], leaving).returncode, 1)

    def test_reject_set_and_note(self):
        first, second = self.mains()
        quote = self.rows("quotes")[0]
        self.dateline("reject", first["id"])
        self.dateline("reject", quote["id"])
        self.dateline("set", second["id"], "when", "2024-03-27")
        self.dateline("set", second["id"], "status", "claimed")
        self.dateline("note", second["id"], "as the minutes say")
        (left,) = self.mains()
        self.assertEqual((left["when"], left["status"], left["notes"]), ("2024-03-27", "claimed", ["as the minutes say"]))
        self.assertEqual(len(left["corrections"]), 3)
        self.assertNotIn(quote["id"], [q["id"] for q in self.rows("quotes")])
        self.assertIn(b"as the minutes say", self.dateline("show", left["id"]).stdout)
        self.holds()

    def test_what_was_known_on_a_day_has_the_corrections_too(self):
        first, second = self.mains()
        days = sorted(r["published"]["value"] for r in self.rows("reports") if r["published"]["value"])
        self.dateline("set", first["id"], "label", "The talks")
        earlier = self.rows("timeline", "--as-of", days[0][:10])
        self.assertTrue(any(e["label"] == "The talks" and len(e["reports"]) < len(first["reports"] + second["reports"]) for e in earlier))
        self.dateline("reject", first["id"])
        self.assertFalse([e for e in self.rows("timeline", "--as-of", days[0][:10]) if e["label"] == first["label"] and e["main_in"]])

    def test_wrong_usage_changes_nothing(self):
        before = self.dateline("timeline", "--json").stdout
        first, second = self.mains()
        for words, status in ((("merge", first["id"]), 2), (("merge", first["id"], "e-nothing"), 1), (("reject", "e-nothing"), 1),
                              (("set", first["id"], "when", "soon"), 2), (("set", first["id"], "colour", "red"), 2),
                              (("note", first["id"]), 2), (("undo", "k-nothing"), 1), (("log",), 1)):
            self.assertEqual(self.dateline(*words).returncode, status, words)
        self.assertEqual(self.dateline("timeline", "--json").stdout, before)


class LaterReports(CommandTest):
    def test_a_correction_outlives_later_reports_and_goes_to_another_record(self):
        self.dateline("add", MEETINGS[0], MEETINGS[2], "--quiet")
        first, second = [e for e in self.rows("timeline") if e["main_in"]]
        self.dateline("merge", first["id"], second["id"])
        self.dateline("set", first["id"], "label", "The talks")
        self.dateline("add", *MEETINGS, "--quiet")
        (joined,) = [e for e in self.rows("timeline") if e["label"] == "The talks"]
        self.assertEqual(len(joined["reports"]), 4)
        self.assertTrue(all(line["holds"] for line in self.rows("log")))
        self.assertEqual(self.dateline("verify").returncode, 0)
        corrected = self.dateline("timeline", "--json").stdout
        log = self.write("log.jsonl", self.dateline("log", "--json").stdout)
        self.db = self.path("other.db")
        self.dateline("add", *reversed(MEETINGS), "--quiet")
        self.assertEqual(self.dateline("apply", log, "--quiet").returncode, 0)
        self.assertEqual(self.dateline("timeline", "--json").stdout, corrected)
        self.assertEqual(self.dateline("apply", log, "--quiet").returncode, 0)
        self.assertEqual(len(self.rows("log")), 2)

    def test_a_log_that_speaks_of_other_reports_is_told(self):
        self.dateline("add", MEETINGS[0], MEETINGS[2], "--quiet")
        first, second = [e for e in self.rows("timeline") if e["main_in"]]
        self.dateline("reject", second["id"])
        log = self.write("log.jsonl", self.dateline("log", "--json").stdout + b"{\n")
        self.db = self.path("other.db")
        self.dateline("add", MEETINGS[0], "--quiet")
        done = self.dateline("apply", log)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"not on record", done.stderr)
        self.assertIn(b"log.jsonl:2", done.stderr)
