"""Instructions that an extraction takes, by callgrind: the same in every run, where times are noisy.

    instructions.py check  PROGRAM COMPILER PAGE...    fails when they take more than 3 % over the committed figures
    instructions.py accept PROGRAM COMPILER PAGE...    commits to what they take now, in instructions.tsv
    instructions.py count  PROGRAM PAGE...             prints what each page takes, and a byte of it
    instructions.py grow   PROGRAM PITH_GROWTH [NAME...] [--sizes SMALL LARGE]
                           fails when a byte of a large page of tests/fuzz/attacks.tsv takes 2.5 times what
                           one of a small page takes

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
ATTACKS = pathlib.Path(__file__).parent.with_name("fuzz") / "attacks.tsv"
COUNTED = "pith_counted_extraction"
MOST = 1.03
MOST_GROWTH = 2.5
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


def count(program, pages):
    """Instructions of each page, in their order."""
    if shutil.which("valgrind") is None:
        skip("valgrind was not found (Debian: valgrind)")
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={COUNTED}",
                   f"--dump-after={COUNTED}", "--compress-strings=yes", program, *pages]
        ran = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if ran.returncode != 0:
            sys.exit(ran.stderr.decode("utf-8", "replace"))
        dumps = sorted(glob.glob(out + ".*"), key=lambda name: int(name.rsplit(".", 1)[1]))
        sums = [sum_of(name) for name in dumps]
    counts = [one for one in sums if one > 0]
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


def grow(program, growth, arguments):
    sizes = [32768, 262144]
    if "--sizes" in arguments:
        at = arguments.index("--sizes")
        sizes = [int(size) for size in arguments[at + 1:at + 3]]
        del arguments[at:at + 3]
    rows = [line.split("\t") for line in ATTACKS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = arguments or [row[0] for row in rows]
    growing = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            costs = []
            for size in sizes:
                page = os.path.join(folder, f"{name}.{size}")
                with open(page, "wb") as file:
                    subprocess.run([growth, str(ATTACKS), "--write", name, "--large", str(size)], stdout=file,
                                   check=True)
                costs.append(count(program, [page])[0] / os.path.getsize(page))
            is_growing = costs[1] > MOST_GROWTH * costs[0]
            growing += is_growing
            print(f"{name:20} {costs[0]:8.1f} {costs[1]:8.1f} instructions a byte  {costs[1] / costs[0]:6.2f} times"
                  f"{'  GROWS' if is_growing else ''}", flush=True)
    print(f"{len(names)} attacks from {sizes[0]} to {sizes[1]} bytes: {growing} grow")
    sys.exit(1 if growing else 0)


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("check", "accept", "count", "grow"):
        sys.exit(__doc__)
    verb, program, other, *rest = sys.argv[1:]
    if verb == "count":
        return print_counts(program, [other, *rest])
    if verb == "grow":
        grow(program, other, rest)
    (check if verb == "check" else accept)(program, machine_of(other), rest)


if __name__ == "__main__":
    main()
