#!/usr/bin/env python3
"""Writes the known_wrong lists of the golden pages anew, from what the test program finds: for after a retrain.

    python3 tests/golden/known_wrong.py build/tests/test_golden

Read the difference before it is committed: every line that is added is something that was right before.
"""

import collections
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
MARK = "\nknown_wrong\n"


def failures(program):
    """Page name -> expectations that fail, as the test's messages tell them."""
    told = subprocess.run([program], capture_output=True, text=True, check=False).stdout
    found = collections.defaultdict(list)
    for name, expectation in re.findall(r"logged: ([\w-]+): ((?:html|text) .*)", told):
        found[name].append(expectation)
    return found


def main(program):
    pages = sorted(FOLDER.glob("*.expect"))
    for page in pages:
        page.write_text(page.read_text(encoding="utf-8").split(MARK)[0].rstrip("\n") + "\n", encoding="utf-8")
    wrong = failures(program)
    for page in pages:
        if page.stem in wrong:
            lines = page.read_text(encoding="utf-8") + MARK + "\n".join(wrong[page.stem]) + "\n"
            page.write_text(lines, encoding="utf-8")
    print(sum(len(lines) for lines in wrong.values()), "expectations are not met")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
