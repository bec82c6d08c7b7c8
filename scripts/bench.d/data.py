"""Makes the tables that are too large to ship: the same bytes every time, by nothing but Python.

Run as a program of its own, since what it holds in memory would count as the peak of the commands measured after it:

data.py numbers FILE ROWS COLUMNS    inputs x1, x2, ... and y, their weighted sum and noise of half a unit
data.py classes FILE ROWS COLUMNS    the same inputs, and 1 where y lies above its middle, 0 elsewhere
data.py images FILE ROWS             784 brightnesses of 0 to 250, four fifths of them 0, and one of ten digits
data.py repeat FILE ROWS SOURCE      the header of SOURCE and its rows, over and over
data.py doubles FILE SOURCE          the numbers of SOURCE alone, as doubles, for those who measure epochs only
data.py vw FILE SOURCE               SOURCE in the format of Vowpal Wabbit
data.py libsvm FILE SOURCE           SOURCE in that of LIBSVM and liblinear
"""

import itertools
import os
import random
import subprocess
import sys
from array import array
from pathlib import Path
from statistics import NormalDist

CHUNK = 10_000  # rows
PIXELS = 784


def made(path, recipe, *arguments):
    """The path, after making the file if it is not there yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        print(f"making {path.name}", flush=True)
        command = [sys.executable, "-B", __file__, recipe, path, *arguments]
        subprocess.run([str(word) for word in command], check=True)
    return path


class Draws:
    """Normal numbers of 7 digits, as text and as their share in the target: thousands of different ones a column."""

    def __init__(self, columns):
        self.bits = 16 if columns <= 20 else 12
        heights = NormalDist()
        levels = 1 << self.bits
        self.levels = [heights.inv_cdf((level + 0.5) / levels) for level in range(levels)]
        self.texts = [self.texts_of(column) for column in range(columns)]
        self.shares = [self.shares_of(column, columns) for column in range(columns)]

    def texts_of(self, column):
        mean, spread = 7 * (column % 5) - 10, 2 + column % 7
        return [f"{mean + spread * level:.7g}" for level in self.levels]

    def shares_of(self, column, columns):
        """Weights of both signs, whose squares have the sum 1 or so whatever the number of columns."""
        weight = (1 - 2 * (column % 2)) * (1 + column % 3) / (4.7 * columns) ** 0.5
        return [weight * level for level in self.levels]

    def rows(self, rows, columns):
        """Of each row the texts of its inputs, the weighted sum of them, and a number of its own for the noise."""
        generator = random.Random(42)
        shift = 16 - self.bits
        for begin in range(0, rows, CHUNK):
            count = min(CHUNK, rows - begin)
            picks = array("H", generator.randbytes(2 * count * (columns + 1)))
            if shift:
                picks = [pick >> shift for pick in picks]
            for row in range(count):
                chosen = picks[row * (columns + 1) : (row + 1) * (columns + 1)]
                cells = [texts[pick] for texts, pick in zip(self.texts, chosen)]
                height = sum([shares[pick] for shares, pick in zip(self.shares, chosen)])
                yield cells, height, self.levels[chosen[-1]]


def write_table(file, rows, columns, target):
    print(*(f"x{column + 1}" for column in range(columns)), "y", sep=",", file=file)
    for cells, height, noise in Draws(columns).rows(rows, columns):
        cells.append(target(height, noise))
        file.write(",".join(cells) + "\n")


def numbers(file, rows, columns):
    write_table(file, int(rows), int(columns), lambda height, noise: f"{3 + 5 * height + 0.5 * noise:.7g}")


def classes(file, rows, columns):
    write_table(file, int(rows), int(columns), lambda height, noise: "1" if height + 0.5 * noise > 0 else "0")


def images(file, rows):
    """The digit k is brighter, on the whole, in the k-th tenth of its pixels."""
    dark = bytes(0 if byte < 210 else 5 * (byte - 205) for byte in range(256))
    bright = bytes(0 if byte < 150 else 2 * (byte - 150) + 40 for byte in range(256))
    generator = random.Random(42)
    texts = [str(byte) for byte in range(256)]
    tenth = PIXELS // 10
    print(*(f"p{pixel + 1}" for pixel in range(PIXELS)), "digit", sep=",", file=file)
    for _ in range(int(rows)):
        digit = generator.randrange(10)
        drawn = generator.randbytes(PIXELS)
        begin, end = digit * tenth, (digit + 1) * tenth
        pixels = drawn[:begin].translate(dark) + drawn[begin:end].translate(bright) + drawn[end:].translate(dark)
        file.write(",".join(map(texts.__getitem__, pixels)) + f",{digit}\n")


def repeat(file, rows, source):
    with open(source, encoding="ascii") as lines:
        file.write(next(lines))
        body = list(lines)
    file.writelines(itertools.islice(itertools.cycle(body), int(rows)))


def doubles(file, source):
    with open(source, encoding="ascii") as lines:
        next(lines)
        for line in lines:
            array("d", map(float, line.split(","))).tofile(file.buffer)


def vw(file, source):
    sparse(file, source, " | ")


def libsvm(file, source):
    sparse(file, source, " ")


def sparse(file, source, separator):
    with open(source, encoding="ascii") as lines:
        next(lines)
        for line in lines:
            *inputs, target = line.rstrip().split(",")
            cells = " ".join([f"{number}:{value}" for number, value in enumerate(inputs, 1)])
            file.write(f"{target}{separator}{cells}\n")


RECIPES = {make.__name__: make for make in (numbers, classes, images, repeat, doubles, vw, libsvm)}


def main(recipe, path, *arguments):
    """Under another name until it is complete."""
    part = Path(path + ".part")
    with open(part, "w", encoding="ascii") as file:
        RECIPES[recipe](file, *arguments)
    os.replace(part, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
