"""Trains a scorer of pith and cross-validates it by site, end to end through the pith program.

usage: python3 src/training/train.py --corpora DIR --build BUILD --set html|lines [--cv] [--augment] [--out FILE]

Cross-validation trains on three quarters of the sites, writes the model, lets `pith --rules MODEL` extract the pages of the
last quarter, and scores the printed text as WCXB's scorer does: what is quoted is what a user would get.
"""

import argparse
import collections
import datetime
import importlib
import json
import os
import subprocess
import sys

import numpy as np

import blind
import clean
import corpus
import fit
from labels import Labeller, f1, words



def load(root, feature_set, permissive_only):
    names = [name for name, terms in corpus.SETS.items() if terms.permissive or not permissive_only]
    if feature_set == "html":
        return [p for name in names for p in corpus.read_index(root, name, "pages", ".html")]
    pages = [p for name in names for p in corpus.read_index(root, name, "lines", ".txt")]
    return pages + corpus.read_index(root, "zh", "scrapes", ".txt")


def extract(program, model, pages, kind):
    """(text, confidence) of each page by the product."""
    answers = []
    for at in range(0, len(pages), 200):
        files = [p.path for p in pages[at:at + 200]]
        command = [program, "--to", "jsonl", "--from", kind, "--rules", model] + files
        out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        answers += [(r["text"], r["confidence"]) for r in map(json.loads, filter(None, out.decode("utf-8").split("\n")))]
    return answers


def print_table(pages, scores, out):
    cells = collections.defaultdict(list)
    for page, score in zip(pages, scores):
        cells[page.corpus].append(score)
        if page.corpus == "wcxb":
            cells["wcxb " + page.type].append(score)
        if page.corpus == "daniel":
            cells["daniel " + page.language].append(score)
        if page.corpus.startswith("magic"):
            cells[page.corpus + (" zh" if page.is_chinese else " other")].append(score)
    for name, values in cells.items():
        print(f"  {name:24} n={len(values):5}  F1 {np.mean(values):.4f}", file=out, flush=True)
    return {name: float(np.mean(values)) for name, values in cells.items() if " " not in name}


def print_reliability(confidences, scores, out):
    """Expected F1 against true F1: the confidence is honest when the two columns agree."""
    c, s = np.array(confidences), np.array(scores)
    for low, high in ((0, .5), (.5, .7), (.7, .85), (.85, .95), (.95, 1.01)):
        m = (c >= low) & (c < high)
        if m.any():
            print(f"  confidence {low:.2f} to {min(high, 1):.2f}: {m.sum():5} pages, mean {c[m].mean():.3f}, true F1 {s[m].mean():.3f}",
                  file=out, flush=True)


def shown(pages, names, feature_set, seed):
    """What the fit sees of the pages: HTML partly without the words that the rules know."""
    return blind.blinded(pages, names, seed) if feature_set == "html" else pages


def cross_validate(arguments, pages, augmented, names):
    scores, confidences = np.zeros(len(pages)), np.zeros(len(pages))
    tested = [int(fold) for fold in arguments.folds.split(",")]
    for fold in tested:
        train = [p for p in pages if p.fold != fold]
        train += [a for a in augmented if all(pages[k].fold != fold for k in a.drawn_from)]
        booster, rows = fit.fit(shown(train, names, arguments.set, fold), arguments.set, seed=arguments.seed)
        model = os.path.join(arguments.cache, f"fold{fold}_{arguments.set}.tsv")
        fit.write_model(booster, names, arguments.set, ["cross-validation"], model)
        held = [k for k, p in enumerate(pages) if p.fold == fold]
        kind = "html" if arguments.set == "html" else "text"
        answers = extract(arguments.pith, model, [pages[k] for k in held], kind)
        for k, (text, confidence) in zip(held, answers):
            scores[k], confidences[k] = f1(words(text), words(pages[k].gold)), confidence
        print(f"fold {fold}: {rows} rows, mean F1 {scores[held].mean():.4f}", file=sys.stderr, flush=True)
    held = [k for k, p in enumerate(pages) if p.fold in tested]
    pages, scores, confidences = [pages[k] for k in held], scores[held], confidences[held]
    table = print_table(pages, scores, sys.stdout)
    print_reliability(confidences, scores, sys.stdout)
    with open(os.path.join(arguments.cache, f"cv_{arguments.set}.json"), "w") as out:
        json.dump({f"{p.corpus}/{p.id}": [float(s), float(c)] for p, s, c in zip(pages, scores, confidences)}, out)
    return table


def provenance(pages, table, rows):
    counts = collections.Counter(p.corpus for p in pages)
    lines = ["made by src/training/train.py on " + datetime.date.today().isoformat() + f", {rows} rows",
             "pages: " + ", ".join(f"{name} {n}" for name, n in counts.items()),
             "terms: " + "; ".join(f"{name}: {corpus.SETS[name].text}" for name in corpus.SETS if name in counts)]
    if table:
        lines.append("cross-validated by site, word F1: " + ", ".join(f"{name} {v:.4f}" for name, v in table.items()))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", required=True, help="folder with the sets that corpus.py names")
    parser.add_argument("--build", required=True, help="build folder with pith and pith_features")
    parser.add_argument("--set", required=True, choices=("html", "lines"))
    parser.add_argument("--cv", action="store_true", help="cross-validate")
    parser.add_argument("--folds", default="0,1,2,3", help="with --cv: the folds that are tested (all four)")
    parser.add_argument("--seed", type=int, default=1, help="of row sampling and boosting")
    parser.add_argument("--permissive-only", action="store_true", help="leave out the sets without a permissive licence (corpus.py)")
    parser.add_argument("--clean", action="store_true", help="add clean documents: clean.py")
    parser.add_argument("--augment", action="store_true", help="add changed copies of pages: splice.py (html), crossover.py (lines)")
    parser.add_argument("--out", help="fit on all pages and write the model there")
    arguments = parser.parse_args()
    arguments.cache = os.path.join(arguments.build, "training")
    os.makedirs(arguments.cache, exist_ok=True)
    arguments.pith = os.path.join(arguments.build, "pith")
    program = os.path.join(arguments.build, "pith_features")

    pages = load(arguments.corpora, arguments.set, arguments.permissive_only)
    labeller = Labeller(arguments.cache)
    corpus.measure(program, arguments.set, pages)
    corpus.label(labeller, pages)
    corpus.weigh(pages, arguments.set)
    augmented = []
    if arguments.augment:
        module = importlib.import_module("splice" if arguments.set == "html" else "crossover")
        augmented = module.augment(pages, program, labeller, arguments.cache)
    if arguments.clean:
        augmented += clean.augment(pages, program, arguments.set, labeller, arguments.cache)
    names = corpus.column_names(program, arguments.set)
    print(f"{len(pages)} pages, {len(augmented)} augmented, {sum(len(p.words) for p in pages)} blocks, {len(names)} features, "
          f"oracle {np.mean([p.oracle for p in pages]):.4f}", file=sys.stderr, flush=True)
    table = cross_validate(arguments, pages, augmented, names) if arguments.cv else {}
    if arguments.out:
        booster, rows = fit.fit(shown(pages + augmented, names, arguments.set, corpus.FOLDS), arguments.set, seed=arguments.seed)
        fit.write_model(booster, names, arguments.set, provenance(pages, table, rows), arguments.out)


main()
