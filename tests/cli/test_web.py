"""`dateline add URL` and `dateline watch`, against a server on loopback."""
import http.server
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import CommandTest

PAGE = """<html lang="en"><head><title>Bridge closed | Echo</title></head><body><article><h1>Bridge closed</h1>
<p>OLDTOWN – The town closed its old bridge on Monday, 4 March 2024, after engineers found cracks in two of its pillars.</p>
<p>Mayor Ann Roe said that the bridge would stay closed until the summer, and that buses would take another way.</p>
</article></body></html>"""
ITEM = "<item><title>Report {0}</title><link>http://x.example/{0}</link><description>Minister number {0} resigned in Oslo on Monday.</description></item>"


class Site(http.server.BaseHTTPRequestHandler):
    items = 1
    answers = []

    def do_GET(self):
        body, kind, status = b"", "text/html", 200
        tag = f'"{Site.items}"'
        if self.path == "/robots.txt":
            body, kind = b"User-agent: dateline\nDisallow: /no\n", "text/plain"
        elif self.path == "/page":
            body = PAGE.encode()
        elif self.path == "/feed":
            if self.headers.get("If-None-Match") == tag:
                status = 304
            else:
                rows = "".join(ITEM.format(n) for n in range(Site.items))
                body, kind = f"<rss version='2.0'><channel><title>Echo</title>{rows}</channel></rss>".encode(), "application/rss+xml"
        else:
            status = 404
        Site.answers.append((self.path, status))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Web(CommandTest):
    def setUp(self):
        super().setUp()
        Site.items, Site.answers = 1, []
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.site = f"http://127.0.0.1:{server.server_port}"

    def test_add_fetches_a_page(self):
        done = self.dateline("add", self.site + "/page")
        self.assertEqual(done.returncode, 0, done.stderr)
        (report,) = self.rows("reports")
        self.assertEqual((report["headline"], report["url"]), ("Bridge closed", self.site + "/page"))

    def test_what_cannot_be_fetched_costs_one_line(self):
        done = self.dateline("add", self.site + "/no/1", self.site + "/missing", self.site + "/page")
        self.assertEqual(done.returncode, 3)
        said = done.stderr.decode()
        self.assertIn("robots.txt", said)
        self.assertIn("404", said)
        self.assertEqual(len(self.rows("reports")), 1)

    def test_what_has_not_changed_is_not_sent_again(self):
        for _ in range(2):
            self.assertEqual(self.dateline("add", self.site + "/feed", "--quiet").returncode, 0)
        self.assertEqual([a for a in Site.answers if a[0] == "/feed"], [("/feed", 200), ("/feed", 304)])
        Site.items = 2
        self.dateline("add", self.site + "/feed", "--quiet")
        self.assertEqual(len(self.rows("reports")), 2)

    def test_watch_reads_its_feeds_again(self):
        done = self.dateline("watch", self.site + "/feed", "--every", "0", "--times", "3")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([a[1] for a in Site.answers if a[0] == "/feed"], [200, 304, 304])
        self.assertEqual(done.stderr.decode().count("reports added"), 1)
        self.assertEqual(len(self.rows("reports")), 1)


if __name__ == "__main__":
    import unittest
    unittest.main()
