"""500,000 x 20 inputs and two classes, full batch: what an epoch adds to a run, and a whole run to the minimum."""

import shutil
from re import findall

from compare import Side, Work
from machine import python

NAMES = ("logistic-epoch", "logistic-minimum")
ROWS, COLUMNS = 500_000, 20


def works(setting):
    table = setting.table("classes", "classes.csv", ROWS, COLUMNS)
    yield epoch(setting, table)
    yield minimum(setting, table)


def epoch(setting, table):
    """The slope between a short run and a long one."""
    numbers = setting.table("doubles", "classes.doubles", table)
    return Work(
        name="logistic-epoch",
        title="500,000 x 20, logistic, full batch, an epoch",
        gdtrain=setting.fit(table, "--lr", 0.5, "--epochs"),
        peers=[
            Side("NumPy", python("numpy", "logistic_numpy.py", numbers, COLUMNS + 1), aim=0.5),
            Side("PyTorch", python("numpy, torch", "logistic_pytorch.py", numbers, COLUMNS + 1), aim=0.8),
        ],
        epochs=(20, 170),
        floor=setting.matrix_floor(ROWS, COLUMNS),
        floor_aim=2.5,
    )


def minimum(setting, table):
    """Each until it says that it has converged; liblinear by Newton's method in a trust region, from its own format."""
    liblinear = shutil.which("liblinear-train")
    train = liblinear and [liblinear, "-s", 0, "-c", 1, "-B", 1, "-e", 1e-4]
    command = train and [*train, setting.table("libsvm", "classes.libsvm", table), setting.folder / "liblinear.model"]
    return Work(
        name="logistic-minimum",
        title="500,000 x 20 CSV, logistic, to the minimum",
        gdtrain=setting.fit(table, tolerance=1e-6),
        peers=[Side("liblinear", command, tolerance=1e-3, loss=objective)],
        floor=setting.file_floor(table),
    )


def objective(done):
    """The sum over the rows, with a penalty that is next to nothing: iter 6 act ... f 1.641e+05 |g| ..."""
    return float(findall(r" f ([\d.e+]+) ", done.stdout)[-1]) / ROWS
