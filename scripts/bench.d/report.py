"""The table of all comparisons, as Markdown that is readable in a terminal, too."""

from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- scripts/bench all: begin -->", "<!-- scripts/bench all: end -->"


@dataclass
class Row:
    """A line of the table: what gdtrain costs in a piece of work, beside what one peer does, or alone."""

    work: str
    gdtrain: str
    peer: str = ""
    peer_cost: str = ""
    ratio: float = None
    aim: float = None  # the ratio is to be at most this
    peak: str = ""
    peer_peak: str = ""
    floor: str = ""
    distance: str = ""  # how many times the floor
    loss: str = ""
    peer_loss: str = ""
    tolerance: str = ""
    met: bool = None  # where that is no matter of a ratio

    @property
    def verdict(self):
        met = self.met
        if met is None and None not in (self.ratio, self.aim):
            met = self.ratio <= self.aim
        return "" if met is None else "yes" if met else "**no**"


def seconds(value):
    return f"{value * 1e3:.1f} ms" if value < 0.1 else f"{value:.2f} s"


def megabytes(value):
    return f"{value:.0f} MB"


COSTS = ("work", "beside", "gdtrain", "it", "ratio", "aim", "met", "peak gdtrain", "its peak", "floor", "x floor")
LOSSES = ("work", "beside", "loss of gdtrain", "its loss", "tolerance")


def costs(row):
    ratio = "" if row.ratio is None else f"{row.ratio:.3g}"
    aim = "" if row.aim is None else f"<= {row.aim:g}"
    sides = (row.work, row.peer, row.gdtrain, row.peer_cost)
    return (*sides, ratio, aim, row.verdict, row.peak, row.peer_peak, row.floor, row.distance)


def line(row):
    """What a row says, while others are still being measured."""
    return "  " + ", ".join(f"{name}: {cell}" for name, cell in zip(COSTS, costs(row)) if cell)


def losses(rows):
    for row in rows:
        if row.peer_loss:
            yield row.work, row.peer, row.loss, row.peer_loss, row.tolerance


def markdown(head, body):
    lines = [head, *body]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    padded = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([padded[0], rule, *padded[1:]])


def page(about, rows, notes):
    """Everything that a run of scripts/bench all has to say."""
    parts = [*about, markdown(COSTS, map(costs, rows)), "Losses that were compared before anything was measured:"]
    parts.append(markdown(LOSSES, losses(rows)))
    if notes:
        parts.append("\n".join(f"- {note}" for note in notes))
    return "\n\n".join(parts) + "\n"


def is_writable(path):
    """An existing file is only changed between the two marks."""
    return not Path(path).exists() or all(mark in Path(path).read_text(encoding="utf-8") for mark in (BEGIN, END))


def write(path, text):
    file = Path(path)
    before, after = "", ""
    if file.exists():
        before, rest = file.read_text(encoding="utf-8").split(BEGIN, 1)
        after = rest.split(END, 1)[1].lstrip("\n")
    file.write_text(f"{before}{BEGIN}\n\n{text}\n{END}\n{after}", encoding="utf-8")
