"""Eigenvalues of the Hessian of squared loss, to 17 digits: python3 spectra.py > spectra.json

Run from the top folder. For every regression task of reference.json, encoded
as its conventions say, the eigenvalues of 2/n X'X + l2 on the weights (the constant 1 is the last
input, its intercept is free), largest first. Cells are read as doubles; from there on everything,
means, deviations, X'X and its eigenvalues, is computed with 80 digits by mpmath.
"""
import csv
import json

import mpmath
from mpmath import mp, mpf

mp.dps = 80
MISSING = {"", "?", "NA"}


def number(cell):
    try:
        return mpf(float(cell))
    except ValueError:
        return None


def columns(name, task):
    """The features of a task as lists of numbers, and which of them are numeric columns."""
    with open(f"datasets/{name}", newline="", encoding="utf-8") as file:
        records = [[cell.strip() for cell in record] for record in csv.reader(file) if record]
    names, rows = records[0], records[1:]
    target = names.index(task["target"])
    rows = [row for row in rows if row[target] not in MISSING]
    assert len(rows) == task["rows_used"]
    for position, column in enumerate(names):
        if position == target or column in task["dropped_columns"]:
            continue
        cells = [row[position] for row in rows]
        present = [cell for cell in cells if cell not in MISSING]
        numbers = [number(cell) for cell in present]
        if None not in numbers:
            mean = mpmath.fsum(numbers) / len(numbers)
            yield [mean if cell in MISSING else number(cell) for cell in cells], True
            continue
        levels = sorted(set(present))
        usual = max(levels, key=lambda level: (present.count(level), [-ord(c) for c in level]))
        for level in levels[1:]:
            yield [mpf((usual if cell in MISSING else cell) == level) for cell in cells], False


def standardised(column):
    mean = mpmath.fsum(column) / len(column)
    deviation = mp.sqrt(mpmath.fsum((x - mean) ** 2 for x in column) / len(column))
    return [(x - mean) / deviation for x in column]


def eigenvalues(features, l2):
    n = len(features[0])
    inputs = features + [[mpf(1)] * n]
    hessian = mp.matrix(len(inputs))
    for i, one in enumerate(inputs):
        for j in range(i + 1):
            hessian[i, j] = hessian[j, i] = 2 * mpmath.fdot(one, inputs[j]) / n
    for i in range(len(features)):
        hessian[i, i] += mpf(l2)
    return sorted((float(value) for value in mp.eigsy(hessian, eigvals_only=True)), reverse=True)


def spectra():
    with open("src/test/resources/reference.json", encoding="utf-8") as file:
        sets = json.load(file)["sets"]
    for data in sets.values():
        for task in data["tasks"]:
            if task["task"] != "regression":
                continue
            raw = [c for c in columns(data["file"], task) if len(set(c[0])) > 1]
            scaled = [standardised(c) if numeric else c for c, numeric in raw]
            for scaling, features in (("NONE", [c for c, _ in raw]), ("STANDARD", scaled)):
                for l2 in (0, 0.01):
                    yield {
                        "file": data["file"],
                        "target": task["target"],
                        "exclude": task["dropped_columns"],
                        "scaling": scaling,
                        "l2": l2,
                        "eigenvalues": eigenvalues(features, l2),
                    }


print(json.dumps({"mpmath": mpmath.__version__, "spectra": list(spectra())}, indent=1))
