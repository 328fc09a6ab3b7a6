"""`dateline report` and `dateline serve`: the same pages, from a disk and from this machine, and nothing else."""
import contextlib
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, LISTINGS, CommandTest, binary

HOSTILE = '{"text": "<script>alert(1)</script> in Oslo\\n\\nPolice in Oslo arrested <img src=x onerror=alert(2)> on March 3, 2024.", "url": "javascript:alert(3)"}\n'


def data_of(script):
    """The JSON that a data script brings."""
    return json.loads(re.fullmatch(r'window\.datelineData\("[^"]+", (.*)\);\n', script, re.S)[1])


class Website(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", EXAMPLES, "--quiet")
        self.dateline("add", "-", "--quiet", stdin=HOSTILE.encode())

    def test_report_writes_the_listings_and_each_report(self):
        out = self.path("site")
        self.assertEqual(self.dateline("report", "-o", out, "--quiet").returncode, 0)
        for listing in LISTINGS:
            with open(os.path.join(out, "data", listing + ".js"), encoding="utf-8") as file:
                self.assertEqual(data_of(file.read()), self.rows(listing))
        for r in self.rows("reports"):
            self.assertTrue(os.path.exists(os.path.join(out, "data", "report", r["id"] + ".js")))

    def test_text_never_becomes_markup(self):
        out = self.path("site")
        self.dateline("report", "-o", out, "--quiet")
        with open(os.path.join(out, "index.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img", page)
        with open(os.path.join(out, "app.js"), encoding="utf-8") as file:
            self.assertNotRegex(file.read(), r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(")

    def serve(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen([binary(), "serve", "--db", self.db, "--port", str(port), "--quiet"])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return port
            except OSError:
                time.sleep(0.05)
        self.fail("the server did not come up")

    def get(self, port, path, method="GET", host=None):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request(method, path, headers={"Host": host} if host else {})
        with contextlib.closing(connection):
            response = connection.getresponse()
            return response.status, response.read().decode(), response.headers

    def test_serve_answers_and_refuses(self):
        port = self.serve()
        status, body, headers = self.get(port, "/")
        self.assertEqual(status, 200)
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        status, body, _ = self.get(port, "/api/timeline?about=Dahlen")
        self.assertEqual(json.loads(body), self.rows("timeline", "--about", "Dahlen"))
        self.assertEqual(self.get(port, "/api/timeline?from=soon")[0], 400)
        self.assertEqual(self.get(port, "/api/nothing")[0], 404)
        self.assertEqual(self.get(port, "/../../etc/passwd")[0], 404)
        self.assertEqual(self.get(port, "/", host="elsewhere.example")[0], 421)
        self.assertNotEqual(self.get(port, "/api/timeline", method="POST")[0], 200)
