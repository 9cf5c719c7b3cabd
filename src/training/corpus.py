"""The corpora as training data: pages with features, labels, site and weight.

A corpus is a folder laid out as README.md here says. A page's blocks and features come from the pith_features program.
"""

import os
import struct
import subprocess
import zlib
from dataclasses import dataclass, field
from typing import List
from urllib.parse import urlparse

import numpy as np

from labels import f1, words

# Ids of the zh set begin with the site's short name; pages of one publisher must not stand in two folds.
SITES = {"sina": "sina.com.cn", "qq": "qq.com", "wechat": "qq.com", "baijiahao": "baidu.com", "thepaper": "thepaper.cn",
         "guancha": "guancha.cn", "ifeng": "ifeng.com", "huanqiu": "huanqiu.com", "xinhuanet": "xinhuanet.com",
         "ednchina": "ednchina.com", "cmse": "cmse.gov.cn", "163": "163.com", "sina.cn": "sina.com.cn",
         "news.cn": "xinhuanet.com"}
FOLDS = 4


@dataclass(frozen=True)
class Terms:
    text: str
    permissive: bool  # a licence is stated, and it lets a model be shipped under this library's own


# The training sets, and on what terms their pages are had. Models that must stand on stated licences alone leave out the others.
SETS = {
    "wcxb": Terms("WCXB v1.0 development set, CC-BY-4.0, Murrough Foley", True),
    "zh": Terms("GeneralNewsExtractor's test pages, labels ours", True),
    "news": Terms("fundus parser tests, MIT", True),
    "magic-article": Terms("magic-html benchmark, Apache-2.0", True),
    "magic-forum": Terms("magic-html benchmark, Apache-2.0", True),
    "daniel": Terms("DAnIEL corpus as in rundimeco/waddle, a GPL-3.0 repository", False),
    "dragnet": Terms("Dragnet data, no licence stated", False),
    "l3s": Terms("L3S-GN1, for research", False),
    "cleaneval": Terms("CleanEval, for research", False),
}


@dataclass
class Page:
    corpus: str
    id: str
    language: str
    type: str
    url: str
    path: str
    gold: str
    texts: List[str] = field(default_factory=list)
    words: np.ndarray = None      # per block
    features: np.ndarray = None   # blocks x columns
    y: np.ndarray = None          # soft labels, 0 to 1
    oracle: float = 0.0           # F1 of the blocks with y >= .5
    weight: float = 1.0           # of the page among all
    source: int = -1              # of an augmented page: index of the page it was made from

    @property
    def site(self):
        if self.corpus.startswith("zh"):
            name = self.id.split("-")[0]
            return SITES.get(name, "zh:" + name)
        host = (urlparse(self.url).hostname or "").split(".")
        parts = 3 if len(host) >= 3 and len(host[-1]) == 2 and host[-2] in ("co", "com", "org", "net", "gov", "ac", "edu") else 2
        domain = ".".join(host[-parts:])
        if not domain:
            domain = self.corpus + ":" + self.id.split("_")[0]
        return SITES.get(domain, domain)

    @property
    def fold(self):
        return zlib.crc32(self.site.encode()) % 1000 * FOLDS // 1000

    @property
    def is_chinese(self):
        return self.language == "zh"


def read_index(root, corpus, folder, extension):
    """Pages of ROOT/CORPUS whose input lies in `folder`, with their gold."""
    pages = []
    name = corpus if folder != "scrapes" else corpus + ".scrapes"
    with open(os.path.join(root, corpus, "index.tsv"), encoding="utf-8") as index:
        rows = [line.rstrip("\n").split("\t") for line in index][1:]
    for row in rows:
        path = os.path.join(root, corpus, folder, row[0] + extension)
        gold = os.path.join(root, corpus, "gold", row[0] + ".txt")
        if os.path.exists(path) and os.path.exists(gold):
            url = "" if row[3] == "-" else row[3]
            pages.append(Page(name, row[0], row[1], row[2], url, path, open(gold, encoding="utf-8").read()))
    return pages


def column_names(program, feature_set):
    out = subprocess.run([program, "--names", feature_set], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [line.split("\t")[0] for line in out.splitlines()]


def _dump(program, feature_set, listing):
    """The program's dump of these pages; kept beside the program, since the same program says the same of the same pages."""
    key = zlib.crc32(listing)
    for path in [program] + [line.split("\t")[0] for line in listing.decode().splitlines()]:
        with open(path, "rb") as file:
            key = zlib.crc32(file.read(), key)
    kept = f"{program}.{feature_set}.{key:08x}.dump"
    if not os.path.exists(kept):
        with open(kept + ".new", "wb") as out:
            subprocess.run([program, feature_set], input=listing, stdout=out, check=True)
        os.rename(kept + ".new", kept)
    with open(kept, "rb") as file:
        return file.read()


def measure(program, feature_set, pages):
    """Fills texts, words and features of the pages from the program's dump."""
    # Without the address: cross-validation and many callers give none, so the model must not come to need it.
    listing = "".join(f"{page.path}\t\n" for page in pages).encode()
    dump = _dump(program, feature_set, listing)
    at = 0

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from("<I", dump, at - 4)[0]

    for page in pages:
        blocks, columns = number(), number()
        page.texts, counts = [], []
        for _ in range(blocks):
            size = number()
            page.texts.append(dump[at:at + size].decode("utf-8"))
            at += size
            counts.append(number())
            number()
        page.words = np.array(counts, np.float64)
        page.features = np.frombuffer(dump, np.float32, blocks * columns, at).reshape(blocks, columns)
        at += blocks * columns * 4


def label(labeller, pages):
    for page in pages:
        blocks = [words(text) for text in page.texts]
        gold = words(page.gold)
        page.y = labeller.label(blocks, gold) if blocks else np.zeros(0)
        page.oracle = f1([w for block, y in zip(blocks, page.y) if y >= .5 for w in block], gold)


def weigh(pages, feature_set):
    """Page weights: shares of the whole for HTML, multiples of a page of wcxb for plain text (decisions.md). In HTML, pages
    that are no articles weigh more: the large sets have articles alone."""
    if feature_set == "lines":
        times = {"wcxb": 1, "news": 2, "zh": 8, "zh.scrapes": 8, "magic-article": 3, "magic-forum": 3, "dragnet": .4, "l3s": .3,
                 "cleaneval": .3, "daniel": .6}
        for page in pages:
            page.weight = 5 if page.corpus.startswith("magic") and page.is_chinese else times[page.corpus]
            if page.corpus == "daniel" and page.language == "en":
                page.weight = .3
        return
    shares = {"zh": .16, "news": .10, "magic": .08, "old": .08, "daniel": .08}
    counts = {}
    for page in pages:
        group = _group(page)
        counts[group] = counts.get(group, 0) + 1
    total = counts.get("wcxb", 0) / (1 - sum(share for group, share in shares.items() if group in counts))
    for page in pages:
        group = _group(page)
        page.weight = (1.0 if page.type == "article" else 2.2) if group == "wcxb" else shares[group] * total / counts[group]


def _group(page):
    if page.corpus in ("dragnet", "l3s", "cleaneval"):
        return "old"
    if page.corpus in ("wcxb", "news", "daniel"):
        return page.corpus
    return "zh" if page.is_chinese else "magic"
