"""500,000 x 20 numbers from a CSV file of 98 MB, a linear model by full-batch descent, whole processes."""

import shlex
import shutil

from compare import Side, Work
from machine import PEERS, output_of, python, python_with

NAMES = ("linear-100", "linear-1000")


def works(setting):
    table = setting.table("numbers", "numbers.csv", 500_000, 20)
    for epochs, loop_aim, sgd_aim in ((100, 0.3, 0.3), (1000, 0.06, None)):
        yield Work(
            name=f"linear-{epochs}",
            title=f"500,000 x 20 CSV, linear, {epochs:,} epochs",
            gdtrain=setting.fit(table, "--lr", 0.3, "--epochs", epochs),
            peers=[
                Side("pandas + NumPy", python("numpy, pandas", "linear_numpy.py", table, "pandas", epochs), loop_aim),
                Side("polars + NumPy", polars(table, epochs), loop_aim),
                *([sgd(table, sgd_aim)] if sgd_aim else []),
            ],
            floor=setting.file_floor(table),
        )


def polars(table, epochs):
    """Python's package, or else that of node, whose process hands the numbers on through a pipe."""
    command = python("numpy, polars", "linear_numpy.py", table, "polars", epochs)
    if command or not python_with("numpy") or not node_has_polars():
        return command
    reader = shlex.join(["node", str(PEERS / "polars.js"), str(table)])
    return ["sh", "-c", f"{reader} | {shlex.join(map(str, python('numpy', 'linear_numpy.py', '-', 'pipe', epochs)))}"]


def node_has_polars():
    return bool(shutil.which("node")) and output_of("node", "-e", "require('nodejs-polars')") is not None


def sgd(table, aim):
    """Its steps are of one row each, so that it ends near the minimum, not at it."""
    return Side("SGDRegressor, 10 epochs", python("sklearn, pandas", "linear_sgd.py", table), aim, tolerance=0.01)
