#!/usr/bin/env python3
"""Scores the program against the gold data beside the repository, and says what is skipped where it is absent.

    run_all.py BIN [WORD]     only the scores whose name holds WORD

The scorers and corpora are no part of the repository: $DATELINE_SHARED, or ../shared, holds them (docs/accuracy.md).
"""
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from harness import shared

# name, scorer, arguments below the shared folder ("=…": as it stands)
SCORES = [
    ("story kenya-haiti", "story.py", ["stories/kenya-haiti"]),
    ("story turkey-quake", "story.py", ["stories/turkey-quake-2023-02-06"]),
    ("story gaza-truces", "story.py", ["stories/gaza-truces"]),
    ("cluster bare", "cluster.py", ["stories/grouped/index.tsv"]),
    ("cluster dated", "cluster.py", ["stories/grouped/index.tsv", "=--dated"]),
    ("syntax ewt test", "syntax.py", ["corpora/ud_ewt/en_ewt-ud-test.conllu"]),
    ("names conll2003", "names.py", ["corpora/conll2003/dev.txt"]),
    ("names crossner", "names.py", ["corpora/crossner/politics/dev*"]),
    ("names uner_ewt", "names.py", ["corpora/uner_ewt/*dev*.iob2"]),
    ("times timebank+aquaint", "times.py", ["corpora/tempeval3"]),
    ("times meantime", "times.py", ["corpora/meantime"]),
    ("times wikiwars", "times.py", ["corpora/wikiwars"]),
    ("quotes polnear", "quotes.py", ["corpora/polnear/data/*dev*"]),
    ("figures quantulum3", "figures.py", ["corpora/quantulum3/tests/quantities.json|corpora/quantulum3/tests*/*quantities*.json"]),
]


def resolve(argument):
    """The argument as it stands, or the first pattern below the shared folder that fits something; None if none does."""
    if argument.startswith("="):
        return argument[1:]
    root = shared(".")
    for pattern in argument.split("|"):
        found = sorted(glob.glob(os.path.join(root, pattern))) if root else []
        if found:
            return found[0]
    return None


def main():
    binary, word = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    for name, scorer, arguments in SCORES:
        if word not in name:
            continue
        program, resolved = shared("check", scorer), [resolve(a) for a in arguments]
        if not program or None in resolved:
            print(f"{name}: skipped, its data is not here")
            continue
        done = subprocess.run([sys.executable, program, binary, *resolved], capture_output=True, text=True)
        last = (done.stdout.strip() or done.stderr.strip()).split("\n")[-1]
        print(f"{name}: {last}", flush=True)
    for script in sorted(glob.glob(os.path.join(HERE, "*.py"))):
        if os.path.basename(script) != "run_all.py" and word in os.path.basename(script):
            done = subprocess.run([sys.executable, script, binary], capture_output=True, text=True)
            last = (done.stdout.strip() or done.stderr.strip()).split("\n")[-1]
            print(f"{os.path.basename(script)}: {last}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
