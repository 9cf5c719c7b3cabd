"""Augmentation: pages with pasted cards and articles of other pages, as negatives.

It teaches that prose beside an article need not belong to it: recommendation cards with teasers, a second article. 60 % of the
copies are also cut short, which teaches short articles beside much else (decisions.md). The page is changed
as HTML and measured like any other, so features and run time cannot differ.
"""

import os
import random
import re

import lxml.html

import corpus
from corpus import Page
from labels import words

CARD_CLASSES = ["item", "card", "post-preview", "list-item clearfix", "desc", "news-item", "media", "entry-summary", "tile",
                "feed-card", "grid-item", "box", "article-item", "", "", "news_li", "blog-post"]
ROW_CLASSES = ["list", "feed", "container", "row", "content", "main-list", "posts", "section", "", "", "more-list", "channel",
               "river", "grid", "latest"]
HEADINGS = {True: ["推荐阅读", "最新文章", "热门", "更多新闻", "相关推荐"],
            False: ["Latest", "More stories", "Read more", "Popular", "Top news", "Mehr zum Thema", "News"]}
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]")
LEAVES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "dt", "pre", "blockquote", "div")
INLINE = {"a", "abbr", "b", "br", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
          "time", "u"}


class Pool:
    """Titles and paragraphs of gold articles to paste from, by fold and language group."""

    def __init__(self, pages):
        self.articles = {}
        for number, page in enumerate(pages):
            gold = CONTROLS.sub("", page.gold)  # lxml takes none
            lines = [line for line in gold.split("\n") if len(words(line)) >= 12]
            if len(lines) >= 3 and page.corpus != "zh.scrapes":
                title = gold.strip().split("\n")[0][:100]
                self.articles.setdefault((page.fold, page.is_chinese), []).append((number, title, lines))

    def draw(self, rnd, fold, chinese):
        """An article whose site is in the same fold as the page: pasted text never crosses folds."""
        return rnd.choice(self.articles[(fold, chinese)])


def augment(pages, program, labeller, cache, per_set=330):
    folder = os.path.join(cache, "spliced")
    os.makedirs(folder, exist_ok=True)
    pool = Pool(pages)
    rnd = random.Random(5)
    made = []
    for name in ("wcxb", "zh", "news", "magic-article", "magic-forum"):
        able = [k for k, p in enumerate(pages) if p.corpus == name and p.oracle > .9 and len(words(p.gold)) > 60
                and len(p.words) < 700 and p.type in ("article", "forum")]
        rnd.shuffle(able)
        for k in able[:per_set if name == "wcxb" else 99]:
            for copy_number in range(1 if name == "wcxb" else 2):
                page = _splice(pages, k, pool, random.Random(7 * k + copy_number), folder, copy_number)
                if page is not None:
                    made.append(page)
    corpus.measure(program, "html", made)
    corpus.label(labeller, made)
    for page in made:
        page.y[[text in page.pasted for text in page.texts]] = 0
        page.weight = pages[page.source].weight * (.25 if page.corpus == "wcxb" else .2)
    return [p for p in made if len(p.words) and p.oracle > .7]


