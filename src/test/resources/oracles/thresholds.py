"""Thresholds by scikit-learn's TunedThresholdClassifierCV.

Run from the root of the repository: python3 src/test/resources/oracles/thresholds.py; it writes
thresholds.json beside itself. "validation": the model learns from the first rows, and the last
0.3 of them, as --validation last:0.3 keeps them back, choose (cv="prefit"). "folds": five folds
as gdtrain deals them, class by class, by java.util.Random(42), which is written out below.
Candidates are the probabilities that occur, and 1.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn
from sklearn import metrics, model_selection
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")
sklearn.set_config(enable_metadata_routing=True)
HERE = Path("src/test/resources/oracles")


class JavaRandom:
    """java.util.Random, as its documentation defines it."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def bits(self, count):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.state >> (48 - count)

    def below(self, bound):
        if bound & (bound - 1) == 0:
            return (bound * self.bits(31)) >> 31
        while True:
            drawn = self.bits(31)
            value = drawn % bound
            if drawn - value + bound - 1 < 1 << 31:
                return value


def folds(labels, count=5, seed=42):
    """Pairs of rows learned from and held out; labels by their texts."""
    random = JavaRandom(seed)
    held = np.empty(len(labels), int)
    turn = 0
    for label in sorted(set(map(str, labels))):
        members = [i for i, own in enumerate(labels) if str(own) == label]
        order = [0] * len(members)
        for i in range(len(members)):  # Fisher and Yates, inside out
            j = random.below(i + 1)
            order[i] = order[j]
            order[j] = i
        for i in order:
            held[members[i]] = turn % count
            turn += 1
    return [(np.flatnonzero(held != k), np.flatnonzero(held == k)) for k in range(count)]


def cost(truths, found, alarm, miss, sample_weight=None):
    each = alarm * ((truths == 0) & (found == 1)) + miss * ((truths == 1) & (found == 0))
    return np.average(each, weights=sample_weight)


def scorer(rule):
    if rule.startswith("cost:"):
        costs = dict(part.split("=") for part in rule[5:].split(","))
        return metrics.make_scorer(
            cost, greater_is_better=False, alarm=float(costs["fp"]), miss=float(costs["fn"])
        )
    figures = {
        "f1": metrics.f1_score,
        "balanced_accuracy": metrics.balanced_accuracy_score,
        "accuracy": metrics.accuracy_score,
        "mcc": metrics.matthews_corrcoef,
    }
    return metrics.make_scorer(figures[rule[5:]])


def tuned(model, cv, candidates, rule, refit):
    candidates = np.unique(np.append(candidates, 1.0))
    return model_selection.TunedThresholdClassifierCV(
        model.set_fit_request(sample_weight=True),
        scoring=scorer(rule).set_score_request(sample_weight=True),
        thresholds=candidates,
        cv=cv,
        refit=refit,
    )


def read(data, target, columns, weight):
    frame = pd.read_csv("datasets/%s.csv" % data)
    inputs = pd.get_dummies(frame[columns], drop_first=True).to_numpy(float)
    inputs = (inputs - inputs.mean(axis=0)) / inputs.std(axis=0)
    labels = frame[target].to_numpy()
    truths = (labels == sorted(set(labels))[1]).astype(int)
    weights = np.ones(len(frame)) if weight is None else frame[weight].to_numpy(float)
    others = [n for n in frame.columns if n not in columns + [target, weight]]
    arguments = ["fit", "datasets/%s.csv" % data, "--target", target, "--task", "classification"]
    arguments += ["--exclude", ",".join(others)] if others else []
    arguments += ["--weight", weight] if weight else []
    return arguments, inputs, labels, truths, weights


def case(data, target, columns, rule, weight=None):
    arguments, inputs, labels, truths, weights = read(data, target, columns, weight)
    model = LogisticRegression(penalty=None, solver="newton-cg", tol=1e-13, max_iter=10000)
    kept = len(truths) - int(np.floor(0.3 * len(truths) + 0.5))
    model.fit(inputs[:kept], truths[:kept], sample_weight=weights[:kept])
    scores = model.predict_proba(inputs[kept:])[:, 1]
    prefit = tuned(model, "prefit", scores, rule, False)
    prefit.fit(inputs[kept:], truths[kept:], sample_weight=weights[kept:])
    splits = folds(labels)
    scores = []
    for learned, held in splits:
        model.fit(inputs[learned], truths[learned], sample_weight=weights[learned])
        scores.append(model.predict_proba(inputs[held])[:, 1])
    out = tuned(model, splits, np.concatenate(scores), rule, True)
    out.fit(inputs, truths, sample_weight=weights)
    return {
        "arguments": arguments + ["--threshold", rule],
        "validation": {"threshold": float(prefit.best_threshold_), "value": float(prefit.best_score_)},
        "folds": {"threshold": float(out.best_threshold_), "value": float(out.best_score_)},
    }


TUMOUR = ["mean_radius", "mean_texture", "mean_smoothness", "mean_symmetry"]
VOTER = ["TVnews", "selfLR", "PID", "educ", "income"]
PATIENT = ["age", "bp", "s3", "s6"]
CASES = [
    case("breast_cancer", "diagnosis", TUMOUR, "best:f1"),
    case("anes96", "vote", VOTER, "best:balanced_accuracy"),
    case("anes96", "vote", VOTER, "best:f1", "ClinLR"),
    case("titanic", "survived", ["passenger_class", "sex"], "best:mcc"),
    case("titanic", "survived", ["passenger_class", "sex"], "cost:fp=3,fn=1"),
    case("diabetes", "sex", PATIENT, "best:accuracy"),
    case("diabetes", "sex", PATIENT, "cost:fp=50,fn=1"),
]
versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__}
text = json.dumps({"versions": versions, "cases": CASES}, indent=1)
(HERE / "thresholds.json").write_text(text + "\n")
