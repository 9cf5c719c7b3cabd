"""Soft labels: the share of each block's words that stands in the page's gold text, by alignment."""

import ctypes
import os
import re
import subprocess
from collections import Counter, defaultdict

import numpy as np

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
                  r"|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")


def words(text):
    """Words as the scorers count them: a CJK character is one."""
    return WORD.findall(text.lower())


def _load_aligner(cache):
    source = os.path.join(os.path.dirname(__file__), "align.cpp")
    library = os.path.join(cache, "align.so")
    if not os.path.exists(library) or os.path.getmtime(library) < os.path.getmtime(source):
        subprocess.run(["g++", "-std=c++20", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
    return ctypes.CDLL(library)


class Labeller:
    def __init__(self, cache):
        self._library = _load_aligner(cache)

    def _align(self, page, gold):
        vocabulary = {}
        a, b = (np.array([vocabulary.setdefault(w, len(vocabulary)) for w in side], np.int32) for side in (page, gold))
        in_page, in_gold = np.zeros(max(1, len(a)), np.int32), np.zeros(max(1, len(b)), np.int32)
        pointer = lambda array: array.ctypes.data_as(ctypes.POINTER(ctypes.c_int))
        if len(a) and len(b):
            self._library.align(pointer(a), len(a), pointer(b), len(b), len(vocabulary), pointer(in_page), pointer(in_gold))
        return in_page[:len(a)], in_gold[:len(b)]

    def label(self, blocks, gold):
        """`blocks`: a list of word lists. An array with the share of each that the gold has, 0 to 1."""
        in_page, in_gold = self._align([w for block in blocks for w in block], gold)
        ends = np.cumsum([len(block) for block in blocks])
        y = np.array([in_page[end - len(block):end].mean() if block else 0.0 for block, end in zip(blocks, ends)])
        _take_moved_blocks(blocks, gold, in_gold, y)
        return y


def _take_moved_blocks(blocks, gold, in_gold, y):
    """Blocks that the gold has in another order: those whose three-word runs cover gold not used yet by 80 %."""
    places = defaultdict(list)
    for j in range(len(gold) - 2):
        if not in_gold[j:j + 3].any():
            places[tuple(gold[j:j + 3])].append(j)
    used = np.zeros(len(gold), bool)
    for i in sorted((i for i, b in enumerate(blocks) if len(b) >= 4 and y[i] < .3), key=lambda i: -len(blocks[i])):
        covered, taken = np.zeros(len(blocks[i]), bool), []
        for k in range(len(blocks[i]) - 2):
            free = next((j for j in places.get(tuple(blocks[i][k:k + 3]), ()) if not used[j]), None)
            if free is not None:
                covered[k:k + 3] = True
                taken.append(free)
        if covered.mean() >= .8:
            y[i] = covered.mean()
            for j in taken:
                used[j:j + 3] = True


def f1(predicted, gold):
    """Multiset F1 over words; 1 when both are empty."""
    if not gold or not predicted:
        return 1.0 if not gold and not predicted else 0.0
    both = sum((Counter(predicted) & Counter(gold)).values())
    return 2 * both / (len(predicted) + len(gold))
