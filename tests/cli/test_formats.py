"""Archives made here, and all of shared/formats: nothing crashes, hangs or goes unsaid."""
import gzip
import io
import json
import os
import sys
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import CommandTest, shared

PAGE = ("<html><head><title>Bridge closed</title></head><body><h1>Bridge closed</h1><p>The town closed its old bridge on "
        "Monday after engineers found cracks in two of its pillars, the mayor said.</p></body></html>")


def warc_record(uri, body, number, when="2024-03-09T10:00:00Z"):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {when}\r\n"
            f"WARC-Record-ID: <urn:uuid:0000-{number}>\r\nWARC-Payload-Digest: sha1:ABC{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


class Formats(CommandTest):
    def extract(self, *paths):
        done = self.run_bare("extract", "--json", *paths, timeout=300)
        self.assertIn(done.returncode, (0, 2, 3), done.stderr[-400:])
        self.assertTrue(all(line.startswith("dateline: ") for line in done.stderr.decode(errors="replace").split("\n") if line))
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line], done

    def test_wacz(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as z:
            z.writestr("archive/data.warc.gz", warc_record("http://x.example/1", PAGE, 1) + warc_record("http://x.example/2", PAGE, 2))
            z.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "http://x.example/1", "text": "not a report"}\n')
            z.writestr("indexes/index.cdx", "com,example)/ 20240309100000 {}\n")
            z.writestr("datapackage.json", '{"profile": "data-package"}')
        rows, done = self.extract(self.write("crawl.wacz", packed.getvalue()))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([row["url"] for row in rows], ["http://x.example/1", "http://x.example/2"])

    def test_a_record_keeps_where_it_comes_from(self):
        (row,), _ = self.extract(self.write("one.warc.gz", warc_record("http://x.example/1", PAGE, 7)))
        self.assertIn("record <urn:uuid:0000-7>, captured 2024-03-09T10:00:00Z, digest sha1:ABC7", row["notes"])

    def test_a_converter_that_is_not_there_is_named(self):
        path, os.environ["PATH"] = os.environ["PATH"], self.folder
        try:
            _, done = self.extract(self.write("a.pdf", b"%PDF-1.4\n"))
        finally:
            os.environ["PATH"] = path
        self.assertIn(b"pdftotext", done.stderr)

    def test_all_of_formats(self):
        folder = shared("formats")
        if folder is None:
            self.skipTest("shared/formats is not there")
        for name in sorted(os.listdir(folder)):
            with self.subTest(name):
                self.extract(os.path.join(folder, name))

    def test_agency_examples_are_read(self):
        if shared("formats") is None:
            self.skipTest("shared/formats is not there")
        for name, least in (("ninjs", 60), ("newsml-g2", 30), ("w3c-feeds", 1300)):
            rows, _ = self.extract(shared("formats", name))
            self.assertGreaterEqual(len(rows), least, name)


if __name__ == "__main__":
    unittest.main()
