#!/usr/bin/env python3
"""Times article extraction against trafilatura and resiliparse on the pages of one WARC, by CPU seconds.

    python3 -m venv /somewhere && /somewhere/bin/pip install trafilatura resiliparse warcio lxml_html_clean
    /somewhere/bin/python bench/peers/pages.py BIN PAGES.warc.gz [--pages N]

BIN is build/release/extract (ninja target `extract`), which times extraction alone in one thread. The peers get the same
pages as bytes, in one process, read before the clock starts; resiliparse is given text that it has detected and decoded
itself. CPU time, so that other work on the machine weighs less. Prints pages a second and the ratios.
"""
import argparse
import re
import subprocess
import time

from warcio.archiveiterator import ArchiveIterator


def pages(path, most):
    out = []
    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response" and len(out) < most:
                out.append(record.content_stream().read())
    return out


def rate(extract, bodies):
    begin = time.process_time()
    for body in bodies:
        try:
            extract(body)
        except Exception:  # a page that a peer cannot read costs it nothing here
            pass
    return len(bodies) / (time.process_time() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("warc")
    parser.add_argument("--pages", type=int, default=10**9)
    asked = parser.parse_args()
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    said = subprocess.run([asked.binary, asked.warc, "1"], capture_output=True, text=True, check=True).stdout
    ours = float(re.search(r"pages/s-core ([\d.]+)", said)[1])
    bodies = pages(asked.warc, asked.pages)
    peers = {
        "resiliparse, main_content": lambda b: extract_plain_text(bytes_to_str(b, detect_encoding(b)), main_content=True),
        "trafilatura, text alone": trafilatura.extract,
        "trafilatura, with_metadata": lambda b: trafilatura.extract(b, with_metadata=True, output_format="json"),
    }
    print(f"{'dateline, text and metadata':30}{ours:8.1f} pages/s a core")
    for name, extract in peers.items():
        speed = rate(extract, bodies)
        print(f"{name:30}{speed:8.1f} pages/s a core, dateline is {ours / speed:.2f} times as fast")


if __name__ == "__main__":
    main()
