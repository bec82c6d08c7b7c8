"""One epoch of mini-batches on the same 500,000 x 20 CSV file, whole processes."""

import shutil

from compare import Side, Work
from machine import python

NAMES = ("minibatch",)
ROWS, RATE = 256, 0.01


def works(setting):
    table = setting.table("numbers", "numbers.csv", 500_000, 20)
    yield Work(
        name="minibatch",
        title=f"500,000 x 20 CSV, linear, 1 epoch, --batch-size {ROWS}",
        gdtrain=setting.fit(table, "--batch-size", ROWS, "--epochs", 1, "--lr", RATE),
        peers=[
            vowpal_wabbit(setting, table),
            Side(
                "pandas + NumPy",
                python("numpy, pandas", "minibatch_numpy.py", table, "pandas", RATE, ROWS),
                tolerance=0.01,
            ),
        ],
        floor=setting.file_floor(table),
    )


def vowpal_wabbit(setting, table):
    """One pass, adaptive and normalised as is its default, over its own format, which it reads fastest.

    At its usual rate of 0.5 one pass ends at twice the loss. What it prints is the mean loss
    met on the way; that of the model it ends with takes a second pass to know.
    """
    vw = shutil.which("vw")
    if not vw:
        return Side("Vowpal Wabbit", None)
    rows, model = setting.table("vw", "numbers.vw", table), setting.folder / "vw.model"
    learn = [vw, "--quiet", "-l", 2, "-d", rows, "-f", model]
    check = ["sh", "-c", '"$1" --quiet -l 2 -d "$2" -f "$3" && "$1" -t -i "$3" -d "$2" 2>&1', "sh", vw, rows, model]
    return Side("Vowpal Wabbit", learn, aim=1.0, tolerance=0.01, check=check, loss=average_loss)


def average_loss(done):
    line = next(line for line in done.stdout.splitlines() if line.startswith("average loss"))
    return float(line.split("=")[1])
