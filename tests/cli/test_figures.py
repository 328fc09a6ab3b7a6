"""Sentences of news and the figures that they hold (news_figures.tsv), read by `annotate`."""
import csv
import json
import math
import os
import re
import unittest

from harness import CommandTest

NUMBER = r"-?\d+(?:\.\d+)?"
FIGURE = re.compile(rf"(>=|<=)?({NUMBER})(?:\.\.({NUMBER}))?(?: \[([^\]]+)\])?(?: (.+))?$")


def parse(text):
    """One figure of the table as (value, min, max, unit, counted)."""
    sign, number, end, unit, counted = FIGURE.match(text.strip()).groups()
    number = float(number)
    value, low, high = (None, number, float(end)) if end else (number, None, None)
    if sign:
        value, low, high = None, number if sign == ">=" else None, number if sign == "<=" else None
    return value, low, high, unit, counted


def same(a, b):
    return a == b or (None not in (a, b) and math.isclose(a, b, rel_tol=1e-5))


class FiguresTest(CommandTest):
    def test_news_sentences(self):
        here = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(here, "news_figures.tsv"), encoding="utf-8") as file:
            lines = (line for line in file if not line.startswith("#"))
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        texts = "".join(json.dumps({"text": row["sentence"]}) + "\n" for row in rows)
        done = self.run_bare("annotate", "--plain", "--json", "-", stdin=texts.encode())
        reports = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual(len(reports), len(rows))
        for row, report in zip(rows, reports):
            words = lambda span: report["text"][span["start"]:span["end"]] if span else None
            found = [(f["value"], f["min"], f["max"], f["unit"], words(f["counted"])) for f in report["figures"]]
            with self.subTest(sentence=row["sentence"]):
                wanted = [parse(figure) for figure in row["figures"].split("; ") if figure]
                for figure in wanted:
                    fits = [f for f in found if all(same(x, y) for x, y in zip(f[:3], figure[:3])) and f[3:] == figure[3:]]
                    self.assertTrue(fits, f"{figure} is not in {found}")
                self.assertEqual(len(found), len(wanted), found)

    def test_the_dead_of_an_accident_are_the_accidents(self):
        text = "Eleven people were killed when a ferry sank off Zanzibar on Monday, officials said."
        report = json.loads(self.run_bare("annotate", "--plain", "--json", "-", stdin=text.encode()).stdout)
        event = report["events"][report["figures"][0]["event"]]
        self.assertEqual(text[event["start"]:event["end"]], "sank")

    def test_the_event_of_a_figure(self):
        for text, words in (
            ("The House passed it in a 396-9 vote on Monday.", "vote"),
            ("The governor won by 36 percentage points on Tuesday.", "won"),
            ("Police ended a riot that lasted for two hours.", "riot"),
            ("The two sides signed a truce after a war that lasted for three years.", None),
            ("The minister resigned, according to four officials.", None),
            ("A fire killed dozens in Dhaka. The owner was arrested on Sunday as the toll rose to 370.", "killed"),
            ("The clinic sued over a pill that works if taken within five days.", None),
        ):
            report = json.loads(self.run_bare("annotate", "--plain", "--json", "-", stdin=text.encode()).stdout)
            of = report["figures"][-1]["event"]
            event = report["events"][of] if of is not None else None
            with self.subTest(text=text):
                self.assertEqual(event and text[event["start"]:event["end"]], words)

    def test_seats_of_two_parties_are_no_conflict(self):
        for name, party in (("a", "Labour"), ("b", "The Scottish Nationalists")):
            self.write(f"in/{name}.txt", f"Conservatives win election\n\nLONDON, May 8, 2015 - The Conservatives won the "
                       f"election in Britain on Thursday.\n\n{party} won {47 if name == 'a' else 48} seats in the north.\n")
        self.dateline("add", self.path("in"))
        self.assertEqual(self.rows("conflicts"), [])

    def test_one_who_speaks_is_set_against_another(self):
        texts = {
            "The ministry said 500 people were killed in the blast, while the army said about 50 people had died.": 1,
            "Officials said 41 people had died when a ferry sank. But Elie Maro, an activist, said more than 90 "
            "people had been killed.": 1,
            "Police said 12 people were killed in Goma. Officials said 20 people were killed in Bunia.": 0,
            "The ministry said 12 people were killed, while the army said at least 10 people had died.": 0,
        }
        for number, (text, wanted) in enumerate(texts.items()):
            with self.subTest(text=text):
                db = self.path(f"{number}.db")
                self.write(f"{number}.txt", f"Dead are counted\n\n{text}\n")
                self.dateline("add", self.path(f"{number}.txt"), db=db)
                found = self.rows("conflicts", db=db)
                self.assertEqual(len(found), wanted, found)

    def test_a_share_that_its_counts_do_not_make(self):
        self.write("in/a.txt", "Ferry sinks off Zanzibar\n\nPolice said 60 of the 240, or 35 percent, were still missing.\n")
        self.dateline("add", self.path("in"))
        self.assertEqual([row["kind"] for row in self.rows("conflicts")], ["within_report"])


if __name__ == "__main__":
    unittest.main()
