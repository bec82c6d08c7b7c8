"""Figures of 20 models as scikit-learn has them: python3 src/test/resources/oracles/figures.py

Run from the root of the repository; it writes figures.json beside itself. Every model is fitted by
scikit-learn (any program would do: each has one minimum), on the numeric
columns that are listed, and measured on the rows that it learned from. "arguments" are those with
which gdtrain fits the same model.

Bootstrap: four of the tables with predictions rounded to 6 digits, resampled by the row numbers
of java.util.Random, which is written out below, and measured by scikit-learn row by row.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn
from sklearn import linear_model, metrics
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")
HERE = Path("src/test/resources/oracles")
EPSILON = np.finfo(float).eps
SHARP = {"tol": 1e-13, "max_iter": 10000}


def d2_of(loss, truths, found, weights):
    """Explained deviance by scikit-learn's score of the loss's family."""
    w = {"sample_weight": weights}
    if loss == "mse":
        return metrics.r2_score(truths, found, **w)
    if loss == "poisson":
        return metrics.d2_tweedie_score(truths, found, power=1, **w)
    if loss == "gamma":
        return metrics.d2_tweedie_score(truths, found, power=2, **w)
    alpha = 0.5 if loss == "mae" else float(loss.split("q=")[1])
    return metrics.d2_pinball_score(truths, found, alpha=alpha, **w)


def mean_loss(loss, truths, found, weights):
    w = {"sample_weight": weights}
    if loss == "mse":
        return metrics.mean_squared_error(truths, found, **w)
    if loss == "poisson":
        return metrics.mean_poisson_deviance(truths, found, **w) / 2
    if loss == "gamma":
        return metrics.mean_gamma_deviance(truths, found, **w) / 2
    if loss == "mae":
        return metrics.mean_absolute_error(truths, found, **w)
    return metrics.mean_pinball_loss(truths, found, alpha=float(loss.split("q=")[1]), **w)


def of_numbers(loss, truths, found, weights):
    w = {"sample_weight": weights}
    # scikit-learn's weighted median is the lower one of two; here a weight of 2 is two rows, and
    # the weights below are whole numbers
    repeated = np.repeat(np.abs(found - truths), weights.astype(int))
    return {
        "loss": mean_loss(loss, truths, found, weights),
        "mse": metrics.mean_squared_error(truths, found, **w),
        "rmse": metrics.root_mean_squared_error(truths, found, **w),
        "mae": metrics.mean_absolute_error(truths, found, **w),
        "r2": metrics.r2_score(truths, found, **w),
        "median_ae": float(np.median(repeated)),
        "mape": metrics.mean_absolute_percentage_error(truths, found, **w),
        "explained_variance": metrics.explained_variance_score(truths, found, **w),
        "d2": d2_of(loss, truths, found, weights),
    }


def of_two(truths, scores, weights):
    w = {"sample_weight": weights}
    found = (scores >= 0.5).astype(int)
    return {
        "loss": metrics.log_loss(truths, scores, labels=[0, 1], **w),
        "accuracy": metrics.accuracy_score(truths, found, **w),
        "balanced_accuracy": metrics.balanced_accuracy_score(truths, found, **w),
        "precision": metrics.precision_score(truths, found, **w),
        "recall": metrics.recall_score(truths, found, **w),
        "f1": metrics.f1_score(truths, found, **w),
        "auc": metrics.roc_auc_score(truths, scores, **w),
        "pr_auc": metrics.average_precision_score(truths, scores, **w),
        "brier": metrics.brier_score_loss(truths, scores, **w),
        "log_loss": metrics.log_loss(truths, scores, labels=[0, 1], **w),
        "mcc": metrics.matthews_corrcoef(truths, found, **w),
        "macro_f1": metrics.f1_score(truths, found, average="macro", **w),
        "weighted_f1": metrics.f1_score(truths, found, average="weighted", **w),
        "d2": metrics.d2_log_loss_score(truths, scores, labels=[0, 1], **w),
    }


def of_more(truths, scores, weights):
    w = {"sample_weight": weights}
    labels = np.arange(scores.shape[1])
    found = scores.argmax(axis=1)
    hot = np.eye(scores.shape[1])[truths]
    values = {
        "loss": metrics.log_loss(truths, scores, labels=labels, **w),
        "accuracy": metrics.accuracy_score(truths, found, **w),
        "balanced_accuracy": metrics.balanced_accuracy_score(truths, found, **w),
        "brier": float(np.average(((scores - hot) ** 2).sum(axis=1), weights=weights)),
        "log_loss": metrics.log_loss(truths, scores, labels=labels, **w),
        "mcc": metrics.matthews_corrcoef(truths, found, **w),
        "macro_f1": metrics.f1_score(truths, found, average="macro", **w),
        "weighted_f1": metrics.f1_score(truths, found, average="weighted", **w),
        "d2": metrics.d2_log_loss_score(truths, scores, labels=labels, **w),
    }
    for k in (2, 3, 5, 10):
        if k < len(labels):
            values["top_%d" % k] = metrics.top_k_accuracy_score(truths, scores, k=k, labels=labels, **w)
    return values


def regression(loss, inputs, truths, weights):
    w = {"sample_weight": weights}
    if loss == "mse":
        return linear_model.LinearRegression().fit(inputs, truths, **w).predict(inputs)
    if loss in ("poisson", "gamma"):
        kind = linear_model.PoissonRegressor if loss == "poisson" else linear_model.GammaRegressor
        model = kind(alpha=0, solver="newton-cholesky", **SHARP)
        return model.fit(inputs, truths, **w).predict(inputs)
    quantile = 0.5 if loss == "mae" else float(loss.split("q=")[1])
    model = linear_model.QuantileRegressor(quantile=quantile, alpha=0, solver="highs")
    return model.fit(inputs, truths, **w).predict(inputs)


def table(data, target, columns, loss, weight=None, l2=0.0, positive=None):
    frame = pd.read_csv("datasets/%s.csv" % data)
    weights = np.ones(len(frame)) if weight is None else frame[weight].to_numpy(float)
    inputs = frame[columns].to_numpy(float)
    centre = np.average(inputs, axis=0, weights=weights)
    inputs = (inputs - centre) / np.sqrt(np.average((inputs - centre) ** 2, axis=0, weights=weights))
    used = columns + [target] + ([weight] if weight else [])
    others = [name for name in frame.columns if name not in used]
    arguments = ["fit", "datasets/%s.csv" % data, "--target", target, "--l2", repr(l2)]
    arguments += ["--exclude", ",".join(others)] if others else []
    arguments += ["--weight", weight] if weight else []
    if loss != "classes":
        truths = frame[target].to_numpy(float)
        found = regression(loss, inputs, truths, weights)
        arguments += ["--loss", loss, "--task", "regression"]
        return arguments, truths, found, weights, of_numbers(loss, truths, found, weights)
    arguments += ["--task", "classification"]
    labels = sorted(frame[target].unique())
    if positive is not None:
        labels = [label for label in labels if label != positive] + [positive]
        arguments += ["--positive", str(positive)]
    truths = frame[target].map({label: i for i, label in enumerate(labels)}).to_numpy()
    strength = {"C": 1 / (weights.sum() * l2)} if l2 else {"penalty": None}
    model = linear_model.LogisticRegression(solver="newton-cg", **strength, **SHARP)
    scores = model.fit(inputs, truths, sample_weight=weights).predict_proba(inputs)
    if len(labels) == 2:
        return arguments, truths, scores[:, 1], weights, of_two(truths, scores[:, 1], weights)
    return arguments, truths, scores, weights, of_more(truths, scores, weights)


MTCARS = ["cyl", "disp", "hp", "wt", "qsec"]
BODY = ["age", "bmi", "bp", "s1", "s5"]
VOTER = ["TVnews", "selfLR", "PID", "educ", "income"]
TUMOUR = ["mean_radius", "mean_texture", "mean_smoothness", "mean_symmetry"]
HEALTH = ["lncoins", "idp", "lpi", "fmde", "physlm", "disea"]
FLOWER = ["sepal_length", "sepal_width", "petal_length", "petal_width"]

TABLES = [
    ("mtcars", "mpg", MTCARS, "mse"),
    ("mtcars", "mpg", MTCARS, "mse", "gear"),
    ("mtcars", "mpg", MTCARS, "gamma"),
    ("mtcars", "carb", MTCARS, "poisson", "gear"),
    ("mtcars", "mpg", ["wt", "hp"], "mae"),
    ("diabetes", "progression", BODY, "mse", "sex"),
    ("diabetes", "progression", BODY, "gamma", "sex"),
    ("diabetes", "progression", ["bmi"], "quantile:q=0.9", "sex"),
    ("longley", "TOTEMP", ["GNP", "UNEMP", "ARMED"], "mse"),
    ("norris", "y", ["x"], "mse"),
    ("rents", "rent", ["area", "distance"], "poisson"),
    ("anes96", "vote", VOTER, "classes"),
    ("anes96", "vote", VOTER, "classes", "ClinLR", 0.0, 0),
    ("anes96", "PID", ["selfLR", "ClinLR", "DoleLR", "age"], "classes"),
    ("anes96", "educ", ["income", "age", "TVnews"], "classes", "DoleLR"),
    ("breast_cancer", "diagnosis", TUMOUR, "classes"),
    ("mtcars", "am", ["qsec", "hp"], "classes", "carb"),
    ("iris", "species", FLOWER, "classes", None, 0.01),
    ("mtcars", "gear", ["mpg", "qsec"], "classes", "carb", 0.01),
    ("diabetes", "sex", ["age", "bp", "s3", "s6"], "classes"),
]


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


def intervals(kind, truths, scores, weights, resamples, seed):
    random = JavaRandom(seed)
    values = {}
    for _ in range(resamples):
        rows = np.array([random.below(len(truths)) for _ in range(len(truths))])
        for name, value in kind(truths[rows], scores[rows], weights[rows]).items():
            values.setdefault(name, []).append(value)
    return {name: np.quantile(all_, [0.025, 0.975]).tolist() for name, all_ in values.items()}


def tables_of(truths, scores, weights):
    """What stands in the place of the figures: confusion, classes and, of two, curves."""
    w = {"sample_weight": weights}
    two = scores.ndim == 1
    found = (scores >= 0.5).astype(int) if two else scores.argmax(axis=1)
    kinds = [None, "macro", "weighted"]
    rows = [
        metrics.precision_recall_fscore_support(truths, found, average=kind, zero_division=np.nan, **w)[:3]
        for kind in kinds
    ]
    told = {
        "confusion": metrics.confusion_matrix(truths, found, **w).tolist(),
        "by_class": np.transpose(rows[0]).tolist() + [list(map(float, row)) for row in rows[1:]],
    }
    if not two:
        shares, means = calibration_curve(truths == 1, scores[:, 1], n_bins=10)
        told["calibration"] = np.transpose([means, shares]).tolist()
        return told
    wrong, right, _ = metrics.roc_curve(truths, scores, drop_intermediate=False, **w)
    told["roc"] = np.transpose([wrong, right]).tolist()
    precision, recall, _ = metrics.precision_recall_curve(truths, scores, **w)
    told["pr"] = np.transpose([recall, precision])[::-1].tolist()
    thresholds = np.unique(scores)[::-1]
    called = [np.sum(weights[scores >= t]) / np.sum(weights) for t in thresholds]
    told["gain"] = np.transpose([called, right[1:], right[1:] / called]).tolist()
    return told


def bootstrap(index, resamples, seed):
    arguments, truths, scores, weights, _ = table(*TABLES[index])
    scores = np.round(scores, 6)
    if scores.ndim == 2:
        scores[:, -1] = 1 - scores[:, :-1].sum(axis=1)
        kind = of_more
    elif TABLES[index][3] == "classes":
        kind = of_two
    else:
        kind = lambda t, s, w: of_numbers(TABLES[index][3], t, s, w)
    return {
        "classes": {of_two: 2, of_more: int(truths.max()) + 1}.get(kind, 0),
        "resamples": resamples,
        "seed": seed,
        "truths": truths.tolist(),
        "scores": scores.ravel().tolist(),
        "weights": weights.tolist(),
        "tables": tables_of(truths, scores, weights) if kind in (of_two, of_more) else {},
        "intervals": intervals(kind, truths, scores, weights, resamples, seed),
    }


def main():
    tables = []
    for entry in TABLES:
        arguments, _, _, _, values = table(*entry)
        tables.append({"arguments": arguments, "figures": {k: float(v) for k, v in values.items()}})
    versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__}
    boots = [bootstrap(1, 200, 42), bootstrap(16, 200, 7), bootstrap(17, 200, 1), bootstrap(0, 201, 42)]
    text = json.dumps({"versions": versions, "tables": tables, "bootstrap": boots}, indent=1)
    (HERE / "figures.json").write_text(text + "\n")


main()
