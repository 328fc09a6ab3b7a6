"""Stories and commitments of the examples, with a person's corrections in them."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest


class Stories(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", os.path.join(EXAMPLES, "two-meetings"), os.path.join(EXAMPLES, "ferry"), "--quiet")

    def test_two_meetings_are_one_story_and_the_ferry_is_none_of_it(self):
        events = {e["id"]: e for e in self.rows("timeline")}
        meetings = [e["id"] for e in events.values() if e["type"] == "CONSULT" and e["main_in"]]
        stories = [s for s in self.rows("stories") if set(meetings) <= {x["event"] for x in s["steps"]}]
        self.assertEqual(len(stories), 1)
        (story,) = stories
        self.assertFalse([x for x in story["steps"] if "Amani" in x["label"]])
        self.assertEqual([x["when"][:7] for x in story["steps"]], sorted(x["when"][:7] for x in story["steps"]))
        ids = [x["event"] for x in story["steps"]]
        for step in story["steps"]:
            self.assertIn(step["event"], events)
            self.assertTrue(step["after"] is None or ids.index(step["after"]) < ids.index(step["event"]))
        self.dateline("reject", meetings[1])
        self.assertFalse([s for s in self.rows("stories") if meetings[1] in {x["event"] for x in s["steps"]}])

    def test_commitments_rest_on_words(self):
        rows = self.rows("commitments")
        self.assertTrue(rows)
        text = {r["id"]: r["text"] for r in self.rows("reports", "--text")}
        for c in rows:
            self.assertTrue({s["state"] for s in c["steps"]} & {"promised", "approved", "agreed"})
            for step in c["steps"]:
                self.assertTrue(step["evidence"])
                for e in step["evidence"]:
                    self.assertEqual(text[e["report"]][e["start"]:e["end"]], e["exact"])
        self.assertEqual(self.dateline("commitments", "extra").returncode, 2)
