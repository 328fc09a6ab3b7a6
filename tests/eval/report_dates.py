#!/usr/bin/env python3
"""How well does Dateline date reports from their words alone?

    report_dates.py BIN [--stories DIR] [--misses N] [--fellows]

Reads dated reports (stories/grouped: index.tsv and the texts), hides their dates, and asks `annotate` when each was
published. Prints how many it dates at all, how often the true day lies inside the interval, the width of the
intervals in days, how many are known to a week, and for how many only a first
possible day is told ("[2024-03-09..]") and whether that holds. With --fellows each story is read into one record in
which every second report keeps its date, and `reports` answers for the others. DIR is ../shared/stories/grouped beside the repository, or under
$DATELINE_SHARED. Says 'skipped' and exits 0 where the data is absent.
"""
import argparse, collections, csv, datetime, json, os, re, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def stories(given):
    shared = os.environ.get("DATELINE_SHARED") or os.path.join(HERE, "..", "..", "..", "shared")
    for base in ([given] if given else [os.path.join(shared, "stories", "grouped")]):
        if os.path.exists(os.path.join(base, "index.tsv")):
            return base
    return None


def bounds(value):
    """First and last day of an EDTF value; None where it is open or unknown."""
    days = []
    for part in re.split(r"\.\.|/", (value or "").strip("[]").replace("~", "")):
        m = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part)
        if not m:
            return None
        y, mo, d = (int(x) if x else 0 for x in m.groups())
        first = datetime.date(y, mo or 1, d or 1)
        after = datetime.date(y + (mo in (0, 12)), mo % 12 + 1 if mo else 1, 1)
        days += [first, first if d else after - datetime.timedelta(1)]
    return min(days), max(days)


def ask(binary, rows, fellows):
    """{file: published object}"""
    lines = "".join(json.dumps({"id": r["file"], "text": r["text"]}) + "\n" for r in rows)
    if not fellows:
        done = subprocess.run([binary, "annotate", "--json", "-"], input=lines, capture_output=True, encoding="utf-8", check=True)
        return {d["id"]: d["published"] for d in map(json.loads, done.stdout.splitlines())}
    answers = {}
    kept = {r["file"] for i, r in enumerate(rows) if i % 2 == 0}
    for story in sorted({r["story"] for r in rows}):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "reports.jsonl")
            with open(path, "w") as f:
                for r in rows:
                    if r["story"] == story:
                        f.write(json.dumps({"text": r["text"], "url": "file:" + r["file"], **({"published": r["date"][:10]} if r["file"] in kept else {})}) + "\n")
            db = os.path.join(folder, "record.db")
            subprocess.run([binary, "add", path, "--db", db, "--quiet"], capture_output=True)
            done = subprocess.run([binary, "reports", "--db", db, "--json"], capture_output=True, encoding="utf-8")
            for d in map(json.loads, done.stdout.splitlines()):
                answers[d["url"][5:]] = d["published"]
    return {f: p for f, p in answers.items() if f not in kept}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary"), ap.add_argument("--stories"), ap.add_argument("--misses", type=int, default=0)
    ap.add_argument("--fellows", action="store_true")
    a = ap.parse_args()
    base = stories(a.stories)
    if not base:
        print("report_dates: skipped (no stories/grouped; set DATELINE_SHARED)")
        return 0
    rows = [r for r in csv.DictReader(open(os.path.join(base, "index.tsv"), encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE) if r["date"]]
    for r in rows:
        r["text"] = open(os.path.join(base, r["file"]), encoding="utf-8").read()
    answers = ask(a.binary, rows, a.fellows)
    inside, widths, dated, misses, off, lower = 0, [], 0, [], collections.Counter(), []
    rows = [r for r in rows if r["file"] in answers]
    for r in rows:
        p = answers[r["file"]]
        true = datetime.date.fromisoformat(r["date"][:10])
        if re.fullmatch(r"\[.*\.\.\]", p["value"] or ""):
            lower.append(bounds(p["value"][:-3])[0] <= true)
            if not lower[-1]:
                misses.append(f"  {r['file']}: true {r['date']}, inferred {p['value']}: {p.get('why')}")
            continue
        b = bounds(p["value"])
        if not b:
            continue
        dated += 1
        widths.append((b[1] - b[0]).days + 1)
        if b[0] <= true <= b[1]:
            inside += 1
        else:
            gap = (true - b[1]).days if true > b[1] else (true - b[0]).days
            off["a day" if abs(gap) == 1 else "a week" if abs(gap) <= 7 else "a month" if abs(gap) <= 31 else "more"] += 1
            misses.append(f"  {r['file']}: true {r['date']}, inferred {p['value']} ({gap:+d} days): {p.get('why')}")
    print("\n".join(misses[:a.misses]))
    print("outside by:", dict(off))
    print(f"report_dates reports {len(rows)} dated {dated / len(rows):.3f} inside {inside / max(dated, 1):.3f} "
          f"lower_bound_only {len(lower) / len(rows):.3f} holds {sum(lower) / max(len(lower), 1):.3f} "
          f"median_width {statistics.median(widths) if widths else 0} within_week {sum(w <= 7 for w in widths) / max(dated, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
