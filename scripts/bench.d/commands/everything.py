"""Every piece of work beside the programs that do the same, and beside what is aimed at, as one table."""

import importlib
import sys
import time
from pathlib import Path

import machine
import report
from setting import Setting

SUMMARY = "every piece of work beside others, with ratios, aims, memory and floors; some 20 minutes"
ROUNDS = 5
MODULES = ("iris", "linear", "minibatch", "logistic", "digits", "selection", "images", "loading", "large", "growth")
PIECES = {name: module for module in map("work.{}".format, MODULES) for name in importlib.import_module(module).NAMES}


def options(command):
    command.add_argument("--only", nargs="+", choices=PIECES, metavar="NAME", help=f"some of {', '.join(PIECES)}")
    shared_options(command)


def shared_options(command):
    """Those of a single piece of work, too."""
    command.add_argument("--threads", type=int, default=2, help="of gdtrain and of the others; default 2")
    command.add_argument("--write", metavar="FILE", help="write the table to FILE, or between its marks")
    command.add_argument("--beside", metavar="LAUNCHER", nargs="+", default=[], help="other builds of gdtrain: bin/gdtrain")
    command.add_argument("--data", metavar="FOLDER", type=Path, default=machine.ROOT / "target" / "bench")


def run(arguments):
    if arguments.write and not report.is_writable(arguments.write):
        print(f"{arguments.write} is there and has no lines {report.BEGIN} and {report.END}", file=sys.stderr)
        return 2
    begin = time.time()
    load = machine.load()
    rows, notes, well = measured(arguments)
    minutes = (time.time() - begin) / 60
    text = report.page(about(arguments, load, minutes), rows, notes)
    print(f"\n{text}")
    if arguments.write:
        report.write(arguments.write, text)
    return 0 if well else 1


def measured(arguments):
    """The rows and notes of all pieces of work that are wanted; False where one did not go well."""
    setting = Setting(arguments.threads, arguments.data, arguments.beside)
    wanted = arguments.only or list(PIECES)
    rows, notes, all_well = [], [], True
    for module in dict.fromkeys(PIECES[name] for name in wanted):
        for work in importlib.import_module(module).works(setting):
            if work.name in wanted:
                print(f"{work.name} ...", flush=True)
                more_rows, more_notes, well = work.measure(setting, arguments.rounds)
                rows += more_rows
                notes += more_notes
                all_well = all_well and well
                print(*more_notes, *map(report.line, more_rows), sep="\n", flush=True)
    return rows, notes, all_well


def about(arguments, load, minutes):
    """On what and how it was measured."""
    return [
        f"Measured on {machine.description()}; {'; '.join(machine.versions())}.",
        f"Medians; rounds: {arguments.rounds}, all in turn in each; threads of each: {arguments.threads} unless said"
        f" otherwise; {minutes:.0f} minutes, {load} before. The others run without"
        f" {' and '.join(machine.GDTRAIN_ONLY)}, which gdtrain's older OpenBLAS needs on some"
        " processors and which slow a current NumPy.",
        'Ratio is gdtrain\'s cost divided by that of the one "beside" it.',
    ]
