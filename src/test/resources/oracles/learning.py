"""Learning curves by scikit-learn's learning_curve, to compare gdtrain cv --learning-curve with.

Folds and the order in which a fold's rows are learned from are dealt by java.util.Random as gdtrain deals them (folds in
time: the last row first), and given to learning_curve, which takes the first rows of each share. Run from the root:

    python3 src/test/resources/oracles/learning.py > src/test/resources/oracles/learning.json
"""
import json

import numpy as np
from columns import JavaRandom, order
from folds import Model, read
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import TimeSeriesSplit, learning_curve

SHARES = [0.1, 0.325, 0.55, 0.775, 1.0]
TASKS = [  # file, target, l2, folds
    ("diabetes.csv", "progression", 0.01, "5"),
    ("iris.csv", "species", 0.01, "5"),
    ("mtcars.csv", "mpg", 0.1, "4"),
    ("breast_cancer.csv", "diagnosis", 0.01, "3"),
    ("penguins.csv", "species", 0.01, "4"),
    ("titanic.csv", "survived", 0.01, "time:3"),
]


def dealt(classes, folds, seed=42):
    random, turn = JavaRandom(seed), 0
    fold = np.zeros(len(classes), dtype=int)
    for label in np.unique(classes):
        members = np.flatnonzero(classes == label)
        for i in order(len(members), random):
            fold[members[i]] = turn % folds
            turn += 1
    for held in range(folds):
        learned = np.flatnonzero(fold != held)
        shuffled = learned[order(len(learned), JavaRandom(seed))]
        place = np.zeros(len(shuffled))
        for label in np.unique(classes):
            met = np.flatnonzero(classes[shuffled] == label)
            place[met] = (np.arange(len(met)) + 0.5) / len(met)
        yield shuffled[np.argsort(place, kind="stable")], np.flatnonzero(fold == held)


def figure(model, table, y):
    return r2_score(y, model.predict(table)) if y.dtype.kind == "f" else accuracy_score(y, model.predict(table))


def curve(file, target, l2, folds):
    table, y, levels = read(file, target)
    classes = np.zeros(len(y)) if y.dtype.kind == "f" else y
    if folds.startswith("time:"):
        splits = [(train[::-1], test) for train, test in TimeSeriesSplit(int(folds[5:])).split(table)]
    else:
        splits = list(dealt(classes, int(folds)))
    name = "r2" if y.dtype.kind == "f" else "accuracy"
    columns = {"rows": []}
    for metric, scoring, sign in [("loss", None, -1), (name, figure, 1)]:
        found = [learning_curve(Model(l2, levels), table, y, cv=[split], train_sizes=SHARES, scoring=scoring)
                 for split in splits]  # one by one, since shares are of each fold's own rows
        columns["rows"] = np.mean([sizes for sizes, _, _ in found], axis=0).tolist()
        for part, place in [("train", 1), ("test", 2)]:
            scores = sign * np.array([one[place][:, 0] for one in found])
            columns[f"{part}_{metric}"] = scores.mean(axis=0).tolist()
            columns[f"{part}_{metric}_sd"] = scores.std(axis=0, ddof=1).tolist()
    return {"file": file, "target": target, "l2": l2, "folds": folds, "columns": columns}


print(json.dumps([curve(*task) for task in TASKS]))
