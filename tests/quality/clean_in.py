#!/usr/bin/env python3
"""Clean in, clean out: feeds text that is already clean through pith and measures how much of it stays.

usage: clean_in.py PITH CORPUS... [--worst N]      gold articles as text, <p>, <br> and <div>: share of their words kept
       clean_in.py PITH CORPUS... --twice          pages and lines through pith, and its text once more: the same words?

A corpus is a folder as src/training/README.md tells; of its index, articles are taken. Shares are means over pages, of words as
the scorers count them (a CJK character is one).
"""
import argparse
import collections
import html
import json
import os
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
                  r"|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
FORMS = {
    "text": ("text", lambda lines: "\n".join(lines)),
    "p": ("html", lambda lines: "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)),
    "br": ("html", lambda lines: "<br>\n".join(map(html.escape, lines))),
    "div": ("html", lambda lines: "\n".join(f"<div>{html.escape(line)}</div>" for line in lines)),
}
FEWEST_WORDS = 60


def count(text):
    return collections.Counter(WORD.findall(text.lower()))


def kept_share(whole, part):
    """Of the words of `whole`, the share that `part` has."""
    return sum((whole & part).values()) / max(1, sum(whole.values()))


def run(pith, kind, texts):
    """The article of each text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(os.path.join(folder, f"{number:06}.{'txt' if kind == 'text' else 'html'}"))
            with open(paths[-1], "w", encoding="utf-8") as out:
                out.write(text)
        return run_files(pith, kind, paths)


def run_files(pith, kind, paths):
    texts = []
    for at in range(0, len(paths), 200):
        out = subprocess.run([pith, "--to", "jsonl", "--from", kind] + paths[at:at + 200], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL).stdout.decode("utf-8", "replace")
        texts += [json.loads(line)["text"] for line in out.split("\n") if line]
    if len(texts) != len(paths):
        sys.exit(f"{pith}: {len(paths)} pages, {len(texts)} answers")
    return texts


def index(corpus):
    with open(os.path.join(corpus, "index.tsv"), encoding="utf-8") as rows:
        return [row.rstrip("\n").split("\t") for row in rows][1:]


def report(name, shares, ids, worst):
    low = sum(share < .9 for share in shares)
    print(f"{name:32} n={len(shares):5}  kept {sum(shares) / max(1, len(shares)):.4f}  below .9: {low}", flush=True)
    for share, page in sorted(zip(shares, ids))[:worst]:
        print(f"    {share:.3f} {page}")


def clean_in(pith, corpus, worst):
    ids = [row[0] for row in index(corpus) if row[2] == "article"]
    paths = {page: os.path.join(corpus, "gold", page + ".txt") for page in ids}
    golds = {page: open(path, encoding="utf-8").read() for page, path in paths.items() if os.path.exists(path)}
    golds = {page: gold for page, gold in golds.items() if sum(count(gold).values()) >= FEWEST_WORDS}
    for form, (kind, write) in FORMS.items():
        inputs = [write([line.strip() for line in gold.split("\n") if line.strip()]) for gold in golds.values()]
        shares = [kept_share(count(gold), count(text)) for gold, text in zip(golds.values(), run(pith, kind, inputs))]
        report(os.path.basename(corpus) + " " + form, shares, list(golds), worst)


def twice(pith, corpus, worst):
    for kind, folder, extension in (("html", "pages", ".html"), ("text", "lines", ".txt")):
        ids = [row[0] for row in index(corpus) if os.path.exists(os.path.join(corpus, folder, row[0] + extension))]
        once = run_files(pith, kind, [os.path.join(corpus, folder, page + extension) for page in ids])
        pairs = [(page, text) for page, text in zip(ids, once) if sum(count(text).values()) >= FEWEST_WORDS]
        again = run(pith, "text", [text for _, text in pairs])
        shares = [kept_share(count(text), count(more)) for (_, text), more in zip(pairs, again)]
        report(os.path.basename(corpus) + " " + folder + " twice", shares, [page for page, _ in pairs], worst)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pith")
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--twice", action="store_true", help="idempotence instead")
    parser.add_argument("--worst", type=int, default=0, help="name the N worst pages of each form")
    arguments = parser.parse_args()
    for corpus in arguments.corpora:
        (twice if arguments.twice else clean_in)(arguments.pith, corpus.rstrip("/"), arguments.worst)


main()
