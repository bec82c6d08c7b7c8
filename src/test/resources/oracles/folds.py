"""Cross-validation on folds of every kind, by scikit-learn, to compare gdtrain with.

Which rows a fold holds out is read from what gdtrain cv --predictions wrote (groups are dealt by a rule of its own), or
made by TimeSeriesSplit and LeaveOneOut; the figures are scikit-learn's on these folds: of every fold, of
cross_val_predict, and mean and standard deviation over folds of GridSearchCV. Means of the training rows replace what is
missing and standardise (divisor n); categories are 0/1 columns without the first level. With l2 for the factor of
gdtrain and n rows to learn from C = 1 / (n l2) and alpha = n l2 / 2. Made with Python 3, NumPy, pandas and scikit-learn,
from the root of the repository, after mvn package:

    python3 src/test/resources/oracles/folds.py > src/test/resources/oracles/folds.json
"""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, clone
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, log_loss, mean_squared_error
from sklearn.model_selection import GridSearchCV, LeaveOneOut, PredefinedSplit, TimeSeriesSplit, cross_val_predict

GDTRAIN = os.environ.get("GDTRAIN", "scripts/gdtrain")
GROUPS = [  # file, target, l2, column of groups, folds
    ("titanic.csv", "survived", 0.001, "passenger_class", 3),
    ("mtcars.csv", "mpg", 0.1, "carb", 4),
    ("diabetes.csv", "progression", 0.01, "age", 5),
    ("penguins.csv", "species", 0.01, "year", 3),
]
ORDERED = [  # file, target, l2, folds
    ("diabetes.csv", "progression", 0.01, "time:4"),
    ("titanic.csv", "survived", 0.01, "time:3"),
    ("breast_cancer.csv", "diagnosis", 0.01, "time:5"),
    ("mtcars.csv", "mpg", 0.1, "time:3"),
    ("mtcars.csv", "mpg", 0.1, "loo"),
]
SWEEPS = [("diabetes.csv", "progression"), ("mtcars.csv", "mpg"), ("breast_cancer.csv", "diagnosis"),
          ("iris.csv", "species")]
L2 = [0.01, 0.1, 1.0]


class Model(BaseEstimator):
    """What gdtrain fits with this l2, on a data frame."""

    def __init__(self, l2=0.1, levels=None):
        self.l2 = l2
        self.levels = levels

    def raw(self, table):
        parts = [table[name].fillna(self.means[name]) if name in self.means
                 else (table[[name]].to_numpy() == np.array(self.levels[name][1:])).astype(float)
                 for name in table]
        return np.column_stack(parts)

    def fit(self, table, y):
        self.means = {n: table[n].mean() for n in table if pd.api.types.is_numeric_dtype(table[n])}
        x = self.raw(table)
        scaled = [n in self.means for n in table for _ in range(1 if n in self.means else len(self.levels[n]) - 1)]
        self.center = np.where(scaled, x.mean(axis=0), 0)
        self.scale = np.where(scaled & (x.std(axis=0) > 0), x.std(axis=0), 1)
        x = (x - self.center) / self.scale
        if y.dtype.kind == "f":
            self.model = Ridge(alpha=len(y) * self.l2 / 2)
        else:
            self.model = LogisticRegression(C=1 / (len(y) * self.l2), solver="newton-cg", tol=1e-9, max_iter=9999)
            self.classes_ = np.unique(y)
        self.model.fit(x, y)
        return self

    def features(self, table):
        return (self.raw(table) - self.center) / self.scale

    def predict(self, table):
        return self.model.predict(self.features(table))

    def predict_proba(self, table):
        return self.model.predict_proba(self.features(table))

    def score(self, table, y):
        if y.dtype.kind == "f":
            return -mean_squared_error(y, self.predict(table))
        return -log_loss(y, self.predict_proba(table), labels=self.classes_)


def read(file, target, without=()):
    table = pd.read_csv("datasets/" + file)
    table = table[table[target].notna()].drop(columns=["name", "model", *without], errors="ignore")
    y = table.pop(target)
    y = y.to_numpy(float) if y.dtype.kind in "if" else y.to_numpy(str)
    levels = {n: sorted(table[n].dropna().unique()) for n in table if not pd.api.types.is_numeric_dtype(table[n])}
    for name in levels:
        if table[name].isna().any():
            levels[name].append("(missing)")
            table[name] = table[name].fillna("(missing)")
    return table.reset_index(drop=True), y, levels


def folds_of(file, target, options, count):
    with tempfile.NamedTemporaryFile() as out:
        command = [GDTRAIN, "cv", "datasets/" + file, "--target", target, *options, "-q", "--force"]
        subprocess.run([*command, "--predictions", out.name], check=True, stdout=subprocess.DEVNULL)
        written = pd.read_csv(out.name).sort_values("line")
    assert len(written) == count
    return written["fold"].to_numpy(int) - 1


def figures(model, splits, table, y):
    results = []
    for train, test in splits:
        fitted = clone(model).fit(table.iloc[train], y[train])
        result = {"rows": len(test), "loss": -fitted.score(table.iloc[test], y[test])}
        if y.dtype.kind != "f":
            result["accuracy"] = accuracy_score(y[test], fitted.predict(table.iloc[test]))
        results.append(result)
    return results


def grouped(file, target, l2, group, count):
    table, y, levels = read(file, target, [group])
    folds = folds_of(file, target, ["--group", group, "--folds", str(count), "--l2", str(l2)], len(y))
    split, model = PredefinedSplit(folds), Model(l2, levels)
    method = "predict" if y.dtype.kind == "f" else "predict_proba"
    predicted = np.asarray(cross_val_predict(model, table, y, cv=split, method=method))
    return {"file": file, "target": target, "l2": l2, "group": group, "folds": "".join(map(str, folds)),
            "results": figures(model, split.split(), table, y),
            "predictions": [np.atleast_1d(p).tolist() for p in predicted[::40]]}


def ordered(file, target, l2, kind):
    table, y, levels = read(file, target)
    split = LeaveOneOut() if kind == "loo" else TimeSeriesSplit(int(kind[5:]))
    return {"file": file, "target": target, "l2": l2, "folds": kind,
            "results": figures(Model(l2, levels), split.split(table), table, y)}


def swept(file, target):
    table, y, levels = read(file, target)
    folds = folds_of(file, target, ["--folds", "4"], len(y))
    search = GridSearchCV(Model(levels=levels), {"l2": L2}, cv=PredefinedSplit(folds), refit=False)
    found = search.fit(table, y).cv_results_
    deviation = found["std_test_score"] * (4 / 3) ** 0.5  # divisor K - 1
    return {"file": file, "target": target, "l2": L2, "mean": (-found["mean_test_score"]).tolist(),
            "sd": deviation.tolist()}


if __name__ == "__main__":
    print(json.dumps({"grouped": [grouped(*t) for t in GROUPS], "ordered": [ordered(*t) for t in ORDERED],
                      "sweeps": [swept(*t) for t in SWEEPS]}))
    sys.stdout.flush()
