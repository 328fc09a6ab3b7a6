#!/usr/bin/env python3
"""What reading ten thousand articles costs, as ratios.

    pipeline.py BIN [--articles N]

Reads N articles of shared scale/news-10k.jsonl.xz (skipped where it is absent) in one command, and again thousand by
thousand. The yardstick is Python reading the same file (JSON, words split at spaces) in the same run.
"""
import argparse
import json
import lzma
import os
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tests"))
from harness import shared


def as_contract(line):
    row = json.loads(line)
    row["published"], row["headline"] = row.pop("date"), row.pop("title")
    return json.dumps(row, ensure_ascii=False)


def timed(command):
    begin = time.perf_counter()
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def yardstick(path):
    begin = time.perf_counter()
    with open(path, encoding="utf-8") as file:
        words = sum(len(json.loads(line)["text"].split()) for line in file)
    return time.perf_counter() - begin, words


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("binary"), ap.add_argument("--articles", type=int, default=10000)
    a = ap.parse_args()
    source = shared("scale", "news-10k.jsonl.xz")
    if not source:
        print("skipped: no scale/news-10k.jsonl.xz beside the repository")
        return 0
    with lzma.open(source, "rt", encoding="utf-8") as file:
        lines = [as_contract(line) for line, _ in zip(file, range(a.articles))]
    with tempfile.TemporaryDirectory() as folder:
        path, db = os.path.join(folder, "all.jsonl"), os.path.join(folder, "all.db")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        stick, words = yardstick(path)
        whole = timed([a.binary, "add", path, "--db", db, "--quiet"])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{len(lines)} articles, {words} words, record of {os.path.getsize(db) / 1e6:.0f} MB")
        print(f"one command: {len(lines) / whole:.0f} articles/s, {whole / stick:.1f} times the yardstick, peak {peak:.0f} MiB")
        parts, stepwise = [], os.path.join(folder, "steps.db")
        for i in range(0, len(lines), 1000):
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines[i:i + 1000]) + "\n")
            parts.append(timed([a.binary, "add", path, "--db", stepwise, "--quiet"]))
        print(f"thousand by thousand: last / first = {parts[-1] / parts[0]:.2f}   ({' '.join(f'{p / parts[0]:.2f}' for p in parts)})")
        stages = os.path.join(os.path.dirname(a.binary), "stages")
        if os.path.exists(stages):
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines[:500]) + "\n")
            subprocess.run([stages, path], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
