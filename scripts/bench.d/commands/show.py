"""What the smaller commands have in common: who is there, and a table of what each has cost."""

import os

import machine
from measure import Contender, measure

FIT = "gdtrain fit"


def peer(name, *commands, threads=os.cpu_count()):
    """A contender that is not gdtrain; without commands where one is missing."""
    return Contender(name, *filter(None, commands), environment=machine.peer_environment(threads))


def installed(contenders):
    for contender in contenders:
        if contender.commands:
            yield contender
        else:
            print(f"{contender.name}: not installed, left out")


def costs(contenders):
    fit = next((contender.seconds() for contender in contenders if contender.name == FIT), None)
    yield ("", "median s", "min s", "peak MB", f"{FIT} / this")
    for contender in contenders:
        least = min(seconds for seconds, in contender.rounds)
        ratio = f"{fit / contender.seconds():.2f}" if fit else ""
        yield (contender.name, f"{contender.seconds():.3f}", f"{least:.3f}", f"{contender.peak():.0f}", ratio)


def align(rows):
    rows = list(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for name, *figures in rows:
        cells = [figure.rjust(width) for figure, width in zip(figures, widths[1:])]
        print("  ".join([name.ljust(widths[0]), *cells]))


def compare(contenders, rounds, table=costs):
    """Measures all in turn and prints the table of those who finished; 1 if one did not."""
    print(machine.description())
    print(f"{rounds} rounds after 1 to warm up; {machine.load()} before", end="", flush=True)
    finished = measure(contenders, rounds)
    print(f", {machine.load()} after\n")
    align(table(finished))
    return 0 if len(finished) == len(contenders) else 1
