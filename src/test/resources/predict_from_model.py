"""Predicts from a model file of gdtrain with NumPy alone.

predict_from_model.py MODEL DATA scaled_value|value

Prints the CSV that gdtrain predict prints. scaled_value acts on scaled inputs, value on raw ones.
"""

import csv
import json
import sys

import numpy as np

MISSING = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"}


def features(model, rows, scaled):
    """Every input by name, a number for each row."""
    raw, units = {}, {}
    for column in model["inputs"]:
        name = column["column"]
        cells = [row[name].strip() for row in rows]
        cells = [column["missing_reads_as"] if cell in MISSING else cell for cell in cells]
        if column["kind"] == "numeric":
            raw[name] = np.array([float(cell) for cell in cells])
            units[name] = column["center"], column["scale"]
        else:
            levels = column["levels"]
            for level in levels[1:] if column["coding"] == "treatment" else levels:
                raw[f"{name}={level}"] = np.array([float(cell == level) for cell in cells])
    for product in model.get("products", []):
        factors = product["factors"]
        power = len(set(factors)) == 1
        name = f"{factors[0]}^{len(factors)}" if power else ":".join(factors)
        raw[name] = np.prod([raw[factor] for factor in factors], axis=0)
        units[name] = product["center"], product["scale"]
    if scaled:
        for name, (center, scale) in units.items():
            raw[name] = (raw[name] - center) / scale
    return raw | {"(intercept)": np.ones(len(rows))}


def outputs(model, rows, field):
    """The raw outputs by name: sums of parameter times input."""
    inputs = features(model, rows, field == "scaled_value")
    sums = {}
    for parameter in model["parameters"]:
        term = parameter[field] * inputs[parameter["input"]]
        sums[parameter["output"]] = sums.get(parameter["output"], 0) + term
    return sums


def probabilities(classes, raw):
    if len(classes) == 2:
        second = 1 / (1 + np.exp(-raw[classes[1]]))
        return np.column_stack([1 - second, second])
    logits = np.column_stack([raw[label] for label in classes])
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def main(model_file, data_file, field):
    with open(model_file, encoding="utf-8") as file:
        model = json.load(file)
    with open(data_file, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    raw = outputs(model, rows, field)
    target = model["target"]
    if target["task"] == "regression":
        print("prediction")
        for value in raw[target["column"]]:
            print(repr(float(value)))
        return
    classes = target["classes"]
    print(",".join(["prediction"] + [f"probability_{label}" for label in classes]))
    for row in probabilities(classes, raw):
        print(",".join([classes[row.argmax()]] + [repr(float(p)) for p in row]))


main(*sys.argv[1:])
