"""Minima along paths of penalties, to compare gdtrain path with: coefficients for standardised inputs.

With N the penalty and R the share of l1, gdtrain minimises the mean loss + R N sum|w| + (1 - R) N / 2 sum w^2. For the
mean squared error that is twice what enet_path minimises with alpha = N / 2 and l1_ratio = R; for cross-entropy
LogisticRegression has C = 1 / (n N) and, for softmax, as many weights as classes. PoissonRegressor has alpha = N. The
largest penalty is max |slope| / R where all weights are 0, for R = 0 a hundred times the largest curvature there. Made with Python 3, NumPy, pandas and scikit-learn, from the
root of the repository:

    python3 src/test/resources/oracles/path.py > src/test/resources/oracles/path.json
"""
import json
import warnings

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, PoissonRegressor, enet_path
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")

TASKS = [  # file, target, loss, share of l1, smallest penalty over the largest
    ("diabetes.csv", "progression", "mse", 1.0, 0.001),
    ("diabetes.csv", "progression", "mse", 0.5, 0.001),
    ("longley.csv", "TOTEMP", "mse", 0.9, 0.01),
    ("mtcars.csv", "mpg", "mse", 0.25, 0.001),
    ("breast_cancer.csv", "diagnosis", "auto", 1.0, 0.01),
    ("iris.csv", "species", "auto", 1.0, 0.01),
    ("mtcars.csv", "carb", "poisson", 0.0, 0.0001),
]
PENALTIES = 4


def largest(x, y, loss, share):
    centred = y - y.mean(axis=0)
    factor = 2 if loss == "mse" else 1
    return factor * np.abs(x.T @ centred).max() / len(x) / share


def largest_of_squares(x, y):
    """A hundred times the largest curvature of the Poisson loss where all weights are 0."""
    return 100 * y.mean() * max(1, np.linalg.eigvalsh(x.T @ x / len(x)).max())


def minimum(x, y, loss, share, penalty):
    if loss == "mse":
        _, coefficients, _ = enet_path(
            x, y - y.mean(), alphas=[penalty / 2], l1_ratio=share, tol=1e-14, max_iter=1000000)
        return coefficients.T
    if loss == "poisson":
        return [PoissonRegressor(alpha=penalty, solver="newton-cholesky", tol=1e-12, max_iter=999).fit(x, y).coef_]
    model = LogisticRegression(
        penalty="l1", C=1 / (len(x) * penalty), solver="saga", tol=1e-11, max_iter=1000000)
    return model.fit(x, y).coef_


def task(file, target, loss, share, ratio):
    table = pd.read_csv("datasets/" + file).drop(columns=["model", "Obs"], errors="ignore")
    y = table.pop(target)
    y = y.to_numpy(float) if y.dtype.kind in "if" else y.to_numpy(str)
    x = StandardScaler().fit_transform(table.to_numpy(float))
    codes = y if y.dtype.kind == "f" else (y[:, None] == np.unique(y)).astype(float)
    top = largest(x, codes, loss, share) if share else largest_of_squares(x, y)
    penalties = [top * ratio ** (i / (PENALTIES - 1)) for i in range(PENALTIES)]
    weights = [np.asarray(minimum(x, y, loss, share, p)).round(12).tolist() for p in penalties[1:]]
    return {"file": file, "target": target, "loss": loss, "share": share, "ratio": ratio, "inputs": list(table),
            "penalties": penalties, "weights": weights}


print(json.dumps([task(*t) for t in TASKS]))
