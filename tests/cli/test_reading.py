"""What people really have: packed folders, crawls old and new, and what goes past a limit."""
import bz2
import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import CommandTest

WORDS = ("The town closed its old bridge on Monday after engineers found cracks in two of its pillars, the mayor said. "
         "Buses take another way until the end of the month, and the ferry sails every hour.")
PAGE = f"<html><head><title>Bridge closed</title></head><body><h1>Bridge closed</h1><p>{WORDS}</p></body></html>".encode()
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE


def record(version, kind, number, block, media):
    head = (f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://e.example/{number}\r\n"
            f"WARC-Date: 2024-03-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: {media}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def packed_tar(mode):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tar:
        entry = tarfile.TarInfo("folder/page.html")
        entry.size = len(PAGE)
        tar.addfile(entry, io.BytesIO(PAGE))
    return out.getvalue()


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


class Reading(CommandTest):
    def extract(self, path):
        done = self.run_bare("extract", "--json", path, timeout=300)
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line], done

    def test_packed_folders(self):
        files = {"p.zip": zipped("page.html", PAGE)} | {f"p.tar{end}": packed_tar(mode) for end, mode in
                 (("", "w"), (".gz", "w:gz"), (".bz2", "w:bz2"), (".xz", "w:xz"))}
        for name, content in files.items():
            with self.subTest(name):
                (row,), done = self.extract(self.write(name, content))
                self.assertEqual((row["headline"], done.returncode), ("Bridge closed", 0))

    def test_records_of_crawls(self):
        crawl = (record("1.0", "response", 1, HTTP, "application/http; msgtype=response") +
                 record("1.1", "resource", 2, PAGE, "text/html") +
                 record("1.1", "revisit", 1, b"HTTP/1.1 304 Not Modified\r\n\r\n", "application/http; msgtype=response") +
                 record("1.1", "conversion", 3, f"Bridge closed\n\n{WORDS}".encode(), "text/plain"))
        arc = (b"filedesc://x.arc 0.0.0.0 20240309100000 text/plain 10\n1 0 echo\n\n\n"
               b"http://e.example/1 127.0.0.1 20240309100000 text/html %d\n" % len(HTTP)) + HTTP + b"\n"
        for name, content, count in (("c.warc", crawl, 3), ("c.warc.gz", gzip.compress(crawl), 3), ("c.arc", arc, 1),
                                     ("c.arc.gz", gzip.compress(arc), 1)):
            with self.subTest(name):
                rows, done = self.extract(self.write(name, content))
                self.assertEqual([row["url"] for row in rows], [f"http://e.example/{n}" for n in range(1, count + 1)])
                self.assertTrue(all("captured 2024-03-09T10:00:00Z" in row["notes"][-1] for row in rows))
                self.assertEqual(done.returncode, 0)

    def test_a_crawl_packed_with_zstd(self):
        if shutil.which("zstd") is None:
            self.skipTest("zstd is not installed")
        one, two = (subprocess.run(["zstd", "-c"], input=record("1.1", "response", n, HTTP, "application/http"), capture_output=True,
                                   check=True).stdout for n in (1, 2))
        rows, done = self.extract(self.write("c.warc.zst", one + two))
        self.assertEqual([row["url"] for row in rows], ["http://e.example/1", "http://e.example/2"], done.stderr)
        # A damaged frame is told; what stands before it is read.
        rows, done = self.extract(self.write("cut.warc.zst", one + two[:40]))
        self.assertEqual((len(rows), done.returncode), (1, 3), done.stderr)

    def test_documents_by_way_of_a_converter(self):
        # Stand-ins that are called as the real ones are: the last two arguments of pdftotext, "-o OUT IN" of pandoc.
        for program, out, words in (("pandoc", "$6", f"<h1>Bridge closed</h1><p>{WORDS}</p>"), ("pdftotext", "$5", f"Bridge closed\n\n{WORDS}")):
            path = self.write("bin/" + program, f"#!/bin/sh\ncat > {out} <<'END'\n{words}\nEND\n")
            os.chmod(path, 0o755)
        docx = io.BytesIO()
        with zipfile.ZipFile(docx, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", "<document/>")
        before = os.environ["PATH"]
        os.environ["PATH"] = self.path("bin") + os.pathsep + before
        self.addCleanup(os.environ.__setitem__, "PATH", before)
        for name, content in (("report.docx", docx.getvalue()), ("report.pdf", b"%PDF-1.4\n")):
            with self.subTest(name):
                (row,), done = self.extract(self.write(name, content))
                self.assertEqual((row["headline"], row["text"], done.returncode), ("Bridge closed", WORDS, 0))

    def test_a_damaged_record_costs_itself_alone(self):
        good = gzip.compress(record("1.1", "response", 1, HTTP, "application/http"))
        rows, done = self.extract(self.write("c.warc.gz", good + good[:60] + b"\x00" * 40 + good))
        self.assertEqual((len(rows), done.returncode), (2, 3), done.stderr)
        self.assertIn(b"damaged record", done.stderr)

    def test_entries_of_a_live_blog_are_kept(self):
        entries = "".join(f"<article><h2>{hour}:00 Street closed</h2><p>Hour {hour}. {WORDS}</p></article>" for hour in (12, 11, 10))
        head = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Flood live"}</script>'
        page = f"<html><head>{head}</head><body><h1>Flood live</h1>{entries}</body></html>"
        (row,), _ = self.extract(self.write("live.html", page))
        self.assertEqual([n for n in (12, 11, 10) if f"Hour {n}." in row["text"]], [12, 11, 10])

    def test_what_lost_is_told(self):
        page = PAGE.replace(b"<head>", b'<head><meta property="og:title" content="Town shuts bridge"><meta property='
                            b'"article:published_time" content="2024-03-01T10:00:00Z">').replace(
                            b"<p>", b"<p class='date'>9 March 2024</p><p>", 1)
        (row,), _ = self.extract(self.write("a.html", page))
        self.assertEqual((row["headline"], row["published"]), ("Bridge closed", "2024-03-09"))
        notes = " ".join(row["notes"])
        self.assertIn("og:title says “Town shuts bridge”", notes)
        self.assertIn("article:published_time says 2024-03-01T10:00:00Z", notes)

    def test_replaced_bytes_are_told(self):
        text = f"Brücke gesperrt\n\n{WORDS} Die Brücke über die Öre bleibt zu. ".encode() + b"\xff\xfe Ende."
        (row,), _ = self.extract(self.write("a.txt", text))
        self.assertTrue(any("byte" in note for note in row["notes"]), row["notes"])

    def test_a_language_without_resources_is_kept_and_marked(self):
        text = "Silta suljettiin\n\n" + "Kaupunki sulki sillan, kun se oli vaarallinen, ja pormestari on sitä mieltä, että se ei ole auki. " * 4
        self.dateline("add", self.write("fi.txt", text))
        row = json.loads(self.dateline("reports", "--json").stdout)
        self.assertEqual(row["language"], "fi")
        self.assertIn("not analysed", self.dateline("explain", row["id"]).stdout.decode())
        self.assertEqual(self.rows("entities"), [])
        self.assertEqual(self.dateline("search", "pormestari").returncode, 0)
        self.assertEqual(self.dateline("verify").returncode, 0)

    def test_limits(self):
        nested = PAGE
        for depth in range(6):
            nested = zipped(f"{depth}.zip" if depth else "page.html", nested)
        bomb = bz2.compress(b"x" * (300 << 20))
        cases = {"deep.zip": (nested, "nested too deep"), "none.zip": (zipped("x/index.cdx", "x"), "without a file"), "bomb.txt.bz2": (bomb, "limit"),
                 "large.html": (PAGE + b" " * (65 << 20), "the limit is 64"),
                 "deep.jsonl": ('{"text": "A.", "x": ' + "[" * 300 + "]" * 300 + "}", "not JSON"),
                 "cut.jsonl": ('{"text": ' + "[" * 300, "not JSON"),
                 "nodes.html": ("<html><body>" + "<p>a" * 2_200_000 + "</body></html>", "4 million")}
        for name, (content, why) in cases.items():
            with self.subTest(name):
                rows, done = self.extract(self.write(name, content))
                self.assertIn(done.returncode, (0, 2, 3))
                self.assertIn(why.encode(), done.stderr)
                self.assertEqual(len(rows), 0, rows[0]["headline"] if rows else "")


if __name__ == "__main__":
    unittest.main()
