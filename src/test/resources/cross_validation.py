"""Cross-validation by scikit-learn, to compare with: the fold of every row, and the figures of every fold.

Numbers that are missing become the mean of the training rows of the fold, by which they are then standardised
(divisor n); categories are 0/1 columns without the first level. With l2 for the factor of gdtrain, n rows to learn from, the
penalty is C = 1 / (n l2) for LogisticRegression and alpha = n l2 / 2 for Ridge. Made with Python 3, NumPy, pandas
and scikit-learn, from the root of the repository:

    python3 src/test/resources/cross_validation.py > src/test/resources/cross_validation.json
"""
import json

import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, f1_score, log_loss, mean_absolute_error,
                             mean_squared_error, precision_score, r2_score, recall_score, roc_auc_score)
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.preprocessing import StandardScaler

TASKS = [
    ("iris.csv", "species", 0.01),
    ("breast_cancer.csv", "diagnosis", 0.01),
    ("titanic.csv", "survived", 0.001),
    ("diabetes.csv", "progression", 0.1),
]


def features(table, train):
    parts = []
    for name in table:
        if pd.api.types.is_numeric_dtype(table[name]):
            column = table[[name]].to_numpy(float)
            column = SimpleImputer().fit(column[train]).transform(column)
            parts.append(StandardScaler().fit(column[train]).transform(column))
        else:
            parts += [(table[[name]] == level).to_numpy(float) for level in sorted(table[name].unique())[1:]]
    return np.hstack(parts)


def figures(x, y, train, test, l2):
    if y.dtype.kind == "f":
        model = Ridge(alpha=len(train) * l2 / 2).fit(x[train], y[train])
        guess = model.predict(x[test])
        mse = mean_squared_error(y[test], guess)
        return {"loss": mse, "mse": mse, "rmse": mse ** 0.5, "mae": mean_absolute_error(y[test], guess),
                "r2": r2_score(y[test], guess)}
    model = LogisticRegression(C=1 / (len(train) * l2), solver="newton-cg", tol=1e-8, max_iter=9999)
    model.fit(x[train], y[train])
    share, guess, truth = model.predict_proba(x[test]), model.predict(x[test]), y[test]
    result = {"loss": log_loss(truth, share), "accuracy": accuracy_score(truth, guess),
              "balanced_accuracy": balanced_accuracy_score(truth, guess)}
    if share.shape[1] == 2:
        label = model.classes_[1]
        result |= {"precision": precision_score(truth, guess, pos_label=label),
                   "recall": recall_score(truth, guess, pos_label=label),
                   "f1": f1_score(truth, guess, pos_label=label),
                   "auc": roc_auc_score(truth == label, share[:, 1])}
    return result


def task(file, target, l2):
    table = pd.read_csv("datasets/" + file).drop(columns="name", errors="ignore")
    y = table.pop(target).to_numpy()
    y = y.astype(float) if y.dtype.kind in "if" else y.astype(str)
    split = (KFold if y.dtype.kind == "f" else StratifiedKFold)(5, shuffle=True, random_state=1)
    folds, results = [0] * len(y), []
    for fold, (train, test) in enumerate(split.split(table, y)):
        for row in test:
            folds[row] = fold
        results.append({"rows": len(test)} | figures(features(table, train), y, train, test, l2))
    return {"file": file, "target": target, "l2": l2, "folds": "".join(map(str, folds)), "results": results}


print(json.dumps([task(*t) for t in TASKS], indent=1))
