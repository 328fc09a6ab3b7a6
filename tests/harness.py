"""What the tests of the command line share: the real binary, a folder of its own, and the record as Python objects."""
import json
import os
import socket
import subprocess
import tempfile
import time
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLES = os.path.join(TOP, "examples")
LISTINGS = ("reports", "timeline", "entities", "quotes", "figures", "conflicts", "voices")  # stored ones
TOLD = ("stories", "commitments")  # told anew from the events


def binary():
    return os.environ.get("DATELINE_BIN", os.path.join(TOP, "build", "release", "dateline"))


def shared(*parts):
    """A path in the data that lies beside the repository, or None."""
    root = os.environ.get("DATELINE_SHARED", os.path.join(TOP, "..", "shared"))
    path = os.path.join(root, *parts)
    return path if os.path.exists(path) else None


class CommandTest(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = self._folder.name
        self.db = os.path.join(self.folder, "record.db")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_bare(self, *arguments, stdin=None, timeout=120):
        return subprocess.run([binary(), *arguments], capture_output=True, input=stdin, timeout=timeout)

    def dateline(self, *arguments, stdin=None, db=None):
        """Runs a command on this test's record."""
        return self.run_bare(*arguments, "--db", db or self.db, stdin=stdin)

    def rows(self, *arguments, db=None):
        done = self.dateline(*arguments, "--json", db=db)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def serve(self):
        """Serves this test's record; the port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen([binary(), "serve", "--db", self.db, "--port", str(port), "--quiet"])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return port
            except OSError:
                time.sleep(0.05)
        self.fail("the server did not come up")

    def everything(self, db=None):
        """All listings as bytes: what must not depend on how the record was made."""
        return {listing: self.dateline(listing, "--json", db=db).stdout for listing in LISTINGS}
