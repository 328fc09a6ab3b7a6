"""Stories as text: reports in, chronology out, readable by an editor. The form is told in tests/stories/README.md."""
import json
import os
import re
import subprocess
import tempfile

from harness import TOP, binary


class Wrong(Exception):
    """An expectation that does not hold, in words."""


class Story:
    def __init__(self, path):
        self.name = os.path.basename(path).removesuffix(".story")
        self.files, self.inline, self.checks = [], [], []
        self.read(path)

    def read(self, path):
        report = None
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file.read().split("\n"), 1):
                if report is not None and (line.startswith("  ") or not line.strip()):
                    report["text"] += line[2:] + "\n"
                    continue
                report = None
                word, _, rest = line.partition(" ")
                if not line.strip() or line.startswith("#"):
                    continue
                if word == "from":
                    self.files.append(os.path.join(TOP, rest.strip()))
                elif word == "report":
                    name, _, facts = rest.partition(" ")
                    report = {"id": name, "url": "story:" + name, "text": "", **dict(re.findall(r'(\w+)="([^"]*)"', facts))}
                    self.inline.append(report)
                else:
                    self.checks.append((f"{os.path.basename(path)}:{number}", word, rest.strip()))

    def run(self):
        """The expectations that do not hold."""
        with tempfile.TemporaryDirectory() as folder:
            self.db = os.path.join(folder, "story.db")
            self.call("add", *self.files, "--quiet") if self.files else None
            if self.inline:
                lines = "\n".join(json.dumps({**r, "text": r["text"].strip()}) for r in self.inline)
                self.call("add", "-", "--quiet", stdin=lines + "\n")
            self.reports = self.rows("reports", "--text")
            self.events, self.entities = self.rows("timeline"), {e["id"]: e for e in self.rows("entities")}
            bad = []
            for where, word, rest in self.checks:
                try:
                    getattr(self, "check_" + word)(rest)
                except Wrong as wrong:
                    bad.append(f"{where}: {word} {rest}: {wrong}")
            return bad

    def call(self, *arguments, stdin=None):
        done = subprocess.run([binary(), *arguments, "--db", self.db], input=stdin, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise AssertionError(f"{self.name}: {arguments} exited {done.returncode}: {done.stderr}")
        return done.stdout

    def rows(self, *arguments):
        return [json.loads(line) for line in self.call(*arguments, "--json").split("\n") if line]

    def report(self, name):
        for r in self.reports:
            if name in (os.path.basename(r["path"]), (r["url"] or "").removeprefix("story:"), (r["url"] or "").rpartition("/")[2]):
                return r
        raise Wrong(f"no report {name}")

    def ids(self, names):
        return {self.report(name)["id"] for name in names.split()}

    def known_as(self, entity, name):
        e = self.entities.get(entity) or {}
        return [name, e.get("name") or "", *e.get("aliases", [])]

    def check_together(self, rest):
        mains = {self.report(name)["main_event"] for name in rest.split()}
        if len(mains) != 1 or None in mains:
            raise Wrong(f"main events {mains}")

    def check_apart(self, rest):
        names = rest.split()
        mains = [self.report(name)["main_event"] for name in names]
        if len(set(mains)) != len(names):
            raise Wrong(f"main events {mains}")

    def check_published(self, rest):
        name, value = rest.split()
        if self.report(name)["published"]["value"] != value:
            raise Wrong(str(self.report(name)["published"]))

    def check_event(self, rest):
        """WHEN TYPE STATUS [with NAME, NAME] in REPORTS"""
        when, kind, status, people, where = re.fullmatch(r"(\S+) (\S+) (\S+)(?: with (.*?))? in (.+)", rest).groups()
        for e in self.events:
            names = [n for p in e["participants"] for n in self.known_as(p["entity"], p["name"])]
            names += self.known_as(e["place"]["entity"], e["place"]["name"]) if e["place"] else []
            if (e["when"] or "-") in when.split("|") and e["type"] in kind.split("|") and e["status"] in status.split("|") \
                    and self.ids(where) <= set(e["reports"]) \
                    and all(any(p.strip() in n for n in names) for p in (people.split(",") if people else [])):
                return
        raise Wrong("not on the timeline: " + "; ".join(f"{e['when']} {e['type']} {e['status']} {[p['name'] for p in e['participants']]}"
                                                        for e in self.events if self.ids(where) & set(e["reports"])))

    def check_lines(self, rest):
        """NUMBER TYPE: so many lines of the timeline are of that type"""
        number, kind = rest.split()
        found = [e for e in self.events if e["type"] == kind]
        if len(found) != int(number):
            raise Wrong("; ".join(f"{e['when']} {e['label']} in {len(e['reports'])}" for e in found))

    def check_quote(self, rest):
        """SPEAKER: words in REPORTS"""
        speaker, words, where = re.fullmatch(r"([^:]+): (.+) in (.+)", rest).groups()
        for q in self.rows("quotes"):
            if words in q["content"] and q["speaker"] and self.ids(where) <= set(q["reports"]) \
                    and any(speaker in n for n in self.known_as(q["speaker"]["entity"], q["speaker"]["name"] or "")):
                return
        raise Wrong("nobody says so: " + "; ".join(f"{q['speaker']}: {q['content']}" for q in self.rows("quotes") if words in q["content"]))

    def check_figure(self, rest):
        """VALUE [COUNTED] in REPORTS, where VALUE may be >=12"""
        bound, value, counted, where = re.fullmatch(r"(>=)?(\S+) (?:(.+) )?in (.+)", rest).groups()
        key = "min" if bound else "value"
        near = []
        for f in self.rows("figures"):
            if f[key] == float(value) and self.ids(where) <= set(f["reports"]):
                near.append(f["counted"])
                if (counted or "") in (f["counted"] or ""):
                    return
        raise Wrong(f"no such figure; that number counts {near}")

    def check_conflict(self, rest):
        """KIND VALUE VALUE in REPORTS"""
        kind, values, where = re.fullmatch(r"(\S+) (.+) in (.+)", rest).groups()
        for c in self.rows("conflicts"):
            sides = " ".join(str(s["value"]).replace(",", "") for s in c["sides"])
            if c["kind"] == kind and all(v in sides for v in values.split()) and self.ids(where) <= {r for s in c["sides"] for r in s["reports"]}:
                return
        raise Wrong("not among " + "; ".join(f"{c['kind']} {[s['value'] for s in c['sides']]}" for c in self.rows("conflicts")))

    def check_no(self, rest):
        """conflict in REPORTS"""
        where = self.ids(re.fullmatch(r"conflict in (.+)", rest).group(1))
        found = [c for c in self.rows("conflicts") if where & {r for s in c["sides"] for r in s["reports"]}]
        if found:
            raise Wrong("; ".join(f"{c['kind']} {[s['value'] for s in c['sides']]}" for c in found))

    def check_voice(self, rest):
        """KIND in REPORTS"""
        kind, where = re.fullmatch(r"(\S+) in (.+)", rest).groups()
        voices = self.rows("voices")
        if not any(v["kind"] in kind.split("|") and self.ids(where) <= set(v["reports"]) for v in voices):
            raise Wrong("not among " + "; ".join(f"{v['kind']} {v['chars']}" for v in voices))
