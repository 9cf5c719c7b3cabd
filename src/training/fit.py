"""Training rows, boosting, and the model file."""

import numpy as np
import xgboost

ROUNDS = {"html": 200, "lines": 240}
PARAMETERS = {"html": dict(eta=.1, colsample_bytree=.3), "lines": dict(eta=.06, colsample_bytree=.25)}
COMMON = dict(objective="binary:logistic", max_depth=6, subsample=.7, min_child_weight=20, reg_lambda=3,
              tree_method="hist", max_bin=64, nthread=2, seed=1)
LEAF_UNIT = 1 << 20


def rows_drawn(page):
    """Of a long page, about how many rows."""
    if page.id.endswith("=") or page.corpus in ("dragnet", "daniel", "l3s", "cleaneval"):
        return 60  # clean documents are alike from block to block; the old sets are many pages
    if page.source >= 0:
        return 150
    return 120 if page.corpus == "wcxb" else 250


def rows_of(pages, seed=0):
    """Rows, soft labels and weights. A page's rows weigh words^.7 + .2, 100 in sum times its own weight; of long pages
    about 60 to 250 rows are drawn (rows_drawn), and weigh what they stand for. Pages whose gold is not in their blocks
    (oracle below .4) teach nothing."""
    rng = np.random.RandomState(seed)
    x, y, w = [], [], []
    for page in pages:
        n = len(page.words)
        empty = not page.gold.strip()
        if not n or (page.oracle < .4 and not empty):
            continue
        weights = page.words ** .7 + .2
        weights = weights / weights.sum() * 100 * page.weight * (.3 if empty else 1)
        chosen = np.arange(n)
        limit = rows_drawn(page)
        if n > limit:
            chance = np.clip(weights / weights.sum() * limit * .6 + limit * .4 / n, 0, 1)
            chosen = np.flatnonzero(rng.rand(n) < chance)
            weights = weights[chosen] / chance[chosen]
        x.append(page.features[chosen])
        y.append(np.clip(page.y[chosen], 0, 1))
        w.append(weights)
    w = np.concatenate(w)
    return np.concatenate(x), np.concatenate(y), w / w.mean()


def fit(pages, feature_set, rounds=None, **changes):
    x, y, w = rows_of(pages, changes.get("seed", 0))
    parameters = dict(COMMON, **PARAMETERS[feature_set])
    parameters.update(changes)
    matrix = xgboost.QuantileDMatrix(x, label=y, weight=w, max_bin=parameters["max_bin"], nthread=2)
    return xgboost.train(parameters, matrix, rounds or ROUNDS[feature_set]), len(y)


def _preorder(tree, columns, used):
    """The tree of a booster's JSON as preorder tokens."""
    left, right = tree["left_children"], tree["right_children"]
    tokens, open_nodes = [], [0]
    while open_nodes:
        node = open_nodes.pop()
        value = tree["split_conditions"][node]
        if left[node] == -1:
            tokens.append(f"={round(value * LEAF_UNIT)}")
            continue
        column = columns[tree["split_indices"][node]]
        tokens.append(f"{used.setdefault(column, len(used))}<{np.float32(value):.9g}")
        open_nodes += [right[node], left[node]]
    return " ".join(tokens)


def write_model(booster, names, feature_set, provenance, path):
    import json
    import re
    model = json.loads(booster.save_raw("json"))["learner"]
    used = {}
    trees = [_preorder(tree, names, used) for tree in model["gradient_booster"]["model"]["trees"]]
    base = float(re.sub(r"[\[\]]", "", str(model["learner_model_param"]["base_score"])))
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# pith model 1\nset\t{feature_set}\n")
        out.writelines(f"provenance\t{line}\n" for line in provenance)
        out.write(f"base\t{np.log(base / (1 - base)):.17g}\n")
        out.writelines(f"feature\t{name}\n" for name in used)
        out.writelines(f"tree\t{tree}\n" for tree in trees)
