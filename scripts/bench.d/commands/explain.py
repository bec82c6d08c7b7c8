"""Explanations of 20,000 rows, beside one epoch on them: they may take three times as long."""

import machine
from commands import show
from machine import LETTERS
from measure import Contender

SUMMARY = "explanations of 20,000 rows beside one epoch"
ROUNDS = 5


def run(arguments):
    gdtrain = machine.distribution()
    letters = [LETTERS, "--target", "lettr", "--quiet"]
    contenders = [
        Contender(show.FIT, [gdtrain, "fit", *letters, "--epochs", "1"]),
        Contender("gdtrain explain", [gdtrain, "explain", *letters]),
        Contender("gdtrain explain --format json", [gdtrain, "explain", *letters, "--format", "json"]),
        Contender("gdtrain explain --rows 10", [gdtrain, "explain", *letters, "--rows", "10"]),
        Contender("gdtrain explain --row 2", [gdtrain, "explain", *letters, "--row", "2"]),
    ]
    return show.compare(contenders, arguments.rounds)
