"""Metrics of 20 small tables as scikit-learn has them: python3 metrics.py > metrics.json

Where scikit-learn calls a metric ill-defined, the value is null. Two classes: scores are the
probabilities of the second, which is predicted from 0.5 on; more: one probability for each class.
Numbers: scores are the predictions. Tables differ in balance, in weights, and in what is found.
"""
import json
import warnings

import numpy as np
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")
NAN = {"zero_division": np.nan}


def two_classes(truths, scores, weights):
    found = (scores >= 0.5).astype(int)
    both = len(set(truths[weights > 0])) == 2
    w = {"sample_weight": weights}
    return {
        "accuracy": metrics.accuracy_score(truths, found, **w),
        "balanced_accuracy": metrics.balanced_accuracy_score(truths, found, **w),
        "precision": metrics.precision_score(truths, found, **w, **NAN),
        "recall": metrics.recall_score(truths, found, **w, **NAN),
        "f1": metrics.f1_score(truths, found, **w, **NAN),
        "auc": metrics.roc_auc_score(truths, scores, **w) if both else np.nan,
    }


def more_classes(truths, scores, weights):
    found = scores.argmax(axis=1)
    w = {"sample_weight": weights}
    return {
        "accuracy": metrics.accuracy_score(truths, found, **w),
        "balanced_accuracy": metrics.balanced_accuracy_score(truths, found, **w),
    }


def numbers(truths, scores, weights):
    w = {"sample_weight": weights}
    return {
        "mse": metrics.mean_squared_error(truths, scores, **w),
        "rmse": metrics.root_mean_squared_error(truths, scores, **w),
        "mae": metrics.mean_absolute_error(truths, scores, **w),
        "r2": metrics.r2_score(truths, scores, **w),
    }


def table(kind, truths, scores, weights=None):
    truths, scores = np.array(truths), np.array(scores, float)
    weights = np.ones(len(truths)) if weights is None else np.array(weights, float)
    values = kind(truths, scores, weights)
    return {
        "classes": {two_classes: 2, more_classes: 3, numbers: 0}[kind],
        "truths": truths.tolist(),
        "scores": scores.ravel().tolist(),
        "weights": weights.tolist(),
        "metrics": {k: None if np.isnan(v) else float(v) for k, v in values.items()},
    }


def drawn(seed, rows, share, sharp):
    random = np.random.default_rng(seed)
    truths = (random.random(rows) < share).astype(int)
    scores = np.round(np.clip(0.5 + sharp * (truths - 0.5) + random.normal(0, 0.25, rows), 0, 1), 2)
    return truths, scores, random


def tables():
    for seed, share, sharp in [(1, 0.5, 0.5), (2, 0.2, 0.3), (3, 0.9, 0.0), (4, 0.05, 0.2)]:
        truths, scores, random = drawn(seed, 40, share, sharp)
        yield table(two_classes, truths, scores)
        yield table(two_classes, truths, scores, random.integers(0, 4, 40) / 2)
    yield table(two_classes, [1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4])  # none found
    yield table(two_classes, [1, 1, 0, 0], [0.1, 0.2, 0.9, 0.4])  # none of those found is right
    yield table(two_classes, [0, 0, 0], [0.1, 0.9, 0.4])  # no positive, one found
    yield table(two_classes, [0, 0, 0], [0.1, 0.2, 0.4])  # no positive, none found
    yield table(two_classes, [1, 1], [0.9, 0.3])  # no negative
    yield table(two_classes, [1, 1, 0, 0], [0.9, 0.8, 0.2, 0.4])  # all right
    yield table(more_classes, [0, 1, 2, 2], [[.6, .3, .1], [.2, .3, .5], [.1, .1, .8], [.7, .2, .1]], [1, 2, .5, 1])
    yield table(more_classes, [0, 1, 1], [[.6, .3, .1], [.2, .3, .5], [.1, .8, .1]])  # one is absent
    yield table(numbers, [1, 2, 4, 8], [1.5, 2, 3, 9], [1, 2, 0, 1])
    yield table(numbers, [3, 3, 3], [3, 2, 4])  # the truth is constant
    yield table(numbers, [3, 3], [3, 3])  # and predicted
    yield table(numbers, [3], [4])  # one row


versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__}
print(json.dumps({"versions": versions, "tables": list(tables())}, indent=1))
