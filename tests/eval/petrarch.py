#!/usr/bin/env python3
"""Source and target of the events in PETRARCH2's unit test sentences.

    petrarch.py [BIN]

Reads corpora/petrarch2 of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it. The
sentences use invented countries and test codes, so only the roles are scored: a code is looked up in the validation
actor dictionary that comes with them, and the role holds where a participant's words carry one of its names.
"""
import os, re, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from plover import ROOT, annotate, shared


def names_of(path):
    out, current = {}, []
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.split("#")[0].rstrip()
        m = re.match(r"^\+?([A-Z_. ]+?)_?\s*(?:\[([A-Z~]+)[^\]]*\])?$", line.strip())
        if not m:
            continue
        current = current + [m.group(1)] if line.startswith("+") else [m.group(1)]
        if m.group(2):
            for name in current:
                out.setdefault(m.group(2)[:3], set()).add(name.replace("_", " ").strip().lower())
    return out


def main():
    base = shared()
    folder = base and os.path.join(base, "corpora/petrarch2")
    if not folder or not os.path.isdir(folder):
        print("petrarch: skipped (no shared corpora)")
        return 0
    names = names_of(os.path.join(folder, "dictionaries/PETR.Validate.actors.txt"))
    text = open(os.path.join(folder, "text/PETR.UnitTest.records.xml"), encoding="utf-8", errors="replace").read()
    gold = []
    for record in re.findall(r"<Sentence .*?</Sentence>", text, re.S):
        words = re.search(r"<Text>(.*?)</Text>", record, re.S)
        codes = re.findall(r'sourcecode="(\w{3})\w*" targetcode="(\w{3})\w*"', record)
        codes = [(s, t) for s, t in codes if s in names and t in names]
        if words and codes:
            gold.append((" ".join(words.group(1).split()), codes))
    found = annotate(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build/release/dateline"), [g[0] for g in gold])
    held, asked = [0, 0], 0
    for (sentence, codes), doc in zip(gold, found):
        told = [(p["role"], sentence[p["start"]:p["end"]].lower()) for e in doc["events"] for p in e["participants"]]
        for source, target in codes:
            asked += 1
            held[0] += any(role == "actor" and any(n in w for n in names[source]) for role, w in told)
            held[1] += any(any(n in w for n in names[target]) for role, w in told)
    print(f"actor: {held[0]}/{asked} = {held[0] / max(asked, 1):.3f}")
    print(f"recipient or fellow: {held[1]}/{asked} = {held[1] / max(asked, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
