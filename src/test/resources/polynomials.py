"""Least squares on powers and products of columns: coefficients of the raw features, to compare with.

The features come from PolynomialFeatures of scikit-learn; of them stay the powers of one column and, where the
task has interactions, the products of two columns. They are standardised (divisor n), so that NumPy's lstsq, by
singular values, keeps its digits, and the coefficients are turned back to the raw features. Categories are 0/1
columns without the first level. Rows with a missing cell are left out. Made with Python 3, NumPy, pandas and
scikit-learn, from the root of the repository:

    python3 src/test/resources/polynomials.py > src/test/resources/polynomials.json
"""
import json

import numpy as np
import pandas as pd
from sklearn.preprocessing import PolynomialFeatures

TASKS = [
    ("mtcars.csv", "mpg", ["hp", "wt"], 2, True),
    ("mtcars.csv", "mpg", ["hp", "wt"], 2, False),
    ("diabetes.csv", "progression", ["bmi", "bp", "s5"], 3, True),
    ("penguins.csv", "body_mass_g", ["species", "flipper_length_mm", "sex"], 1, True),
    ("penguins.csv", "body_mass_g", ["species", "bill_length_mm"], 2, True),
]


def columns(table, inputs):
    """Numbers by name, and for each the column it comes from."""
    numbers, sources = {}, []
    for name in inputs:
        if pd.api.types.is_numeric_dtype(table[name]):
            numbers[name] = table[name].to_numpy(float)
            sources.append(name)
            continue
        for level in sorted(table[name].unique())[1:]:
            numbers[f"{name}={level}"] = (table[name] == level).to_numpy(float)
            sources.append(name)
    return numbers, sources


def wanted(powers, sources, interactions):
    met = [sources[i] for i in np.flatnonzero(powers)]
    if len(met) == 1:
        return True
    return interactions and powers.sum() == 2 and len(set(met)) == 2


def task(file, target, inputs, degree, interactions):
    table = pd.read_csv("datasets/" + file)[inputs + [target]].dropna()
    numbers, sources = columns(table, inputs)
    names = list(numbers)
    expansion = PolynomialFeatures(max(degree, 2), include_bias=False)
    raw = expansion.fit_transform(np.column_stack(list(numbers.values())))
    features = {}
    for powers, values in zip(expansion.powers_, raw.T):
        dummy = any("=" in names[i] for i in np.flatnonzero(powers))
        most = 1 if dummy else degree
        if powers.max() > most or not wanted(powers, sources, interactions):
            continue
        name = ":".join(names[i] + (f"^{powers[i]}" if powers[i] > 1 else "") for i in np.flatnonzero(powers))
        if np.ptp(values) > 0:
            features[name] = values
    x = np.column_stack(list(features.values()))
    y = table[target].to_numpy(float)
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    design = (x - mean) / deviation
    weights, _, rank, singular = np.linalg.lstsq(design, y - y.mean(), rcond=None)
    assert rank == len(features)
    mse = np.mean((design @ weights + y.mean() - y) ** 2)
    raw_weights = weights / deviation
    return {
        "file": file,
        "target": target,
        "inputs": inputs,
        "degree": degree,
        "interactions": interactions,
        "rows": len(y),
        "condition": float(singular[0] / singular[-1]),
        "mse": float(mse),
        "intercept": float(y.mean() - raw_weights @ mean),
        "coefficients": dict(zip(features, map(float, raw_weights))),
    }


print(json.dumps([task(*each) for each in TASKS], indent=1))
