#!/usr/bin/env python3
"""Words that tell of happenings, from WordNet 3.0 (Debian package wordnet-base) and the words that news uses.

    make_happenings.py /usr/share/wordnet resources/link/background.tsv > resources/link/happenings.tsv

A row: word, part of speech (v, n, a; f: an irregular form of a verb), root, senses. The root is the verb that a noun or
an adjective is derived from ("arrival": arrive, "dead": die), or the word itself. Senses are numbers of synonym sets,
those of the first three meanings and of the verbs that these are the nouns of. Nouns are listed where one of their
first three meanings is an act, an event or a process (for states and statements: if a verb stands behind them; if it
does and the first meaning is no thing or person, one of the first twelve is enough), and a few more; adjectives where a verb does.
"""
import collections, os, sys

MEANINGS, LEAST = 3, {"n": 3, "v": 1, "a": 20}
FURTHER = 12  # meanings of a noun that are looked at if a verb stands behind it
ACTS = {"04", "11", "19", "22"}  # lexicographer files: act, event, phenomenon, process
BEHIND = {"10", "26"}            # communication, state: only with a verb behind them
# Animal, artifact, body, food, group, place, person, plant, substance, time: a noun that is first one of these.
THINGS = {"05", "06", "08", "13", "14", "15", "18", "20", "27", "28"}
# Nouns whose first meanings WordNet puts elsewhere.
ALSO = set("suspicion playoff party job role post problem rehab heist stint downtime touchdown quarterfinal semifinal coma jail "
           "prison probation security safety history verdict nominee pregnancy custody plea lead guilty crisis outcome "
           "round quarterfinals semifinals oscar oscars "
           "standoff walkout lockdown overtime inning sprain gunplay coverup fallout rollout takedown payoff payout "
           "dui dwi recall blaze shootout bailout buyout layoff turnout blackout crackdown".split())
OWN = {"dead": "die", "fatal": "die", "guilty": "convict"}  # adjectives whose verb WordNet does not link

folder, background = sys.argv[1:3]
news = {w: int(n) for w, n in (l.rstrip("\n").split("\t") for l in open(background) if l[0] != "#" and l != "word\tdf\n")}
meanings, synset = {}, {}
for name, pos in (("noun", "n"), ("verb", "v"), ("adj", "a")):
    for line in open(f"{folder}/data.{name}"):
        if line[0] == " ":
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [cells[4 + 2 * i].lower().split("(")[0] for i in range(count)]
        at = 5 + 2 * count
        links = [cells[at + 4 * i:at + 4 * i + 4] for i in range(int(cells[at - 1]))]
        synset[pos, cells[0]] = (cells[1], words, links)
    for line in open(f"{folder}/index.{name}"):
        if line[0] != " ":
            cells = line.split()
            meanings[cells[0], pos] = cells[6 + int(cells[3]):]
number = {}


def verb_behind(word, pos):
    """The verb a word is derived from: of those that WordNet links, the one that begins most like it."""
    best = (0, "")
    for s in meanings[word, pos][:MEANINGS]:
        _, words, links = synset[pos, s]
        for kind, other, other_pos, ends in links:
            if kind not in "+<" or other_pos != "v":
                continue
            source, target = int(ends[:2], 16), int(ends[2:], 16)
            if source and words[source - 1] != word:
                continue
            verb = synset["v", other][1][max(target, 1) - 1]
            same = len(os.path.commonprefix([verb, word]))
            if "_" not in verb and (same >= 3 or same + 1 >= min(len(verb), len(word))) and same > best[0]:
                best = (same, verb)
        if best[1]:
            break
    return best[1]


def verbs_of(word, pos):
    """The sets of verbs that a noun's or an adjective's first meanings are derived from."""
    return [(to_pos, to) for s in meanings.get((word, pos), [])[:MEANINGS] for kind, to, to_pos, _ in synset[pos, s][2]
            if kind == "+" and to_pos == "v"] if pos != "v" else []


def senses(word, pos):
    sets = dict.fromkeys([(pos, s) for s in meanings.get((word, pos), [])[:MEANINGS]] + verbs_of(word, pos))
    return " ".join(str(number.setdefault(s, len(number) + 1)) for s in list(sets)[:6])


rows = set()
for (word, pos), found in sorted(meanings.items()):
    if not (word.isascii() and word.isalpha() and len(word) > 2) or news.get(word, 0) < LEAST[pos]:
        continue
    if pos == "v":
        rows.add((word, "v", word, senses(word, "v")))
        continue
    verb = OWN.get(word) if pos == "a" else None
    verb = verb or verb_behind(word, pos)
    far = verb and pos == "n" and synset[pos, found[0]][0] not in THINGS
    files = {synset[pos, s][0] for s in found[:FURTHER if far else MEANINGS]}
    if pos == "a" and verb or pos == "n" and (files & ACTS or verb and files & BEHIND or word in ALSO):
        rows.add((word, pos, verb or word, senses(word, pos)))
for line in open(f"{folder}/verb.exc"):
    form, verb = line.split()[:2]
    if form.isalpha() and form != verb and len(form) > 2 and (verb, "v") in meanings and news.get(form, 0) >= LEAST["v"]:
        rows.add((form, "f", verb, ""))
rows |= {(word, "n", word, "") for word in ALSO if (word, "n") not in meanings}
print("# Words that tell of happenings; made by tools/data/make_happenings.py (see SOURCES.tsv). Sorted bytewise.")
print("# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Provided \"as is\", without warranties.")
print("word\tpos\troot\tsenses")
for row in sorted(rows):
    print(*row, sep="\t")
