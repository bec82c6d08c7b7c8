"""Runs commands in turn and keeps what each of them has cost."""

import os
import statistics
import subprocess
import sys
import tempfile
import time


class Contender:
    """A name, one command or more that make a round, and what the rounds have cost so far."""

    def __init__(self, name, *commands, environment=None):
        self.name = name
        self.commands = [[str(word) for word in command] for command in commands]
        self.environment = environment
        self.rounds = []  # of each the seconds of every command
        self.peak_megabytes = []  # of each the largest of its commands'

    def run(self):
        """Runs one round; returns what a command that failed wrote to stderr, otherwise None."""
        costs = []
        for command in self.commands:
            seconds, megabytes, failure = run_once(command, self.environment)
            if failure:
                return f"{' '.join(command)}: {failure}"
            costs.append((seconds, megabytes))
        self.rounds.append([seconds for seconds, _ in costs])
        self.peak_megabytes.append(max(megabytes for _, megabytes in costs))
        return None

    def forget(self):
        self.rounds.clear()
        self.peak_megabytes.clear()

    def seconds(self, command=0):
        """The median over the rounds."""
        return statistics.median(seconds[command] for seconds in self.rounds)

    def slope(self):
        """What the second command takes longer than the first, in seconds: the median over the rounds."""
        return statistics.median(long - short for short, long in self.rounds)

    def peak(self):
        return statistics.median(self.peak_megabytes)


def run_once(command, environment=None):
    """Seconds, peak resident megabytes and, if it failed, what went wrong.

    The peak of a child starts at what this process has itself, so nothing large may be held here.
    """
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        if process.returncode == 0:
            return seconds, megabytes, None
        errors.seek(0)
        return seconds, megabytes, f"exit code {process.returncode}\n{errors.read().decode(errors='replace')}"


def measure(contenders, rounds, warm_up=1):
    """Runs all in turn, so that a change of the machine's load meets all of them; returns those that never failed."""
    running = list(contenders)
    for number in range(warm_up + rounds):
        for contender in list(running):
            failure = contender.run()
            if failure:
                running.remove(contender)
                print(f"{contender.name} failed: {failure}", file=sys.stderr)
            elif number < warm_up:
                contender.forget()
    return running
