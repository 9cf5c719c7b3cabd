"""Augmentation of plain text: the article of one page between the head and the tail of two others.

What stands around an article says little about the article itself, but a page of the corpora shows each article with one
surrounding only. A copy takes the lines before the first gold line from one page and the lines after the last gold line from
another, of the same fold and language group, so nothing crosses folds. Some copies also get teaser cards of other articles
after the article, and some Chinese ones are laid out as public accounts do it: a phrase a line, without punctuation. Some
copies are glued, as a page without line breaks in its source comes out of get_text(): the labels of a menu on one line.
"""

import os
import random
import re

import corpus
from corpus import Page

COPIES = {"zh": 6, "zh.scrapes": 3, "magic-article": 3, "magic-forum": 2, "news": 1, "wcxb": 1}
MOST_LINES = 900
GLUED_SHARE = .2
HEADINGS = {True: ["相关推荐", "推荐阅读", "相关阅读", "热门文章", "更多精彩", "最新资讯"],
            False: ["Related", "Read more", "More stories", "Latest news", "You may also like", "Mehr zum Thema"]}


class Parts:
    """The lines of a page's file: before its article, the article, after it."""

    def __init__(self, page):
        gold = {text for text, y in zip(page.texts, page.y) if y >= .5 and len(text) > 8}
        with open(page.path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        found = [k for k, line in enumerate(lines) if " ".join(line.split()) in gold]
        first, last = (found[0], found[-1] + 1) if found else (0, 0)
        self.head, self.core, self.tail = lines[:first], lines[first:last], lines[last:]


def augment(pages, program, labeller, cache):
    folder = os.path.join(cache, "crossed")
    os.makedirs(folder, exist_ok=True)
    able = [k for k, p in enumerate(pages) if p.corpus in COPIES and p.oracle > .8 and p.type in ("article", "forum") and 30 < len(p.words) < MOST_LINES]
    parts = {k: Parts(pages[k]) for k in able}
    able = [k for k in able if parts[k].core]
    groups = {}
    for k in able:
        groups.setdefault((pages[k].fold, pages[k].is_chinese), []).append(k)
    made = []
    for k in able:
        for copy_number in range(COPIES[pages[k].corpus]):
            made.append(_cross(pages, parts, k, groups[(pages[k].fold, pages[k].is_chinese)], folder, copy_number))
    corpus.measure(program, "lines", made)
    corpus.label(labeller, made)
    for page in made:
        page.weight = pages[page.source].weight * .16 / COPIES[page.corpus] * (1 if page.corpus == "wcxb" else 2)
    return [p for p in made if len(p.words) and p.oracle > .7]


def _cross(pages, parts, number, group, folder, copy_number):
    page = pages[number]
    rnd = random.Random(101 * number + copy_number)
    head = parts[rnd.choice(group)].head if rnd.random() < .7 else parts[number].head
    tail = parts[rnd.choice(group)].tail if rnd.random() < .9 else parts[number].tail
    core = parts[number].core
    if rnd.random() < .3:  # a short article beside much else
        core = core[:rnd.choice([4, 8, 12, 20])]
    if rnd.random() < .35:
        tail = _cards(rnd, [parts[k].core for k in group if k != number], page.is_chinese) + tail
    path = os.path.join(folder, f"{page.corpus}-{page.id}-{copy_number}.txt")
    with open(path, "w", encoding="utf-8") as out:
        broken = page.is_chinese and page.type == "article" and rnd.random() < .15
        lines = head + (_broken(core) if broken else core) + tail
        out.write("\n".join(_glued(rnd, lines) if rnd.random() < GLUED_SHARE else lines))
    gold = page.gold if core is parts[number].core else "\n".join(_gold_lines(page, core))
    made = Page(page.corpus, f"{page.id}x{copy_number}", page.language, page.type, page.url, path, gold, source=number)
    made.drawn_from = [number]
    return made


def _broken(lines):
    """A phrase a line, without its punctuation."""
    return [part for line in lines for part in re.split("[，。；！？、：]+", line) if part.strip()]


def _glued(rnd, lines):
    """Lines without a break between them: mostly short ones or, now and then, all; with the same seam all over the page."""
    seam = rnd.choice(["", " "])
    of_short, of_long = (.7, .1) if rnd.random() < .75 else (1, .98)
    glued = []
    for line in filter(None, lines):
        both_short = bool(glued) and len(line) < 60 and len(glued[-1]) < 600
        if glued and rnd.random() < (of_short if both_short else of_long):
            glued[-1] += seam + line
        else:
            glued.append(line)
    return glued


def _cards(rnd, articles, chinese):
    """Teasers of other articles: title and the beginning of the text, on one line or on two, with or without a date."""
    articles = [[line for line in article if line.strip()] for article in articles]
    articles = [article for article in articles if len(article) >= 3]
    if not articles:
        return []
    lines = [rnd.choice(HEADINGS[chinese])] if rnd.random() < .6 else []
    one_line, dated, dots = rnd.random() < .4, rnd.random() < .4, rnd.choice(["...", "…", ""])
    length = rnd.choice([40, 60, 90, 130]) * (1 if chinese else 3)
    for article in rnd.sample(articles, min(len(articles), rnd.randint(3, 14))):
        title, text = article[0][:80], rnd.choice(article[1:4])
        teaser = text[:length] + (dots if len(text) > length else "")
        lines += [title + " " + teaser] if one_line else [title, teaser]
        if dated:
            lines.append("2024-0%d-%02d" % (rnd.randint(1, 9), rnd.randint(1, 28)))
    return lines


def _gold_lines(page, lines):
    good = {text for text, y in zip(page.texts, page.y) if y >= .5}
    return [line for line in lines if " ".join(line.split()) in good]
