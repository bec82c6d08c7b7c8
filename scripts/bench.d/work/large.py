"""A table larger than the memory it may use: 20,000,000 x 10 with --memory 256m, and the same bits as in memory."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from machine import distribution, output_of
from measure import run_once
from report import Row, megabytes, seconds

NAMES = ("large",)
AIM = 600  # megabytes
ROWS, PART = 20_000_000, 2_000_000
DISK = 6e9  # bytes: the table, and what gdtrain puts on disk of it
EPOCHS = ("--lr", 0.5, "--epochs", 3)


def works(setting):
    yield Large()


class Large:
    name = "large"

    def measure(self, setting, rounds):
        if "--memory" not in output_of(distribution(), "fit", "--help"):
            return [], ["large: this gdtrain has no option --memory, left out"], True
        setting.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(setting.folder).free
        if free < DISK:
            return [], [f"large: needs {DISK / 1e9:.0f} GB of disk, {free / 1e9:.1f} GB are free, left out"], True
        part = setting.table("classes", "long.csv", PART, 10)
        same = fitted(setting, part) == fitted(setting, part, "--memory", "64m")
        rows = [
            Row(
                work=f"{PART:,} x 10 CSV, logistic, log and parameters with --memory 64m and without",
                gdtrain="same bytes" if same else "other bytes",
                met=same,
            )
        ]
        row, failure = peak(setting, part)
        return rows + row, failure, same and not failure


def peak(setting, part):
    """One run: its memory hardly varies, and it takes long."""
    table = setting.table("repeat", "large.csv", ROWS, part)
    try:
        taken, megabytes_held, failure = run_once(
            [str(word) for word in setting.fit(table, *EPOCHS, "--memory", "256m")]
        )
    finally:
        table.unlink()
    if failure:
        return [], [f"large: gdtrain failed: {failure}"]
    row = Row(
        work=f"{ROWS:,} x 10 CSV, logistic, 3 epochs, --memory 256m: peak memory",
        gdtrain=f"{megabytes(megabytes_held)} in {seconds(taken)}",
        peer="the aim",
        peer_cost=megabytes(AIM),
        ratio=megabytes_held / AIM,
        aim=1,
        peak=megabytes(megabytes_held),
    )
    return [row], []


def fitted(setting, table, *options):
    """The bytes of the loss log and of the parameters."""
    with tempfile.TemporaryDirectory() as folder:
        parameters = Path(folder, "parameters.csv")
        command = setting.fit(table, *EPOCHS, "--params", parameters, *options)
        done = subprocess.run([str(word) for word in command], capture_output=True, check=True)
        return done.stdout, parameters.read_bytes()
