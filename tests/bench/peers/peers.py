"""pith beside other extractors, speed and quality in one run:

    python3 tests/bench/peers/peers.py --pith build/release/pith CORPUS... [--pages 40] [--rounds 3] [--scratch FOLDER]

Installs Resiliparse, trafilatura, readability-lxml and magic-html from the Python registry into FOLDER (build/peers),
and builds rs-trafilatura with cargo; what cannot be had is left out, with the reason. A CORPUS has pages/ID.html and
gold/ID.txt. All work on bytes as they were served, on one thread, in turn; the least processor time of the rounds
counts, loading of programs and modules left out. Quality is the page mean of the F1 of words as a multiset: letters and
digits in lower case, each Chinese, Japanese or Korean character a word.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
WORKER = HERE / "worker.py"
MODULES = ("resiliparse", "trafilatura", "readability-lxml", "magic-html")
CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
WORD = re.compile(f"[{CJK}]|[^\\W{CJK}]+")


def words(text):
    return collections.Counter(WORD.findall(text.lower()))


def scores(found, gold):
    """Precision, recall and F1."""
    found, gold = words(found), words(gold)
    if not found or not gold:
        return (1.0, 1.0, 1.0) if not found and not gold else (0.0, 0.0, 0.0)
    both = sum((found & gold).values())
    precision, recall = both / sum(found.values()), both / sum(gold.values())
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def last_line(text):
    return ([line for line in text.splitlines() if line.strip()] or ["no message"])[-1]


def left_out(name, reason):
    print(f"{name} is left out: {reason}", file=sys.stderr)


def newest_python():
    """magic-html needs Python 3.12."""
    for name in ("python3.14", "python3.13", "python3.12"):
        path = shutil.which(name)
        if path and subprocess.run([path, "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode == 0:
            return path
    return sys.executable


def install_modules(scratch, base_python):
    """The interpreter, and the modules that it has."""
    python = scratch / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([base_python, "-m", "venv", scratch / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "-q", "install", "--upgrade", "pip"], check=True)
    there = []
    for module in MODULES:
        ran = subprocess.run([python, "-m", "pip", "-q", "install", module], check=False, stderr=subprocess.PIPE,
                             text=True)
        if ran.returncode == 0:
            there.append(module)
        else:
            left_out(module, last_line(ran.stderr))
    return python, there


def build_rust(scratch):
    if shutil.which("cargo") is None:
        left_out("rs-trafilatura", "cargo was not found")
        return None
    target = scratch / "cargo"
    project = HERE / "rs_trafilatura"
    ran = subprocess.run(["cargo", "build", "--quiet", "--release", "--manifest-path", project / "Cargo.toml",
                          "--target-dir", target], check=False, stderr=subprocess.PIPE, text=True)
    (project / "Cargo.lock").unlink(missing_ok=True)
    if ran.returncode != 0:
        left_out("rs-trafilatura", last_line(ran.stderr))
        return None
    return target / "release" / "peer"


def cpu_of(command, **options):
    """Its output and its processor time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ran.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Pith:
    """One process for all pages. What they cost is what a process that has them five times takes more than one that has
    them once: starting, the models and the first growth of its memory are left out, as they are for the others."""

    def __init__(self, command):
        self.command = [command, "--from", "html"]
        self.least = {}

    def __call__(self, pages):
        out, seconds = cpu_of([*self.command, *pages])
        for times, took in ((1, seconds), (5, cpu_of([*self.command, *pages * 5])[1])):
            self.least[times, pages[0]] = min(took, self.least.get((times, pages[0]), took))
        texts, rest = [], out.decode("utf-8")
        for page in reversed(pages):  # a section each, "==> NAME <==" above it
            rest, _, text = rest.rpartition(f"==> {page} <==\n")
            texts.append(text)
        return texts[::-1], max((self.least[5, pages[0]] - self.least[1, pages[0]]) / 4, 1e-6)


def run_worker(command, pages):
    out, _ = cpu_of(command, input="\n".join(map(str, pages)).encode())
    result = json.loads(out)
    return result["texts"], result["seconds"]


def measure(runs, pages, gold, rounds):
    best, texts, seen = {}, {}, sum(os.path.getsize(page) for page in pages)
    for _ in range(rounds):
        for name, run in runs.items():
            texts[name], seconds = run(pages)
            best[name] = seconds if name == "pith" else min(seconds, best.get(name, seconds))
    print(f"| {'extractor':18} | pages/s |   MB/s | pith is | precision | recall |   F1 |")
    print("|---|---|---|---|---|---|---|")
    for name in sorted(best, key=best.get):
        all_scores = [scores(text or "", wanted) for text, wanted in zip(texts[name], gold)]
        mean = [sum(one[k] for one in all_scores) / len(all_scores) for k in range(3)]
        print(f"| {name:18} | {len(pages) / best[name]:7.1f} | {seen / best[name] / 1e6:6.1f} |"
              f" {best[name] / best['pith']:6.1f}x | {mean[0]:9.3f} | {mean[1]:6.3f} | {mean[2]:.3f} |")


def pages_of(corpus, wanted):
    pages = sorted(page for page in pathlib.Path(corpus, "pages").glob("*.html")
                   if pathlib.Path(corpus, "gold", page.stem + ".txt").exists())
    return [pages[i * len(pages) // wanted] for i in range(wanted)] if 0 < wanted < len(pages) else pages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="CORPUS")
    parser.add_argument("--pith", required=True, help="the command, of a release build")
    parser.add_argument("--pages", type=int, default=40, help="of each corpus, spread evenly; 0: all")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default=newest_python(), help="that runs the Python extractors (the newest found)")
    parser.add_argument("--scratch", type=pathlib.Path, default=pathlib.Path("build/peers"))
    arguments = parser.parse_args()
    pith = os.path.abspath(arguments.pith)
    scratch = arguments.scratch.absolute()
    python, modules = install_modules(scratch, arguments.python)
    rust = build_rust(scratch)
    runs = {"pith": Pith(pith)}
    for module in modules:
        runs[module] = lambda pages, module=module: run_worker([python, WORKER, module], pages)
    if rust is not None:
        runs["rs-trafilatura"] = lambda pages: run_worker([rust], pages)
    for corpus in arguments.corpora:
        pages = pages_of(corpus, arguments.pages)
        gold = [pathlib.Path(corpus, "gold", page.stem + ".txt").read_text(encoding="utf-8") for page in pages]
        name = os.path.basename(os.path.normpath(corpus))
        print(f"\n{name}, {len(pages)} pages, least of {arguments.rounds} rounds\n")
        measure(runs, pages, gold, arguments.rounds)


if __name__ == "__main__":
    main()
