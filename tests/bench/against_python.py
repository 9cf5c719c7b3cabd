"""Pages a second of one core on one archive: pith batch, FastWARC with Resiliparse, and FastWARC with trafilatura.

    python3 -m venv venv && venv/bin/pip install fastwarc resiliparse trafilatura lxml_html_clean
    venv/bin/python tests/bench/against_python.py build/release/pith crawl.warc.gz

All read all pages of the archive, and are measured by CPU time, children included. pith alone writes its articles: with
their metadata, and as the others without (--to text). The best of three, but for trafilatura, which takes long.
"""

import os
import resource
import subprocess
import sys
import tempfile

import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding


def bodies(path):
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            yield record.reader.read()


def run_resiliparse(path):
    for body in bodies(path):
        extract_plain_text(body.decode(detect_encoding(body), "replace"), main_content=True)


def run_trafilatura(path):
    for body in bodies(path):
        trafilatura.extract(body)


def run_pith(pith, path, kind):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([pith, "batch", "--jobs", "1", "--to", kind, "-o", folder + "/out", path], check=True,
                       stderr=subprocess.DEVNULL)


def cpu_seconds():
    return sum(usage.ru_utime + usage.ru_stime
               for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def seconds_of(work):
    before = cpu_seconds()
    work()
    return cpu_seconds() - before


def main():
    pith, path = map(os.path.abspath, sys.argv[1:3])
    sizes = [len(body) for body in bodies(path)]
    print(f"{len(sizes)} pages of {sum(sizes) / len(sizes) / 1000:.0f} KB; pages a second of one core:")
    jsonl, text = (min(seconds_of(lambda: run_pith(pith, path, kind)) for _ in range(3)) for kind in ("jsonl", "text"))
    print(f"{'pith batch':<24}{len(sizes) / jsonl:8.1f}\n{'pith batch --to text':<24}{len(sizes) / text:8.1f}")
    for name, work, rounds in (("FastWARC + Resiliparse", run_resiliparse, 3),
                               ("FastWARC + trafilatura", run_trafilatura, 1)):
        seconds = min(seconds_of(lambda: work(path)) for _ in range(rounds))
        print(f"{name:<24}{len(sizes) / seconds:8.1f}   pith is {seconds / jsonl:.2f} and {seconds / text:.2f} times as fast")


if __name__ == "__main__":
    main()
