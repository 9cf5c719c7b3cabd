"""Clean documents: articles that are already clean, or clean on one side, as positives.

Every page of the corpora has boilerplate around its article, so a model trained on pages alone holds the ends of a text for
boilerplate. A clean document is the gold text of a page and nothing else, as plain lines or as bare <p>, <br> or <div> HTML; or the
page with nothing before its article, or with nothing after it. The page is changed as HTML or text and measured like any other.
"""

import html
import os
import random

import lxml.html

import corpus
import crossover
import splice
from corpus import Page
from labels import words

# Of the page's weight, each of its clean copies has this share; of the small sets, two copies each.
SHARE = .12
COPIES = {"zh": 4, "news": 2, "magic-article": 3}
MOST_PAGES = {"wcxb": 420, "dragnet": 120, "daniel": 240, "l3s": 60, "cleaneval": 60}


def augment(pages, program, feature_set, labeller, cache):
    folder = os.path.join(cache, "clean")
    os.makedirs(folder, exist_ok=True)
    make = {"html": _html_copy, "lines": _lines_copy}[feature_set]
    made = []
    for name in dict.fromkeys(page.corpus for page in pages):
        able = [k for k, p in enumerate(pages) if p.corpus == name and p.type in ("article", "documentation", "-") and p.oracle > .8
                and len(words(p.gold)) > 60 and len(p.words) < 700]
        random.Random(3).shuffle(able)
        for k in able[:MOST_PAGES.get(name, 99) if name != "zh.scrapes" else 0]:
            for copy_number in range(COPIES.get(name, 1)):
                copy = make(pages[k], random.Random(13 * k + copy_number), os.path.join(folder, f"{name}-{pages[k].id}-{copy_number}"))
                if copy is not None:
                    copy.source, copy.drawn_from = k, [k]
                    made.append(copy)
    corpus.measure(program, feature_set, made)
    corpus.label(labeller, made)
    for page in made:
        page.weight = pages[page.source].weight * SHARE
    return [p for p in made if len(p.words) and p.oracle > .7]


def _copy_of(page, path):
    return Page(page.corpus, page.id + "=", page.language, page.type, page.url, path, page.gold)


def _lines_copy(page, rnd, path):
    path += ".txt"
    form = rnd.random()
    if form < .6:
        lines = [line for line in page.gold.split("\n") if line.strip()]
    else:
        parts = crossover.Parts(page)
        lines = parts.head + parts.core if form < .8 else parts.core + parts.tail
    with open(path, "w", encoding="utf-8") as out:
        out.write(rnd.choice(["\n", "\n", "\n\n"]).join(lines))
    return _copy_of(page, path)


def _html_copy(page, rnd, path):
    path += ".html"
    text = _bare_html(page, rnd) if rnd.random() < .6 else _one_sided(page, rnd)
    if text is None:
        return None
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return _copy_of(page, path)


def _bare_html(page, rnd):
    """The gold lines as paragraphs, as lines between <br>, or as <div>s; sometimes under a heading or in a wrapper."""
    lines = [html.escape(line.strip()) for line in page.gold.split("\n") if line.strip()]
    first = ""
    if rnd.random() < .3 and len(lines[0]) < 120:
        first, lines = f"<h1>{lines[0]}</h1>", lines[1:]
    form = rnd.random()
    if form < .4:
        body = "\n".join(f"<p>{line}</p>" for line in lines)
    elif form < .7:
        body = rnd.choice(["<br>", "<br>", "<br><br>"]).join(lines)
    else:
        body = "\n".join(f"<div>{line}</div>" for line in lines)
    if rnd.random() < .3:
        body = f"<div>{body}</div>"
    if rnd.random() < .5:
        return first + body
    title = f"<title>{html.escape(page.gold.strip().split(chr(10))[0][:100])}</title>" if rnd.random() < .6 else ""
    return f"<!doctype html><html><head><meta charset=utf-8>{title}</head><body>{first}{body}</body></html>"


def _one_sided(page, rnd):
    """The page without what stands before its article, or without what stands after it."""
    try:
        root = lxml.html.document_fromstring(open(page.path, "rb").read())
    except (lxml.etree.ParserError, ValueError):
        return None
    gold = splice._gold_elements(root, page.gold)
    if not gold:
        return None
    order = list(root.body.iter()) if root.body is not None else []
    place = {element: number for number, element in enumerate(order)}
    if gold[0] not in place or gold[-1] not in place:
        return None
    if rnd.random() < .5:
        ends = gold[-1]
        doomed = [e for e in order[place[ends]:] if e is not ends and ends not in list(e.iterancestors())]
    else:
        kept = set(gold[0].iterancestors()) | {gold[0]}
        doomed = [e for e in order[:place[gold[0]]] if e not in kept]
    for element in doomed:
        if isinstance(element.tag, str) and element.getparent() is not None:
            try:
                element.drop_tree()
            except ValueError:  # control characters in the text after it, which lxml reads but does not write
                return None
    return lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html><meta charset=utf-8>")
