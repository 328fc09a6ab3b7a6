"""What web/openapi.json says of the API, held against the answers of a real server."""
import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request

from harness import EXAMPLES, LISTINGS, TOLD, TOP, CommandTest

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
OF = {"timeline": "Event", "reports": "Report", "entities": "Entity", "quotes": "Quote", "figures": "Figure",
      "conflicts": "Conflict", "voices": "Voice", "stories": "Story", "commitments": "Commitment"}


def is_type(value, name):
    if name in ("number", "integer"):
        return isinstance(value, (int, float) if name == "number" else int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


class Schemas:
    """As much of JSON Schema as the description uses."""

    def __init__(self, description):
        self.all = description["components"]["schemas"]

    def faults(self, value, schema, at="$"):
        if "$ref" in schema:
            schema = self.all[schema["$ref"].rsplit("/", 1)[1]]
        if "oneOf" in schema:
            found = [self.faults(value, one, at) for one in schema["oneOf"]]
            return [] if any(not f for f in found) else min(found, key=len)
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_type(value, name) for name in types):
            return [f"{at}: {value!r:.60} is no {'/'.join(types)}"]
        out = []
        if "enum" in schema and value not in schema["enum"]:
            out.append(f"{at}: {value!r} is none of {schema['enum']}")
        if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
            out.append(f"{at}: {value!r} does not look like {schema['pattern']}")
        if isinstance(value, list):
            if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
                out.append(f"{at}: {len(value)} items")
            parts = schema.get("prefixItems") or [schema.get("items", {})] * len(value)
            for i, (item, part) in enumerate(zip(value, parts)):
                out += self.faults(item, part, f"{at}[{i}]")
        if isinstance(value, dict):
            known = schema.get("properties", {})
            out += [f"{at}: no {key}" for key in schema.get("required", []) if key not in value]
            if schema.get("additionalProperties") is False:
                out += [f"{at}: {key} is not described" for key in value if key not in known]
            for key, item in value.items():
                out += self.faults(item, known.get(key, {}), f"{at}.{key}")
        return out


class OpenApi(CommandTest):
    def setUp(self):
        super().setUp()
        self.dateline("add", EXAMPLES, "--quiet")
        self.base = f"http://127.0.0.1:{self.serve()}"
        with open(os.path.join(TOP, "web", "openapi.json"), encoding="utf-8") as file:
            self.description = json.load(file)
        self.schemas = Schemas(self.description)

    def ask(self, path, body=None, **headers):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, data=data, headers=headers)) as answer:
                return answer.status, json.loads(answer.read()), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read()), error.headers

    def described(self, template, method="get", status="200"):
        answer = self.description["paths"][template][method]["responses"][status]
        if "$ref" in answer:
            answer = self.description["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        return answer["content"]["application/json"]["schema"]

    def holds(self, value, schema, what):
        self.assertEqual(self.schemas.faults(value, schema)[:3], [], what)

    def answers(self, path, template, **how):
        status, value, _ = self.ask(path, **how)
        self.assertEqual(status, 200, (path, value))
        self.holds(value, self.described(template, "post" if how.get("body") else "get"), path)
        return value

    def test_every_listing_answers_as_described(self):
        for listing in LISTINGS + TOLD:
            for form, end in (("", ""), ("?form=line", "Line")):
                items = self.answers(f"/api/{listing}{form}", "/api/{listing}")
                self.assertGreater(len(items), 0, listing)
                for item in items:
                    self.holds(item, {"$ref": "#/components/schemas/" + OF[listing] + end}, listing + form)
            self.answers(f"/api/counts/{listing}", "/api/counts/{listing}")
            whole = self.answers(f"/api/{listing}", "/api/{listing}")[0]
            shown = self.answers(f"/api/show/{whole['id']}", "/api/show/{id}")
            self.assertEqual(shown, whole)

    def test_pages_put_together_are_the_whole(self):
        for listing in LISTINGS + TOLD:
            _, whole, headers = self.ask(f"/api/{listing}?form=line")
            self.assertEqual(int(headers["X-Total-Count"]), len(whole), listing)
            pages = []
            for offset in range(0, len(whole) + 3, 3):
                pages += self.ask(f"/api/{listing}?form=line&limit=3&offset={offset}")[1]
            self.assertEqual(pages, whole, listing)

    def test_the_rest_answers_as_described(self):
        report = self.rows("reports")[0]["id"]
        self.answers(f"/api/text/{report}", "/api/text/{id}")
        self.assertTrue(self.answers("/api/search?words=police", "/api/search"))
        places = self.answers("/api/places", "/api/places")
        self.assertTrue(places)
        one = self.answers("/api/places?entity=" + places[-1]["id"], "/api/places")
        self.assertEqual(one, places[-1:])
        self.assertEqual(self.answers("/api/openapi.json", "/api/openapi.json"), self.description)
        for path in ("/api/nothing", "/api/show/e-00", "/api/timeline?from=soon", "/api/timeline?limit=many"):
            status, value, _ = self.ask(path)
            self.assertIn(status, (400, 404), path)
            self.holds(value, {"$ref": "#/components/schemas/Refusal"}, path)

    def test_changes_answer_as_described(self):
        token = {"X-Dateline-Token": self.answers("/api/desk", "/api/desk")["token"]}
        form = (b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nStorm in Malvik\n\nA storm hit Malvik on March '
                b'3, 2024, police said.\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="empty.txt"\r\n\r\n\r\n--x--\r\n')
        kind = {"Content-Type": "multipart/form-data; boundary=x"}
        added = self.answers("/api/add", "/api/add", body=form, **token, **kind)
        self.assertEqual((added["added"], added["failed"]), (1, 1))
        event = self.rows("timeline")[0]["id"]
        said = {"kind": "note", "ids": [event], "value": "to be checked"}
        kept = self.answers("/api/corrections", "/api/corrections", body=said, **token)
        log = self.answers("/api/corrections", "/api/corrections")
        self.assertEqual([c["id"] for c in log], [kept["id"]])
        taken = self.answers("/api/corrections/undo", "/api/corrections/undo", body={"id": kept["id"]}, **token)
        self.assertTrue(taken["undone"])
        status, value, _ = self.ask("/api/corrections", body=said)
        self.assertEqual(status, 403)
        self.holds(value, {"$ref": "#/components/schemas/Refusal"}, "without a token")

    def test_every_route_is_described(self):
        """The routes stand in the sources as patterns; each fits one path of the description."""
        routes = set()
        for name in ("api.cc", "adding.cc", "correcting.cc"):
            with open(os.path.join(TOP, "src", "serve", name), encoding="utf-8") as file:
                routes |= {(m[0].lower(), m[1]) for m in re.findall(r'server\.(Get|Post)\((?:R"\()?"?(/api/[^"]*?)\)?"', file.read())}
        self.assertGreater(len(routes), 8)
        for method, pattern in sorted(routes):
            fits = [path for path, how in self.description["paths"].items()
                    if method in how and re.fullmatch(pattern, path.replace("{listing}", "timeline").replace("{id}", "r-0"))]
            self.assertTrue(fits, (method, pattern))


if __name__ == "__main__":
    import unittest

    unittest.main()
