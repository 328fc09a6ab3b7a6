"""A report of nothing but one kind of thing takes four times as long where it is four times as long, not sixteen."""
import itertools
import json
import os
import resource
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import CommandTest

SIZE, TIMES = 30_000, 4  # bytes
MOST = 8                 # times as long
LEAST = 0.08             # seconds; below, there is nothing to compare


def word(n):
    """A name of its own for each number."""
    out = ""
    for syllable in itertools.count():
        out += "bdfgklmnprst"[n % 12] + "aeiou"[(n // 12 + syllable) % 5]
        n //= 12
        if n == 0:
            return (out + "ston").capitalize()


def first(n):
    return ("James", "Mary", "Robert", "Linda", "David", "Susan", "Peter")[n % 7]


KINDS = {
    "full names": lambda n: f"{first(n)} {word(n)} met {first(n + 3)} {word(7 * n + 3)}. ",
    "one family": lambda n: f"{word(n)} Kennedy met. Kennedy left. ",
    "fathers and sons": lambda n: f"{first(n)} {word(n)} Jr. met {first(n)} {word(n)}. ",
    "offices": lambda n: f"{first(n)} {word(n)}, the president of {word(5 * n)}, ",
    "organisations": lambda n: f"The {word(n)} Corporation met the {word(n + 1)} Ministry. ",
    "pronouns": lambda n: f"{first(n)} {word(n)} met her and she met him. ",
    "numbers": lambda n: f"{n} ",
    "shares": lambda n: f"{n % 100}% ",
    "deaths in one sentence": lambda n: f"{n} killed, ",
    "event verbs": lambda n: "attacked killed bombed arrested met signed resigned ",
    "quotations": lambda n: f'"We will go to town {n}," said {first(n)} {word(n)} on March {n % 28 + 1}. ',
    "one quotation again": lambda n: '"We will go to town," said Kennedy. ',
    "a quotation over paragraphs": lambda n: f'"We will go to town and {word(n)} will be there.\n\n',
    "single quotation marks": lambda n: "'we go 'a' ",
    "hyphens": lambda n: "a-",
    "sentences of one word": lambda n: "Go. ",
}


def text(kind, size):
    out, length = [], 0
    for n in itertools.count():
        if length >= size:
            return "".join(out)
        out.append(KINDS[kind](n))
        length += len(out[-1])


class OneLongReport(CommandTest):
    def seconds(self, kind, size):
        report = {"text": text(kind, size), "headline": "A test", "outlet": "e", "published": "2024-03-09"}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = self.dateline("add", "-", "--quiet", "--language", "en", "--jobs", "1",
                             stdin=json.dumps(report).encode(), db=self.path(f"{kind}-{size}.db"))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return after.ru_utime - before.ru_utime

    def test_what_it_takes_grows_with_its_length(self):
        for kind in KINDS:
            with self.subTest(kind):
                short, long = self.seconds(kind, SIZE), self.seconds(kind, SIZE * TIMES)
                self.assertLess(long, MOST * max(short, LEAST), f"{kind}: {short:.2f} s, then {long:.2f} s")

    def test_who_is_not_held_against_all_of_one_name_is_told(self):
        family = "".join(f"{word(n)} Kennedy met. " for n in range(300))
        self.dateline("add", "-", "--quiet", stdin=json.dumps({"text": family, "language": "en"}).encode())
        explained = self.dateline("explain", self.rows("reports")[0]["id"]).stdout.decode()
        self.assertIn("note: more people of one name", explained)


if __name__ == "__main__":
    unittest.main()
