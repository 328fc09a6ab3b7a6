#!/usr/bin/env python3
"""More news out of some: each report again, in other years and with other names.

    multiply.py IN OUT TIMES

IN: JSON Lines (also .xz) with `text`, and `title` or `headline`, `date` or `published`, `outlet`, `url`. OUT: JSON Lines as
`dateline add` takes them, TIMES as many; the first are IN's own. The same IN gives the same OUT.

Copy n moves every year by a multiple of 28, after which days of the week and leap years come back, so that "Saturday, March 9,
2024" stays one day; and it exchanges surnames, first names and towns for others of their kind that are about as frequent, so
that a name's share of the news stays what it was. Countries keep their names. What told of one event still does, among the
reports of the same copy alone.
"""
import json
import lzma
import os
import re
import sys
from collections import Counter

NAMES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "resources", "names")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHIFTS = (0, -28, 28, -56, 56, -84)  # years; more copies than these share years and differ in names
BAND = 40  # names of one kind stand by frequency; each changes with others of its band
RARE = 3


def table(name):
    with open(os.path.join(NAMES, name), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return rows[1:]


def kinds():
    """Lower-case word: what it can name."""
    out = {}
    for key, flags, *_ in table("people.tsv"):
        out[key] = "surname" if "s" in flags else "first name"
    for row in table("places.tsv"):
        if " " not in row[0]:
            out[row[0]] = "town" if row[1] == "city" else "region"
    return out


def read(path):
    with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            row["published"] = row.pop("date", row.get("published"))
            row["headline"] = row.pop("title", row.get("headline"))
            yield row


def bands(path):
    """Lists of names that may change places: of one kind, about as frequent, and hardly ever written small."""
    big, small = Counter(), Counter()
    for row in read(path):
        for word in WORD.findall(row["text"]):
            (big if word[0].isupper() and not word.isupper() else small)[word] += 1
    known, sorts = kinds(), {}
    for word, n in big.items():
        kind = known.get(word.lower())
        if n >= RARE and kind in ("surname", "first name", "town") and small[word.lower()] * 20 < n:
            sorts.setdefault(kind, []).append((-n, word))
    for all_of_kind in sorts.values():
        ranked = [word for _, word in sorted(all_of_kind)]
        yield from (ranked[i:i + BAND] for i in range(0, len(ranked), BAND))


def exchange(all_bands, copy):
    out = {}
    for band in all_bands:
        step = (7 * copy) % len(band)
        out.update((word, band[(i + step) % len(band)]) for i, word in enumerate(band))
    return out


def changed(row, copy, names, shift):
    def in_text(text):
        text = WORD.sub(lambda m: names.get(m[0], m[0]), text)
        return YEAR.sub(lambda m: str(int(m[0]) + shift), text)

    out = dict(row, text=in_text(row["text"]))
    if row.get("headline"):
        out["headline"] = in_text(row["headline"])
    if row.get("published"):
        out["published"] = YEAR.sub(lambda m: str(int(m[0]) + shift), row["published"], count=1)
    if row.get("url"):
        out["url"] = row["url"] + ("&" if "?" in row["url"] else "?") + f"copy={copy}"
    if row.get("id"):
        out["id"] = f"{row['id']}-{copy}"
    return out


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    source, target, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    all_bands = list(bands(source)) if times > 1 else []
    with open(target, "w", encoding="utf-8") as file:
        for copy in range(times):
            names = exchange(all_bands, copy) if copy else {}
            for row in read(source):
                new = changed(row, copy, names, SHIFTS[copy % len(SHIFTS)]) if copy else row
                file.write(json.dumps({k: v for k, v in new.items() if v is not None}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
