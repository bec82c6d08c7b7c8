"""Predicts from a model file of gdtrain with NumPy alone.

predict_from_model.py MODEL DATA scaled_value|value [MODEL DATA scaled_value|value]...

Prints the CSV that gdtrain predict prints, and an empty line behind all but the last. scaled_value acts on
scaled inputs, value on raw ones.
"""

import csv
import json
import math
import sys

import numpy as np

MISSING = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"}


FORWARD = {"log": math.log, "sqrt": math.sqrt}
BACK = {"log": np.exp, "sqrt": lambda root: np.maximum(root, 0) ** 2}


def features(model, rows, scaled):
    """Every input by name, a number for each row."""
    raw, units = {}, {}
    for column in model["inputs"]:
        name = column["column"]
        cells = [row[name].strip() for row in rows]
        cells = [column["missing_reads_as"] if cell in MISSING else cell for cell in cells]
        if column["kind"] == "numeric":
            if "transform" in column:  # what replaces a missing cell is transformed already
                missing = [row[name].strip() in MISSING for row in rows]
                numbers = [c if gap else FORWARD[column["transform"]](float(c)) for c, gap in zip(cells, missing)]
                name = f"{column['transform']}({name})"
            else:
                numbers = [float(cell) for cell in cells]
            raw[name] = np.array(numbers)
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


ACTIVATIONS = {
    "relu": lambda z: np.maximum(z, 0),
    "leaky-relu": lambda z, slope: np.where(z > 0, z, slope * z),
    "elu": lambda z: np.where(z > 0, z, np.expm1(z)),
    "selu": lambda z: 1.0507009873554805
    * np.where(z > 0, z, 1.6732632423543772 * np.expm1(z)),
    "gelu": lambda z: z / 2 * np.vectorize(math.erfc)(-z / math.sqrt(2)),
    "swish": lambda z: z / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softplus": lambda z: np.logaddexp(0, z),
    "identity": lambda z: z,
}


def named(text):
    """What name[:key=value,...] is made of."""
    name, _, settings = text.partition(":")
    pairs = (pair.split("=") for pair in settings.split(",") if pair)
    return name, {key: float(value) for key, value in pairs}


def sums(parameters, entering, field):
    """What leaves a layer, by name: sums of parameter times what enters."""
    leaving = {}
    for parameter in parameters:
        term = parameter[field] * entering[parameter["input"]]
        leaving[parameter["output"]] = leaving.get(parameter["output"], 0) + term
    return leaving


def outputs(model, rows, field):
    """The raw outputs by name, layer after layer; value brings the target's unit back."""
    entering = features(model, rows, field == "scaled_value")
    layers = model.get("hidden", [])
    for number, layer in enumerate(layers, 1):
        name, settings = named(layer["activation"])
        own = [p for p in model["parameters"] if p["layer"] == number]
        leaving = sums(own, entering, field).items()
        entering = {key: ACTIVATIONS[name](z, **settings) for key, z in leaving}
        entering["(intercept)"] = np.ones(len(rows))
    last = [p for p in model["parameters"] if p["layer"] == len(layers) + 1]
    raw = sums(last, entering, field)
    target = model["target"]
    if field == "scaled_value" and "scale" in target:
        raw = {key: target["center"] + target["scale"] * z for key, z in raw.items()}
    if "offset" in model:
        raw = {key: z + [float(row[model["offset"]]) for row in rows] for key, z in raw.items()}
    if "exposure" in model:
        raw = {key: z + np.log([float(row[model["exposure"]]) for row in rows]) for key, z in raw.items()}
    return raw


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
    loss, _ = named(model["loss"])
    target = model["target"]
    if target["task"] == "regression":
        link = np.exp if loss in {"poisson", "gamma"} else BACK.get(target.get("transform"), np.asarray)
        print("prediction")
        for value in link(next(iter(raw.values()))):
            print(repr(float(value)))
        return
    classes = target["classes"]
    if loss in {"hinge", "squared-hinge"}:
        print("prediction")
        for value in raw[classes[1]]:
            print(classes[int(value > 0)])
        return
    print(",".join(["prediction"] + [f"probability_{label}" for label in classes]))
    for row in probabilities(classes, raw):
        best = int(row[1] >= target["threshold"]) if "threshold" in target else row.argmax()
        print(",".join([classes[best]] + [repr(float(p)) for p in row]))


for first in range(1, len(sys.argv), 3):
    if first > 1:
        print()
    main(*sys.argv[first : first + 3])
