#!/usr/bin/env python3
"""Do the voices of a record show which reports reprint the same agency text?

    wire_pairs.py BIN [GROUPED_DIR] [--share 0.25] [--floor 0.85]

GROUPED_DIR (stories/grouped of the shared folder) holds index.tsv (file, story, event, outlet, date, …) and wire_pairs.tsv (pairs of reports of one event that
share more than a fifth of the shorter one's 8-word shingles). The reports of each event become a record of their own;
a pair counts as found where the passages that `voices` lists for both cover at least --share of the shorter report.
All other pairs of one event are negatives. Prints what it misses and invents, then
'pairs N found N invented N negatives N f1 X'. Exit status: 0; 1 below --floor; 0 with 'skipped' where GROUPED_DIR is absent.
"""
import argparse
import collections
import csv
import itertools
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import shared


def lines(binary, command, db):
    done = subprocess.run([binary, command, "--json", "--db", db], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def covered(spans):
    """Characters under any of the spans."""
    total, last = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, last))
        last = max(last, end)
    return total


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary"), ap.add_argument("grouped", nargs="?", default=shared("stories", "grouped") or "")
    ap.add_argument("--share", type=float, default=0.25), ap.add_argument("--floor", type=float, default=0.85)
    a = ap.parse_args()
    index = os.path.join(a.grouped, "index.tsv")
    if not os.path.exists(index):
        print("skipped: no", index)
        return 0
    with open(index, encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    with open(os.path.join(a.grouped, "wire_pairs.tsv"), encoding="utf-8") as f:
        gold = {(r["story"], r["event"], frozenset((r["outlet_a"], r["outlet_b"]))) for r in csv.DictReader(f, delimiter="\t")}
    events = collections.defaultdict(list)
    for r in rows:
        events[r["story"], r["event"]].append(r)
    found = invented = missed = negatives = 0
    with tempfile.TemporaryDirectory() as tmp:
        for n, (key, reports) in enumerate(sorted(events.items())):
            if len(reports) < 2:
                continue
            db = os.path.join(tmp, f"{n}.db")
            texts = {}
            for r in reports:
                with open(os.path.join(a.grouped, r["file"]), encoding="utf-8") as f:
                    texts[r["file"]] = f.read()
            rows_in = "".join(json.dumps({"text": texts[r["file"]], "outlet": r["outlet"], "url": "file:" + r["file"], "published": r["date"] or None}) + "\n"
                              for r in reports)
            subprocess.run([a.binary, "add", "-", "--quiet", "--db", db], input=rows_in, text=True, check=True, capture_output=True)
            known = {r["id"]: r for r in lines(a.binary, "reports", db)}
            spans = collections.defaultdict(list)
            for voice in lines(a.binary, "voices", db):
                for one, two in itertools.permutations(voice["reports"], 2):
                    spans[one, two] += [(e["start"], e["end"]) for e in voice["evidence"] if e["report"] == one]
            for one, two in itertools.combinations(sorted(known), 2):
                short, other = sorted((one, two), key=lambda i: (known[i]["chars"], i))
                share = covered(spans[short, other]) / max(1, known[short]["chars"])
                wanted = (*key, frozenset((known[one]["outlet"], known[two]["outlet"]))) in gold
                got = share >= a.share
                found, missed, invented, negatives = found + (wanted and got), missed + (wanted and not got), invented + (got and not wanted), negatives + (not wanted)
                if wanted != got:
                    print(f"{'missed  ' if wanted else 'invented'} {'/'.join(key)}: {known[one]['outlet']}, {known[two]['outlet']} share {share:.2f}")
    f1 = 2 * found / max(1, 2 * found + missed + invented)
    print(f"pairs {found + missed} found {found} invented {invented} negatives {negatives} f1 {f1:.3f}")
    return 0 if f1 >= a.floor else 1


if __name__ == "__main__":
    sys.exit(main())
