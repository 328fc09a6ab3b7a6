#!/usr/bin/env python3
"""Who said it, for direct quotations: Dateline beside Stanford CoreNLP's quote annotator, on the same articles in one run.

    corenlp_quotes.py BIN LIB SPLIT_DIR [--answers DIR] [--articles N]

LIB holds the peer's jars, which stay outside the repository. With this as pom.xml's dependencies,
`mvn dependency:copy-dependencies -DoutputDirectory=LIB` fetches them: edu.stanford.nlp:stanford-corenlp 4.5.8, once as it
is and once with <classifier>models</classifier>. SPLIT_DIR is a split of PolNeAR (text/, attributions/). --answers keeps
the peer's JSON there and scores what is there without running it again; --articles takes the first N only.

Scored are gold's direct attributions with a source (all their letters in quotation marks), as check/quotes.py's 'said':
right if one utterance covers half of the content and its speaker's words share a character with the source. For the
peer an utterance is all quotations that it gives to one mention, or, more generously, to one canonical speaker whose
mention or canonical mention touches the source. User seconds are of one thread each; the peer's start-up is measured
with an article of one sentence and taken off, Dateline's is left in.
Prints a table. Exit status: 0; 2 where the peer or the corpus is not there.
"""
import argparse
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(os.environ.get("DATELINE_SHARED", os.path.join(TOP, "..", "shared")), "check"))
ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote"


def user_seconds(work):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = work()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, result


def run_peer(lib, paths, out):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(paths) + "\n")
        names.flush()
        subprocess.run(["java", "-Xmx10g", "-cp", os.path.join(lib, "*"), "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                        "-annotators", ANNOTATORS, "-outputFormat", "json", "-encoding", "utf8", "-threads", "1",
                        "-ssplit.newlineIsSentenceBreak", "two", "-filelist", names.name, "-outputDirectory", out],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def peer_utterances(Q, doc, answer):
    """(by mention, by canonical speaker): lists of Said."""
    tokens = [t for s in answer["sentences"] for t in s["tokens"]]
    words = lambda first, last: (tokens[first]["characterOffsetBegin"], tokens[last]["characterOffsetEnd"])
    by_mention, by_name, marks = {}, {}, Q.quoted(doc.text)
    for i, q in enumerate(answer["quotes"]):
        content = (q["beginIndex"], q["endIndex"])
        mention = words(q["mentionBegin"], q["mentionEnd"]) if "mentionBegin" in q else None
        canonical = words(q["canonicalMentionBegin"], q["canonicalMentionEnd"]) if "canonicalMentionBegin" in q else None
        one = by_mention.setdefault(mention or i, ([], []))
        one[0].append(content), one[1].extend([mention] if mention else [])
        all_of = by_name.setdefault(q.get("canonicalSpeaker", i), ([], []))
        all_of[0].append(content), all_of[1].extend(m for m in (mention, canonical) if m)
    say = lambda groups: [Q.said(doc.text, marks, c, [], sorted(set(s))) for c, s in groups.values()]
    return say(by_mention), say(by_name)


def right(Q, docs, utterances):
    hits = asked = 0.0
    for doc in docs:
        for gold in doc.gold:
            for g in gold:
                if g.kind == "direct" and g.source and g.content:
                    asked += 1 / len(doc.gold)
                    hits += Q.heard(g, utterances[doc.id]) / len(doc.gold)
    return hits, asked


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("binary"), ap.add_argument("lib"), ap.add_argument("split")
    ap.add_argument("--answers"), ap.add_argument("--articles", type=int)
    a = ap.parse_args()
    try:
        import quotes as Q
        from annotate import annotate, read_rows
        docs = Q.read(a.split)[: a.articles]
    except Exception as e:  # the corpus and its scorer lie beside the repository; Unfit is theirs
        print(f"skipped: {e}")
        return 2
    out = a.answers or tempfile.mkdtemp()
    os.makedirs(out, exist_ok=True)
    answer = lambda name: os.path.join(out, name + ".txt.json")
    seconds = None
    if not glob.glob(os.path.join(out, "*.json")):
        with tempfile.TemporaryDirectory() as tmp:
            path = os.path.join(tmp, "one.txt")
            with open(path, "w") as f:
                f.write("“We will go,” Jane Smith said.\n")
            start_up, _ = user_seconds(lambda: run_peer(a.lib, [path], tmp))
        paths = [os.path.join(os.path.abspath(a.split), "text", d.id + ".txt") for d in docs]
        all_of_it, _ = user_seconds(lambda: run_peer(a.lib, paths, out))
        seconds = all_of_it - start_up
    docs = [d for d in docs if os.path.exists(answer(d.id))]
    ours, rows = user_seconds(lambda: annotate(a.binary, docs))
    mine = {k: Q.utterances(d, v) for d in docs for k, v in read_rows([d], rows, "quotes", Q.quote_of).items()}
    by_mention, by_name = {}, {}
    for d in docs:
        with open(answer(d.id), encoding="utf-8") as f:
            by_mention[d.id], by_name[d.id] = peer_utterances(Q, d, json.load(f))
    words = sum(len(d.text.split()) for d in docs)
    print(f"articles {len(docs)}, words {words}")
    print(f"{'':44}{'asked':>8}{'right':>8}{'share':>8}{'user s':>10}")
    for name, found, time in (("Dateline", mine, ours), ("CoreNLP, by mention", by_mention, seconds),
                              ("CoreNLP, by canonical speaker", by_name, seconds)):
        hits, asked = right(Q, docs, found)
        print(f"{name:44}{asked:8.1f}{hits:8.1f}{hits / asked if asked else 0:8.3f}{f'{time:10.1f}' if time is not None else '':>10}")
    if seconds is not None:
        print(f"times as fast: {seconds / ours:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
