"""60,000 images of 784 pixels, 128 hidden tanh units, batches of 128: what an epoch adds to a run."""

from compare import Side, Work
from data import PIXELS
from machine import python

NAMES = ("images-epoch",)
ROWS = 60_000
NETWORK = ("--task", "classification", "--hidden", 128, "--batch-size", 128, "--optimizer", "adam", "--lr", 0.001)
NETWORK += ("--l2", 0)


def works(setting):
    table = setting.table("images", "images.csv", ROWS)
    numbers = setting.table("doubles", "images.doubles", table)
    yield Work(
        name="images-epoch",
        title="60,000 x 784, 128 hidden, batches of 128, an epoch",
        gdtrain=setting.fit(table, *NETWORK, "--log-every", 1000, "--epochs"),
        peers=[  # starting weights and shuffles differ, and so do the losses
            Side("PyTorch", python("numpy, torch", "images_pytorch.py", numbers, PIXELS + 1), aim=1.0, tolerance=0.5)
        ],
        epochs=(1, 3),
        floor=setting.matrix_floor(ROWS, PIXELS),
    )
