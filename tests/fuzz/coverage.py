"""Which functions of src/ the fuzzers' cases reach, and which none of them does.

    coverage.py BUILD [MORE_CASES]     BUILD has the fuzzers (cmake --preset fuzz), MORE_CASES a folder for each subject

Prints a line for each file that has functions never reached: how many are reached, of how many, and the names of the
others. libFuzzer tells it (-print_coverage=1); llvm-symbolizer has to be there.
"""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Paths are relative to the folder of the build, or what ccache makes of it, "build/src/./src/...", or whole.
FUNCTION = re.compile(r"^(UN)?COVERED_FUNC: hits: \d+ edges: \d+/\d+ (.*) (?:\S*\./|" + re.escape(str(ROOT)) +
                      r"/)(src/\S+):(\d+)$")


def cases_of(subject, more):
    folders = {"reader": ["corpus", "../golden"], "extract": ["extract", "../golden"], "site": []}.get(subject, [subject])
    found = [ROOT / "tests" / "fuzz" / folder for folder in folders]
    if more is not None and (more / subject).is_dir():
        found.append(more / subject)
    return [str(folder) for folder in found]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    more = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else None
    functions = collections.defaultdict(dict)  # file -> (name, line) -> whether it is reached
    for program in sorted(pathlib.Path(sys.argv[1]).glob("fuzz_*")):
        cases = cases_of(program.name.removeprefix("fuzz_"), more)
        ran = subprocess.run([program, "-runs=0", "-print_coverage=1", "-close_fd_mask=1", *cases],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if ran.returncode != 0:
            sys.exit(f"{program.name} failed:\n" + ran.stderr.decode("utf-8", "replace")[-2000:])
        for line in ran.stderr.decode("utf-8", "replace").splitlines():
            match = FUNCTION.match(line)
            if not match or "::~" in match[2]:  # compilers make several of each destructor
                continue
            known = functions[match[3]]
            name = (re.sub(r"\(.*", "", match[2].replace("(anonymous namespace)::", "")), int(match[4]))
            known[name] = known.get(name, False) or match[1] is None
    total = sum(len(known) for known in functions.values())
    reached = sum(sum(known.values()) for known in functions.values())
    for path, known in sorted(functions.items()):
        missed = sorted(f"{name}:{line}" for (name, line), is_reached in known.items() if not is_reached)
        if missed:
            print(f"{path}\t{sum(known.values())}/{len(known)}\t{' '.join(missed)}")
    print(f"{reached} of {total} functions are reached")


if __name__ == "__main__":
    main()
