"""The strongest test: the record is the same bytes in any order of reading, in any batches, on any number of threads."""
import os
import random
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest


def example_files():
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(EXAMPLES) for name in names)


class Agreement(CommandTest):
    def record(self, name, batches, *options):
        db = self.path(name)
        for batch in batches:
            self.assertEqual(self.dateline("add", *batch, "--quiet", *options, db=db).returncode, 0)
        return self.everything(db=db)

    def test_order_batches_and_threads_do_not_matter(self):
        files = example_files()
        expected = self.record("all.db", [files])
        self.assertTrue(expected["timeline"].strip())
        self.assertEqual(self.record("one.db", [[f] for f in files]), expected)
        self.assertEqual(self.record("reverse.db", [files[::-1]]), expected)
        self.assertEqual(self.record("threads.db", [files], "--jobs", "4"), expected)
        shuffled = files[:]
        for seed in range(2):
            random.Random(seed).shuffle(shuffled)
            self.assertEqual(self.record(f"shuffled{seed}.db", [shuffled[:5], shuffled[5:]], "--jobs", "1"), expected)

    def test_a_record_cut_by_another_rule_is_told_anew_and_says_so(self):
        files = example_files()
        expected = self.record("all.db", [files])
        self.record("old.db", [files[:-1]])
        old = sqlite3.connect(self.path("old.db"))
        old.executescript("UPDATE cut SET rule=-1; UPDATE report SET neighbourhood=1; UPDATE line SET neighbourhood=1;")
        old.close()
        said = [self.dateline("add", f, db=self.path("old.db")).stderr.decode() for f in files[-1:] * 2]
        self.assertEqual(["told anew" in words for words in said], [True, False], said)
        self.assertEqual(self.everything(db=self.path("old.db")), expected)

    def test_verify_holds(self):
        self.record("v.db", [example_files()])
        self.assertEqual(self.dateline("verify", "--quiet", db=self.path("v.db")).returncode, 0)
