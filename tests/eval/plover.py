#!/usr/bin/env python3
"""Type, actor and recipient of the event at the marked place, over PLOVER's gold standard sentences.

    plover.py [BIN] [--misses] [--limit N]

Reads corpora/plover of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it.
The sentences carry PLOVER's codes of 2016; they are read as those of the 2.0 manual by CAMEO2PLOVER-2021.
An event is 'at the place' if its words lie within the marked event words or hold one of them; of several the one
that fits best counts, so the score says whether the coding is there, not whether it stands alone.
"""
import argparse, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# Codes of 2016 to those of 2.0; where the manuals moved a boundary, both sides of it.
ALSO = {"DEMAND": {"REQUEST"}, "DISAPPROVE": {"ACCUSE"}, "INVESTIGATE": {"ACCUSE"}, "FIGHT": {"ASSAULT"}}
# "All cooperative actions reported in future tense are also taken to imply intentions" (AGREE); hostile ones are
# threats. Dateline keeps the act's own type and says `planned`; that pair is read as the manual's code.
COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
HOSTILE = {"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE", "RETREAT"}


def codes(event):
    out = {event["type"]}
    if event["status"] in ("planned", "conditional"):
        if event["type"] in COOPERATIVE:
            out.add("AGREE")
        if event["type"] in HOSTILE:
            out.add("THREATEN")
    return out


MODE_ALSO = {"destroy": {"ASSAULT", "COERCE"}, "detain": {"ASSAULT", "COERCE"}, "firearms": {"ASSAULT"}}


def shared():
    for path in (os.environ.get("DATELINE_SHARED"), os.path.join(ROOT, "..", "shared"), os.path.join(ROOT, "..", "..", "shared")):
        if path and os.path.isdir(path):
            return path
    return None


def marked(markup):
    """The sentence without its marks, and the marked stretches: (kind, start, end)."""
    text, spans, open_at = "", [], []
    i = 0
    while i < len(markup):
        m = re.compile(r"\((SRC/TAR|SRC/LOC|TAR/LOC|SRC|TAR|EVT|LOC)\s*:\s*").match(markup, i)
        if m:
            open_at.append((m.group(1), len(text)))
            i = m.end()
        elif markup[i] == "(" :
            open_at.append((None, len(text)))
            text += "("
            i += 1
        elif markup[i] == ")":
            if open_at:
                kind, start = open_at.pop()
                if kind:
                    spans.append((kind, start, len(text)))
                else:
                    text += ")"
            i += 1
        elif markup[i] in "{}":
            i += 1
        else:
            text += markup[i]
            i += 1
    return text, spans


def annotate(binary, texts):
    rows = "\n".join(json.dumps({"text": t, "published": "2000-01-05", "language": "en"}) for t in texts) + "\n"
    out = subprocess.run([binary, "annotate", "-", "--plain", "--json"], input=rows, capture_output=True, text=True)
    if out.returncode not in (0, 1, 3):
        sys.exit(out.stderr)
    return [json.loads(line) for line in out.stdout.split("\n") if line.strip()]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("binary", nargs="?", default=os.path.join(ROOT, "build/release/dateline"))
    ap.add_argument("--misses", action="store_true")
    ap.add_argument("--limit", type=int, default=0)
    a = ap.parse_args()
    base = shared()
    path = base and os.path.join(base, "corpora/plover/gold_standard_records/PLOVER_GSR_CAMEO.txt")
    if not path or not os.path.exists(path):
        print("plover: skipped (no shared corpora)")
        return 0
    gold = []
    for row in json.load(open(path, encoding="utf-8")):
        info = row.get("textInfo")
        markup = info.get("markup") if isinstance(info, dict) else info
        if row["event"] == "DOCUMENT" or not markup or "EVT" not in markup:
            continue
        text, spans = marked(markup)
        types = ALSO.get(row["event"], {row["event"]}) | MODE_ALSO.get(row.get("mode"), set())
        gold.append((row["id"], types, row.get("mode"), text, spans))
    gold = gold[: a.limit or None]
    found = annotate(a.binary, [g[3] for g in gold])
    hit = dict(type=0, **{"own type": 0}, place=0, actor=0, recipient=0)
    asked = dict(type=len(gold), **{"own type": len(gold)}, place=len(gold), actor=0, recipient=0)
    by_type = {}
    for (ident, types, mode, text, spans), doc in zip(gold, found):
        marks = [(s, e) for kind, s, e in spans if kind == "EVT"]
        sources = [(s, e) for kind, s, e in spans if kind.startswith("SRC")]
        targets = [(s, e) for kind, s, e in spans if kind in ("TAR", "TAR/LOC")]
        both = [(s, e) for kind, s, e in spans if kind == "SRC/TAR"]
        near = [e for e in doc["events"] if any(overlaps((e["start"], e["end"]), m) for m in marks)]

        def roles(e, want):
            return [(p["start"], p["end"]) for p in e["participants"] if p["role"] in want]

        def fits(e):
            actor = any(overlaps(p, s) for p in roles(e, ("actor",)) for s in sources)
            recipient = any(overlaps(p, s) for p in roles(e, ("recipient", "other") if not both else ("actor", "recipient")) for s in (targets or both[1:]))
            return (bool(codes(e) & types), actor + recipient, actor, recipient)

        best = max(near, key=lambda e: fits(e)[:2], default=None)
        f = fits(best) if best else (False, 0, False, False)
        hit["place"] += best is not None
        hit["type"] += f[0]
        hit["own type"] += bool(best and any(e["type"] in types for e in near))
        if sources:
            asked["actor"] += 1
            hit["actor"] += f[2]
        if targets or len(both) > 1:
            asked["recipient"] += 1
            hit["recipient"] += f[3]
        name = sorted(types)[0]
        row = by_type.setdefault(name, [0, 0])
        row[0] += f[0]
        row[1] += 1
        if a.misses and not (f[0] and (f[2] or not sources) and (f[3] or not (targets or len(both) > 1))):
            show = [f"{e['type']}/{e['mode']}/{e['status']} “{text[e['start']:e['end']]}” " +
                    " ".join(f"{p['role'][0].upper()}={text[p['start']:p['end']]}" for p in e["participants"]) for e in doc["events"]]
            why = ("" if f[0] else "TYPE ") + ("" if f[2] or not sources else "ACTOR ") + ("" if f[3] or not (targets or len(both) > 1) else "RECIPIENT ")
            want = " ".join(f"{k}={text[s:e]}" for k, s, e in spans)
            print(f"{why}| {'/'.join(sorted(types))} {mode or ''} | {text}\n     want {want}\n     have {' ; '.join(show) or '-'}")
    for name, (h, n) in sorted(by_type.items()):
        print(f"  {name}: {h}/{n}")
    for key in ("place", "type", "own type", "actor", "recipient"):
        print(f"{key}: {hit[key]}/{asked[key]} = {hit[key] / max(asked[key], 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
