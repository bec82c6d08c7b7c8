"""How the cost grows with rows and with columns: the exponent of a power that is fitted to the larger tables."""

import shutil
from math import log

import machine
from measure import Contender, measure
from report import Row, megabytes, seconds

NAMES = ("rows", "columns")
AIM = 1.05
ROUNDS = 3  # at most; a size differs from the next by more than rounds do
GIGABYTE = 1e9
LEAST_SQUARES = ("linear, least squares", ("--task", "regression", "--lr", 0.3, "--epochs", 100))
LOGISTIC = ("logistic, 10 epochs", ("--lr", 0.5, "--epochs", 10))


def works(setting):
    yield Growth("rows", "x 10 CSV", (10**3, 10**4, 10**5, 3 * 10**5, 10**6, 3 * 10**6, 10**7), first_rows)
    yield Growth("columns", "columns of 20,000 rows", (10, 30, 100, 300, 1000), wide)


def first_rows(setting, rows):
    source = setting.table("classes", "long.csv", 2_000_000, 10)
    return setting.table("repeat", "rows.csv", rows, source)


def wide(setting, columns):
    return setting.table("classes", "columns.csv", 20_000, columns)


class Growth:
    """Whole runs over tables of growing size, less the start; every table is there only while it is needed."""

    def __init__(self, name, unit, sizes, table):
        self.name = name
        self.unit = unit
        self.sizes = sizes
        self.table = table
        # Among columns the least squares have a part that grows with their square.
        self.models = (LEAST_SQUARES, LOGISTIC) if name == "rows" else (LOGISTIC,)

    def measure(self, setting, rounds):
        setting.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(setting.folder).free < 3 * GIGABYTE:
            return [], [f"{self.name}: needs 3 GB of disk for tables, left out"], True
        points = {title: [] for title, _ in self.models}
        for size in self.sizes:
            table = self.table(setting, size)
            try:
                runs = [Contender(title, setting.fit(table, *options)) for title, options in self.models]
                runs.append(Contender("start", machine.no_epoch()))
                finished = measure(runs, min(rounds, ROUNDS), warm_up=0)
            finally:
                table.unlink()
            if len(finished) < len(runs):
                return [], [f"{self.name}: gdtrain failed at {size:,}"], False
            *finished, start = finished
            for run in finished:
                points[run.name].append((size, run.seconds() - start.seconds(), run.peak()))
        rows = [self.row(title, measured) for title, measured in points.items()]
        return rows, [self.note(title, measured) for title, measured in points.items()], True

    def row(self, title, points):
        upper = points[len(points) // 2 :]
        size, cost, peak = points[-1]
        return Row(
            work=f"{upper[0][0]:,} to {size:,} {self.unit}, {title}",
            gdtrain=seconds(cost),
            peer="exponent",
            ratio=exponent(upper),
            aim=AIM,
            peak=megabytes(peak),
        )

    def note(self, title, points):
        costs = ", ".join(f"{size:,}: {seconds(cost)}" for size, cost, _ in points)
        return f"{self.name}, {title}: whole process less the start: {costs}"


def exponent(points):
    """The slope of the least-squares line through the logarithms; None where the start hides what a table costs."""
    if min(cost for _, cost, _ in points) <= 0:
        return None
    xs = [log(size) for size, _, _ in points]
    ys = [log(cost) for _, cost, _ in points]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys)) / sum((x - x_mean) ** 2 for x in xs)
