"""500,000 x 20 inputs and two classes, full batch: what an epoch adds to a run, from the slope between two."""

from compare import Side, Work, matrix_floor
from machine import python

NAMES = ("logistic-epoch",)


def works(setting):
    table = setting.table("classes", "classes.csv", 500_000, 20)
    numbers = setting.table("doubles", "classes.doubles", table)
    yield Work(
        name="logistic-epoch",
        title="500,000 x 20, logistic, full batch, an epoch",
        gdtrain=setting.fit(table, "--lr", 0.5, "--epochs"),
        peers=[
            Side("NumPy", python("numpy", "logistic_numpy.py", numbers, 21), aim=0.5),
            Side("PyTorch", python("numpy, torch", "logistic_pytorch.py", numbers, 21), aim=0.8),
        ],
        epochs=(20, 170),
        floor=lambda setting: matrix_floor(500_000, 20, setting),
        floor_aim=2.5,
    )