def _splice(pages, number, pool, rnd, folder, copy_number):
    page = pages[number]
    try:
        root = lxml.html.document_fromstring(open(page.path, "rb").read())
    except (lxml.etree.ParserError, ValueError):
        return None
    gold = _gold_elements(root, page.gold)
    if not gold:
        return None
    gold_text = page.gold
    if rnd.random() < .6:
        gold, gold_text = _truncate(gold, rnd, page.is_chinese)
    pasted = []
    _insert(root, gold, _row(rnd, pool, page, pasted), rnd)
    path = os.path.join(folder, f"{page.corpus}-{page.id}-{copy_number}.html")
    with open(path, "wb") as out:
        out.write(lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>"))
    made = Page(page.corpus, f"{page.id}+{copy_number}", page.language, page.type, page.url, path, gold_text, source=number)
    made.pasted = {" ".join(text.split()) for text in pasted}
    made.drawn_from = [number]
    return made


def _gold_elements(root, gold_text):
    """Leaf elements whose words' three-word runs are mostly in the gold, in document order."""
    gold = words(gold_text)
    runs = {tuple(gold[i:i + 3]) for i in range(len(gold) - 2)}
    found = []
    for element in root.iter(*LEAVES):
        if any(child.tag not in INLINE for child in element.iterchildren() if isinstance(child.tag, str)):
            continue
        own = words(element.text_content())
        own_runs = [tuple(own[i:i + 3]) for i in range(len(own) - 2)]
        if own_runs and sum(run in runs for run in own_runs) >= .6 * len(own_runs):
            found.append(element)
    return found


def _truncate(gold, rnd, chinese):
    """Keeps the first gold elements up to a budget of words; deletes the others from the page."""
    budget = rnd.choice([30, 60, 90, 130, 180, 250]) * (1.7 if chinese else 1)
    kept, count = [], 0
    for element in gold:
        if count < budget:
            kept.append(element)
            count += len(words(element.text_content()))
        elif element.getparent() is not None:
            element.drop_tree()
    return kept, "\n".join(element.text_content() for element in kept)


def _element(tag, text="", cls=""):
    element = lxml.html.Element(tag)
    element.text = text
    if cls:
        element.set("class", cls)
    return element


def _linked(tag, text, rnd, chance):
    element = _element(tag)
    if rnd.random() < chance:
        link = _element("a", text)
        link.set("href", "/article/%d.html" % rnd.randint(1, 99999))
        element.append(link)
    else:
        element.text = text
    return element


def _cut(text, length, rnd, chinese):
    part = text[:int(length * 1.7)] if chinese else " ".join(text.split()[:length])
    return part + (rnd.choice(["", "...", "…", ""]) if len(part) < len(text) else "")


def _row(rnd, pool, page, pasted):
    """A section of teaser cards (75 %), or one to three other articles, whole or in part."""
    row = _element(rnd.choice(["div", "section", "div", "ul", "aside"]), cls=rnd.choice(ROW_CLASSES))
    chinese = page.is_chinese

    def paste(parent, element):
        pasted.append(element.text_content())
        parent.append(element)

    if rnd.random() < .4:
        paste(row, _element(rnd.choice(["h2", "h3", "div"]), rnd.choice(HEADINGS[chinese])))
    if rnd.random() < .75:
        tag, cls = rnd.choice(["div", "li", "article", "div"]), rnd.choice(CARD_CLASSES)
        title_tag, text_tag = rnd.choice(["h3", "h2", "h4", "div", "p"]), rnd.choice(["p", "p", "div"])
        length, dated, linked = rnd.choice([18, 25, 35, 50, 70, 100]), rnd.random() < .4, .9 if rnd.random() < .15 else 0
        for _ in range(rnd.randint(3, 16)):
            _, title, lines = pool.draw(rnd, page.fold, chinese)
            card = _element(tag, cls=cls)
            paste(card, _linked(title_tag, title, rnd, .85))
            paste(card, _linked(text_tag, _cut(rnd.choice(lines[:3]), length + rnd.randint(-6, 10), rnd, chinese), rnd, linked))
            if dated:
                paste(card, _element("div", "2024-05-%02d" % rnd.randint(1, 30), "date"))
            row.append(card)
        return row
    for _ in range(rnd.choice([1, 1, 1, 2, 3])):
        _, title, lines = pool.draw(rnd, page.fold, chinese)
        paste(row, _linked(rnd.choice(["h1", "h2", "h3"]), title, rnd, .5))
        body = _element("div")
        for line in lines[:rnd.choice([3, 6, 12, 20])]:
            paste(body, _element("p", line))
        row.append(body)
    return row


def _insert(root, gold, row, rnd):
    """After the article under a near ancestor (50 %), at the page's end (35 %), or before the article."""
    place = rnd.random()
    last = gold[-1]
    ancestors = [last] + [a for a in last.iterancestors() if a.tag not in ("html", "body")]
    if place < .5:
        anchor = ancestors[min(len(ancestors) - 1, rnd.choice([0, 1, 1, 2, 2, 3]))]
        anchor.addnext(row)
        row.tail, anchor.tail = anchor.tail, row.tail
    elif place < .85:
        (root.body if root.body is not None else root).append(row)
    else:
        first = gold[0]
        tops = [first] + [a for a in first.iterancestors() if a.tag not in ("html", "body")]
        tops[-1 if len(tops) < 3 else rnd.choice([-1, -2])].addprevious(row)
