#!/usr/bin/env python3
"""Figures in the openings of twenty real reports, against tests/eval/figures_grouped.tsv.

    figures_grouped.py [BIN] [--misses]

Reads stories/grouped of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it.
A figure is right if value, min and max are the gold's; 'unit' asks for the unit too, 'counted' for unit and head word,
'event' for all that and the word that tells of the event, where the gold names one. Then the conflicts among all
reports of those twenty events, against tests/eval/figures_conflicts.tsv.
"""
import argparse, csv, json, math, os, subprocess, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OPENING = 900  # characters of a report that the gold covers


def shared():
    for path in (os.environ.get("DATELINE_SHARED"), os.path.join(ROOT, "..", "shared"), os.path.join(ROOT, "..", "..", "shared")):
        if path and os.path.isdir(path):
            return path
    return None


def same(a, b):
    return (a is None and b is None) or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-5))


def rows_of(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return list(csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t"))


def conflicts(binary, folder, groups, misses):
    """Precision and recall of the conflicts that the reports of each group hold."""
    gold = rows_of("figures_conflicts.tsv")
    right = found = 0
    for group in groups:
        left = [g for g in gold if g["folder"] == group]
        with tempfile.TemporaryDirectory() as scratch:
            db = os.path.join(scratch, "group.db")
            subprocess.run([binary, "add", os.path.join(folder, group), "--db", db, "--quiet"], capture_output=True)
            out = subprocess.run([binary, "conflicts", "--json", "--db", db], capture_output=True, encoding="utf-8").stdout
        for conflict in map(json.loads, filter(None, out.split("\n"))):
            found += 1
            sides = [s["value"] for s in conflict["sides"]]
            hit = next((g for g in left if all(any(g[k] in s.split() for s in sides) for k in ("one", "other"))), None)
            if hit:
                left.remove(hit)
                right += 1
            elif misses:
                print(f"  extra {group}: {conflict['about']} {sides}")
        for g in left if misses else []:
            print(f"  missed {group}: {g['about']} {g['one']} {g['other']}")
    print(f"figures_conflicts right {right} found {found} gold {len(gold)}")


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary", nargs="?", default=os.path.join(ROOT, "build/release/dateline"))
    ap.add_argument("--misses", action="store_true")
    a = ap.parse_args()
    folder = shared() and os.path.join(shared(), "stories", "grouped")
    if not folder or not os.path.isdir(folder):
        print("figures_grouped: skipped (no stories/grouped)")
        return
    gold = {}
    for row in rows_of("figures_grouped.tsv"):
        gold.setdefault(row["file"], []).append(row)
    hits = {"value": 0, "unit": 0, "counted": 0, "event": 0}
    with_event = right_event = 0
    wanted = found = 0
    for path, rows in gold.items():
        with open(os.path.join(folder, path), encoding="utf-8", newline="") as f:
            text = f.read()
        line = json.dumps({"text": text, "id": path})
        out = subprocess.run([a.binary, "annotate", "--plain", "--json", "-"], input=line + "\n", capture_output=True, encoding="utf-8")
        doc = json.loads(out.stdout)
        figures = [f for f in doc["figures"] if f["end"] <= OPENING]
        wanted += len(rows)
        found += len(figures)
        left = list(figures)
        for row in rows:
            number = {k: float(row[k]) if row[k] else None for k in ("value", "min", "max")}
            fits = [f for f in left if all(same(f[k], number[k]) for k in number)]
            head = lambda f: doc["text"][f["counted"]["start"]:f["counted"]["end"]].split()[-1] if f["counted"] else ""
            tells = lambda f: doc["text"][doc["events"][f["event"]]["start"]:doc["events"][f["event"]]["end"]] if f["event"] is not None else ""
            of_event = lambda f: not row["event"] or any(word in tells(f).split() for word in row["event"].split("|"))
            fits.sort(key=lambda f: ((f["unit"] or "") != row["unit"], head(f) != row["counted"], not of_event(f)))
            if not fits:
                if a.misses:
                    print(f"  missed {path}: {number} {row['unit']} {row['counted']}")
                continue
            left.remove(fits[0])
            hits["value"] += 1
            if (fits[0]["unit"] or "") == row["unit"]:
                hits["unit"] += 1
                # What a measure is a measure of is no part of the gold but where it names it.
                counted = head(fits[0]) == row["counted"] or bool(row["unit"] and not row["counted"])
                hits["counted"] += counted
                hits["event"] += counted and of_event(fits[0])
            with_event += bool(row["event"])
            right_event += bool(row["event"]) and of_event(fits[0])
            if a.misses and not of_event(fits[0]):
                print(f"  event {path}: {number} wanted {row['event']}, has {tells(fits[0]) or 'none'}")
        if a.misses:
            for f in left:
                print(f"  extra {path}: “{doc['text'][f['start']:f['end']]}” {f['value']} {f['min']} {f['max']} {f['unit']}")
    scores = " ".join(f"{k}_f1 {2 * n / (wanted + found):.4f}" for k, n in hits.items())
    print(f"figures_grouped {scores} gold {wanted} system {found} right events {right_event}/{with_event}")
    conflicts(a.binary, folder, list(dict.fromkeys(os.path.dirname(path) for path in gold)), a.misses)


if __name__ == "__main__":
    main()
