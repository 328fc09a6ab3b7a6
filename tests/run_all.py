#!/usr/bin/env python3
"""Runs the unit tests and every test of tests/, and ends with one line that counts them.

    run_all.py BUILD_DIR
"""
import os
import re
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def unit_tests(build):
    """(passed, failed) of the GoogleTest program."""
    done = subprocess.run([os.path.join(build, "dateline_tests"), "--gtest_brief=1"], capture_output=True, text=True)
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
    passed = re.search(r"\[  PASSED  \] (\d+)", done.stdout)
    failed = len(re.findall(r"^\[  FAILED  \] \S+ \(", done.stdout, re.M))
    return int(passed[1]) if passed else 0, max(failed, 1 if done.returncode else 0)


def main():
    build = os.path.abspath(sys.argv[1])
    os.environ["DATELINE_BIN"] = os.path.join(build, "dateline")
    passed, failed = unit_tests(build)
    suite = unittest.TestSuite()
    for folder in ("cli", "stories", "web"):
        suite.addTests(unittest.TestLoader().discover(os.path.join(HERE, folder), top_level_dir=HERE))
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    bad = len(result.failures) + len(result.errors)
    passed += result.testsRun - bad - len(result.skipped)
    failed += bad
    for test, why in result.skipped:
        print(f"skipped: {test}: {why}")
    print(f"{passed} passed, {failed} failed, {len(result.skipped)} skipped")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
