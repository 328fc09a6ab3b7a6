#!/usr/bin/env python3
"""The same event across documents: ECB+ event mentions of the validated sentences against the record's events.

    ecb_events.py [BIN] [--topics N] [--record]

Reads corpora/ecbplus of $DATELINE_SHARED or of ../shared beside the repository; prints 'skipped' without it. All
documents go into one record. A gold mention belongs to what the mention that overlaps its words tells of (`mentions`);
one that Dateline does not list stands alone. Beside it the baseline: mentions of one head lemma in one topic are one event.
'all' scores every gold mention, 'found' those only that are listed. With --record a mention belongs to the line of the
timeline that it is evidence of. Measures: coreference.py.
"""
import argparse, collections, csv, glob, json, os, subprocess, sys, tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
from coreference import b_cubed, ceaf_e, check, conll, muc
from harness import shared


def read(path, sentences):
    """The text, and its event mentions in `sentences` as ([(begin, end) of each word], gold instance)."""
    tree = ET.parse(path).getroot()
    text, at, last = "", {}, None
    for token in tree.findall("token"):
        number = int(token.get("sentence"))
        text += "" if last is None else " " if number == last else "\n"
        at[token.get("t_id")] = (number, len(text), len(text) + len(token.text or ""))
        text += token.text or ""
        last = number
    marks, instance = {}, {}
    for mark in tree.find("Markables"):
        anchors = [at[a.get("t_id")] for a in mark.findall("token_anchor")]
        if anchors and (mark.tag.startswith("ACTION") or mark.tag.startswith("NEG_ACTION")):
            marks[mark.get("m_id")] = anchors
        elif not anchors:
            instance[mark.get("m_id")] = mark.get("instance_id") or mark.get("m_id")
    of = {}
    for relation in tree.find("Relations"):
        target = relation.find("target").get("m_id")
        name = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else os.path.basename(path) + instance.get(target, target)
        for source in relation.findall("source"):
            of[source.get("m_id")] = name
    found = []
    for mark, anchors in marks.items():
        if anchors[0][0] in sentences:
            found.append(([(b, e) for _, b, e in anchors], of.get(mark, os.path.basename(path) + mark)))
    return text, found


def head_of(words, tokens, at):
    """The word of a mention that the others hang on."""
    inside = {at[b] for b, _ in words if b in at}
    return next((w for w in words if w[0] in at and tokens[at[w[0]]]["head"] not in inside), words[0])


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("binary", nargs="?", default=os.path.join(ROOT, "build", "release", "dateline"))
    ap.add_argument("--topics", type=int, default=0)
    ap.add_argument("--record", action="store_true")
    a = ap.parse_args()
    check()
    folder = shared("corpora", "ecbplus")
    if not folder or not os.path.isdir(folder):
        print("ecb events: skipped, the corpus is not here")
        return
    wanted = collections.defaultdict(set)
    for row in csv.DictReader(open(os.path.join(folder, "ECBplus_coreference_sentences.csv"), encoding="utf-8-sig")):
        wanted[f"{row['Topic']}_{row['File']}.xml"].add(int(row["Sentence Number"]))
    lines, gold_of, texts = [], {}, {}
    for path in sorted(glob.glob(os.path.join(folder, "ECB+", "*", "*.xml"))):
        name = os.path.basename(path)
        topic = int(name.split("_")[0])
        if name not in wanted or topic > 35 or (a.topics and topic > a.topics):
            continue
        texts[name], gold_of[name] = read(path, wanted[name])
        lines.append(json.dumps({"text": texts[name], "url": "file:" + name}))
    db = os.path.join(tempfile.mkdtemp(), "ecb.db")
    run = lambda *args, **kw: subprocess.run([a.binary, *args], check=True, capture_output=True, text=True, **kw).stdout
    run("add", "-", "--db", db, "--quiet", input="\n".join(lines) + "\n")
    reports = [json.loads(l) for l in run("reports", "--text", "--json", "--db", db).splitlines()]
    name_of = {r["id"]: r["url"][5:] for r in reports}
    shift = {r["url"][5:]: texts[r["url"][5:]].find(r["text"][:200]) for r in reports}
    told = collections.defaultdict(list)
    for line in run("mentions", "--json", "--db", db).splitlines():
        mention = json.loads(line)
        e, tells = mention["evidence"], mention["event" if a.record else "id"]
        name = name_of[e["report"]]
        if tells:
            told[name].append((e["start"] + max(shift[name], 0), e["end"] + max(shift[name], 0), tells))
    gold, mine, lemma = {}, {}, {}
    annotated = run("annotate", "--tokens", "-", input="\n".join(lines) + "\n").splitlines()
    for line, name in zip(annotated, sorted(texts, key=lambda n: [json.loads(x)["url"] for x in lines].index("file:" + n))):
        tokens = json.loads(line)["tokens"]
        at = {t["start"]: i for i, t in enumerate(tokens)}
        for words, instance in gold_of[name]:
            head = head_of(words, tokens, at)
            mention = (name, tuple(words))
            gold[mention] = instance
            mine[mention] = next((i for w in [head, *words] for b, e, i in sorted(told[name]) if b < w[1] and w[0] < e), mention)
            lemma[mention] = (name.split("_")[0], tokens[at[head[0]]]["lemma"].lower() if head[0] in at else texts[name][slice(*head)].lower())
    found = [m for m in gold if mine[m] != m]
    for title, over in (("all", list(gold)), ("found", found)):
        only = lambda x: {m: x[m] for m in over}
        for what, answer in (("dateline", mine), ("same lemma", lemma)):
            k, r = only(gold), only(answer)
            print(f"{title} {what}: MUC {muc(k, r)[2]:.3f} B3 {b_cubed(k, r)[2]:.3f} CEAFe {ceaf_e(k, r)[2]:.3f} "
                  f"CoNLL {conll(k, r):.3f} mentions {len(over)}")


if __name__ == "__main__":
    main()
