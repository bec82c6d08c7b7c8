"""The lowest mean loss of linear models, and where it is: python3 loss_optima.py > loss_optima.json

Run from the top folder. Inputs have mean 0 and standard deviation 1 (divisor n); scaled_values are
for these, the intercept last. Poisson, gamma: scikit-learn's Newton solvers; quantile: its linear
program; hinge: a linear program; the others: Newton's method on the written-out loss.
"""
import json
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy.optimize import linprog
from scipy.special import expit
from sklearn.linear_model import GammaRegressor, PoissonRegressor, QuantileRegressor

warnings.simplefilter("ignore")


def table(name, target):
    data = pd.read_csv(f"datasets/{name}.csv").select_dtypes("number").dropna()
    x = data.drop(columns=target)
    x = ((x - x.mean()) / x.std(ddof=0)).to_numpy()
    return np.column_stack([x, np.ones(len(x))]), data[target].to_numpy(float)


def newton(x, slope, start=None):
    """Newton's method, the Hessian by differences of the slope, halving steps that do not help."""
    w = np.zeros(x.shape[1]) if start is None else start
    gradient = lambda w: x.T @ slope(x @ w) / len(x)
    for _ in range(500):
        g = gradient(w)
        raw = x @ w
        bend = (slope(raw + 1e-5) - slope(raw - 1e-5)) / 2e-5
        step = np.linalg.lstsq(x.T @ (bend[:, None] * x) / len(x), g, rcond=None)[0]
        while np.linalg.norm(gradient(w - step)) > np.linalg.norm(g) and np.linalg.norm(step) > 1e-14:
            step /= 2
        w = w - step
        if np.linalg.norm(step) < 1e-13 * np.linalg.norm(w):
            break
    return w


def scikit(model, x, y):
    model.fit(x[:, :-1], y)
    return np.append(model.coef_, model.intercept_)


def hinge(x, y):
    n, d = x.shape
    a = np.column_stack([-(2 * y - 1)[:, None] * x, -np.eye(n)])
    bounds = [(None, None)] * d + [(0, None)] * n
    cost = np.append(np.zeros(d), np.ones(n) / n)
    return linprog(cost, a, -np.ones(n), bounds=bounds, method="highs").x[:d]


def huber(raw, y, delta):
    r = np.abs(raw - y)
    return np.mean(np.where(r <= delta, r * r / 2, delta * (r - delta / 2)))


def focal(raw, y, gamma):
    z = (2 * y - 1) * raw
    return np.mean(expit(-z) ** gamma * np.logaddexp(0, -z))


def focal_slope(raw, y, gamma):
    s = 2 * y - 1
    z = s * raw
    q = expit(-z)
    return -s * q**gamma * (q + gamma * (1 - q) * np.logaddexp(0, -z))


def optimum(loss, name, target):
    x, y = table(name, target)
    base, _, setting = loss.partition(":")
    number = float(setting.partition("=")[2] or "nan")
    if base == "poisson":
        w = scikit(PoissonRegressor(alpha=0, solver="newton-cholesky", tol=1e-13, max_iter=1000), x, y)
        raw = x @ w
        value = np.mean(np.exp(raw) - y + np.where(y > 0, y * (np.log(np.where(y > 0, y, 1)) - raw), 0))
    elif base == "gamma":
        w = scikit(GammaRegressor(alpha=0, solver="newton-cholesky", tol=1e-13, max_iter=1000), x, y)
        value = np.mean(x @ w - np.log(y) + y * np.exp(-(x @ w)) - 1)
    elif base == "quantile" or base == "mae":
        q = 0.5 if base == "mae" else number
        w = scikit(QuantileRegressor(quantile=q, alpha=0, solver="highs"), x, y)
        r = x @ w - y
        value = np.mean(np.where(r > 0, (1 - q) * r, -q * r)) * (2 if base == "mae" else 1)
    elif base == "huber":
        w = newton(x, lambda raw: np.clip(raw - y, -number, number), np.linalg.lstsq(x, y, rcond=None)[0])
        value = huber(x @ w, y, number)
    elif base == "log-cosh":
        w = newton(x, lambda raw: number * np.tanh((raw - y) / number), np.linalg.lstsq(x, y, rcond=None)[0])
        u = (x @ w - y) / number
        value = np.mean(number**2 * (np.logaddexp(u, -u) - np.log(2)))
    elif base == "hinge":
        w = hinge(x, y)
        value = np.mean(np.maximum(0, 1 - (2 * y - 1) * (x @ w)))
    elif base == "squared-hinge":
        s = 2 * y - 1
        w = newton(x, lambda raw: -2 * s * np.maximum(0, 1 - s * raw))
        value = np.mean(np.maximum(0, 1 - s * (x @ w)) ** 2)
    elif base == "focal":
        w = newton(x, lambda raw: focal_slope(raw, y, number))
        value = focal(x @ w, y, number)
    return {"loss": loss, "data": name, "target": target, "value": value, "scaled_values": list(w)}


CASES = [
    ("poisson", "randhie", "mdvis"),
    ("gamma", "mtcars", "mpg"),
    ("mae", "penguins", "body_mass_g"),
    ("quantile:q=0.25", "penguins", "body_mass_g"),
    ("quantile:q=0.9", "penguins", "body_mass_g"),
    ("huber:delta=20", "diabetes", "progression"),
    ("log-cosh:width=10", "diabetes", "progression"),
    ("hinge", "anes96", "vote"),
    ("squared-hinge", "anes96", "vote"),
    ("focal:gamma=2", "anes96", "vote"),
]
versions = {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__}
print(json.dumps({"versions": versions, "optima": [optimum(*case) for case in CASES]}, indent=1))
