#!/usr/bin/env python3
"""Stanford CoreNLP's names behind Dateline's contract, so that one scorer measures both.

    CORENLP=LIB SHARED/check/names.py bench/peers/corenlp_names.py FILE...

Answers `annotate --plain --json -`: reports as JSON Lines in, names out. $CORENLP is the folder of the peer's jars, which
corenlp_quotes.py says how to fetch. Its default models find the names (three linear chains, one of them trained on
CoNLL-2003, and its lists); numbers and times are switched off. Each line of the text is a sentence, as the scorer writes
them. Seconds of the processor, start-up included, go to standard error.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile

KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "CITY": "place", "COUNTRY": "place",
         "STATE_OR_PROVINCE": "place", "NATIONALITY": "group", "RELIGION": "group", "IDEOLOGY": "group"}
OPTIONS = ["-annotators", "tokenize,ssplit,pos,lemma,ner", "-ner.useSUTime", "false", "-ner.applyNumericClassifiers",
           "false", "-ssplit.newlineIsSentenceBreak", "always", "-tokenize.codepoint", "true", "-outputFormat", "json",
           "-encoding", "utf8", "-threads", "1"]


def names(answer):
    for sentence in answer["sentences"]:
        tokens = sentence["tokens"]
        for m in sentence["entitymentions"]:
            first, last = tokens[m["tokenBegin"]], tokens[m["tokenEnd"] - 1]
            if first["ner"] == "O":
                continue  # a pronoun
            yield {"start": first["codepointOffsetBegin"], "end": last["codepointOffsetEnd"],
                   "type": KINDS.get(m["ner"], "other")}


def main():
    lib = os.environ.get("CORENLP")
    if not lib:
        print("corenlp_names: $CORENLP is to name the folder of its jars", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i:06}.txt") for i in range(len(rows))]
        for row, path in zip(rows, paths):
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(row["text"])
        with open(os.path.join(folder, "list"), "w", encoding="utf-8") as out:
            out.write("\n".join(paths) + "\n")
        subprocess.run(["java", "-Xmx6g", "-cp", os.path.join(lib, "*"), "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                        *OPTIONS, "-filelist", os.path.join(folder, "list"), "-outputDirectory", folder],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"corenlp: {len(rows)} reports, {used.ru_utime + used.ru_stime:.0f} processor seconds", file=sys.stderr)
        for row, path in zip(rows, paths):
            with open(path + ".json", encoding="utf-8") as file:
                print(json.dumps({"id": row["id"], "names": list(names(json.load(file)))}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
