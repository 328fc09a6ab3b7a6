#!/usr/bin/env python3
"""Figures in the openings of twenty real reports, against tests/eval/figures_grouped.tsv.

    figures_grouped.py [BIN] [--misses]

Reads stories/grouped of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it.
A figure is right if value, min and max are the gold's; 'unit' asks for the unit too, 'counted' for unit and head word.
"""
import argparse, csv, json, math, os, subprocess

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
    with open(os.path.join(HERE, "figures_grouped.tsv"), encoding="utf-8") as f:
        for row in csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t"):
            gold.setdefault(row["file"], []).append(row)
    hits = {"value": 0, "unit": 0, "counted": 0}
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
            fits.sort(key=lambda f: ((f["unit"] or "") != row["unit"], head(f) != row["counted"]))
            if not fits:
                if a.misses:
                    print(f"  missed {path}: {number} {row['unit']} {row['counted']}")
                continue
            left.remove(fits[0])
            hits["value"] += 1
            if (fits[0]["unit"] or "") == row["unit"]:
                hits["unit"] += 1
                # What a measure is a measure of is no part of the gold but where it names it.
                hits["counted"] += head(fits[0]) == row["counted"] or bool(row["unit"] and not row["counted"])
        if a.misses:
            for f in left:
                print(f"  extra {path}: “{doc['text'][f['start']:f['end']]}” {f['value']} {f['min']} {f['max']} {f['unit']}")
    scores = " ".join(f"{k}_f1 {2 * n / (wanted + found):.4f}" for k, n in hits.items())
    print(f"figures_grouped {scores} gold {wanted} system {found}")


if __name__ == "__main__":
    main()
