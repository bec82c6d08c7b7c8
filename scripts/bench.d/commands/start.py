"""The start: gdtrain --help, and 1,000 epochs on the iris table."""

import machine
from commands import show
from machine import IRIS, python, rscript_with, weka_jar
from measure import Contender

SUMMARY = "the start: small commands as whole processes"
ROUNDS = 7


def run(arguments):
    return show.compare(list(show.installed(contenders())), arguments.rounds)


def contenders():
    """Pairs of a name and a command, or None for a program that is not installed."""
    gdtrain = machine.distribution()
    weka, rscript = weka_jar(), rscript_with("nnet")
    logistic = "weka.classifiers.functions.Logistic"
    fit = [gdtrain, "fit", IRIS, "--epochs", "1000", "--tolerance", "0", "--log", "/dev/null"]
    return [
        Contender("bare JVM: java -version", machine.BARE_JVM),
        Contender("gdtrain --help", [gdtrain, "--help"]),
        Contender(show.FIT, fit),
        show.peer("NumPy loop", python("numpy", "iris_numpy.py", IRIS)),
        show.peer("scikit-learn", python("sklearn, pandas", "iris_scikit_learn.py", IRIS)),
        show.peer("R nnet", rscript and [rscript, "--vanilla", machine.PEERS / "iris_nnet.R", IRIS]),
        show.peer("Weka", weka and [machine.java(), "-cp", weka, logistic, "-t", IRIS, "-no-cv"]),
    ]
