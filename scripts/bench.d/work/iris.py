"""iris, softmax, 1,000 epochs, whole processes: what a small table costs, which is mostly the start."""

import machine
from compare import Side, Work
from machine import IRIS, python, rscript_with, weka_jar
from math import log
from re import search

NAMES = ("iris", "iris-loop")
WEKA = "weka.classifiers.functions.Logistic"


def works(setting):
    yield optimum(setting)
    yield loop(setting)


def optimum(setting):
    """Everyone by its own rule of steps, to the minimum: gdtrain's automatic rate has reached it long before."""
    weka, rscript = weka_jar(), rscript_with("nnet")
    logistic = weka and [machine.java(), "-cp", weka, WEKA, "-t", IRIS, "-no-cv"]
    return Work(
        name="iris",
        title="iris, softmax, 1,000 epochs",
        gdtrain=setting.fit(IRIS, "--epochs", 1000),
        peers=[
            Side("scikit-learn", python("sklearn, pandas", "iris_scikit_learn.py", IRIS), aim=0.35, tolerance=1e-3),
            Side("Weka", logistic, aim=0.5, tolerance=1e-3, check=logistic and [*logistic, "-k"], loss=weka_loss),
            Side("R nnet", rscript and [rscript, "--vanilla", machine.PEERS / "iris_nnet.R", IRIS], tolerance=1e-3),
            *floors(),
        ],
    )


def loop(setting):
    return Work(
        name="iris-loop",
        title="iris, softmax, 1,000 epochs at the rate 0.5",
        gdtrain=setting.fit(IRIS, "--epochs", 1000, "--lr", 0.5),
        peers=[Side("NumPy loop", python("numpy", "iris_numpy.py", IRIS)), *floors()],
    )


def weka_loss(done):
    """Weka counts in bits: Class complexity | scheme 8.583 bits 0.0572 bits/instance."""
    return float(search(r"scheme .* bits +([\d.]+) bits/instance", done.stdout)[1]) * log(2)


def floors():
    """What no program in Java can be under, and what none can that uses ND4J."""
    return [
        Side("floor: bare JVM", machine.BARE_JVM, tolerance=None),
        Side("floor: JVM and ND4J", machine.no_epoch(), tolerance=None, own=True),
    ]
