#!/usr/bin/env python3
"""Breaks the library in one place at a time and says whether a test sees it. See README.md."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPIED = ("CMakeLists.txt", "README.md", "LICENSE", "CMakePresets.json", "cmake", "examples", "include", "src", "tests")


class Mutation:
    def __init__(self, row):
        self.file, search, replacement, tests, self.breaks = row.rstrip("\n").split("\t")
        self.search = search.replace("\\t", "\t")
        self.replacement = replacement.replace("\\t", "\t")
        self.tests = tests.split(" ")


def read_mutations(path):
    with open(path, encoding="utf-8") as rows:
        return [Mutation(row) for row in rows if row.strip() and not row.startswith("#")]


class Copy:
    """A copy of the tree with a build of its own: the tree itself is never touched."""

    def __init__(self, place, jobs):
        self.source = place
        self.build = place / "build" / "dev"
        self.jobs = jobs

    def make(self):
        self.source.mkdir(parents=True, exist_ok=True)
        for name in COPIED:
            shutil.rmtree(self.source / name, ignore_errors=True)
            original = ROOT / name
            if original.is_dir():
                shutil.copytree(original, self.source / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif original.exists():
                shutil.copy2(original, self.source / name)
        launcher = shutil.which("ccache")
        options = []
        if launcher:
            options += [f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}", f"-DCMAKE_C_COMPILER_LAUNCHER={launcher}"]
        subprocess.run(["cmake", "--preset", "dev", *options], cwd=self.source, check=True, stdout=subprocess.DEVNULL)

    def is_built(self, program):
        """False when it does not compile."""
        command = ["cmake", "--build", self.build, "--parallel", str(self.jobs), "--target", program]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def is_green(self, program, seconds):
        """False when a test fails, crashes or does not end."""
        try:
            run = subprocess.run([self.build / "tests" / program, "--minimal", "--abort-after=1"], timeout=seconds,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return False
        return run.returncode == 0


def judge(copy, mutation, seconds):
    """"caught by PROGRAM", "survived", or what is wrong with the row."""
    path = copy.source / mutation.file
    original = path.read_text(encoding="utf-8")
    if original.count(mutation.search) != 1:
        return f"invalid: the search text stands {original.count(mutation.search)} times in {mutation.file}"
    path.write_text(original.replace(mutation.search, mutation.replacement), encoding="utf-8")
    try:
        for test in mutation.tests:
            if not copy.is_built(f"test_{test}"):
                return "invalid: it does not compile"
            if not copy.is_green(f"test_{test}", seconds):
                return f"caught by test_{test}"
        return "survived"
    finally:
        path.write_text(original, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--place", type=pathlib.Path, default=ROOT / "build" / "mutation", help="where the copy is made")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="compilers at a time")
    parser.add_argument("--seconds", type=int, default=300, help="longest run of a test program")
    parser.add_argument("--least", type=int, help="how many must be caught (default: all but two)")
    parser.add_argument("only", nargs="*", help="parts of the names of files: only mutations of these")
    arguments = parser.parse_args()
    mutations = read_mutations(pathlib.Path(__file__).with_name("mutations.tsv"))
    if arguments.only:
        mutations = [m for m in mutations if any(part in m.file for part in arguments.only)]
    copy = Copy(arguments.place, arguments.jobs)
    copy.make()
    for test in sorted({test for mutation in mutations for test in mutation.tests}):
        if not copy.is_built(f"test_{test}") or not copy.is_green(f"test_{test}", arguments.seconds):
            sys.exit(f"test_{test} is not green before anything is broken")
    caught = 0
    for number, mutation in enumerate(mutations, 1):
        begin = time.monotonic()
        verdict = judge(copy, mutation, arguments.seconds)
        caught += verdict.startswith("caught")
        print(f"{number:3} {verdict:24} {mutation.breaks} ({time.monotonic() - begin:.0f} s)", flush=True)
    print(f"{caught} of {len(mutations)} caught")
    least = arguments.least if arguments.least is not None else len(mutations) - 2
    return 0 if caught >= least else 1


if __name__ == "__main__":
    sys.exit(main())
