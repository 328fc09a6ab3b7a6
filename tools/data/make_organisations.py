#!/usr/bin/env python3
"""Writes resources/names/org_names.tsv, in which the program looks organisations up, from organisations.tsv beside it.

    make_organisations.py resources/names

A row for each name: its key, the organisation's kind, the name that it is joined under, empty for a name that means
other things as well, and for acronyms the country that a report must speak of to mean this organisation ("DPS" is a party
of Montenegro there, and a department of public safety elsewhere). Sorted by the bytes of the keys, so that the program can search the text as it is
(src/text/sorted_table.h). A name that two organisations are sure of is an error.
"""
import os, re, sys

from make_gazetteer import key_of, read_table, write

ABOUT = {"unique": True, "text": "Names of organisations, from organisations.tsv."}

# Whose acronyms are known abroad: firms, media, clubs. American ones are used without a word of the country.
WORLDWIDE = {"company", "shop", "media", "team"}


def home(row, form):
    acronym = re.fullmatch("[A-Z]{2,5}", form) and form != row["name"]
    return row["country"] if acronym and row["kind"] not in WORLDWIDE and row["country"] != "US" else ""


def main():
    folder = sys.argv[1]
    rows, owner = [], {}
    for row in read_table(os.path.join(folder, "organisations.tsv")):
        unsure = {key_of(form): form for form in row["unsure"].split("|") if form}
        for form in [row["name"], *filter(None, row["variants"].split("|"))]:
            key = key_of(form)
            if key in unsure:
                continue
            if owner.setdefault(key, row["name"]) != row["name"]:
                sys.exit(f"{form!r}: both {owner[key]!r} and {row['name']!r} are sure of it")
            rows.append((key, row["kind"], row["name"], home(row, form)))
        rows += [(key, row["kind"], "", "") for key in unsure]
    sure_first = sorted(rows, key=lambda r: r[2] == "")
    write(os.path.join(folder, "org_names.tsv"), ("key", "kind", "name", "home"), sure_first, ABOUT)


if __name__ == "__main__":
    main()
