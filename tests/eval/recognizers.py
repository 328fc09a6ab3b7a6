#!/usr/bin/env python3
"""Numbers, percentages, money and measures against the English test cases of Microsoft's Recognizers-Text.

    recognizers.py [BIN] [--misses N]

Reads corpora/recognizers_text of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it.
A case agrees if the values found are the values expected, no more and no less (to five digits; a range by its ends);
for money and measures the unit must agree too, by its first word. Prints each file's share, and the disagreements by
class. Classes that are decided on purpose are named in docs/figures.md.
"""
import argparse, collections, json, math, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FILES = ["Number/NumberModel", "Number/PercentModel", "NumberWithUnit/AgeModel", "NumberWithUnit/CurrencyModel",
         "NumberWithUnit/DimensionModel", "NumberWithUnit/TemperatureModel"]


def shared():
    for path in (os.environ.get("DATELINE_SHARED"), os.path.join(ROOT, "..", "shared"), os.path.join(ROOT, "..", "..", "shared")):
        if path and os.path.isdir(path):
            return path
    return None


def annotate(binary, texts):
    rows = "\n".join(json.dumps({"id": str(i), "text": t}) for i, t in enumerate(texts)) + "\n"
    out = subprocess.run([binary, "annotate", "--plain", "--json", "-"], input=rows, capture_output=True, encoding="utf-8")
    found = {row["id"]: row for row in map(json.loads, filter(str.strip, out.stdout.split("\n")))}
    return [found.get(str(i), {"figures": [], "text": ""}) for i in range(len(texts))]


def of_model(name, unit):
    """Whether a unit is what the model is about: each knows its own kind of unit only."""
    first = re.split(r" per |/", unit or "")[0]
    money = bool(re.fullmatch(r"[A-Z]{3}|cent|penny|dime|sen|satoshi|peso|rupee|dinar|franc|shilling|rial|riyal|dirham|dollar|krone|krona|dong", first))
    time = first in ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century")
    heat = first.startswith("degree") or first == "kelvin"
    if "Currency" in name:
        return money
    if "Age" in name:
        return first in ("year", "month", "week", "day")
    if "Temperature" in name:
        return heat
    if "Dimension" in name:
        return bool(unit) and not money and not time and unit != "percent" and (not heat or first == "degree")
    return True


def number(text):
    try:
        return float(str(text).rstrip("%"))
    except ValueError:
        return None


def same(a, b):
    return math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-9)


def values_agree(wanted, figures):
    """Each wanted value is a figure's value, bound or end of range; each figure is wanted."""
    left = list(figures)
    open_ends = collections.Counter()
    for w in wanted:
        hit = next((f for f in left if f["value"] is not None and same(f["value"], w)), None)
        if hit:
            left.remove(hit)
            continue
        hit = next((f for f in left if any(f[k] is not None and same(f[k], w) for k in ("min", "max"))), None)
        if not hit:
            return False
        open_ends[id(hit)] += 1
        if open_ends[id(hit)] == sum(f is not None for f in (hit["min"], hit["max"])):
            left.remove(hit)
    return not left


def word_class(case, wanted, figures):
    text = case["Input"]
    if re.search(r"\b(1[5-9]|20)\d\d\b", text) and any(1500 <= w < 2100 for w in wanted):
        return "a year or date is a number there"
    if not wanted and figures:
        return "nothing wanted, something found"
    if len(wanted) > len(figures):
        return "a bare unit, ordinal or 'one' is a number there" if not figures and re.search(r"\bone\b", text) else "missed"
    if len(wanted) < len(figures):
        return "too many found"
    return "another value"


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary", nargs="?", default=os.path.join(ROOT, "build/release/dateline"))
    ap.add_argument("--misses", type=int, default=0)
    a = ap.parse_args()
    root = shared()
    folder = root and os.path.join(root, "corpora", "recognizers_text")
    if not folder or not os.path.isdir(folder):
        print("recognizers: skipped (no corpora/recognizers_text)")
        return
    all_right = all_cases = 0
    for name in FILES:
        with open(os.path.join(folder, name + ".json"), encoding="utf-8-sig") as f:
            cases = json.load(f)
        rows = annotate(a.binary, [c["Input"] for c in cases])
        right, classes, shown = 0, collections.Counter(), 0
        for case, row in zip(cases, rows):
            wanted = [number((r.get("Resolution") or {}).get("value")) for r in case["Results"]]
            wanted = [w for w in wanted if w is not None]
            figures = row["figures"]
            if "Percent" in name:
                figures = [f for f in figures if f["unit"] == "percent"]
            else:
                figures = [f for f in figures if of_model(name, f["unit"])]
            if values_agree(wanted, figures):
                right += 1
                continue
            what = word_class(case, wanted, figures)
            classes[what] += 1
            if shown < a.misses:
                shown += 1
                print(f"    {what}: {case['Input'][:110]!r}: wanted {wanted}, found {[(f['value'], f['min'], f['max'], f['unit']) for f in figures]}")
        all_right += right
        all_cases += len(cases)
        print(f"{name:32} {right:4}/{len(cases):<4} {right / len(cases):.3f}  " + "; ".join(f"{k} {n}" for k, n in classes.most_common()))
    print(f"recognizers agree {all_right}/{all_cases} {all_right / all_cases:.4f}")


if __name__ == "__main__":
    main()
