"""Folds, a sweep over folds and a path of penalties, whole processes; the folds are other ones on either side."""

import csv
import io

import machine
from compare import Side, Work
from machine import python

NAMES = ("cv", "sweep-folds", "path")
TITANIC = machine.ROOT / "datasets" / "titanic.csv"
DIABETES = machine.ROOT / "datasets" / "diabetes.csv"
CANCER = machine.ROOT / "datasets" / "breast_cancer.csv"

# Relative, of two losses of rows held out in different folds.
OTHER_FOLDS = 0.25

PENALTIES = ",".join(f"{10 ** (-4 + 6 * i / 19):.6g}" for i in range(20))


def works(setting):
    gdtrain = [machine.distribution()]
    threads = ["--threads", setting.threads, "--quiet"]
    yield Work(
        name="cv",
        title="titanic, logistic, 5 folds",
        gdtrain=[*gdtrain, "cv", TITANIC, "--exclude", "name", *threads],
        peers=[peer("cv", TITANIC)],
        loss=least("fold", "mean", metric="loss"),
    )
    yield Work(
        name="sweep-folds",
        title="diabetes, 20 l2 penalties, 5 folds",
        gdtrain=[*gdtrain, "sweep", DIABETES, "--l2", PENALTIES, "--folds", 5, *threads],
        peers=[peer("sweep", DIABETES)],
        loss=least("fold", "mean", value="loss"),
    )
    yield Work(
        name="path",
        title="breast_cancer, 100 l1 penalties, 5 folds",
        gdtrain=[*gdtrain, "path", CANCER, "--penalties", 100, *threads],
        peers=[peer("path", CANCER)],
        loss=least("input", "cv_loss"),
    )


def peer(task, file):
    command = python("sklearn, pandas", "selection_scikit_learn.py", task, file)
    return Side("scikit-learn", command, aim=0.5, tolerance=OTHER_FOLDS)


def least(column, word, value="value", **others):
    """Tells the least value of the rows that have a word in a column, and others in others."""

    def told(done):
        rows = csv.DictReader(io.StringIO(done.stdout))
        wanted = {column: word, **others}
        return min(float(row[value]) for row in rows if all(row[key] == wanted[key] for key in wanted))

    return told
