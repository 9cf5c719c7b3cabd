#!/usr/bin/env python3
"""Fits the weights of a page's type: src/data/page_types.tsv.

    python3 src/training/page_types.py --corpora FOLDER --build BUILD --cv
    python3 src/training/page_types.py --corpora FOLDER --build BUILD --out src/data/page_types.tsv

A multinomial logistic regression over steps of the evidence ("at least 3 headings that are links"), with little steps left out. Each page is shown
with its address and without it. --cv prints, for four folds by site, the share of pages whose type is found, and how often it is right by
its probability. It needs numpy and scipy, and `pith_features` in BUILD.
"""

import argparse
import subprocess

import numpy as np
from scipy.optimize import minimize

import corpus

TYPES = ["article", "forum", "product", "listing", "documentation"]
# The types of wcxb: a service's page is an article of the firm's, a collection is a list of things.
AS_TYPE = {"service": "article", "collection": "listing"}
# Weight of a page: three sets have articles alone, and many of them.
SETS = {"wcxb": 1, "magic-forum": 1, "magic-article": 1, "news": 1, "zh": 2, "dragnet": .3, "daniel": .3, "l3s": .3}
PERCENT_STEPS = [1, 3, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90]
COUNT_STEPS = [1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 200, 400, 800, 1600, 3200]
FEWEST_PAGES = 15     # on either side of a step
LEAST_WEIGHT = .15    # of a step that stays
RIDGE, LASSO = 1, 1   # of 1 to 4 and 0 to 4; four folds cannot tell them apart


def load(root, program, names, kind):
    """Values (pages x evidence, each page with its address, then without), types and weights of these, pages."""
    folder, extension = ("pages", ".html") if kind == "html" else ("lines", ".txt")
    pages = [page for name in SETS for page in corpus.read_index(root, name, folder, extension)]
    values = []
    for with_address in (True, False):
        listing = "".join(f"{page.path}\t{page.url if with_address else ''}\n" for page in pages).encode()
        dump = subprocess.run([program, "--evidence", kind], input=listing, stdout=subprocess.PIPE, check=True).stdout.decode()
        values += [[float(value) for value in line.split("\t")[1:]] for line in dump.splitlines()]
    types = np.array([TYPES.index(AS_TYPE.get(page.type, page.type)) for page in pages] * 2)
    weights = np.array([SETS[page.corpus] / 2 for page in pages] * 2)
    return np.array(values).reshape(len(types), len(names)), types, weights, pages


def possible_steps(values, names):
    steps = []
    for column, name in enumerate(names):
        for least in PERCENT_STEPS if name.endswith("percent") else COUNT_STEPS:
            above = int((values[:, column] >= least).sum())
            if FEWEST_PAGES <= above <= len(values) - FEWEST_PAGES:
                steps.append((column, least))
    return steps


def design(values, steps):
    """A column of ones, then one for each step."""
    return np.stack([np.ones(len(values))] + [(values[:, column] >= least) * 1.0 for column, least in steps], 1)


def regress(columns, types, weights):
    """Weights, columns x types; the first row is not held down."""
    pages, count = columns.shape
    wanted = np.eye(len(TYPES))[types]

    def loss(flat):
        table = flat.reshape(count, len(TYPES))
        odds = columns @ table
        odds -= odds.max(1, keepdims=True)
        shares = np.exp(odds) / np.exp(odds).sum(1, keepdims=True)
        held = table[1:]
        smooth = np.sqrt(held ** 2 + 1e-4)
        value = -(weights * np.log(shares[np.arange(pages), types] + 1e-12)).sum() + RIDGE * (held ** 2).sum() / 2 + LASSO * smooth.sum()
        slope = columns.T @ (weights[:, None] * (shares - wanted))
        slope[1:] += RIDGE * held + LASSO * held / smooth
        return value, slope.ravel()

    found = minimize(loss, np.zeros(count * len(TYPES)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return found.x.reshape(count, len(TYPES))


def fit(values, types, weights, names):
    """Steps that matter, and the weights of a table with these alone."""
    steps = possible_steps(values, names)
    for share in (1 / 3, 2 / 3, 1):
        table = regress(design(values, steps), types, weights)
        steps = [step for step, row in zip(steps, table[1:]) if np.abs(row).max() >= LEAST_WEIGHT * share]
    return steps, regress(design(values, steps), types, weights)


def probabilities(values, steps, table):
    odds = np.exp(design(values, steps) @ np.round(table, 2))
    return odds / odds.sum(1, keepdims=True)


def cross_validate(values, types, weights, pages, names):
    folds = np.array([page.fold for page in pages] * 2)
    found = np.zeros((len(types), len(TYPES)))
    for fold in range(corpus.FOLDS):
        others = folds != fold
        found[~others] = probabilities(values[~others], *fit(values[others], types[others], weights[others], names))
    right = found.argmax(1) == types
    for title, half in (("with addresses", slice(0, len(pages))), ("without", slice(len(pages), None))):
        print(title)
        for group in sorted({(page.corpus, page.type) for page in pages}):
            rows = np.array([(page.corpus, page.type) == group for page in pages])
            print(f"  {group[0]:14} {group[1]:14} {rows.sum():5} pages {right[half][rows].mean():.3f}")
        for low, high in ((0, .5), (.5, .7), (.7, .9), (.9, .97), (.97, 1.01)):
            rows = (found[half].max(1) >= low) & (found[half].max(1) < high)
            print(f"  probability {low} to {min(high, 1)}: {rows.sum()} pages, {right[half][rows].mean():.3f} right")


def rows_of(kind, steps, table, names):
    def row(name, least, weights):
        return "\t".join([kind, name, str(least)] + [str(int(round(100 * weight))) for weight in weights])

    return [row(names[0], 0, table[0])] + [row(names[column], least, weights) for (column, least), weights in zip(steps, table[1:])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", required=True, help="folder with the sets that corpus.py names")
    parser.add_argument("--build", required=True, help="build folder with pith_features")
    parser.add_argument("--cv", action="store_true", help="cross-validate")
    parser.add_argument("--out", help="fit on all pages and write the rows there")
    arguments = parser.parse_args()
    program = arguments.build + "/pith_features"
    listed = subprocess.run([program, "--evidence", "names"], stdout=subprocess.PIPE, check=True).stdout.decode()
    names = listed.split()
    rows = []
    for kind in ("html", "lines"):
        values, types, weights, pages = load(arguments.corpora, program, names, kind)
        if arguments.cv:
            print(kind)
            cross_validate(values, types, weights, pages, names)
        if arguments.out:
            rows += rows_of(kind, *fit(values, types, weights, names), names)
    if arguments.out:
        with open(arguments.out, "w", encoding="utf-8") as out:
            out.write("# pith page types 1\n# kind, evidence, least; then what a page with as much gains as a type, in hundredths: "
                      + ", ".join(TYPES) + ".\n# Made by src/training/page_types.py.\n")
            out.write("\n".join(rows) + "\n")


main()
