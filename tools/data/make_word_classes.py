#!/usr/bin/env python3
"""Word classes for the names model, from the tables of spacy-lookups-data (PyPI, MIT licence).

    make_word_classes.py spacy_lookups_data/data > classes.tsv

A row: lower-case word, Brown cluster of its usual form (renumbered from 1), and how often it has a capital: 1 never …
7 always, by the log odds of its capitalised against its lower-case form.
"""
import gzip, json, math, sys

WORDS = 130000
read = lambda name: json.load(gzip.open(f"{sys.argv[1]}/en_lexeme_{name}.json.gz", "rt"))
clusters, probs = read("cluster"), read("prob")
number = {c: i + 1 for i, c in enumerate(sorted(set(clusters.values()) - {0}))}
forms = {}
for word in probs:
    if word.isalpha() or (len(word) > 2 and all(c.isalpha() or c in "-'." for c in word)):
        forms.setdefault(word.lower(), []).append(word)
best = sorted(forms, key=lambda w: (-max(probs[f] for f in forms[w]), w))[:WORDS]
for lower in sorted(best):
    usual = max(forms[lower], key=lambda f: (probs[f], f))
    up = max([probs[f] for f in forms[lower] if f != lower], default=-20.5)
    odds = up - probs.get(lower, -20.5)
    rate = 1 + sum(odds > x for x in (-6, -3, -1, 1, 3, 6))
    print(lower, number.get(clusters.get(usual, 0), 0), rate, sep="\t")
