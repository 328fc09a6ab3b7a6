#!/usr/bin/env python3
"""Corpora with names, as lines of JSON for train_names.

    names_corpora.py CHECK CORPORA [--with gmb] > names.jsonl

CHECK is the folder with the scorers (names.py reads the formats), CORPORA the one with uner_ewt, gum, wnut17,
crossner, meantime and gmb_ner: those that a model may be trained on. Only training parts are read: GUM's by splits.md.
A line: {"source", "id", "text", "names": [[begin, end, type]]} with bytes as units and types p, o, l. Titles that GUM
and GMB count to a person's name ("President Obama") are cut off by the tables of titles in resources/names.
"""
import argparse, glob, json, os, re, sys

GMB_EVERY = 2  # of GMB's sentences, whose labels are largely machine-made, every second one


def titles():
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/names/titles.tsv")
    with open(here, encoding="utf-8") as f:
        rows = [line.split("\t")[0] for line in f if not line.startswith("#")][1:]
    return {t.replace(".", "").casefold() for row in rows for t in row.strip().split("|")}


def cut_titles(text, start, end, known):
    while True:
        name = text[start:end]
        best = 0
        for m in re.finditer(r"\s", name):
            if name[:m.start()].replace(" .", "").replace(".", "").replace(" - ", "-").casefold() in known:
                best = m.end()
        if best == 0:
            return start
        start += best
        if text[start:start + 2] == ". ":
            start += 2


def countries():
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/names/places.tsv")
    with open(here, encoding="utf-8") as f:
        return {c[0] for c in (line.split("\t") for line in f) if len(c) > 1 and c[1] == "country"}


def broken(doc):
    """GMB's machine-made labels often part "Secretary of State Colin Powell" in the wrong place: such sentences are left out."""
    for n in doc.gold.names:
        name, before = doc.text[n.start:n.end], doc.text[max(0, n.start - 4):n.start]
        if re.search(r"\b(Secretary|Secretary-General|President|Minister|Undersecretary|Ambassador)\b", name) or (before.endswith("of ") and name.startswith("State ")):
            return True
    return False


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("check"), ap.add_argument("corpora"), ap.add_argument("--with", dest="more", action="append", default=[])
    a = ap.parse_args()
    sys.path.insert(0, a.check)
    import names as scorer
    path = lambda *p: os.path.join(a.corpora, *p)
    with open(path("gum/splits.md")) as f:
        train = f.read().split("## train", 1)[1].split("##")[0]
    train_gum = set(re.findall(r"GUM_\w+", train))
    files = {
        "uner": [path("uner_ewt/en_ewt-ud-train.clean.iob2")],
        "gum": [f for f in sorted(glob.glob(path("gum/dep/*.conllu"))) if os.path.basename(f)[:-7] in train_gum],
        "wnut": [path("wnut17/wnut17train.conll")],
        "crossner": [path("crossner/politics/train.txt")],
        "meantime": sorted(glob.glob(path("meantime/**/intra-doc_annotation/**/*.xml"), recursive=True)),
        "gmb": [path("gmb_ner/ner_dataset.csv")],
    }
    known, lands = titles(), countries()
    key = lambda name: re.sub(r"^the ", "", name.replace(".", "").replace("-", " ").casefold())
    for source, paths in files.items():
        if source == "gmb" and source not in a.more:  # its machine-made labels cost more than they give: docs/accuracy.md
            continue
        docs = scorer.read(paths, None, source in ("uner", "gum"))
        for i, doc in enumerate(docs):
            if source == "gmb" and (i % GMB_EVERY or broken(doc)):
                continue
            at = lambda n: len(doc.text[:n].encode())
            out = []
            for n in sorted(doc.gold.names):
                start = cut_titles(doc.text, n.start, n.end, known) if n.kind == "person" else n.start
                if start < n.end:
                    # A country that acts is still the place: corpora differ, the program's rule is one.
                    kind = "place" if n.kind == "organisation" and key(doc.text[start:n.end]) in lands else n.kind
                    out.append([at(start), at(n.end), {"person": "p", "organisation": "o", "place": "l"}[kind]])
            print(json.dumps({"source": source, "id": doc.id, "text": doc.text, "names": out}, ensure_ascii=False))


if __name__ == "__main__":
    main()
