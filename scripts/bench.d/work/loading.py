"""Loading the 500,000 x 20 CSV file: the peak of resident memory."""

from compare import Side, Work
from machine import python

NAMES = ("loading",)


def works(setting):
    table = setting.table("numbers", "numbers.csv", 500_000, 20)
    matrix = 500_000 * 21 * 8
    yield Work(
        name="loading",
        title="loading 500,000 x 20, peak memory",
        gdtrain=setting.fit(table, "--epochs", 0),
        peers=[Side("pandas", python("pandas", "load_pandas.py", table), aim=0.6, tolerance=None)],
        memory=True,
        floor=(matrix / 1e6, "the numbers as doubles"),
    )
