"""`dateline report` and `dateline serve`: the same pages, from a disk and from this machine, and nothing else."""
import contextlib
import glob
import http.client
import json
import os
import re
import socket
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import EXAMPLES, LISTINGS, TOLD, TOP, CommandTest

HOSTILE = '{"text": "<script>alert(1)</script> in Oslo\\n\\nPolice in Oslo arrested <img src=x onerror=alert(2)> on March 3, 2024.", "url": "javascript:alert(3)"}\n'


def data_in(site, *name):
    """The JSON that a data script brings."""
    with open(os.path.join(site, "data", *name) + ".js", encoding="utf-8") as file:
        return json.loads(re.fullmatch(r'window\.datelineData\("[^"]+", (.*)\);\n', file.read(), re.S)[1])


class Website(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", EXAMPLES, "--quiet")
        self.dateline("add", "-", "--quiet", stdin=HOSTILE.encode())

    def test_report_writes_the_listings_and_each_report(self):
        out = self.path("site")
        self.assertEqual(self.dateline("report", "-o", out, "--quiet").returncode, 0)
        for listing in LISTINGS + TOLD:
            rows = self.rows(listing)
            self.assertEqual([line["id"] for line in data_in(out, listing)], [r["id"] for r in rows])
            chunks = range(0, len(rows), 100)
            self.assertEqual([w for i in chunks for w in data_in(out, "whole", listing, str(i // 100))], rows)
        for r in self.rows("reports"):
            self.assertEqual(data_in(out, "text", r["id"])["id"], r["id"])
            self.assertTrue(os.path.exists(os.path.join(out, "read", r["id"] + ".html")))

    def test_one_zip_holds_the_same_files(self):
        out, packed = self.path("site"), self.path("case.zip")
        self.dateline("report", "-o", out, "--quiet")
        self.assertEqual(self.dateline("report", "-o", packed, "--quiet").returncode, 0)
        with zipfile.ZipFile(packed) as archive:
            self.assertIsNone(archive.testzip())
            inside = {name: archive.read(name) for name in archive.namelist()}
        on_disk = {}
        for path in glob.glob(os.path.join(out, "**", "*.*"), recursive=True):
            with open(path, "rb") as file:
                on_disk["case/" + os.path.relpath(path, out)] = file.read()
        self.assertEqual(inside, on_disk)
        with open(packed, "rb") as file:
            before = file.read()
        self.dateline("report", "-o", packed, "--quiet")
        with open(packed, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_text_never_becomes_markup(self):
        out = self.path("site")
        self.dateline("report", "-o", out, "--quiet")
        pages = glob.glob(os.path.join(out, "**", "*.html"), recursive=True)
        self.assertGreater(len(pages), 10)
        for path in pages:
            with open(path, encoding="utf-8") as file:
                page = file.read()
            self.assertNotIn("<script>", page)
            self.assertNotIn("<img", page)
            self.assertNotRegex(page, r'(href|src)="(?!#|read/|\.\./|style\.css|icon\.svg|js/)')
        with open(os.path.join(out, "js", "desk.js"), encoding="utf-8") as file:
            self.assertNotRegex(file.read(), r"insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/)")
        for path in glob.glob(os.path.join(TOP, "web", "js", "*.js")):
            with open(path, encoding="utf-8") as file:
                self.assertNotRegex(file.read(), r"innerHTML|outerHTML|\.html\(", path)

    def get(self, port, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request(method, path, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
        with contextlib.closing(connection):
            response = connection.getresponse()
            return response.status, response.read().decode(), response.headers

    def json(self, port, path):
        status, body, _ = self.get(port, path)
        self.assertEqual(status, 200, body)
        return json.loads(body)

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
        _, _, headers = self.get(port, "/js/desk.js", Accept_Encoding="gzip, br")
        self.assertIsNone(headers["Content-Encoding"])  # packing would take longer than anything else the desk does
        self.assertEqual(self.get(port, "/", Host="elsewhere.example")[0], 421)
        self.assertNotEqual(self.get(port, "/api/timeline", method="POST")[0], 200)

    def test_pages_of_a_listing_make_the_listing(self):
        port, rows = self.serve(), self.rows("timeline")
        pages = [self.json(port, f"/api/timeline?limit=7&offset={at}") for at in range(0, len(rows), 7)]
        self.assertEqual([r for page in pages for r in page], rows)
        self.assertEqual(self.get(port, "/api/timeline?limit=7")[2]["X-Total-Count"], str(len(rows)))
        newest = self.json(port, "/api/timeline?order=newest")
        self.assertEqual(sorted(r["id"] for r in newest), sorted(r["id"] for r in rows))
        self.assertNotEqual(newest[0]["id"], rows[0]["id"])

    def test_filters_of_the_api(self):
        port, rows = self.serve(), self.rows("timeline")
        ids = lambda path: {r["id"] for r in self.json(port, path)}
        one = max(rows, key=lambda r: len(r["reports"]))
        self.assertEqual(ids("/api/timeline?report=" + one["reports"][0]), {r["id"] for r in rows if one["reports"][0] in r["reports"]})
        disputed = {r["id"] for r in rows if any(c["status"] == "disputed" for c in r["claims"])}
        self.assertEqual(ids("/api/timeline?disputed=1"), disputed)
        self.assertEqual(ids("/api/timeline?main=1"), {r["id"] for r in rows if r["main_in"] or len(r["reports"]) > 1})
        self.assertEqual(ids("/api/timeline?status=planned"), {r["id"] for r in rows if r["status"] == "planned"})
        counts = self.json(port, "/api/counts/timeline")
        self.assertEqual((counts["total"], counts["disputed"]), (len(rows), len(disputed)))
        self.assertEqual(ids("/api/timeline?as_of=2024-03-10"), {r["id"] for r in self.rows("timeline", "--as-of", "2024-03-10")})
        self.assertEqual(self.json(port, "/api/show/" + one["id"]), one)
        self.assertEqual(self.get(port, "/api/show/e-000000000000")[0], 404)
        self.assertEqual(self.get(port, "/api/timeline?limit=many")[0], 400)

    def test_stories_and_commitments_of_the_api(self):
        port = self.serve()
        for listing in TOLD:
            rows = self.rows(listing)
            self.assertTrue(rows)
            self.assertEqual(self.json(port, "/api/" + listing), rows)
            self.assertEqual(self.json(port, "/api/show/" + rows[0]["id"]), rows[0])
            self.assertEqual(self.json(port, f"/api/counts/{listing}")["total"], len(rows))
            event = rows[0]["steps"][0]["event"]
            of = [r["id"] for r in self.json(port, f"/api/{listing}?of={event}&form=line")]
            self.assertEqual(of, [r["id"] for r in rows if event in {s["event"] for s in r["steps"]}])
            self.assertEqual(self.json(port, f"/api/{listing}?about=Dahlen"), self.rows(listing, "--about", "Dahlen"))
        self.assertEqual(self.get(port, "/api/show/s-000000000000")[0], 404)

    def test_only_our_own_pages_may_add(self):
        port = self.serve()
        token = self.json(port, "/api/desk")["token"]
        body = ('--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nStorm in Malvik\n\nA storm hit Malvik on '
                'March 3, 2024.\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="../x/empty.txt"\r\n'
                'Content-Type: text/plain\r\n\r\n\r\n--b--\r\n')
        kind = {"Content_Type": "multipart/form-data; boundary=b"}
        own = f"http://127.0.0.1:{port}"
        self.assertEqual(self.get(port, "/api/add", "POST", body, **kind)[0], 403)
        self.assertEqual(self.get(port, "/api/add", "POST", body, X_Dateline_Token="0" * 32, **kind)[0], 403)
        self.assertEqual(self.get(port, "/api/add", "POST", body, X_Dateline_Token=token, Origin="http://evil.example", **kind)[0], 403)
        self.assertEqual(self.get(port, "/api/add", "POST", body, X_Dateline_Token=token, Sec_Fetch_Site="cross-site", **kind)[0], 403)
        before = len(self.rows("reports"))
        status, answer, _ = self.get(port, "/api/add", "POST", body, X_Dateline_Token=token, Origin=own, **kind)
        self.assertEqual(status, 200, answer)
        answer = json.loads(answer)
        self.assertEqual((answer["added"], answer["failed"]), (1, 1))
        self.assertEqual(answer["failures"][0]["where"], "empty.txt")
        self.assertEqual(len(self.rows("reports")), before + 1)
        time.sleep(0.1)
        self.assertEqual(len(self.json(port, "/api/reports")), before + 1)

    def test_what_changes_while_it_is_served_is_listed_as_if_served_afresh(self):
        port = self.serve()
        later = ("Ferry toll rises to 17 on Lake Tanganyika\n\nPublished: 16 May 2024\n\nKIGOMA, Tanzania - The ferry Amani "
                 "capsized in strong winds off Kigoma on Tuesday and killed 17 people, Kigoma police commander Juma Mwenda "
                 "said. The ferry was carrying 80 passengers.\n")
        for report in (later, later.replace("17", "19").replace("16 May", "18 May")):
            before = self.rows("timeline")
            self.json(port, "/api/timeline")
            self.dateline("add", "-", "--quiet", stdin=report.encode())
            self.assertNotEqual(self.rows("timeline"), before)
            for listing in LISTINGS + TOLD:
                rows = self.rows(listing)
                until = time.monotonic() + 10  # the desk takes note of a change in its own time
                while self.json(port, f"/api/{listing}?limit=1000") != rows and time.monotonic() < until:
                    time.sleep(0.05)
                self.assertEqual(self.json(port, f"/api/{listing}?limit=1000"), rows, listing)

    def test_corrections_are_kept_and_taken_back(self):
        port = self.serve()
        token = self.json(port, "/api/desk")["token"]
        event = self.rows("timeline")[0]["id"]
        body = json.dumps({"kind": "reject", "ids": [event]})
        self.assertEqual(self.get(port, "/api/corrections", "POST", body)[0], 403)
        status, answer, _ = self.get(port, "/api/corrections", "POST", body, X_Dateline_Token=token)
        self.assertEqual(status, 200, answer)
        self.assertNotIn(event, [e["id"] for e in self.rows("timeline")])
        self.assertEqual(len(self.json(port, "/api/corrections")), 1)
        undo = json.dumps({"id": json.loads(answer)["id"]})
        self.assertEqual(self.get(port, "/api/corrections/undo", "POST", undo, X_Dateline_Token=token)[0], 200)
        self.assertIn(event, [e["id"] for e in self.rows("timeline")])
        self.assertEqual(self.get(port, "/api/corrections", "POST", '{"kind": "bless"}', X_Dateline_Token=token)[0], 400)

    def test_changes_are_told_as_they_happen(self):
        port = self.serve()
        with socket.create_connection(("127.0.0.1", port), 10) as line:
            line.sendall(b"GET /api/changes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            heard = line.recv(4096)
            while b"hello" not in heard:
                heard += line.recv(4096)
            self.assertIn(b"text/event-stream", heard)
            self.dateline("add", "-", "--quiet", stdin=b"Flood in Malvik\n\nA flood hit Malvik on March 4, 2024.\n")
            while b"event: record" not in heard:
                heard += line.recv(4096)
