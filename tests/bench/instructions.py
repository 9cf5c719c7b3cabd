"""Instructions that an extraction takes, by callgrind: the same in every run, where times are noisy.

    instructions.py check  PROGRAM COMPILER PAGE...    fails when they take more than 3 % over the committed figures
    instructions.py accept PROGRAM COMPILER PAGE...    commits to what they take now, in instructions.tsv
    instructions.py count  PROGRAM PAGE...             prints what each page takes, and a byte of it
    instructions.py grow   PITH_GROWTH ARGUMENT...     fails when a byte of something large takes more than 1.6 times
                           what one of something small takes; PITH_GROWTH is pith_growth or pith_rules_growth

PROGRAM is pith_instructions of a release build, COMPILER its compiler's name and version. Figures depend on the
compiler, the C library and the processor's vectors: each such machine has figures of its own, and without them, or
without valgrind, the check is skipped and says so.
"""

import glob
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

FIGURES = pathlib.Path(__file__).with_name("instructions.tsv")
COUNTED = "pith_counted_extraction"
MOST = 1.03
MOST_GROWTH = 1.6
LEAST_COST = 50  # instructions a byte: what is cheaper at both ends has no growth to speak of
HEADER = """# pith instructions 1
# Instructions that pith_instructions takes for each page; written by `instructions.py accept`.
# machine\tpage\tinstructions
"""


def skip(reason):
    print("skipped:", reason)
    sys.exit(0)


def machine_of(compiler):
    try:
        has_avx2 = " avx2 " in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        has_avx2 = False
    return " ".join([compiler, platform.machine() + ("+avx2" if has_avx2 else ""), "".join(platform.libc_ver())])


def run_counted(command):
    """What the command prints, and the instructions of each call of its function COUNTED, in their order."""
    if shutil.which("valgrind") is None:
        skip("valgrind was not found (Debian: valgrind)")
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        ran = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
                              f"--toggle-collect={COUNTED}", f"--dump-after={COUNTED}", "--compress-strings=yes",
                              *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if ran.returncode != 0:
            sys.exit(ran.stderr)
        dumps = sorted(glob.glob(out + ".*"), key=lambda name: int(name.rsplit(".", 1)[1]))
        sums = [sum_of(name) for name in dumps]
    return ran.stdout, [one for one in sums if one > 0]


def count(program, pages):
    """Instructions of each page, in their order."""
    counts = run_counted([program, *pages])[1]
    if len(counts) != len(pages):
        sys.exit(f"callgrind wrote {len(counts)} sums for {len(pages)} pages")
    return counts


def sum_of(dump):
    with open(dump, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith(("summary:", "totals:")):
                return int(line.split()[1])
    return 0


def read_figures():
    rows = [line.split("\t") for line in FIGURES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(machine, page): int(number) for machine, page, number in rows}


def check(program, machine, pages):
    figures = {page: number for (of, page), number in read_figures().items() if of == machine}
    if not figures:
        skip(f"instructions.tsv has no figures for {machine}; `accept` adds them")
    names = [os.path.basename(page) for page in pages]
    if set(names) != set(figures):
        sys.exit(f"instructions.tsv has other pages for {machine}; run `accept`: {set(names) ^ set(figures)}")
    counts = dict(zip(names, count(program, pages)))
    for name in sorted(names, key=lambda one: counts[one] / figures[one]):
        print(f"{figures[name]:12} {counts[name]:12} {counts[name] / figures[name] - 1:+8.2%}  {name}")
    total = sum(counts.values()) / sum(figures.values())
    print(f"{sum(figures.values()):12} {sum(counts.values()):12} {total - 1:+8.2%}  all, on {machine}")
    if total > MOST:
        sys.exit("more than 3 % over the committed figures. If it is worth that: "
                 "cmake --build BUILD --target accept_instructions")


def accept(program, machine, pages):
    figures = {key: number for key, number in read_figures().items() if key[0] != machine}
    figures.update({(machine, os.path.basename(page)): number for page, number in zip(pages, count(program, pages))})
    rows = "".join(f"{of}\t{page}\t{number}\n" for (of, page), number in sorted(figures.items()))
    FIGURES.write_text(HEADER + rows, encoding="utf-8")
    print(f"{len(pages)} figures for {machine}")


def print_counts(program, pages):
    bytes_of = [os.path.getsize(page) for page in pages]
    counts = count(program, pages)
    for page, size, instructions in zip(pages + ["all"], bytes_of + [sum(bytes_of)], counts + [sum(counts)]):
        print(f"{instructions:12} {size:10} bytes {instructions / size:8.1f} a byte  {page}")


def grow(program, arguments):
    """`PROGRAM ARGUMENT... --once` calls the counted function for nothing, then for each name small and large, and
    prints the name and the number of bytes of each call."""
    printed, counts = run_counted([program, *arguments, "--once"])
    calls = [line.split("\t") for line in printed.splitlines()]
    if len(counts) != len(calls) or len(calls) < 3:
        sys.exit(f"callgrind wrote {len(counts)} sums for {len(calls)} calls")
    costs = [(name, max(sum_ - counts[0], 0) / int(size)) for (name, size), sum_ in zip(calls[1:], counts[1:])]
    growing = 0
    for (name, small), (_, large) in zip(costs[::2], costs[1::2]):
        is_growing = large > MOST_GROWTH * max(small, LEAST_COST)
        growing += is_growing
        print(f"{name:20} {small:8.1f} {large:8.1f} instructions a byte{'  GROWS' if is_growing else ''}")
    print(f"{len(costs) // 2} kinds: {growing} grow")
    sys.exit(1 if growing else 0)


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("check", "accept", "count", "grow"):
        sys.exit(__doc__)
    verb, program, other, *rest = sys.argv[1:]
    if verb == "count":
        return print_counts(program, [other, *rest])
    if verb == "grow":
        grow(program, [other, *rest])
    (check if verb == "check" else accept)(program, machine_of(other), rest)


if __name__ == "__main__":
    main()
