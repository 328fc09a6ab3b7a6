#!/usr/bin/env python3
"""How well does Dateline date reports whose dates are hidden?

    report_dates.py BIN [alone|record|fellows|evidence ...] [--stories DIR] [--misses N]

Reads dated reports (stories/grouped: index.tsv and the texts) and asks what Dateline infers, in three settings:
  alone     each report by itself, from its words
  record    each story in one record, all dates hidden: reports may date each other
  fellows   likewise, but every second report keeps its date; then the other half does; asked for those without
and evidence counts what the texts hold at all, which bounds what can be inferred from words alone.
An answer is dated (an interval with both ends), bounded (only "not before"), or none. Of the dated ones: how many hold
the true day, and their median width in days; of dated and bounded ones together: how many hold it. Dated reports should
hold the true day in 0.95, at a median width of 3 days or less: exit status 1 where `record` or `fellows` miss that.
DIR is shared/stories/grouped by default. Says 'skipped' and exits 0 where the data is absent.
"""
import argparse
import collections
import csv
import datetime
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import shared

INSIDE, WIDTH = 0.95, 3
SETTINGS = ("evidence", "alone", "record", "fellows")


def bounds(value):
    """First and last day of an EDTF value; None for an end that is open, or both where nothing is known."""
    if not value:
        return None, None
    parts = re.split(r"\.\.|/", value.strip("[]").replace("~", ""))
    ends = []
    for part in (parts[0], parts[-1]):
        m = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part)
        if not m:
            ends.append((None, None))
            continue
        y, mo, d = (int(x) if x else 0 for x in m.groups())
        first = datetime.date(y, mo or 1, d or 1)
        after = datetime.date(y + (mo in (0, 12)), mo % 12 + 1 if mo else 1, 1)
        ends.append((first, first if d else after - datetime.timedelta(1)))
    return ends[0][0], ends[1][1]


def annotate(binary, rows):
    lines = "".join(json.dumps({"id": r["file"], "text": r["text"]}) + "\n" for r in rows)
    done = subprocess.run([binary, "annotate", "--json", "-"], input=lines, capture_output=True, encoding="utf-8", check=True)
    return {d["id"]: d for d in map(json.loads, done.stdout.splitlines())}


def in_records(binary, rows, keeps):
    """{file: published object} of the reports whose date was hidden; keeps(index) tells which ones keep theirs."""
    answers, kept = {}, {r["file"] for i, r in enumerate(rows) if keeps(i)}
    for story in sorted({r["story"] for r in rows}):
        with tempfile.TemporaryDirectory() as folder:
            path, db = os.path.join(folder, "reports.jsonl"), os.path.join(folder, "record.db")
            with open(path, "w", encoding="utf-8") as out:
                for r in (r for r in rows if r["story"] == story):
                    date = {"published": r["date"][:10]} if r["file"] in kept else {}
                    out.write(json.dumps({"text": r["text"], "url": "file:" + r["file"], **date}) + "\n")
            subprocess.run([binary, "add", path, "--db", db, "--quiet"], capture_output=True, check=False)
            done = subprocess.run([binary, "reports", "--db", db, "--json"], capture_output=True, encoding="utf-8", check=False)
            for d in map(json.loads, done.stdout.splitlines()):
                answers[d["url"][len("file:"):]] = d["published"]
    return {f: p for f, p in answers.items() if f not in kept}


def score(name, pairs, misses):
    """pairs: (row, published). One line, and whether the aim was met."""
    inside, holds, bounded, widths = 0, 0, 0, []
    for row, published in pairs:
        true = datetime.date.fromisoformat(row["date"][:10])
        first, last = bounds(published["value"])
        if first is None and last is None:
            continue
        good = (first is None or first <= true) and (last is None or true <= last)
        holds += good
        if first and last:
            inside += good
            widths.append((last - first).days + 1)
        else:
            bounded += 1
        if not good:
            misses.append(f"  {name} {row['file']}: true {row['date']}, inferred {published['value']}: {published.get('why')}")
    n, dated = len(pairs), len(widths)
    ordered = sorted(widths) + [float("inf")] * (n - dated)
    over_all = statistics.median(ordered) if n else 0
    print(f"{name}: reports {n} dated {dated / n:.3f} inside {inside / max(dated, 1):.3f} "
          f"median_width {statistics.median(widths) if widths else 0:g} within_week {sum(w <= 7 for w in widths) / max(dated, 1):.3f} "
          f"| not_before_only {bounded / n:.3f} all_answers_hold {holds / max(dated + bounded, 1):.3f} "
          f"median_width_of_all {over_all:g}", flush=True)
    return inside >= INSIDE * dated and (not widths or statistics.median(widths) <= WIDTH)


def evidence(rows, docs):
    """What the texts hold: each report counts for the strongest that it has."""
    count = collections.Counter()
    for row in rows:
        true, doc, held = datetime.date.fromisoformat(row["date"][:10]), docs[row["file"]], set()
        for t in doc["times"]:
            value = t["value"] or ""
            if t["type"] not in ("DATE", "TIME"):
                continue
            if m := re.match(r"(\d{4})-(\d\d)-(\d\d)", value):
                gap = (true - datetime.date(*map(int, m.groups()))).days
                held.add("a full date within 3 days" if -1 <= gap <= 3 else "a full date further off")
            elif m := re.match(r"XXXX-(\d\d)-(\d\d)", value):
                held.add("a month and day without year")
            elif value[:4].isdigit():
                held.add("its own year" if int(value[:4]) == true.year else "another year")
            elif value.startswith("XXXX-W"):
                held.add("weekdays only")
        order = ["a full date within 3 days", "its own year", "a full date further off", "a month and day without year",
                 "another year", "weekdays only"]
        count[next((k for k in order if k in held), "nothing")] += 1
    print("evidence: " + ", ".join(f"{k} {v / len(rows):.3f}" for k, v in count.most_common()), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary"), ap.add_argument("settings", nargs="*", default=[])
    ap.add_argument("--stories"), ap.add_argument("--misses", type=int, default=0)
    a = ap.parse_args()
    base = a.stories or shared("stories", "grouped")
    if not base or not os.path.exists(os.path.join(base, "index.tsv")):
        print("report_dates: skipped (no stories/grouped; set DATELINE_SHARED)")
        return 0
    with open(os.path.join(base, "index.tsv"), encoding="utf-8") as index:
        rows = [r for r in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE) if r["date"]]
    for r in rows:
        with open(os.path.join(base, r["file"]), encoding="utf-8") as text:
            r["text"] = text.read()
    wanted, misses, good = a.settings or SETTINGS, [], True
    docs = annotate(a.binary, rows) if {"evidence", "alone"} & set(wanted) else {}
    if "evidence" in wanted:
        evidence(rows, docs)
    if "alone" in wanted:
        score("alone", [(r, docs[r["file"]]["published"]) for r in rows], misses)
    if "record" in wanted:
        answers = in_records(a.binary, rows, lambda i: False)
        good &= score("record", [(r, answers[r["file"]]) for r in rows if r["file"] in answers], misses)
    if "fellows" in wanted:
        answers = in_records(a.binary, rows, lambda i: i % 2 == 0) | in_records(a.binary, rows, lambda i: i % 2 == 1)
        good &= score("fellows", [(r, answers[r["file"]]) for r in rows if r["file"] in answers], misses)
    print("\n".join(misses[:a.misses]), end="\n" if a.misses else "")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
