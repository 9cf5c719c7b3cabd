"""Feature dropout: pages whose words the rules do not know.

Phrases and class words are known for a few languages and conventions. So that a page of another language is judged by its
structure, some training pages are shown as if no phrase, no class word, or nothing that the page declares of itself were known.
"""

import copy

import numpy as np

SHARE = .2  # of the pages, for words and declarations each

PHRASES = ("phrase_", "since_", "good_since_", "until_", "announced", "last_heading_")
CLASSES = ("class_", "role_")
DECLARATIONS = ("declare", "address_", "body_")


def unknown_value(name):
    """What the feature is where nothing was found; as the feature's meaning says."""
    if name.startswith(("since_", "good_since_", "until_")) or name in ("announced_share", "address_segments"):
        return -1
    return 30 if name.startswith(CLASSES) else 0


def blinded(pages, names, seed):
    """The pages, some of them replaced by copies that do not show what the rules know."""
    of = lambda prefixes: [k for k, name in enumerate(names) if name.startswith(prefixes)]
    words = (of(PHRASES), of(CLASSES), of(PHRASES + CLASSES))
    declarations = of(DECLARATIONS)
    unknown = np.array([unknown_value(name) for name in names], np.float32)
    rng = np.random.RandomState(seed)
    shown = []
    for page in pages:
        hidden = []
        if rng.rand() < SHARE:
            hidden += words[rng.randint(3)]
        if rng.rand() < SHARE:
            hidden += declarations
        if hidden:
            page = copy.copy(page)
            page.features = page.features.copy()
            page.features[:, hidden] = unknown[hidden]
        shown.append(page)
    return shown
