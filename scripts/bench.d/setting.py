"""What all pieces of work have in common."""

from dataclasses import dataclass, field
from pathlib import Path

import data
import machine


@dataclass
class Setting:
    """Threads of either side, and where the tables are that are made."""

    threads: int
    folder: Path
    builds: list = field(default_factory=list)  # launchers of other builds of gdtrain, to be measured beside it

    def fit(self, table, *options, threads=None, tolerance=0):
        """gdtrain without a word to people; with the tolerance 0 it makes all epochs that the options say."""
        fit = [machine.distribution(), "fit", table, "--tolerance", tolerance, "--quiet"]
        return [*fit, "--threads", threads or self.threads, *options]

    def table(self, recipe, name, *arguments):
        return data.made(self.folder / name, recipe, *arguments)

    def file_floor(self, table):
        """Seconds to read the file once from memory, after the start of a Java that does nothing."""
        size = table.stat().st_size
        speed = machine.bandwidth(size, self.threads)
        text = f"the bare JVM, and the file's {size / 1e6:.0f} MB at {speed / 1e9:.1f} GB/s"
        return machine.jvm_start() + size / speed, text

    def matrix_floor(self, rows, columns):
        """Seconds to read all inputs once, as doubles."""
        size = rows * columns * 8
        speed = machine.bandwidth(size, self.threads)
        return size / speed, f"{size / 1e6:.0f} MB at {speed / 1e9:.1f} GB/s"
