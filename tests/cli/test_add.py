"""`dateline add`: what it reads, what it says of what it cannot read, and what a kill leaves behind."""
import os
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, CommandTest, binary

REPORT = "Minister resigns in Oslo\n\nOSLO – Norway's transport minister Kari Holm resigned on Monday, March 4, 2024.\n"


class Add(CommandTest):
    def assert_one_line(self, done, *words):
        lines = done.stderr.decode().strip().splitlines()
        self.assertEqual(len(lines), 1, lines)
        for word in words:
            self.assertIn(word, lines[0])

    def test_reads_files_folders_and_standard_input(self):
        self.write("in/a.txt", REPORT)
        self.write("in/deep/b.txt", REPORT.replace("Monday", "Tuesday"))
        self.assertEqual(self.dateline("add", self.path("in"), "--quiet").returncode, 0)
        line = b'{"text": "A third report.\\n\\nIt says that Kari Holm left.", "url": "https://x.example/3"}\n'
        self.assertEqual(self.dateline("add", "-", "--quiet", stdin=line).returncode, 0)
        self.assertEqual(len(self.rows("reports")), 3)

    def test_is_silent_when_piped_and_ends_with_a_summary(self):
        done = self.dateline("add", self.write("a.txt", REPORT))
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assert_one_line(done, "1 reports added")

    def test_reading_again_changes_nothing(self):
        self.dateline("add", EXAMPLES, "--quiet")
        before = self.everything()
        self.assertEqual(self.dateline("add", EXAMPLES, "--quiet").returncode, 0)
        self.assertEqual(self.everything(), before)

    def test_what_cannot_be_read_costs_one_line_and_nothing_else(self):
        bad = {
            "empty.txt": b"",
            "spaces.txt": b" \n\t\n",
            "binary.bin": bytes(range(256)) * 64,
            "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 100,
        }
        good = self.write("good.txt", REPORT)
        for name, content in bad.items():
            with self.subTest(name):
                done = self.dateline("add", self.write(name, content), good, "--quiet", db=self.path(name + ".db"))
                self.assertEqual(done.returncode, 3)
                self.assert_one_line(done, name)
                self.assertEqual(len(self.rows("reports", db=self.path(name + ".db"))), 1)

    def test_nothing_readable_is_status_2(self):
        self.assertEqual(self.dateline("add", self.write("e.txt", ""), "--quiet").returncode, 2)
        done = self.dateline("add", self.path("absent.txt"), "--quiet")
        self.assertEqual(done.returncode, 2)
        self.assert_one_line(done, "absent.txt")

    def test_broken_json_lines_are_named_by_line(self):
        lines = b'{"text": "One.\\n\\nFirst report of the day."}\n{"text": \nnot json\n{"url": "u"}\n'
        done = self.dateline("add", "-", "--quiet", stdin=lines)
        self.assertEqual(done.returncode, 3)
        said = done.stderr.decode()
        for place in ("line 2", "line 3", "line 4"):
            self.assertIn(place, said)
        self.assertEqual(len(self.rows("reports")), 1)

    def test_broken_utf8_is_read_with_a_note(self):
        self.dateline("add", self.write("latin1.txt", "Café fermé à Orléans\n\nLe café a fermé lundi.".encode("latin-1")), "--quiet")
        text = self.rows("reports", "--text")[0]["text"]
        self.assertIn("Café fermé", text)

    def test_what_is_made_to_be_slow_is_bounded_by_its_words(self):
        # A report of 100,000 words without the end of a sentence, which trees of any depth would take hours for.
        for name, text in (("a.txt", "a " * 100000), ("names.txt", "Smith, " * 50000), ("marks.txt", "(\"" * 100000)):
            done = self.dateline("add", self.write(name, "Headline\n\n" + text), "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr)
        done = self.dateline("add", self.write("long.txt", "Two words.\n" * 200000), "--quiet")
        self.assertEqual(done.returncode, 2)
        self.assert_one_line(done, "long.txt", "longer than 2 MiB")

    def test_a_huge_line_meets_a_limit(self):
        path = self.path("huge.txt")
        with open(path, "wb") as file:
            for _ in range(200):
                file.write(b"x" * (1 << 20))
        good = self.write("good.txt", REPORT)
        done = self.dateline("add", path, good, "--quiet")
        self.assertEqual(done.returncode, 3)
        self.assert_one_line(done, "huge.txt")

    def test_deep_nesting_is_met(self):
        deep = "<html><body>" + "<div>" * 5000 + "<p>Words.</p>" + "</div>" * 5000 + "</body></html>"
        good = self.write("good.txt", REPORT)
        done = self.dateline("add", self.write("deep.html", deep), good, "--quiet")
        self.assertIn(done.returncode, (0, 3))
        self.assertLessEqual(len(done.stderr.decode().splitlines()), 1)
        self.assertIn("Minister resigns in Oslo", [r["headline"] for r in self.rows("reports")])

    def test_kill_at_any_moment_leaves_a_record_that_holds(self):
        rows = "".join('{"text": "Report %d of a long day\\n\\nOn March %d, 2024, police in Oslo arrested %d people.", '
                       '"url": "https://x.example/%d"}\n' % (i, i % 28 + 1, i, i) for i in range(1500))
        path = self.write("many.jsonl", rows)
        for wait in (0.1, 0.4, 0.9):
            process = subprocess.Popen([binary(), "add", path, "--quiet", "--db", self.db])
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if os.path.exists(self.db):
                done = self.dateline("verify", "--quiet")
                self.assertIn(done.returncode, (0, 2), done.stdout)  # 2: killed before the record was laid out
        self.assertEqual(self.dateline("add", path, "--quiet").returncode, 0)
        self.assertEqual(self.dateline("verify", "--quiet").returncode, 0)
        whole = self.path("whole.db")
        self.dateline("add", path, "--quiet", db=whole)
        self.assertEqual(self.everything(), self.everything(db=whole))
