#!/usr/bin/env python3
"""How long the desk's listings take while several clients ask at once.

    desk_load.py BIN RECORD [--clients N] [--calls N]

Starts `BIN serve` on the record, times the start page at once (while the record is still being read), waits for the first
filtered answer and until the stories are told, then lets each client ask for listings: pages anywhere in them, filters by type, status, name, outlet and
day, each client its own. Prints the median and the 95th percentile of each kind of call in milliseconds. Clients share the
machine with the server.
"""
import argparse
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from urllib.parse import urlencode

NAMED = ("police", "minister", "London", "Trump", "Kenya", "Paris", "court", "Syria", "Clinton", "storm")


def ask(connection, path):
    begin = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        sys.exit(f"{path}: {response.status} {body[:200]}")
    return 1000 * (time.perf_counter() - begin), body, response.headers


def call_of(rng, totals, counts):
    """One call: (kind, path)."""
    listing = rng.choice(("timeline", "timeline", "timeline", "quotes", "entities", "reports", "figures"))
    kind, query = rng.choice(("page", "page", "page", "type", "name", "outlet", "whole")), {"limit": 100, "form": "line"}
    if kind == "type" and counts[listing]["types"]:
        kind, query["type"] = "filtered by type", rng.choice(counts[listing]["types"][:30])[0]
    elif kind == "name":
        kind, listing, query["about"] = "filtered by name", "timeline", rng.choice(NAMED)
    elif kind == "outlet" and counts["reports"]["outlets"]:
        kind, listing, query["outlet"] = "filtered by outlet", "timeline", rng.choice(counts["reports"]["outlets"][:20])[0]
    elif kind == "whole":
        kind, query = "whole objects, 20", {"limit": 20, "offset": rng.randrange(0, 2000, 20)}
    else:
        kind, query["offset"] = "page of 100", rng.randrange(0, max(1, min(totals[listing], 5000)), 100)
    return kind, f"/api/{listing}?{urlencode(query)}"


def client(port, seed, calls, totals, counts, times):
    rng, connection = random.Random(seed), http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    for _ in range(calls):
        kind, path = call_of(rng, totals, counts)
        times[kind].append(ask(connection, path)[0])


def processor_ms(pid):
    """What a process has used so far."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        ticks = sum(int(n) for n in file.read().rsplit(")", 1)[1].split()[11:13])
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("binary"), ap.add_argument("record")
    ap.add_argument("--clients", type=int, default=8), ap.add_argument("--calls", type=int, default=150)
    a = ap.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    began = time.perf_counter()
    server = subprocess.Popen([a.binary, "serve", "--db", a.record, "--port", str(port), "--quiet"])
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.01)
        print(f"listening after {1000 * (time.perf_counter() - began):.0f} ms")
        one = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        print(f"start page at once: {ask(one, '/')[0]:.0f} ms")
        print(f"first page of the chronology at once: {ask(one, '/api/timeline?limit=100&form=line')[0]:.0f} ms")
        waited, body, _ = ask(one, "/api/counts/timeline")
        print(f"all rows read after {waited / 1000:.1f} s: {json.loads(body)['total']} events")
        waited += ask(one, "/api/counts/stories")[0]
        print(f"stories told after {waited / 1000:.1f} s")
        listings = ("timeline", "quotes", "entities", "reports", "figures")
        counts = {name: json.loads(ask(one, f"/api/counts/{name}")[1]) for name in listings}
        totals = {name: counts[name]["total"] for name in listings}
        times = defaultdict(list)
        threads = [threading.Thread(target=client, args=(port, i, a.calls, totals, counts, times)) for i in range(a.clients)]
        used, begin = processor_ms(server.pid), time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        every = [t for some in times.values() for t in some]
        print(f"{a.clients} clients, {len(every)} calls, {len(every) / (time.perf_counter() - begin):.0f} a second")
        print(f"processor time of a call: {(processor_ms(server.pid) - used) / len(every):.1f} ms")
        for kind, some in sorted(times.items()) + [("all", every)]:
            print(f"  {kind:<20} {len(some):5}  p50 {at(some, 0.5):7.1f} ms  p95 {at(some, 0.95):7.1f} ms")
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
