"""The lowest objectives of linear models with losses that have kinks: python3 kinks.py > kinks.json

Run from the top folder. Inputs have mean 0 and standard deviation 1 (divisor n), texts are 0/1 inputs
without the first level, rows with a missing cell are left out. Objective: weighted mean loss + l1 sum
|w| + l2/2 sum w^2, the intercept free. Without l2 a linear program by HiGHS; hinge with l2 is
scikit-learn's SVC with C = 1 / (rows l2), whose objective is C rows times ours.
"""
import json
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy.optimize import linprog
from scipy.sparse import csr_matrix
from sklearn.svm import SVC

warnings.simplefilter("ignore")


def table(name, target, exclude, weight):
    data = pd.read_csv(f"datasets/{name}.csv", na_values="?").drop(columns=exclude).dropna()
    weights = data[weight].to_numpy(float) if weight else np.ones(len(data))
    inputs = data.drop(columns=[target] + ([weight] if weight else []))
    columns = []
    for name in inputs:
        if inputs[name].dtype.kind in "if":
            x = inputs[name].to_numpy(float)
            if x.std() > 0:
                mean = np.average(x, weights=weights)
                columns.append((x - mean) / np.sqrt(np.average((x - mean) ** 2, weights=weights)))
        else:
            columns += [(inputs[name] == level).to_numpy(float) for level in sorted(inputs[name].unique())[1:]]
    return np.column_stack(columns + [np.ones(len(data))]), data[target], weights


def program(x, kinks, low, high, weights, l1):
    """The dual: max -sum s kink over low <= s / weight <= high with |sum s x| <= l1, of the mean."""
    a = weights / weights.sum()
    scale = np.abs(kinks).max()
    most = np.append(np.full(x.shape[1] - 1, l1), 0) if l1 else np.zeros(x.shape[1])
    rows = csr_matrix(x * 1.0).T
    unit = 1 / len(kinks)  # of slopes, so that they are of size 1
    bounds = np.column_stack([low * a, high * a]) / unit
    equal = {} if l1 else {"A_eq": rows, "b_eq": most}
    if l1:
        free = rows[-1]
        equal = {"A_eq": free, "b_eq": [0]}
        equal |= {"A_ub": csr_matrix(np.vstack([x.T[:-1], -x.T[:-1]])), "b_ub": np.full(2 * x.shape[1] - 2, l1 / unit)}
    options = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
    return -linprog(kinks / scale, bounds=bounds, method="highs-ds", options=options, **equal).fun * scale * unit


def machine(x, signs, l2):
    rows = len(signs)
    found = SVC(kernel="linear", C=1 / (rows * l2), tol=1e-9, cache_size=2000).fit(x[:, :-1], signs)
    w, raw = found.coef_[0], found.decision_function(x[:, :-1])
    return np.mean(np.maximum(0, 1 - signs * raw)) + l2 / 2 * w @ w


def optimum(loss, name, target, exclude=(), weight=None, l1=0, l2=0):
    x, y, weights = table(name, target, list(exclude), weight)
    if loss == "hinge":
        signs = np.where(y == sorted(y.unique())[-1], 1.0, -1.0)
        low, high = np.where(signs > 0, -1, 0), np.where(signs > 0, 0, 1)
        value = machine(x, signs, l2) if l2 else program(x, signs, low, high, weights, l1)
    else:
        q = float(loss.partition("=")[2] or 0.5)
        size = 2 if loss == "mae" else 1
        ones = np.ones(len(y))
        value = program(x, y.to_numpy(float), -q * size * ones, (1 - q) * size * ones, weights, l1)
    case = {"loss": loss, "data": name, "target": target, "exclude": list(exclude)}
    case |= {"weight": weight, "l1": l1 or None, "l2": l2 or None}
    return {k: v for k, v in case.items() if v} | {"value": value}


REGRESSIONS = [
    ("diabetes", "progression"),
    ("longley", "TOTEMP", ["Obs"]),
    ("mtcars", "mpg", ["model"]),
    ("norris", "y"),
    ("penguins", "body_mass_g"),
    ("penguins_raw", "Body Mass (g)", ["studyName", "Sample Number", "Region", "Stage", "Individual ID", "Date Egg", "Comments"]),
    ("randhie", "mdvis"),
    ("rents", "rent"),
]
LOSSES = ["mae", "quantile:q=0.1", "quantile:q=0.5", "quantile:q=0.9"]
optima = [optimum(loss, *data) for data in REGRESSIONS for loss in LOSSES]
optima += [
    optimum("mae", "mtcars", "mpg", ["model"], weight="carb"),
    optimum("mae", "diabetes", "progression", l1=0.05),
    optimum("hinge", "anes96", "vote"),
    optimum("hinge", "titanic", "survived", ["name"]),
    optimum("hinge", "anes96", "vote", l2=0.01),
    optimum("hinge", "titanic", "survived", ["name"], l2=0.001),
    optimum("hinge", "breast_cancer", "diagnosis", l2=0.01),
    optimum("hinge", "breast_cancer", "diagnosis", l2=0.001),
    optimum("hinge", "mtcars", "am", ["model"], l2=0.05),
    optimum("hinge", "house_votes_84", "party", l2=0.02),
]
versions = {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__}
print(json.dumps({"versions": versions, "optima": optima}, indent=1))
