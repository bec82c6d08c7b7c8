"""A network: 32 tanh units on the digits table, batches of 32 rows, adam, one thread: what a step costs."""

import subprocess
import sys

import machine
from commands import show
from machine import DIGITS, python
from measure import Contender

SUMMARY = "a network in batches: whole processes, and microseconds of a step"
ROUNDS = 5
SHORT, LONG = 50, 250  # epochs; what the longer run takes more is steps and nothing else
STEPS = 57  # of an epoch: 1,797 rows in batches of 32


def run(arguments):
    present = list(show.installed(contenders()))
    reached = {contender.name: loss(contender) for contender in present}
    print(f"loss after {SHORT} epochs: " + ", ".join(f"{name} {loss:.4f}" for name, loss in reached.items()))
    if max(reached.values()) > 1.5 * min(reached.values()):
        print("these are not the same work; nothing is measured", file=sys.stderr)
        return 1
    return show.compare(present, arguments.rounds, table)


def contenders():
    """Each with a short and a long run; they print epoch and loss last."""
    fit = [machine.distribution(), "fit", DIGITS, "--task", "classification", "--hidden", "32", "--batch-size", "32"]
    fit += ["--optimizer", "adam", "--lr", "0.001", "--l2", "0", "--tolerance", "0", "--threads", "1"]
    fit += ["--log-every", LONG, "--epochs"]
    return [
        Contender(show.FIT, [*fit, SHORT], [*fit, LONG]),
        both("scikit-learn", python("sklearn, pandas", "digits_scikit_learn.py", DIGITS)),
        both("PyTorch", python("numpy, torch", "digits_pytorch.py", DIGITS)),
    ]


def both(name, command):
    return show.peer(name, command and [*command, SHORT], command and [*command, LONG], threads=1)


def loss(contender):
    """The loss it reaches in the short run."""
    command, environment = contender.commands[0], contender.environment
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1].split(",")[1])


def table(contenders):
    """Of each, the short run as a whole, and what a step adds: the slope from the short to the long run."""
    yield ("", f"{SHORT} epochs, s", f"{show.FIT} / this", f"{LONG} epochs, s", "step, us", f"{show.FIT} / this")
    fit = next(contender for contender in contenders if contender.name == show.FIT)
    for contender in contenders:
        yield (
            contender.name,
            f"{contender.seconds(0):.3f}",
            f"{fit.seconds(0) / contender.seconds(0):.2f}",
            f"{contender.seconds(1):.3f}",
            f"{contender.slope() / ((LONG - SHORT) * STEPS) * 1e6:.0f}",
            f"{fit.slope() / contender.slope():.2f}",
        )
