"""No question to the record reads a whole table where an index could answer: every SELECT in src/store, explained."""
import glob
import os
import re
import sqlite3

from harness import EXAMPLES, TOP, CommandTest

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# What is asked for whole on purpose: all rows of one column, or tables of a few rows.
WHOLE = (r"FROM correction\b", r"FROM (line_mark|cut)\b", r"^SELECT row FROM line$", r"^SELECT row FROM report ORDER BY row$",
         r"^SELECT neighbourhood, row FROM report", r"sqlite_master")


def selects():
    for path in glob.glob(os.path.join(TOP, "src", "store", "*.cc")):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r'"\s*\n\s*"', "", file.read())
        for literal in LITERAL.findall(text):
            if literal.startswith("SELECT "):
                yield literal


class QueryPlans(CommandTest):
    def test_every_select_goes_by_an_index(self):
        self.dateline("add", EXAMPLES, "--quiet")
        event = self.rows("timeline")[0]["id"]
        self.dateline("note", event, "so that there is a log")
        record = sqlite3.connect(self.db)
        self.addCleanup(record.close)
        asked, scans = 0, []
        for sql in selects():
            asked += 1
            plan = [row[3] for row in record.execute("EXPLAIN QUERY PLAN " + sql, [None] * len(set(re.findall(r"\?\d*", sql)) - {"?"})
                                                     if re.search(r"\?\d", sql) else [None] * sql.count("?"))]
            if any(step.startswith("SCAN") and "VIRTUAL TABLE" not in step for step in plan) and not any(re.search(w, sql) for w in WHOLE):
                scans.append((sql, plan))
        self.assertGreater(asked, 20)
        self.assertEqual(scans, [])


if __name__ == "__main__":
    import unittest

    unittest.main()
